/** Sizes and weights of the parser's network. */
import { DISTANCE_CLASSES, DISTANCES, LABEL_POSITIONS, TOKEN_POSITIONS } from './transitions.ts';
import type { WeightsFile } from './weights-file.ts';

/** Width of each embedding. */
export const WORD_WIDTH = 64;
export const ENDING_WIDTH = 24;
export const TAG_WIDTH = 32;
export const LABEL_WIDTH = 24;
export const DISTANCE_WIDTH = 8;
export const TOKEN_WIDTH = WORD_WIDTH + ENDING_WIDTH + TAG_WIDTH;
/** Rows of the first layer. */
export const INPUT_WIDTH =
  TOKEN_POSITIONS * TOKEN_WIDTH + LABEL_POSITIONS * LABEL_WIDTH + DISTANCES * DISTANCE_WIDTH;
export const LABEL_ROW = TOKEN_POSITIONS * TOKEN_WIDTH;
export const DISTANCE_ROW = LABEL_ROW + LABEL_POSITIONS * LABEL_WIDTH;
export const HIDDEN = 320;

/** The network in floats, row by row. */
export interface Network {
  readonly labels: readonly string[];
  /** Outputs, padded to a multiple of 8. */
  readonly outputs: number;
  readonly words: Float32Array;
  readonly endings: Float32Array;
  readonly tags: Float32Array;
  readonly labelRows: Float32Array;
  readonly distances: Float32Array;
  readonly first: Float32Array;
  readonly firstBias: Float32Array;
  readonly second: Float32Array;
  readonly secondBias: Float32Array;
}

export function outputsOf(labels: readonly string[]): number {
  return Math.ceil((1 + 2 * labels.length) / 8) * 8;
}

export function readNetwork(file: WeightsFile): Network {
  const labels = file.settings.labels as string[];
  const outputs = outputsOf(labels);
  const matrix = (name: string, columns: number) =>
    expand(file.array(name, 'i8'), file.array(`${name}.scales`, 'f32'), columns);
  return {
    labels,
    outputs,
    words: matrix('words', WORD_WIDTH),
    endings: matrix('endings', ENDING_WIDTH),
    tags: matrix('tags', TAG_WIDTH),
    labelRows: matrix('labels', LABEL_WIDTH),
    distances: matrix('distances', DISTANCE_WIDTH),
    first: matrix('first', HIDDEN),
    firstBias: file.array('firstBias', 'f32'),
    second: matrix('second', outputs),
    secondBias: file.array('secondBias', 'f32'),
  };
}

export const DISTANCE_ROWS = DISTANCES * DISTANCE_CLASSES;

/** Small integers times the scale of their row. */
function expand(values: Int8Array, scales: Float32Array, columns: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < scales.length; row++) {
    for (let i = row * columns; i < (row + 1) * columns; i++) result[i] = values[i] * scales[row];
  }
  return result;
}
