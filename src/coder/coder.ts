import type { Language, PlainSentence, Sentence } from '#language';
import { answerRecipients } from './circumstances/answer-recipients.ts';
import { type ConfidenceEstimate, estimateBy } from './circumstances/confidence.ts';
import { joinEvents } from './circumstances/join-events.ts';
import { type LinkEnd, readLinks } from './circumstances/links.ts';
import {
  QuotationTellers,
  type ReadSentence,
  readQuotations,
  toQuotation,
} from './circumstances/quotations.ts';
import type { ToldEvent } from './circumstances/same-event.ts';
import type { DecisionContext } from './decision/decide-readings.ts';
import type { Decider } from './decision/decision-model.ts';
import { isTitle } from './decision/is-title.ts';
import { LexiconTypes } from './decision/lexicon-types.ts';
import { DocumentMemory } from './entities/document-memory.ts';
import { learnIntroductions, readDateline } from './entities/learn-introductions.ts';
import { findStartingName } from './find-starting-name.ts';
import { Gate } from './gate.ts';
import { isHeadline, lowerHeadline } from './headline-case.ts';
import { findHeadlineTags } from './headline-verb.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { findModalVerb } from './modal-verb.ts';
import { dropPhotoPositions } from './photo-positions.ts';
import type { CodedDocument, EventLink, SourceDocument, Span } from './record.ts';
import { selectSentences } from './select-sentences.ts';
import { type CodedSentence, codeSentence, type EventDraft } from './sentence-coder.ts';
import { findSureTags } from './sure-tags.ts';

/** Grows with every change that may change a record, so that a ledger knows what to code again. */
const coderVersion = '1';

/** Sentences parsed in one go before they are coded: the parser's weights then stay in the processor's cache. */
const batchSize = 64;

type Focus = NonNullable<SourceDocument['focus']>;

/** Reads documents. Holds caches; use one per thread. */
export interface Coder {
  /** Version of the coder with a fingerprint of its lexicon. */
  readonly version: string;
  code(document: SourceDocument): CodedDocument;
}

/** Joins the language layer and a lexicon to a coder. With `decider` a trained model decides where rules compete or are silent; without, rules decide alone. `estimate` tells how sure it is; by default from the lexicon's weights. */
export function createCoder(
  language: Language,
  lexicon: Lexicon,
  decider: Decider | null = null,
  estimate: ConfidenceEstimate = estimateBy(lexicon.confidence),
): Coder {
  const gate = new Gate(lexicon);
  const decision = decider && {
    decider,
    types: new LexiconTypes(lexicon.events, lexicon.operators),
    speech: lexicon.speech,
  };
  const rules = `${coderVersion}-${lexicon.fingerprint}`;
  const version = decider ? `${rules}-${decider.fingerprint}` : rules;
  const code = (document: SourceDocument): CodedDocument => {
    const { id, text, date, focus } = document;
    const chosen = {
      passes: (one: PlainSentence) =>
        focus ? touches(one, focus) : gate.passes(one) || (decision !== null && isTitle(one.words)),
    };
    const { sentences, repeats } = selectSentences(text, language.split(text), chosen);
    const reader = new DocumentReader(document, lexicon, repeats, decision, estimate);
    for (let at = 0; at < sentences.length; at += batchSize) {
      const batch = sentences.slice(at, at + batchSize);
      const trees = batch.map((one) => (one.parse ? parse(language, lexicon, one.sentence) : null));
      batch.forEach(({ sentence, dateline }, index) => {
        const tree = trees[index];
        if (tree) reader.read(tree);
        else reader.glance(sentence, dateline);
      });
    }
    const notes =
      text.trim() === '' ? ['no text'] : date ? [] : ['no date: relative dates stay open'];
    return { id, coder: version, date: date ?? null, ...reader.result(), notes };
  };
  return { version, code };
}

/** Whether a sentence has one of the ends that are asked for. */
function touches({ start, end }: PlainSentence, { actor, recipient }: Focus): boolean {
  return [actor, recipient].some((range) => range.start < end && start < range.end);
}

/** A sentence with its tree; a headline is read as a sentence would write it, with the verb that it must have. */
function parse(language: Language, lexicon: Lexicon, sentence: PlainSentence): Sentence {
  const { gazetteer, events, operators } = lexicon;
  const plain = dropPhotoPositions(sentence);
  const lowered = lowerHeadline(plain, gazetteer);
  const start = findStartingName(plain.words, gazetteer);
  const first = language.parse(lowered, start);
  const sure = findSureTags(first);
  const known = sure ? new Map([...start, ...sure]) : start;
  const parsed = sure ? language.parse(lowered, known) : first;
  const isVerb = (lemma: string): boolean => events.verb.has(lemma) || operators.verb.has(lemma);
  if (lowered === plain && !isHeadline(plain)) {
    const verb = findModalVerb(parsed, isVerb);
    return verb ? language.parse(lowered, new Map([...known, ...verb])) : parsed;
  }
  const roles = new Set<number>();
  const names = new Set<number>();
  for (const { from, to, entries } of gazetteer.match(plain.words)) {
    if (entries[0].kind === 'role') roles.add(to - 1).add(from);
    else if (entries[0].kind !== 'people') names.add(to - 1);
  }
  const tags = findHeadlineTags(parsed, {
    isVerb,
    isOperator: (lemma) => operators.verb.has(lemma),
    isNoun: (lemma) => events.noun.has(lemma) || operators.noun.has(lemma),
    isName: (index) => names.has(index),
    isRole: (index) => roles.has(index),
  });
  return tags ? language.parse(lowered, new Map([...known, ...tags])) : parsed;
}

