import type { Sentence } from '#language';
import { readAttribution, readSpeechActs, type SpeechAct } from './circumstances/attribution.ts';
import type { ConfidenceEstimate } from './circumstances/confidence.ts';
import { quantitiesOf } from './circumstances/event-quantities.ts';
import { evidenceOf, triggerOf } from './circumstances/evidence.ts';
import { readPlace } from './circumstances/place.ts';
import { readStatus } from './circumstances/status.ts';
import { readDate } from './circumstances/when.ts';
import { type DateExpression, findDates } from './dates/find-dates.ts';
import { type DecisionContext, decideFocus, decideReadings } from './decision/decide-readings.ts';
import { placeAtHome } from './entities/at-home.ts';
import type { DocumentMemory } from './entities/document-memory.ts';
import { spanOf } from './entities/noun-phrase.ts';
import { PartyReader } from './entities/party-reader.ts';
import { SentenceNames } from './entities/sentence-names.ts';
import { isHeadline } from './headline-case.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { intensityOf } from './ontology.ts';
import { EventReader } from './predicates/read-events.ts';
import type { Reading } from './predicates/reading.ts';
import { findQuantities, type QuantityExpression } from './quantities/find-quantities.ts';
import type { CodedEvent, EventType, Party, SourceDocument } from './record.ts';
import { copyTokens } from './syntax/copy-tokens.ts';
import { mendAttachments } from './syntax/mend-attachments.ts';
import { mendDays } from './syntax/mend-days.ts';
import { mendLemmas } from './syntax/mend-lemmas.ts';
import { isReciprocal, mendLists, mendReciprocals } from './syntax/mend-lists.ts';
import { describePath, growTree, type Tree } from './syntax/tree.ts';

/** An event before it has its number. */
export type EventDraft = Omit<CodedEvent, 'id' | 'also'> & {
  readonly head: number;
  readonly triggerTokens: readonly number[];
};

export interface CodedSentence {
  readonly tree: Tree;
  readonly events: readonly EventDraft[];
  readonly acts: readonly SpeechAct[];
  /** The last date that it tells; null for none. */
  readonly lastDate: { readonly from: string; readonly to: string } | null;
}

/** What all sentences of a document share. */
export interface SentenceContext {
  readonly text: string;
  readonly date: string | null;
  readonly lexicon: Lexicon;
  readonly memory: DocumentMemory;
  /** The date told last before this sentence: "a day later" counts from it. */
  readonly anchor: { readonly from: string; readonly to: string } | null;
  /** The trained decision; null where rules decide alone. */
  readonly decision: DecisionContext | null;
  readonly focus: SourceDocument['focus'];
  readonly estimate: ConfidenceEstimate;
}

/** What `by` says of an event whose type the trained model gave. */
const modelName = 'model:decision';

/** Codes one parsed sentence. `number` is its place in the document. */
export function codeSentence(
  sentence: Sentence,
  number: number,
  context: SentenceContext,
): CodedSentence {
  const { text, date, lexicon, memory } = context;
  const tokens = copyTokens(sentence.tokens);
  mendDays(tokens);
  mendReciprocals(tokens);
  mendLists(tokens);
  mendAttachments(tokens);
  mendLemmas(tokens, lexicon);
  const tree = growTree(tokens);
  const names = new SentenceNames(tree, lexicon.gazetteer);
  const parties = new PartyReader(tree, names, memory, number, {
    text,
    date,
    gazetteer: lexicon.gazetteer,
  });
  parties.remember();
  const { decision, focus } = context;
  const found = new EventReader(tree, lexicon, parties).readAll();
  let readings: readonly Reading[] = found;
  if (focus) {
    const asked = decideFocus(tree, parties, found, focus, decision);
    readings = asked ? [asked] : [];
  } else if (decision) readings = decideReadings(tree, parties, found, decision);
  const acts = readSpeechActs(tree, parties, lexicon.speech);
  if (readings.length === 0) return { tree, events: [], acts, lastDate: null };
  const dates = findDates(sentence, { documentDate: date, anchor: context.anchor });
  const circumstances = new Circumstances(sentence, tree, dates, lexicon, readings.length);
  const events: EventDraft[] = [];
  for (const reading of readings) {
    const draft = draftEvent(tree, reading, parties, circumstances, context);
    if (draft) events.push(draft);
  }
  const last = dates.findLast(({ from }) => from !== null);
  const lastDate = last?.from ? { from: last.from, to: last.to } : null;
  return { tree, events, acts, lastDate };
}

/** What a sentence tells beside its events. Read when the first event asks: many readings turn out to be none. */
class Circumstances {
  readonly dates: readonly DateExpression[];
  /** How many readings the sentence has. */
  readonly events: number;
  readonly #sentence: Sentence;
  readonly #tree: Tree;
  readonly #lexicon: Lexicon;
  #quantities: readonly QuantityExpression[] | null = null;
  #contexts: readonly string[] | null = null;

  constructor(
    sentence: Sentence,
    tree: Tree,
    dates: readonly DateExpression[],
    lexicon: Lexicon,
    events: number,
  ) {
    this.events = events;
    this.#sentence = sentence;
    this.#tree = tree;
    this.dates = dates;
    this.#lexicon = lexicon;
  }

