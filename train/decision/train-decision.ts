import { type DecisionWeights, eventTypes, type WordGroups } from '#coder';
import type { Collected } from './collect.ts';
import { type Example, fitLogistic } from './logistic.ts';

export interface DecisionOptions {
  readonly ridge: number;
  readonly iterations: number;
  /** Features that fewer examples have are left out. */
  readonly leastCount: number;
  /** Weights smaller than this in all types are left out of the model. */
  readonly leastWeight: number;
  /** Rare types count more: their weight grows by this power of how rare they are. */
  readonly balance: number;
}

export const decisionOptions: DecisionOptions = {
  ridge: 1,
  iterations: 40,
  leastCount: 2,
  leastWeight: 0.02,
  balance: 0.3,
};

const width = eventTypes.length;

/** Learns to decide from candidates with labels. Comes out the same in every run. */
export function trainDecision(
  collected: readonly Collected[],
  groups: WordGroups | null,
  options: DecisionOptions = decisionOptions,
): DecisionWeights {
  const counts = new Map<number, number>();
  for (const { keys } of collected)
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [key, count] of counts)
    if (count >= options.leastCount) numbers.set(key, numbers.size);
  const examples = collected.map(({ keys, right, weight }): Example => {
    const features = Int32Array.from(
      [...keys].map((key) => numbers.get(key)).filter((number) => number !== undefined),
    );
    return { features, right, weight };
  });
  const weights = fitLogistic(balance(examples, options.balance), {
    classes: width,
    features: numbers.size,
    ridge: options.ridge,
    iterations: options.iterations,
  });
  return pack([...numbers.keys()], weights, groups, options.leastWeight);
}

/** Weighs examples so that rare types are not drowned; the sum of weights stays. */
function balance(examples: readonly Example[], power: number): Example[] {
  const masses = new Map<number, number>();
  let total = 0;
  for (const { right, weight } of examples) {
    masses.set(right, (masses.get(right) ?? 0) + weight);
    total += weight;
  }
  const mean = total / masses.size;
  const scaled = examples.map((example) => ({
    ...example,
    weight: example.weight * (mean / (masses.get(example.right) as number)) ** power,
  }));
  const factor = total / scaled.reduce((sum, { weight }) => sum + weight, 0);
  return scaled.map((example) => ({ ...example, weight: example.weight * factor }));
}

/** Rounds to a byte a weight, and leaves out features that say next to nothing. */
function pack(
  keys: readonly number[],
  weights: Float64Array,
  groups: WordGroups | null,
  least: number,
): DecisionWeights {
  let highest = 1e-9;
  for (const weight of weights) highest = Math.max(highest, Math.abs(weight));
  const unit = highest / 127;
  const kept = keys
    .map((key, number) => ({ key, number }))
    .filter(({ number }) => {
      for (let type = 0; type < width; type++)
        if (Math.abs(weights[number * width + type]) >= least) return true;
      return false;
    })
    .sort((a, b) => a.key - b.key);
  const rows = new Int8Array(kept.length * width);
  kept.forEach(({ number }, row) => {
    for (let type = 0; type < width; type++)
      rows[row * width + type] = Math.round(weights[number * width + type] / unit);
  });
  return { keys: Int32Array.from(kept.map(({ key }) => key)), rows, unit, groups };
}
