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
  mutualTypes,
  placesOf,
  type Range,
  type SourceDocument,
  type WordGroups,
} from '#coder';
import type { Language } from '#language';

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

export const setNames = ['plv', 'gsr', 'headlines', 'stories'] as const;
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
  ): null {
    const keys = features.keys.slice(0, features.length);
    this.noted.push({ keys, candidate, ...placesOf(candidate, parties) });
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
  const fits = (one: Noted): boolean =>
    one.candidate.reading !== null && (bitOf(one.candidate.reading.type) & right) !== 0;
  if (set === 'stories') {
    return noted.filter(fits).map((one) => labelled(set, gold.id, one, right, 0.1));
  }
  if (set === 'headlines') {
    const agreeing = noted.filter(fits);
    const chosen = agreeing.length > 0 ? agreeing : noted;
    return chosen.map((one) => labelled(set, gold.id, one, right, 1));
  }
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
  return noted.flatMap((one, index) =>
    best > 0 && scores[index] === best
      ? [labelled(set, gold.id, one, right, best === 2 ? 1 : 0.5)]
      : [],
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
