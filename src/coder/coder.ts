import type { Language, PlainSentence, Sentence } from '#language';
import { isBoilerplate } from './boilerplate.ts';
import { type SpeechAct, toAttribution } from './circumstances/attribution.ts';
import { type LinkEnd, readLinks } from './circumstances/links.ts';
import { findQuotations, isSaying } from './circumstances/quotations.ts';
import { DocumentMemory } from './entities/document-memory.ts';
import { Gate } from './gate.ts';
import { lowerHeadline } from './headline-case.ts';
import { findHeadlineVerb } from './headline-verb.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type {
  CodedDocument,
  CodedEvent,
  EventLink,
  Quotation,
  Range,
  SourceDocument,
  Span,
} from './record.ts';
import { type CodedSentence, codeSentence, type EventDraft } from './sentence-coder.ts';

/** Grows with every change that may change a record, so that a ledger knows what to code again. */
const coderVersion = '1';

/** Longer sentences are read in pieces, so that the time stays linear in the length of the text. */
const longestSentence = 300;

/** Reads documents. Holds caches; use one per thread. */
export interface Coder {
  /** Version of the coder with a fingerprint of its lexicon. */
  readonly version: string;
  code(document: SourceDocument): CodedDocument;
}

/** Joins the language layer and a lexicon to a coder. */
export function createCoder(language: Language, lexicon: Lexicon): Coder {
  const gate = new Gate(lexicon);
  return {
    version: `${coderVersion}-${lexicon.fingerprint}`,
    code(document) {
      return new DocumentCoder(document, this.version, language, lexicon, gate).code();
    },
  };
}

interface ReadSentence {
  readonly range: Range;
  readonly coded: CodedSentence;
}

class DocumentCoder {
  readonly #document: SourceDocument;
  readonly #version: string;
  readonly #language: Language;
  readonly #lexicon: Lexicon;
  readonly #gate: Gate;
  readonly #memory = new DocumentMemory();
  readonly #read: ReadSentence[] = [];

  constructor(
    document: SourceDocument,
    version: string,
    language: Language,
    lexicon: Lexicon,
    gate: Gate,
  ) {
    this.#document = document;
    this.#version = version;
    this.#language = language;
    this.#lexicon = lexicon;
    this.#gate = gate;
  }

  code(): CodedDocument {
    const { id, text, date } = this.#document;
    const repeats = this.#readSentences();
    const quotations = this.#quotations();
    const { events, links } = this.#number(quotations, repeats);
    const notes = date ? [] : ['no date: relative dates stay open'];
    return {
      id,
      coder: this.#version,
      date: date ?? null,
      events,
      entities: this.#memory.entities(),
      quotations,
      links,
      notes: text.trim() ? notes : ['no text'],
    };
  }

