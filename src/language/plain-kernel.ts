import { BLOCK, type KernelFactory } from './kernel.ts';

const PAGE = 65536;
/** Widest hidden layer. */
const WIDEST = 1024;
/** The bits of a row's address that hold its shift. */
const SHIFT_MASK = 63;

/** Kernels in plain JavaScript, for engines without WebAssembly SIMD. */
export function plainKernels(): KernelFactory {
  return (size) => {
    const memory = new ArrayBuffer(Math.ceil(size / PAGE) * PAGE);
    const bytes = new Int8Array(memory);
    const shorts = new Int16Array(memory);
    const longs = new Int32Array(memory);
    const floats = new Float32Array(memory);
    const sums = new Int32Array(WIDEST);
    return {
      memory,
      makeRow(parts, count, scales, inputs, weights, base, to, width, scale) {
        const first = inputs >> 1;
        let last = first;
        for (let part = parts >> 2; part < (parts >> 2) + 3 * count; part += 3) {
          const embedding = bytes.subarray(longs[part], longs[part] + longs[part + 1]);
          const scalesAt = (scales >> 2) + last - first;
          spread(embedding, floats[part + 2], floats, scalesAt, shorts, last);
          last += embedding.length;
        }
        let pairs = weights;
        for (let j = 0; j < width; j += BLOCK) {
          sums.fill(0, 0, BLOCK);
          for (let input = first; input < last; input += 2) {
            addPair(sums, bytes, pairs, shorts[input], shorts[input + 1], BLOCK);
            pairs += 2 * BLOCK;
          }
          storeRow(sums, shorts, (base >> 1) + j, (to >> 1) + j, BLOCK, Math.fround(scale));
        }
      },
      packRow(row, to, width) {
        const from = row >> 1;
        const shift = shiftFor(shorts, from, width);
        packInto(bytes, to, shorts, from, width, shift);
        return shift;
      },
      sumRows(bias, rows, count, hidden, width, live) {
        for (let j = 0; j < width; j++) sums[j] = shorts[(bias >> 1) + j];
        for (let i = 0; i < count; i++) {
          const row = longs[(rows >> 2) + i];
          addRow(sums, bytes, row & ~SHIFT_MASK, row & SHIFT_MASK, width);
        }
        return listLive(sums, shorts, longs, hidden >> 1, width, live >> 2);
      },
      scoreOutputs(live, count, weights, stride, bias, scores, columns) {
        for (let c = 0; c < columns; c++) sums[c] = longs[(bias >> 2) + c];
        for (let p = live >> 2, end = p + 2 * count; p < end; p += 2) {
          const x = (longs[p + 1] << 16) >> 16;
          const y = longs[p + 1] >> 16;
          addPair(sums, shorts, (weights + longs[p] * stride) >> 1, x, y, columns);
        }
        longs.set(sums.subarray(0, columns), scores >> 2);
      },
    };
  };
}

// The loops stand in functions of their own: engines make better code of arrays that are arguments.

/** Scales embeddings in 32-bit floats, step by step as the WebAssembly kernel does. */
function spread(
  embedding: Int8Array,
  factor: number,
  scales: Float32Array,
  scalesAt: number,
  to: Int16Array,
  at: number,
): void {
  for (let k = 0; k < embedding.length; k++) {
    const product = Math.fround(Math.fround(embedding[k] * factor) * scales[scalesAt + k]);
    to[at + k] = Math.floor(Math.fround(product + 0.5));
  }
}

/** sums[j] += x · weights[2 j] + y · weights[2 j + 1] */
function addPair(
  sums: Int32Array,
  weights: Int8Array | Int16Array,
  first: number,
  x: number,
  y: number,
  width: number,
): void {
  for (let j = 0, at = first; j < width; j++, at += 2) {
    sums[j] = (sums[j] + Math.imul(x, weights[at]) + Math.imul(y, weights[at + 1])) | 0;
  }
}

function addRow(
  sums: Int32Array,
  rows: Int8Array,
  first: number,
  shift: number,
  width: number,
): void {
  for (let j = 0; j < width; j++) sums[j] = (sums[j] + (rows[first + j] << shift)) | 0;
}

/** By how much a row's largest value must be shifted to be a byte. */
function shiftFor(row: Int16Array, first: number, width: number): number {
  let largest = 0;
  for (let j = 0; j < width; j++) largest = Math.max(largest, Math.abs(row[first + j]));
  let shift = 0;
  while ((largest + ((1 << shift) >> 1)) >> shift > 127) shift++;
  return shift;
}

function packInto(
  to: Int8Array,
  at: number,
  row: Int16Array,
  first: number,
  width: number,
  shift: number,
): void {
  const half = (1 << shift) >> 1;
  for (let j = 0; j < width; j++) {
    const packed = Math.min(32767, row[first + j] + half) >> shift;
    to[at + j] = Math.max(-128, Math.min(127, packed));
  }
}

/** Scales in 32-bit floats, step by step as the WebAssembly kernel does. */
function storeRow(
  sums: Int32Array,
  shorts: Int16Array,
  base: number,
  to: number,
  width: number,
  scale: number,
): void {
  for (let j = 0; j < width; j++) {
    const product = Math.fround(Math.fround(sums[j]) * scale);
    const rounded = Math.floor(Math.fround(product + 0.5)) - shorts[base + j];
    shorts[to + j] = Math.max(-32768, Math.min(32767, rounded));
  }
}

/** Sets negative sums to 0, wraps them to 16 bits and lists the pairs that are not both 0. */
function listLive(
  sums: Int32Array,
  shorts: Int16Array,
  longs: Int32Array,
  hidden: number,
  width: number,
  live: number,
): number {
  let out = live;
  for (let j = 0; j < width; j += 2) {
    const x = Math.max(0, (sums[j] << 16) >> 16);
    const y = Math.max(0, (sums[j + 1] << 16) >> 16);
    shorts[hidden + j] = x;
    shorts[hidden + j + 1] = y;
    if (x === 0 && y === 0) continue;
    longs[out] = j >> 1;
    longs[out + 1] = x | (y << 16);
    out += 2;
  }
  return (out - live) >> 1;
}
