import type { Mark } from './marks.ts';

/** More lines than these under one word cannot be told apart; what lies deeper shares the last. */
export const mostLanes = 4;

/**
 * Gives each event a line of its own under the words that tell of it: 0 is next to the text. Events whose words overlap get
 * different lanes, the longer stretch the lower lane where both begin together. Returns lanes by event and how many are used.
 */
export function assignLanes(marks: readonly Mark[]): {
  readonly lanes: ReadonlyMap<number, number>;
  readonly count: number;
} {
  const stretches = new Map<number, { start: number; end: number }>();
  for (const mark of marks) {
    if (mark.role === 'evidence') stretches.set(mark.event, { start: mark.start, end: mark.end });
  }
  const sorted = [...stretches].sort(
    ([, a], [, b]) => a.start - b.start || a.end - a.start - (b.end - b.start),
  );
  const lanes = new Map<number, number>();
  const freeFrom: number[] = [];
  for (const [event, stretch] of sorted) {
    let lane = freeFrom.findIndex((end) => end <= stretch.start);
    if (lane === -1) lane = Math.min(freeFrom.length, mostLanes - 1);
    freeFrom[lane] = Math.max(freeFrom[lane] ?? 0, stretch.end);
    lanes.set(event, lane);
  }
  return { lanes, count: freeFrom.length };
}