  /** Reads all sentences in order; returns the places where one is repeated word for word (a caption, a pull quote). */
  #readSentences(): Map<number, Span[]> {
    const { text, date } = this.#document;
    const shared = { text, date: date ?? null, lexicon: this.#lexicon, memory: this.#memory };
    let anchor: CodedSentence['lastDate'] = null;
    const seen = new Map<string, number>();
    const repeats = new Map<number, Span[]>();
    let number = 0;
    let boilerplateEnd = 0;
    for (const whole of this.#language.split(text)) {
      for (const sentence of piecesOf(whole)) {
        const words = text.slice(sentence.start, sentence.end);
        if (sentence.start < boilerplateEnd) continue;
        if (isBoilerplate(words)) {
          // What follows on the same line belongs to it.
          const lineEnd = text.indexOf('\n', sentence.end);
          boilerplateEnd = lineEnd < 0 ? text.length : lineEnd;
          continue;
        }
        const first = seen.get(words);
        if (first !== undefined && sentence.words.length > 4) {
          repeats.set(first, [
            ...(repeats.get(first) ?? []),
            { start: sentence.start, end: sentence.end, text: words },
          ]);
          continue;
        }
        if (!this.#gate.passes(sentence)) continue;
        seen.set(words, sentence.start);
        const coded = codeSentence(this.#parse(sentence), number++, { ...shared, anchor });
        anchor = coded.lastDate ?? anchor;
        this.#read.push({ range: sentence, coded });
      }
    }
    return repeats;
  }

  /** The sentence with its tree; a headline is read as a sentence would write it, with the verb that it must have. */
  #parse(sentence: PlainSentence): Sentence {
    const { gazetteer, events, operators } = this.#lexicon;
    const lowered = lowerHeadline(sentence, gazetteer);
    const parsed = this.#language.parse(lowered);
    if (lowered === sentence) return parsed;
    const isVerb = (lemma: string): boolean => events.verb.has(lemma) || operators.verb.has(lemma);
    const verb = findHeadlineVerb(parsed, isVerb);
    return verb ? this.#language.parse(lowered, verb) : parsed;
  }

  /** Direct quotations with the speaker of the nearest saying outside the quotation marks. */
  #quotations(): Quotation[] {
    const { text } = this.#document;
    const quotations: Quotation[] = [];
    let from = 0;
    for (const range of findQuotations(text)) {
      if (!isSaying(text, range)) continue;
      while (from < this.#read.length && this.#read[from].range.end <= range.start) from++;
      const act = this.#actFor(range, from);
      quotations.push({
        ...range,
        text: text.slice(range.start, range.end),
        kind: 'direct',
        speaker: act?.act.speaker ?? null,
        cue: act?.cue ?? null,
      });
    }
    return quotations;
  }

  #actFor(quotation: Range, from: number): { act: SpeechAct; cue: Span } | null {
    const candidates: number[] = [];
    for (let at = from; at < this.#read.length && this.#read[at].range.start < quotation.end; at++)
      candidates.push(at);
    // The teller of a quotation that fills its sentences stands in the one before, or opens the one after.
    candidates.push(from - 1, (candidates.at(-1) ?? from - 1) + 1);
    for (const at of candidates) {
      const read = this.#read[at];
      if (!read) continue;
      const { tokens } = read.coded.tree;
      let best: SpeechAct | undefined;
      for (const act of read.coded.acts) {
        const token = tokens[act.token];
        const outside = token.end <= quotation.start || token.start >= quotation.end;
        if (
          outside &&
          act.speaker &&
          (!best ||
            distance(tokens[act.token], quotation) < distance(tokens[best.token], quotation))
        )
          best = act;
      }
      if (best) {
        const { start, end, form } = tokens[best.token];
        return { act: best, cue: { start, end, text: form } };
      }
    }
    return null;
  }

  #number(
    quotations: readonly Quotation[],
    repeats: ReadonlyMap<number, readonly Span[]>,
  ): { events: CodedEvent[]; links: EventLink[] } {
    const events: CodedEvent[] = [];
    const links: EventLink[] = [];
    let previous: LinkEnd | undefined;
    for (const { range, coded } of this.#read) {
      const ends: LinkEnd[] = [];
      const drafts = [...coded.events].sort((a, b) => a.trigger.start - b.trigger.start);
      for (const draft of drafts) {
        const id = `${this.#document.id}#${events.length + 1}`;
        events.push(this.#finish(id, draft, quotations, repeats.get(range.start) ?? []));
        ends.push({ id, head: draft.head, trigger: draft.triggerTokens });
      }
      links.push(...readLinks(coded.tree, this.#document.text, ends, previous, this.#lexicon.cues));
      previous = ends.at(-1) ?? undefined;
    }
    return { events, links };
  }

  #finish(
    id: string,
    draft: EventDraft,
    quotations: readonly Quotation[],
    also: readonly Span[],
  ): CodedEvent {
    const { head: _head, triggerTokens: _tokens, ...event } = draft;
    const quotation = quotations.find(
      ({ start, end }) => start <= event.trigger.start && event.trigger.end <= end,
    );
    const speaker = quotation?.speaker;
    const attribution = [...event.attribution];
    if (speaker && quotation.cue && !attribution.some((one) => one.speaker.name === speaker.name)) {
      const certainty =
        this.#lexicon.speech.verbs.get(quotation.cue.text.toLowerCase()) ?? 'asserted';
      attribution.push(toAttribution({ token: -1, cue: quotation.cue.text, certainty, speaker }));
    }
    return { id, ...event, attribution, also };
  }
}

function distance(token: Range, quotation: Range): number {
  return token.end <= quotation.start ? quotation.start - token.end : token.start - quotation.end;
}

/** A sentence cut where it is too long to be one. */
function piecesOf(sentence: PlainSentence): PlainSentence[] {
  const { words } = sentence;
  if (words.length <= longestSentence) return [sentence];
  const pieces: PlainSentence[] = [];
  for (let at = 0; at < words.length; at += longestSentence) {
    const piece = words.slice(at, at + longestSentence);
    pieces.push({ start: piece[0].start, end: piece[piece.length - 1].end, words: piece });
  }
  return pieces;
}
