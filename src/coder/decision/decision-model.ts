import type { PartyReader } from '../entities/party-reader.ts';
import { type EventType, eventTypes } from '../record.ts';
import type { Candidate } from './candidate.ts';
import type { FeatureList } from './feature-list.ts';
import type { WordGroups } from './word-groups.ts';

/** Trained weights as arrays: a row of one byte a type for each feature key. */
export interface DecisionWeights {
  readonly keys: Int32Array;
  /** `keys.length` rows of `eventTypes.length` values, in units of `unit`. */
  readonly rows: Int8Array;
  readonly unit: number;
  readonly groups: WordGroups | null;
}

/** What decides of a candidate: the trained model, or a trainer that only takes notes. */
export interface Decider {
  /** Changes whenever a decision may change. */
  readonly fingerprint: string;
  readonly groups: WordGroups | null;
  /** How likely each type of `eventTypes` is, summing to 1; null where it has no opinion. Valid until the next call. `readAs` gives the features that another candidate of the sentence would have. */
  judge(
    features: FeatureList,
    candidate: Candidate,
    parties: PartyReader,
    readAs: (other: Candidate) => FeatureList,
  ): Float32Array | null;
  /** The features that speak most for a type, in words, strongest first. */
  reasons(features: FeatureList, type: EventType, count: number): string[];
}

const width = eventTypes.length;

/** FNV-1a over all weights. */
function fingerprintOf(rows: Int8Array): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < rows.length; at++) hash = Math.imul(hash ^ rows[at], 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Multinomial logistic regression over sparse features. */
export class DecisionModel implements Decider {
  readonly fingerprint: string;
  readonly groups: WordGroups | null;
  readonly #keys: Int32Array;
  /** Row of the key in the same place, or −1. */
  readonly #places: Int32Array;
  readonly #mask: number;
  readonly #rows: Int8Array;
  readonly #unit: number;
  readonly #scores = new Float32Array(width);

  constructor({ keys, rows, unit, groups }: DecisionWeights) {
    this.groups = groups;
    this.fingerprint = fingerprintOf(rows);
    this.#rows = rows;
    this.#unit = unit;
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#places = new Int32Array(size).fill(-1);
    for (let row = 0; row < keys.length; row++) {
      let place = keys[row] & this.#mask;
      while (this.#places[place] >= 0) place = (place + 1) & this.#mask;
      this.#keys[place] = keys[row];
      this.#places[place] = row;
    }
  }

  #rowOf(key: number): number {
    let place = key & this.#mask;
    while (this.#places[place] >= 0) {
      if (this.#keys[place] === key) return this.#places[place];
      place = (place + 1) & this.#mask;
    }
    return -1;
  }

  judge(features: FeatureList): Float32Array {
    const scores = this.#scores.fill(0);
    for (let at = 0; at < features.length; at++) {
      const row = this.#rowOf(features.keys[at]);
      if (row < 0) continue;
      const from = row * width;
      for (let type = 0; type < width; type++) scores[type] += this.#rows[from + type];
    }
    let highest = Number.NEGATIVE_INFINITY;
    for (let type = 0; type < width; type++) highest = Math.max(highest, scores[type]);
    let sum = 0;
    for (let type = 0; type < width; type++) {
      scores[type] = Math.exp((scores[type] - highest) * this.#unit);
      sum += scores[type];
    }
    for (let type = 0; type < width; type++) scores[type] /= sum;
    return scores;
  }

  reasons(features: FeatureList, type: EventType, count: number): string[] {
    const { names } = features;
    if (names === null) throw new Error('reasons: features without names; expected clear(true)');
    const column = eventTypes.indexOf(type);
    const weights = new Map<string, number>();
    for (let at = 0; at < features.length; at++) {
      const row = this.#rowOf(features.keys[at]);
      if (row < 0) continue;
      const weight = this.#rows[row * width + column] * this.#unit;
      weights.set(names[at], (weights.get(names[at]) ?? 0) + weight);
    }
    return [...weights]
      .filter(([name, weight]) => weight > 0 && !name.startsWith('always'))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, count)
      .map(([name]) => name);
  }
}
