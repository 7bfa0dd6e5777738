import { Random } from '../random.ts';

/** Vectors of words, a row of `size` values each, the most frequent word first. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly size: number;
  readonly rows: Float32Array;
}

export interface VectorOptions {
  /** Words that stand less often are left out. */
  readonly leastCount: number;
  readonly mostWords: number;
  readonly mostContexts: number;
  /** How many words before and after count as company. */
  readonly window: number;
  readonly size: number;
  readonly rounds: number;
}

export const vectorOptions: VectorOptions = {
  leastCount: 8,
  mostWords: 6000,
  mostContexts: 4000,
  window: 3,
  size: 64,
  rounds: 6,
};

/**
 * Word vectors of unit length from the words that stand nearby: positive pointwise mutual information, with contexts
 * smoothed to the power 0.75 (Levy, Goldberg and Dagan 2015), brought down to `size` dimensions by orthogonal
 * iteration. Comes out the same in every run.
 */
export function trainVectors(
  sentences: readonly (readonly string[])[],
  accepts: (word: string) => boolean,
  options: VectorOptions = vectorOptions,
): WordVectors {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts]
    .filter(([, count]) => count >= options.leastCount)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
  const words = ranked.filter(accepts).slice(0, options.mostWords);
  const contexts = new Map(ranked.slice(0, options.mostContexts).map((word, at) => [word, at]));
  const matrix = informationOf(sentences, words, contexts, options.window);
  const rows = reduce(matrix, contexts.size, options);
  return { words, size: options.size, rows };
}

/** A sparse matrix: for each row its columns and values. */
type Sparse = readonly { readonly columns: Int32Array; readonly values: Float32Array }[];

function informationOf(
  sentences: readonly (readonly string[])[],
  words: readonly string[],
  contexts: ReadonlyMap<string, number>,
  window: number,
): Sparse {
  const places = new Map(words.map((word, at) => [word, at]));
  const together = words.map(() => new Map<number, number>());
  for (const sentence of sentences) {
    for (let at = 0; at < sentence.length; at++) {
      const row = places.get(sentence[at]);
      if (row === undefined) continue;
      const last = Math.min(sentence.length - 1, at + window);
      for (let near = Math.max(0, at - window); near <= last; near++) {
        const column = near === at ? undefined : contexts.get(sentence[near]);
        if (column === undefined) continue;
        const counts = together[row];
        counts.set(column, (counts.get(column) ?? 0) + 1);
      }
    }
  }
  const columnSums = new Float64Array(contexts.size);
  const rowSums = together.map((counts) => {
    let sum = 0;
    for (const [column, count] of counts) {
      sum += count;
      columnSums[column] += count;
    }
    return sum;
  });
  const smoothed = columnSums.map((sum) => sum ** 0.75);
  const total = smoothed.reduce((sum, value) => sum + value, 0);
  return together.map((counts, row) => {
    const kept = [...counts]
      .map(([column, count]) => ({
        column,
        value: Math.log((count * total) / (rowSums[row] * smoothed[column])),
      }))
      .filter(({ value }) => value > 0);
    return {
      columns: Int32Array.from(kept, ({ column }) => column),
      values: Float32Array.from(kept, ({ value }) => value),
    };
  });
}

/** Rows of the left singular vectors, weighed by the root of their singular values, of unit length. */
function reduce(matrix: Sparse, columns: number, { size, rounds }: VectorOptions): Float32Array {
  const random = new Random(7);
  let rows = Float32Array.from({ length: matrix.length * size }, () => random.next() - 0.5);
  const sums = new Float32Array(columns * size);
  for (let round = 0; round < rounds; round++) {
    orthogonalize(rows, size);
    sums.fill(0);
    forEachValue(matrix, (row, column, value) => {
      for (let at = 0; at < size; at++) sums[column * size + at] += value * rows[row * size + at];
    });
    const next = new Float32Array(rows.length);
    forEachValue(matrix, (row, column, value) => {
      for (let at = 0; at < size; at++) next[row * size + at] += value * sums[column * size + at];
    });
    rows = next;
  }
  // The columns now stretch by the squares of the singular values.
  const squares = new Float64Array(size);
  for (let at = 0; at < rows.length; at++) squares[at % size] += rows[at] ** 2;
  orthogonalize(rows, size);
  for (let row = 0; row < matrix.length; row++) {
    let length = 0;
    for (let at = 0; at < size; at++) {
      rows[row * size + at] *= squares[at] ** 0.125;
      length += rows[row * size + at] ** 2;
    }
    for (let at = 0; at < size; at++) rows[row * size + at] /= Math.sqrt(length) || 1;
  }
  return rows;
}

function forEachValue(
  matrix: Sparse,
  visit: (row: number, column: number, value: number) => void,
): void {
  matrix.forEach(({ columns, values }, row) => {
    for (let at = 0; at < columns.length; at++) visit(row, columns[at], values[at]);
  });
}

/** Gram–Schmidt on the columns. */
function orthogonalize(rows: Float32Array, size: number): void {
  for (let column = 0; column < size; column++) {
    for (let other = 0; other < column; other++) {
      let product = 0;
      for (let at = 0; at < rows.length; at += size)
        product += rows[at + column] * rows[at + other];
      for (let at = 0; at < rows.length; at += size)
        rows[at + column] -= product * rows[at + other];
    }
    let length = 0;
    for (let at = column; at < rows.length; at += size) length += rows[at] ** 2;
    length = Math.sqrt(length) || 1;
    for (let at = column; at < rows.length; at += size) rows[at] /= length;
  }
}
