import type { ParserState } from '../src/language/transitions.ts';

/** A treebank tree for the parser: heads with the root as n, labels by number. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Dependents of each word, and of the root at n. */
  readonly dependents: readonly (readonly number[])[];
}

export function goldTree(heads: readonly number[], labels: Int32Array): GoldTree {
  const count = heads.length;
  const rooted = Int32Array.from(heads, (head) => (head < 0 ? count : head));
  const dependents: number[][] = Array.from({ length: count + 1 }, () => []);
  for (let i = 0; i < count; i++) dependents[rooted[i]].push(i);
  return { heads: rooted, labels, dependents };
}

const NEVER = 1e9;

/**
 * Writes the actions that lose fewest gold arcs (the dynamic oracle of Goldberg and Nivre 2013 for
 * arc-hybrid) to `out`; returns how many. `fallback` is the label for arcs that gold has at the root.
 */
export function bestActions(
  state: ParserState,
  gold: GoldTree,
  fallback: number,
  out: Int32Array,
): number {
  const { depth, next, count, stack, labelCount, rootLabel } = state;
  const top = depth > 0 ? stack[depth - 1] : -1;
  const second = depth > 1 ? stack[depth - 2] : -1;
  let shift = NEVER;
  let left = NEVER;
  let right = NEVER;
  if (state.canShift) {
    shift = 0;
    for (let i = 0; i < depth - 1; i++) if (stack[i] === gold.heads[next]) shift++;
    for (const dependent of gold.dependents[next]) {
      if (dependent < next && state.heads[dependent] < 0) shift++;
    }
  }
  if (depth > 0) {
    let lost = 0;
    for (const dependent of gold.dependents[top]) if (dependent >= next) lost++;
    const head = gold.heads[top];
    if (state.canLeft) {
      left = lost;
      if (head === second && second >= 0) left++;
      else if (head >= next && head !== next) left++;
    }
    if (state.canRight) right = lost + (head >= next ? 1 : 0);
  }
  const least = Math.min(shift, left, right);
  const label = top < 0 ? 0 : gold.labels[top];
  const inner = label === rootLabel ? fallback : label;
  let n = 0;
  if (shift === least) out[n++] = 0;
  if (left === least) out[n++] = 1 + (next === count ? rootLabel : inner);
  if (right === least) out[n++] = 1 + labelCount + inner;
  return n;
}
