/**
 * Integer arithmetic of the networks. All of it is exact, so that WebAssembly and plain JavaScript
 * give the same scores to the last bit. Addresses are bytes in `memory`; the hidden layer's width is
 * a multiple of 32, columns of outputs come in eights.
 */
export interface Kernel {
  readonly memory: ArrayBuffer;
  /**
   * First layer for a part of the input: `to[j] = round(scale · Σₖ inputs[k] · weights[k][j]) − base[j]` as
   * 16-bit integers. The inputs are made of embeddings in bytes, which stand in `count` places, listed at `parts`
   * as address, width (even) and factor: `inputs[k] = round(embedding[k] · factor · scales[k])`, 16-bit, written
   * to `inputs`. The weights are bytes in blocks of `BLOCK` columns, in each of them those of inputs 2k and 2k + 1
   * interleaved.
   */
  makeRow(
    parts: number,
    count: number,
    scales: number,
    inputs: number,
    weights: number,
    base: number,
    to: number,
    width: number,
    scale: number,
  ): void;
  /**
   * Writes a row as bytes, its values shifted right (and rounded) by as little as makes them fit; returns by how
   * much, at most 63. `to` is a multiple of 64, so that the shift can stand in an address's last six bits.
   */
  packRow(row: number, to: number, width: number): number;
  /**
   * Adds `count` packed rows (their addresses plus shifts stand at `rows`) to the bias, sets negative sums to 0,
   * and lists the pairs of hidden units that are not both 0 at `live`, as number and values; returns how many.
   */
  sumRows(
    bias: number,
    rows: number,
    count: number,
    hidden: number,
    width: number,
    live: number,
  ): number;
  /**
   * Some columns of the second layer over the live pairs: `scores[c] = bias[c] + Σⱼ hidden[j] · weights[j][c]`,
   * 32-bit. `stride` is the distance in bytes between the weights of two pairs.
   */
  scoreOutputs(
    live: number,
    count: number,
    weights: number,
    stride: number,
    bias: number,
    scores: number,
    columns: number,
  ): void;
}

/** Columns of a block of the first layer's weights. */
export const BLOCK = 32;

/** Makes kernels of a given size. */
export type KernelFactory = (bytes: number) => Kernel;

const PAGE = 65536;

/** Kernels in WebAssembly from the bytes of models/kernel.wasm. */
export function wasmKernels(bytes: Uint8Array): KernelFactory {
  const module = new WebAssembly.Module(bytes as BufferSource);
  return (size) => {
    const { exports } = new WebAssembly.Instance(module, { env: { abort: () => {} } });
    const kernel = exports as unknown as Omit<Kernel, 'memory'> & { memory: WebAssembly.Memory };
    const missing = size - kernel.memory.buffer.byteLength;
    if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE));
    return {
      memory: kernel.memory.buffer as ArrayBuffer,
      makeRow: kernel.makeRow,
      packRow: kernel.packRow,
      sumRows: kernel.sumRows,
      scoreOutputs: kernel.scoreOutputs,
    };
  };
}
