import { type Example, fitLogistic } from '../decision/logistic.ts';
import type { JudgedEvent } from './judge-events.ts';

/** Pull of the weights towards zero, as the inverse variance of a weight. */
const ridge = 1;
const iterations = 80;
/** A sign of fewer events has no weight. */
const leastCount = 5;

/** Weights of the signs, so that the logistic function of their sum is the share of events that are right. */
export function fitConfidence(events: readonly JudgedEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { signs } of events)
    for (const name of signs) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= leastCount).map(([name]) => name);
  const numbers = new Map(names.sort().map((name, index) => [name, index]));
  const examples = events.map(({ signs, right }): Example => {
    const features = signs.map((name) => numbers.get(name)).filter((one) => one !== undefined);
    return { features: Int32Array.from(features), right: right ? 2 : 1, weight: 1 };
  });
  const weights = fitLogistic(examples, { classes: 2, features: numbers.size, ridge, iterations });
  return new Map(
    [...numbers].map(([name, index]) => [name, weights[2 * index + 1] - weights[2 * index]]),
  );
}
