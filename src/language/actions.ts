import type { ParserState } from './transitions.ts';

/** The parser's outputs: 0 shifts, then arcs to the left, then arcs to the right, each with a label. */
export interface Actions {
  /** Labels by number; 0 is none. */
  readonly labels: readonly string[];
  /** Label of each output; 0 for the shift. */
  readonly labelOf: Int32Array;
  /** First output that is an arc to the right. */
  readonly firstRight: number;
  /** Number of outputs. */
  readonly count: number;
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
  return {
    labels,
    labelOf: Int32Array.from([0, ...left.map(number), ...right.map(number)]),
    firstRight: 1 + left.length,
    count: 1 + left.length + right.length,
    rootLabel: number('root'),
  };
}

/** Whether only the root's arc is left to draw. */
export function isLast(state: ParserState): boolean {
  return state.next === state.count && state.depth === 1;
}

/** The allowed output of the highest score. Not for the last arc. */
export function bestOutput(
  state: ParserState,
  actions: Actions,
  scores: ArrayLike<number>,
): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  const { firstRight, count } = actions;
  if (state.canShift) {
    best = 0;
    most = scores[0];
    if (state.depth > 0) {
      for (let output = 1; output < firstRight; output++) {
        if (scores[output] > most) {
          most = scores[output];
          best = output;
        }
      }
    }
  }
  if (state.depth > 1) {
    for (let output = firstRight; output < count; output++) {
      if (scores[output] > most) {
        most = scores[output];
        best = output;
      }
    }
  }
  return best;
}

export function applyOutput(state: ParserState, actions: Actions, output: number): void {
  if (output === 0) state.shift();
  else if (output < actions.firstRight) state.attachLeft(actions.labelOf[output]);
  else state.attachRight(actions.labelOf[output]);
}
