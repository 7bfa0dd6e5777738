import type { PartyReader } from '../entities/party-reader.ts';
import type { SpeechVerbs } from '../lexicon/speech-verbs.ts';
import { mutualTypes, ontology } from '../ontology.ts';
import type { Reading } from '../predicates/reading.ts';
import { type EventType, eventTypes, type SourceDocument } from '../record.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import { CandidateFeatures } from './candidate-features.ts';
import type { Decider } from './decision-model.ts';
import { FeatureList } from './feature-list.ts';
import { findFocus } from './find-focus.ts';
import { findSilent } from './find-silent.ts';
import { isTitle } from './is-title.ts';
import type { LexiconTypes } from './lexicon-types.ts';

/** Least probability at which the model overrules a rule; more is asked for to turn cooperation into conflict or back. */
const overrule = { alike: 0.7, opposite: 0.9 };
/** Least probability at which the model speaks where no rule does: a title tells of an event, another clause may not. */
const propose = { title: 0.6, clause: 0.8 };
const reasonCount = 4;

/** What the decisions of a coder share. */
export interface DecisionContext {
  readonly decider: Decider;
  readonly types: LexiconTypes;
  /** Verbs of speech tell of no event by themselves. */
  readonly speech: SpeechVerbs;
}

const list = new FeatureList();
const otherList = new FeatureList();

function readAs(features: CandidateFeatures, candidate: Candidate): FeatureList {
  otherList.clear();
  features.read(candidate, otherList);
  return otherList;
}

/** What the model makes of the readings of one sentence: some with another type, and some where no rule speaks. */
export function decideReadings(
  tree: Tree,
  parties: PartyReader,
  readings: readonly Reading[],
  { decider, types, speech }: DecisionContext,
): readonly Reading[] {
  const features = new CandidateFeatures(tree, parties, types, decider.groups, readings);
  const judge = (candidate: Candidate, reading: Reading, accepts: Accepts): Reading | null => {
    list.clear();
    features.read(candidate, list);
    const chances = decider.judge(list, candidate, parties, (other) => readAs(features, other));
    if (chances === null) return null;
    const best = indexOfHighest(chances);
    const type = eventTypes[best];
    if (!accepts(chances, type))
      return candidate.reading && { ...reading, chance: chances[eventTypes.indexOf(reading.type)] };
    const probability = chances[best];
    list.clear(true);
    features.read(candidate, list);
    const reasons = decider.reasons(list, type, reasonCount);
    return withDecision(reading, type, probability, reasons);
  };
  const decided: Reading[] = readings.map((reading) => {
    const candidate: Candidate = {
      kind: 'rule',
      head: reading.head,
      actor: reading.actors[0] ?? -1,
      recipient: reading.recipients[0] ?? reading.actors[1] ?? -1,
      reading,
      fit: 'both',
    };
    const overrules: Accepts = (chances, type) =>
      type !== reading.type &&
      chances[eventTypes.indexOf(type)] >=
        (isConflict(type) === isConflict(reading.type) ? overrule.alike : overrule.opposite);
    return judge(candidate, reading, overrules) ?? reading;
  });
  if (decided.length > 0) return decided;
  const least = isTitle(tree.tokens) ? propose.title : propose.clause;
  for (const candidate of findSilent(tree, parties, speech)) {
    const found = judge(
      candidate,
      blankReading(candidate),
      (chances, type) => chances[eventTypes.indexOf(type)] >= least,
    );
    if (found) decided.push(found);
  }
  return decided;
}

/** What is between the two ends of a focus: what the rules read there, else what the model takes it for. */
export function decideFocus(
  tree: Tree,
  parties: PartyReader,
  readings: readonly Reading[],
  focus: NonNullable<SourceDocument['focus']>,
  context: DecisionContext | null,
): Reading | null {
  const candidate = findFocus(tree, parties, readings, focus);
  if (candidate === null) return null;
  const { reading } = candidate;
  const ends = { actors: [candidate.actor], recipients: [candidate.recipient] };
  const aimed = { ...(reading ?? blankReading(candidate)), ...ends };
  if (context === null) return reading && aimed;
  const features = new CandidateFeatures(
    tree,
    parties,
    context.types,
    context.decider.groups,
    readings,
  );
  list.clear();
  features.read(candidate, list);
  const chances = context.decider.judge(list, candidate, parties, (other) =>
    readAs(features, other),
  );
  if (chances === null) return reading && aimed;
  const best = indexOfHighest(chances);
  const type = eventTypes[best];
  const probability = chances[best];
  if (reading?.type === type) return { ...aimed, chance: probability };
  list.clear(true);
  features.read(candidate, list);
  return withDecision(aimed, type, probability, context.decider.reasons(list, type, reasonCount));
}

function isConflict(type: EventType): boolean {
  return ontology[type].score <= 0;
}

type Accepts = (chances: Float32Array, type: EventType) => boolean;

function indexOfHighest(values: Float32Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if (values[at] > values[best]) best = at;
  return best;
}

function withDecision(
  reading: Reading,
  type: EventType,
  probability: number,
  reasons: readonly string[],
): Reading {
  const before =
    reading.by === ''
      ? 'no rule speaks'
      : `${reading.type} by "${reading.pattern}" (${reading.by})`;
  return {
    ...reading,
    ...endsFor(type, reading),
    type,
    mode: null,
    about: null,
    weak: false,
    needsActor: false,
    needsRecipient: false,
    steps: [...reading.steps, `${before}; the model says ${type} (${probability.toFixed(2)})`],
    chance: probability,
    decision: { probability, reasons },
  };
}

/** Who acts on whom: what two did together, one does to the other once it is no deed of both. */
function endsFor(type: EventType, reading: Reading): Pick<Reading, 'actors' | 'recipients'> {
  const { actors, recipients } = reading;
  const parts = mutualTypes.has(reading.type) && !mutualTypes.has(type);
  if (!parts || actors.length < 2 || recipients.length > 0) return { actors, recipients };
  return { actors: actors.slice(0, 1), recipients: actors.slice(1) };
}

function blankReading({ head, actor, recipient }: Candidate): Reading {
  return {
    type: 'CONSULT',
    mode: null,
    status: null,
    head,
    trigger: [head],
    actors: actor < 0 ? [] : [actor],
    recipients: recipient < 0 ? [] : [recipient],
    by: '',
    pattern: '',
    weak: false,
    needsActor: false,
    needsRecipient: false,
    specificity: 1,
    steps: [],
    about: null,
    inner: [],
  };
}
