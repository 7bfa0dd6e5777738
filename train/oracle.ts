import type { ParserState } from '../src/language/transitions.ts';

/** A treebank tree as the oracle needs it: heads with the root as n. */
export interface GoldTree {
  readonly heads: Int32Array;
  /** Dependents of each word, and of the root at n. */
  readonly dependents: readonly (readonly number[])[];
}

/** From 0-based heads with −1 for the root. */
export function goldTree(heads: readonly number[]): GoldTree {
  const count = heads.length;
  const rooted = Int32Array.from(heads, (head) => (head < 0 ? count : head));
  const dependents: number[][] = Array.from({ length: count + 1 }, () => []);
  for (let i = 0; i < count; i++) dependents[rooted[i]].push(i);
  return { heads: rooted, dependents };
}

/** The actions that lose fewest gold arcs, without labels. */
export interface BestMoves {
  shift: boolean;
  left: boolean;
  right: boolean;
}

const NEVER = 1e9;

/** Finds them by the dynamic oracle of Goldberg and Nivre (2013) for arc-hybrid. Not for the last arc. */
export function findBestMoves(state: ParserState, gold: GoldTree, out: BestMoves): void {
  const { depth, next, count, stack } = state;
  let shift = NEVER;
  let left = NEVER;
  let right = NEVER;
  if (next < count) {
    shift = 0;
    for (let i = 0; i < depth - 1; i++) if (stack[i] === gold.heads[next]) shift++;
    for (const dependent of gold.dependents[next]) {
      if (dependent < next && state.heads[dependent] < 0) shift++;
    }
  }
  if (depth > 0) {
    const top = stack[depth - 1];
    const head = gold.heads[top];
    let lost = 0;
    for (const dependent of gold.dependents[top]) if (dependent >= next) lost++;
    if (next < count) {
      const headOnStack = depth > 1 && head === stack[depth - 2];
      left = lost + (headOnStack || (head >= next && head !== next) ? 1 : 0);
    }
    if (depth > 1) right = lost + (head >= next ? 1 : 0);
  }
  const least = Math.min(shift, left, right);
  out.shift = shift === least;
  out.left = left === least;
  out.right = right === least;
}