  get headline(): boolean {
    return isHeadline({ words: this.#tree.tokens });
  }

  get quantities(): readonly QuantityExpression[] {
    this.#quantities ??= findQuantities(this.#sentence, this.dates);
    return this.#quantities;
  }

  get contexts(): readonly string[] {
    this.#contexts ??= this.#lexicon.contexts.contextsOf(this.#tree.lemmas);
    return this.#contexts;
  }
}

function draftEvent(
  tree: Tree,
  reading: Reading,
  parties: PartyReader,
  circumstances: Circumstances,
  context: SentenceContext,
): EventDraft | null {
  const { text, date: documentDate, lexicon } = context;
  const place = readPlace(tree, text, reading, parties);
  const home = (mine: readonly Party[], others: readonly Party[]): readonly Party[] =>
    placeAtHome(mine, others, place?.country ?? null, () => context.memory.homeCountries());
  const doers = reading.actors.flatMap((token) => parties.partiesOf(token));
  const aimed = reading.recipients.flatMap((token) => {
    const found = parties.partiesOf(token);
    // "accused each other": all are on both sides.
    if (isReciprocal(tree.tokens, token)) return found;
    return found.filter((party) => !doers.some((actor) => actor.entity === party.entity));
  });
  const actors = home(doers, aimed);
  const recipients = home(aimed, doers);
  const named = reading.actors.some((token) => tree.tokens[token].upos === 'PROPN');
  if (!context.focus && !isPolitical(reading, actors, recipients, named)) return null;

  const statusReading = readStatus(tree, text, reading, lexicon.status);
  const told = readDate(tree, reading, circumstances.dates, (lemma) =>
    lexicon.speech.verbs.has(lemma),
  );
  let { status } = statusReading;
  const steps = [...reading.steps];
  if (statusReading.because && status !== 'actual')
    steps.push(`${status} because of ${statusReading.because}`);
  if (status === 'actual' && told && documentDate && isLongPast(told.to, documentDate)) {
    status = 'historical';
    steps.push(`historical because of "${told.text}"`);
  }
  const date =
    told ??
    (documentDate && status === 'actual'
      ? ({ from: documentDate, to: documentDate, text: '', basis: 'document' } as const)
      : null);
  const paths = (role: 'actor' | 'recipient', tokens: readonly number[]) =>
    tokens.map((token) => ({
      role,
      text: parties.spanOf(token).text,
      path: describePath(tree, reading.head, token),
    }));
  const matched = [...reading.trigger]
    .sort((a, b) => a - b)
    .map((token) => spanOf(tree, text, token, token + 1));
  return {
    type: reading.type,
    mode: reading.mode,
    about: reading.about,
    contexts: circumstances.contexts,
    actors,
    recipients,
    status,
    date,
    place,
    quantities: quantitiesOf(tree, reading, circumstances.quantities),
    attribution: readAttribution(tree, reading, parties, lexicon.speech),
    condition: statusReading.condition,
    evidence: evidenceOf(tree, text, reading.head),
    trigger: triggerOf(tree, text, reading),
    intensity: intensityOf(reading.type, reading.mode),
    confidence: context.estimate({
      reading,
      actors,
      recipients,
      status,
      verbal: tree.tokens[reading.head].upos === 'VERB',
      pronoun: [...reading.actors, ...reading.recipients].some(
        (token) => tree.tokens[token].upos === 'PRON',
      ),
      headline: circumstances.headline,
      words: tree.tokens.length,
      rivals: circumstances.events - 1,
      asked: context.focus !== undefined,
    }),
    by: reading.decision ? modelName : reading.by,
    explanation: {
      kind: reading.decision ? 'model' : 'rule',
      pattern: reading.decision ? reading.decision.reasons.join('; ') : reading.pattern,
      matched,
      paths: [...paths('actor', reading.actors), ...paths('recipient', reading.recipients)],
      steps,
    },
    head: reading.head,
    triggerTokens: reading.trigger,
  };
}

/** Leaves out what happens between nobody in particular: "the film addresses …". */
function isPolitical(
  reading: Reading,
  actors: readonly Party[],
  recipients: readonly Party[],
  named: boolean,
): boolean {
  const known = (parties: readonly Party[]): boolean =>
    parties.some(({ country, sector }) => country !== null || sector !== null);
  // A known actor, or somebody by name towards a known party.
  if (reading.needsActor && !known(actors) && !(named && known(recipients))) return false;
  if (reading.needsRecipient && !known(recipients)) return false;
  if (known(actors) || known(recipients)) return true;
  if (reading.weak) return false;
  const least = publicDeeds.has(reading.type) ? 0 : 2;
  return reading.specificity >= least || actors.length + recipients.length > 0;
}

/** Deeds that concern the public whoever does them. */
const publicDeeds: ReadonlySet<EventType> = new Set(['PROTEST', 'ASSAULT', 'COERCE', 'MOBILIZE']);

const dayLength = 86_400_000;

/** More than a year before the report. */
function isLongPast(day: string, documentDate: string): boolean {
  return Date.parse(documentDate) - Date.parse(day) > 366 * dayLength;
}
