import type { ParserState } from './transitions.ts';

/** What the parser can do; the number is the network's output. */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
/** Columns that the moves take; the kernel works on eight at a time. */
export const MOVE_COLUMNS = 8;
const BLOCK = 8;

/** The parser's outputs: three moves, then the labels of arcs to the left, then those of arcs to the right. */
export interface Actions {
  /** Labels by number; 0 is none. */
  readonly labels: readonly string[];
  /** Label's number of each output for a direction. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** First output for the labels of a direction, a multiple of 8 like all of them. */
  readonly firstLeft: number;
  readonly firstRight: number;
  /** Outputs with padding. */
  readonly columns: number;
  /** Label of the sentence's root, which no output bears: the last word left on the stack gets it. */
  readonly rootLabel: number;
}

/** Actions as the parser's weights file lists them. */
export interface ActionNames {
  readonly labels: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export function readActions({ labels, left, right }: ActionNames): Actions {
  const number = (label: string) => labels.indexOf(label);
  const firstRight = MOVE_COLUMNS + padded(left.length);
  return {
    labels,
    left: Int32Array.from(left, number),
    right: Int32Array.from(right, number),
    firstLeft: MOVE_COLUMNS,
    firstRight,
    columns: firstRight + padded(right.length),
    rootLabel: number('root'),
  };
}

function padded(count: number): number {
  return Math.ceil(count / BLOCK) * BLOCK;
}

/** Whether only the root's arc is left to draw. */
export function isLast(state: ParserState): boolean {
  return state.next === state.count && state.depth === 1;
}

export function isAllowed(state: ParserState, move: number): boolean {
  if (move === RIGHT) return state.depth > 1;
  return state.next < state.count && (move === SHIFT || state.depth > 0);
}

/** The allowed move of the highest score. Not for the last arc. */
export function bestMove(state: ParserState, scores: ArrayLike<number>): number {
  let best = -1;
  for (let move = SHIFT; move <= RIGHT; move++) {
    if (isAllowed(state, move) && (best < 0 || scores[move] > scores[best])) best = move;
  }
  return best;
}

/** Place of the highest of `count` scores from `first` on. */
export function highest(scores: ArrayLike<number>, first: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (scores[first + i] > scores[first + best]) best = i;
  return best;
}