/** "Moscow expelled another envoy": one more, not the same again. */
const furtherWords = /\b(?:another|again|once more|anew|a second|a third|for the second|also)\b/i;

/** Gathers what the sentences of one document say, in the order of the text. */
class DocumentReader {
  readonly #document: SourceDocument;
  readonly #lexicon: Lexicon;
  readonly #repeats: ReadonlyMap<number, readonly Span[]>;
  readonly #decision: DecisionContext | null;
  readonly #estimate: ConfidenceEstimate;
  readonly #memory = new DocumentMemory();
  readonly #sentences: ReadSentence[] = [];
  readonly #told: ToldEvent[] = [];
  readonly #links: EventLink[] = [];
  #anchor: CodedSentence['lastDate'] = null;
  /** The last event of the sentence before. */
  #previous: LinkEnd | undefined;

  constructor(
    document: SourceDocument,
    lexicon: Lexicon,
    repeats: ReadonlyMap<number, readonly Span[]>,
    decision: DecisionContext | null,
    estimate: ConfidenceEstimate,
  ) {
    this.#estimate = estimate;
    this.#decision = decision;
    this.#document = document;
    this.#lexicon = lexicon;
    this.#repeats = repeats;
  }

  read(sentence: Sentence): void {
    const { id: document, text, date } = this.#document;
    const coded = codeSentence(sentence, this.#sentences.length, {
      text,
      date: date ?? null,
      lexicon: this.#lexicon,
      memory: this.#memory,
      anchor: this.#anchor,
      decision: this.#decision,
      focus: this.#document.focus,
      estimate: this.#estimate,
    });
    this.#anchor = coded.lastDate ?? this.#anchor;
    this.#sentences.push({ range: { start: sentence.start, end: sentence.end }, acts: coded.acts });
    const ends: LinkEnd[] = [];
    const also = this.#repeats.get(sentence.start) ?? [];
    for (const draft of [...coded.events].sort((a, b) => a.trigger.start - b.trigger.start)) {
      const { head, triggerTokens, ...event } = draft;
      const id = `${document}#${this.#told.length + 1}`;
      this.#told.push({ event: { id, ...event, also }, ...this.#wordsOf(coded.tree, draft) });
      ends.push({ id, head, trigger: triggerTokens });
    }
    this.#links.push(...readLinks(coded.tree, text, ends, this.#previous, this.#lexicon.cues));
    this.#previous = ends.at(-1);
  }

  #wordsOf(
    { tokens, lemmas }: CodedSentence['tree'],
    { head, triggerTokens, evidence }: EventDraft,
  ): Omit<ToldEvent, 'event'> {
    const telling = triggerTokens.filter((token) => /^(VERB|NOUN|ADJ)$/.test(tokens[token].upos));
    const words = telling.map((token) => lemmas[token].toLowerCase());
    const heavy = words.filter((word) => !this.#lexicon.lightVerbs.has(word));
    return {
      words: heavy.length > 0 ? heavy : words,
      further: furtherWords.test(evidence.text),
      verbal: tokens[head].upos === 'VERB',
      line: !/^[.!?…"”’]+$/.test(tokens[tokens.length - 1].form),
    };
  }

  /** Takes only names from a sentence that tells of no event. */
  glance(sentence: PlainSentence, dateline: boolean): void {
    const { text, date } = this.#document;
    const { gazetteer } = this.#lexicon;
    const { start, end } = sentence;
    const document = { text, date: date ?? null, gazetteer };
    if (dateline) readDateline(sentence, document, this.#memory);
    else learnIntroductions(sentence, this.#sentences.length, document, this.#memory);
    this.#sentences.push({ range: { start, end }, acts: [] });
  }

  result(): Pick<CodedDocument, 'events' | 'entities' | 'quotations' | 'links'> {
    const { text } = this.#document;
    const quotations = readQuotations(text, this.#sentences);
    const tellers = new QuotationTellers(quotations);
    const answers = answerRecipients(
      new Map(this.#told.map(({ event }) => [event.id, event])),
      this.#links,
    );
    const told = this.#told.map((one) => {
      const event = answers.get(one.event.id) ?? one.event;
      const teller = tellers.tellerOf(event.trigger);
      const known = event.attribution.some(({ speaker }) => speaker.name === teller?.speaker.name);
      if (!teller || known) return { ...one, event };
      return { ...one, event: { ...event, attribution: [...event.attribution, teller] } };
    });
    const { events, links } = joinEvents(this.#document.id, told, this.#links);
    return {
      events,
      entities: this.#memory.entities(),
      quotations: quotations.map((quotation) => toQuotation(text, quotation)),
      links,
    };
  }
}
