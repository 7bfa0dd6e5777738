import type { WeightArray, WeightsFile } from './weights-file.ts';

/** Weights of hashed features: each feature scores some of the classes. */
export interface SparseWeights {
  readonly classes: number;
  /** Open-addressing table of key and row, interleaved; its size is a power of two. */
  readonly table: Int32Array;
  readonly mask: number;
  /** Row r holds the entries `starts[r]` … `starts[r + 1]`; row 0 is empty. */
  readonly starts: Int32Array;
  readonly classIds: Uint8Array;
  readonly values: Int8Array;
}

/** Reads sparse weights from the arrays that `packSparse` made. */
export function readSparse(file: WeightsFile, name: string, classes: number): SparseWeights {
  const planes = file.array(`${name}.keys`, 'u8');
  const lengths = file.array(`${name}.lengths`, 'u8');
  const rows = lengths.length;
  let bits = 4;
  while (1 << bits < rows * 1.6) bits++;
  const table = new Int32Array(2 << bits);
  const mask = (1 << bits) - 1;
  const starts = new Int32Array(rows + 2);
  let key = 0;
  let start = 0;
  for (let i = 0; i < rows; i++) {
    const step =
      planes[i] |
      (planes[rows + i] << 8) |
      (planes[2 * rows + i] << 16) |
      (planes[3 * rows + i] << 24);
    key = (key + step) | 0;
    starts[i + 1] = start;
    start += lengths[i];
    let slot = slotOf(key, mask);
    while (table[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = key;
    table[2 * slot + 1] = i + 1;
  }
  starts[rows + 1] = start;
  return {
    classes,
    table,
    mask,
    starts,
    classIds: file.array(`${name}.classes`, 'u8'),
    values: file.array(`${name}.values`, 'i8'),
  };
}

/** Adds the feature's weights to `scores`. */
export function addScores(weights: SparseWeights, key: number, scores: Int32Array): void {
  const { table, mask } = weights;
  let slot = slotOf(key, mask);
  for (;;) {
    const row = table[2 * slot + 1];
    if (row === 0) return;
    if (table[2 * slot] === key) {
      const { starts, classIds, values } = weights;
      for (let i = starts[row], end = starts[row + 1]; i < end; i++)
        scores[classIds[i]] += values[i];
      return;
    }
    slot = (slot + 1) & mask;
  }
}

/** Lays rows out for a weights file: keys sorted, their steps in byte planes, which gzip packs well. */
export function packSparse(
  name: string,
  rows: readonly { key: number; classes: readonly number[]; values: readonly number[] }[],
): Record<string, WeightArray> {
  const sorted = [...rows].sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  const count = sorted.length;
  const planes = new Uint8Array(4 * count);
  const entries = sorted.reduce((sum, row) => sum + row.classes.length, 0);
  const classIds = new Uint8Array(entries);
  const values = new Int8Array(entries);
  let previous = 0;
  let next = 0;
  for (let i = 0; i < count; i++) {
    const step = sorted[i].key - previous;
    previous = sorted[i].key;
    for (let plane = 0; plane < 4; plane++)
      planes[plane * count + i] = (step >>> (8 * plane)) & 255;
    for (let j = 0; j < sorted[i].classes.length; j++) {
      classIds[next] = sorted[i].classes[j];
      values[next++] = sorted[i].values[j];
    }
  }
  return {
    [`${name}.keys`]: planes,
    [`${name}.lengths`]: Uint8Array.from(sorted, (row) => row.classes.length),
    [`${name}.classes`]: classIds,
    [`${name}.values`]: values,
  };
}

function slotOf(key: number, mask: number): number {
  return (key ^ (key >>> 15)) & mask;
}
