/**
 * Integer arithmetic of the networks. All of it is exact, so that WebAssembly and plain JavaScript
 * give the same scores to the last bit. Addresses are bytes in `memory`; the hidden layer's width is
 * a multiple of 32, the number of outputs one of 40.
 */
export interface Kernel {
  readonly memory: ArrayBuffer;
  /**
   * First layer for a part of the input: `to[j] = round(scale · Σₖ inputs[k] · weights[k][j]) − base[j]` as
   * 16-bit integers. The inputs stand in `count` places, listed at `parts` as address and number of pairs;
   * the weights of inputs 2k and 2k + 1 lie interleaved.
   */
  makeRow(
    parts: number,
    count: number,
    weights: number,
    base: number,
    to: number,
    width: number,
    scale: number,
  ): void;
  /**
   * Adds `count` rows (their addresses stand at `rows`), sets negative sums to 0, and lists the pairs of
   * hidden units that are not both 0 at `live`, as number and values; returns how many.
   */
  sumRows(rows: number, count: number, hidden: number, width: number, live: number): number;
  /** Second layer over the live pairs: `scores[c] = bias[c] + Σⱼ hidden[j] · weights[j][c]`, 32-bit. */
  scoreOutputs(
    live: number,
    count: number,
    weights: number,
    bias: number,
    scores: number,
    columns: number,
  ): void;
}

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
      sumRows: kernel.sumRows,
      scoreOutputs: kernel.scoreOutputs,
    };
  };
}

/** Kernels in plain JavaScript. */
export function plainKernels(): KernelFactory {
  return (size) => {
    const memory = new ArrayBuffer(Math.ceil(size / PAGE) * PAGE);
    const shorts = new Int16Array(memory);
    const longs = new Int32Array(memory);
    const sums = new Int32Array(1024);
    return {
      memory,
      makeRow(parts, count, weights, base, to, width, scale) {
        sums.fill(0, 0, width);
        let row = weights >> 1;
        for (let part = parts >> 2; part < (parts >> 2) + 2 * count; part += 2) {
          const first = longs[part] >> 1;
          for (let input = first; input < first + 2 * longs[part + 1]; input += 2) {
            const x = shorts[input];
            const y = shorts[input + 1];
            for (let j = 0; j < width; j++) {
              sums[j] += x * shorts[row + 2 * j] + y * shorts[row + 2 * j + 1];
            }
            row += 2 * width;
          }
        }
        const factor = Math.fround(scale);
        for (let j = 0; j < width; j++) {
          const product = Math.fround(Math.fround(sums[j]) * factor);
          const rounded = Math.floor(Math.fround(product + 0.5)) - shorts[(base >> 1) + j];
          shorts[(to >> 1) + j] = Math.max(-32768, Math.min(32767, rounded));
        }
      },
      sumRows(rows, count, hidden, width, live) {
        sums.fill(0, 0, width);
        for (let i = 0; i < count; i++) {
          const base = longs[(rows >> 2) + i] >> 1;
          for (let j = 0; j < width; j++) sums[j] += shorts[base + j];
        }
        let out = live >> 2;
        for (let j = 0; j < width; j += 2) {
          const x = (sums[j] << 16) >> 16;
          const y = (sums[j + 1] << 16) >> 16;
          const at = (hidden >> 1) + j;
          shorts[at] = x > 0 ? x : 0;
          shorts[at + 1] = y > 0 ? y : 0;
          if (x <= 0 && y <= 0) continue;
          longs[out] = j >> 1;
          longs[out + 1] = longs[at >> 1];
          out += 2;
        }
        return (out - (live >> 2)) >> 1;
      },
      scoreOutputs(live, count, weights, bias, scores, columns) {
        const to = scores >> 2;
        longs.copyWithin(to, bias >> 2, (bias >> 2) + columns);
        for (let p = live >> 2, end = p + 2 * count; p < end; p += 2) {
          const x = (longs[p + 1] << 16) >> 16;
          const y = longs[p + 1] >> 16;
          const base = (weights >> 1) + 2 * longs[p] * columns;
          for (let c = 0; c < columns; c++) {
            longs[to + c] += x * shorts[base + 2 * c] + y * shorts[base + 2 * c + 1];
          }
        }
      },
    };
  };
}
