import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Candidate,
  createCoder,
  type Decider,
  type EventType,
  eventTypes,
  type FeatureList,
  type Lexicon,
  type LexiconFiles,
  mutualTypes,
  placesOf,
  type Range,
  type SourceDocument,
  type WordGroups,
} from '#coder';
import type { Language } from '#language';
import { readLexiconExamples } from '../../src/coder/lexicon/lexicon-examples.ts';

/** A candidate of a development document, with what it should be decided to. */
export interface Collected {
  readonly set: SetName;
  readonly document: string;
  readonly kind: Candidate['kind'];
  readonly keys: Int32Array;
  /** Bit set over `eventTypes`. */
  readonly right: number;
  readonly weight: number;
  readonly rule: EventType | null;
}

/** The lexicon's own examples only hold the model to what rules say for certain. */
const exampleWeight = 0.1;
const silencedWeight = 0.3;

export const setNames = ['plv', 'gsr', 'headlines', 'stories', 'examples'] as const;
export type SetName = (typeof setNames)[number];

/** A line of a development set, as far as training needs it. */
export interface GoldLine {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly type?: EventType;
  readonly root?: string;
  readonly source?: Range;
  readonly target?: Range;
  readonly actors?: readonly { readonly text: string }[];
  readonly recipients?: readonly { readonly text: string }[];
}

interface Noted {
  readonly keys: Int32Array;
  /** The keys as they would be if no rule had spoken. */
  readonly silentKeys: Int32Array;
  readonly candidate: Candidate;
  readonly actor: Range | null;
  readonly recipient: Range | null;
}

/** Takes notes of all candidates and decides nothing. */
class Recorder implements Decider {
  readonly fingerprint = 'recorder';
  readonly noted: Noted[] = [];
  readonly groups: WordGroups | null;

  constructor(groups: WordGroups | null) {
    this.groups = groups;
  }

  judge(
    features: FeatureList,
    candidate: Candidate,
    parties: Parameters<Decider['judge']>[2],
    readAs: (other: Candidate) => FeatureList,
  ): null {
    const keys = features.keys.slice(0, features.length);
    // What it would look like to a model if no rule had spoken.
    const silent = readAs({ ...candidate, kind: 'silent', reading: null, fit: 'none' });
    const silentKeys = silent.keys.slice(0, silent.length);
    this.noted.push({ keys, silentKeys, candidate, ...placesOf(candidate, parties) });
    return null;
  }

  reasons(): string[] {
    return [];
  }
}

export function readGold(shared: string, set: SetName): GoldLine[] {
  const file = join(shared, 'bench', `${set}-dev.jsonl`);
  return existsSync(file) ? readLines(file) : [];
}

export function readLines(file: string): GoldLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldLine);
}

/** The lexicon's own examples, as far as rules read them rightly: what a rule says for certain must stay. */
export function exampleLines(files: LexiconFiles): GoldLine[] {
  const lines = new Map<string, GoldLine>();
  for (const { sentence, type, nothing, knownToFail } of readLexiconExamples(files))
    if (!nothing && !knownToFail)
      lines.set(sentence, { id: `example ${lines.size}`, text: sentence, type });
  return [...lines.values()];
}

/** All candidates of the development sets that a label can be found for. */
export function collectCandidates(
  language: Language,
  lexicon: Lexicon,
  groups: WordGroups | null,
  sets: Readonly<Partial<Record<SetName, readonly GoldLine[]>>>,
): Collected[] {
  const recorder = new Recorder(groups);
  const coder = createCoder(language, lexicon, recorder);
  const collected: Collected[] = [];
  for (const set of setNames) {
    for (const gold of sets[set] ?? []) {
      const { id, text, date, source, target } = gold;
      const document: SourceDocument = { id, text, date };
      if (source && target) {
        recorder.noted.length = 0;
        coder.code({ ...document, focus: { actor: source, recipient: target } });
        for (const one of recorder.noted) collected.push(labelled(set, id, one, rightOf(gold), 1));
      }
      recorder.noted.length = 0;
      coder.code(document);
      collected.push(...labelAll(set, gold, recorder.noted));
    }
  }
  return collected;
}

function labelled(
  set: SetName,
  document: string,
  { keys, candidate }: Noted,
  right: number,
  weight: number,
): Collected {
  const { kind, reading } = candidate;
  return { set, document, kind, keys, right, weight, rule: reading?.type ?? null };
}

/** The same as if no rule had spoken, so that the model learns to do without. */
function silenced(example: Collected, { silentKeys }: Noted): Collected {
  return {
    ...example,
    kind: 'silent',
    keys: silentKeys,
    weight: example.weight * silencedWeight,
    rule: null,
  };
}

/** PLV does not part CONCEDE from RETREAT. */
function rightOf({ type, root }: GoldLine): number {
  if (root === 'YIELD') return bitOf('CONCEDE') | bitOf('RETREAT');
  return bitOf((root ?? type) as EventType);
}

function bitOf(type: EventType): number {
  return 1 << eventTypes.indexOf(type);
}

function labelAll(set: SetName, gold: GoldLine, noted: readonly Noted[]): Collected[] {
  const right = rightOf(gold);
  const collected: Collected[] = [];
  for (const { one, weight } of chooseLabelled(set, gold, noted, right)) {
    const example = labelled(set, gold.id, one, right, weight);
    collected.push(example);
    if (one.candidate.kind === 'rule') collected.push(silenced(example, one));
  }
  return collected;
}

/** The candidates that tell of what the line is about, and how sure that is. */
function chooseLabelled(
  set: SetName,
  gold: GoldLine,
  noted: readonly Noted[],
  right: number,
): { one: Noted; weight: number }[] {
  const fits = ({ candidate: { reading } }: Noted): boolean =>
    reading !== null && (bitOf(reading.type) & right) !== 0;
  const agreeing = noted.filter(fits);
  if (set === 'stories') return agreeing.map((one) => ({ one, weight: 0.1 }));
  if (set === 'examples') return agreeing.map((one) => ({ one, weight: exampleWeight }));
  if (set === 'headlines')
    return (agreeing.length > 0 ? agreeing : noted).map((one) => ({ one, weight: 1 }));
  const ends = endsOf(set, gold);
  const scores = noted.map((one) => {
    const acts = touches(one.actor, ends.actors);
    const receives = touches(one.recipient, ends.recipients);
    const type = one.candidate.reading?.type;
    const swapped =
      type !== undefined &&
      mutualTypes.has(type) &&
      touches(one.recipient, ends.actors) &&
      touches(one.actor, ends.recipients);
    return swapped ? 2 : Number(acts) + Number(receives);
  });
  const best = Math.max(0, ...scores);
  const weight = best === 2 ? 1 : 0.5;
  return noted.flatMap((one, index) =>
    best > 0 && scores[index] === best ? [{ one, weight }] : [],
  );
}

function endsOf(set: SetName, gold: GoldLine): { actors: Range[]; recipients: Range[] } {
  if (set === 'plv' && gold.source && gold.target)
    return { actors: [gold.source], recipients: [gold.target] };
  const find = (list: GoldLine['actors']): Range[] =>
    (list ?? []).flatMap(({ text }) => {
      const start = text ? gold.text.indexOf(text) : -1;
      return start < 0 ? [] : [{ start, end: start + text.length }];
    });
  return { actors: find(gold.actors), recipients: find(gold.recipients) };
}

function touches(place: Range | null, ranges: readonly Range[]): boolean {
  return (
    place !== null && ranges.some((range) => place.start < range.end && range.start < place.end)
  );
}
