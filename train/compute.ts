import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

/** Values in the memory of the arithmetic module. */
export interface Buffer32 {
  readonly pointer: number;
  readonly values: Float32Array;
}

/** SIMD arithmetic on buffers that it hands out. Its memory is fixed. */
export interface Compute {
  buffer(length: number): Buffer32;
  /** c += a · b, with a of rows × inner and b of inner × columns. Rows a multiple of 4, columns of 8. */
  multiply(
    a: Buffer32,
    b: Buffer32,
    c: Buffer32,
    rows: number,
    columns: number,
    inner: number,
  ): void;
  transpose(from: Buffer32, to: Buffer32, rows: number, columns: number): void;
  /** One step of Adam on `count` values of a parameter from the given one on. */
  adam(parameter: Parameter, from: number, count: number, step: AdamStep): void;
  average(parameter: Parameter, keep: number): void;
  /** Takes all buffers back; those handed out must not be used again. */
  clear(): void;
}

/** What is the same for all values in one step of Adam. */
export interface AdamStep {
  readonly rate: number;
  /** 1 − βᵗ for both moments. */
  readonly correction1: number;
  readonly correction2: number;
}

export function adamStep(step: number, rate: number): AdamStep {
  return { rate, correction1: 1 - BETA1 ** step, correction2: 1 - BETA2 ** step };
}

/** A trained array with its gradient, Adam's moments and its running average. */
export interface Parameter {
  readonly values: Buffer32;
  readonly gradient: Buffer32;
  readonly first: Buffer32;
  readonly second: Buffer32;
  readonly averaged: Buffer32;
}

const MEMORY_PAGES = 8192;
const FIRST_FREE = 65536;
const BETA1 = 0.9;
const BETA2 = 0.99;

interface Kernel {
  readonly memory: WebAssembly.Memory;
  multiply(a: number, b: number, c: number, rows: number, columns: number, inner: number): void;
  transpose(from: number, to: number, rows: number, columns: number): void;
  adam(
    values: number,
    gradient: number,
    first: number,
    second: number,
    count: number,
    rate: number,
    beta1: number,
    beta2: number,
    correction1: number,
    correction2: number,
  ): void;
  average(to: number, from: number, count: number, keep: number): void;
}

/** Compiles an AssemblyScript file with SIMD; `pages` of 64 kB are its first memory. */
export async function compileAssembly(root: string, path: string, pages = 0): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const { error, stderr } = await asc.main(
    [
      path,
      '--outFile',
      'out.wasm',
      '-O3',
      '--enable',
      'simd',
      '--runtime',
      'stub',
      '--noAssert',
    ].concat(pages > 0 ? ['--initialMemory', String(pages)] : []),
    {
      readFile: (name, base) => {
        try {
          return readFileSync(join(root, base === '.' ? '' : base, name), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (name, contents) => {
        files.set(name, contents as Uint8Array);
      },
      listFiles: () => [],
    },
  );
  const wasm = files.get('out.wasm');
  if (error !== null || wasm === undefined) throw new Error(`${path}: ${stderr.toString()}`);
  return wasm;
}

export async function createCompute(root: string): Promise<Compute> {
  const wasm = await compileAssembly(root, 'train/assembly/matrix.ts', MEMORY_PAGES);
  const { instance } = await WebAssembly.instantiate(wasm as BufferSource, {
    env: { abort: () => {} },
  });
  const kernel = instance.exports as unknown as Kernel;
  let top = FIRST_FREE;
  return {
    clear() {
      new Uint8Array(kernel.memory.buffer, 0, top).fill(0);
      top = FIRST_FREE;
    },
    buffer(length) {
      const pointer = top;
      top = Math.ceil((top + 4 * length) / 64) * 64;
      if (top > kernel.memory.buffer.byteLength) {
        throw new Error(`training needs more than ${MEMORY_PAGES / 16} MB for ${length} values`);
      }
      return { pointer, values: new Float32Array(kernel.memory.buffer, pointer, length) };
    },
    multiply(a, b, c, rows, columns, inner) {
      kernel.multiply(a.pointer, b.pointer, c.pointer, rows, columns, inner);
    },
    transpose(from, to, rows, columns) {
      kernel.transpose(from.pointer, to.pointer, rows, columns);
    },
    adam(parameter, from, count, step) {
      const offset = 4 * from;
      kernel.adam(
        parameter.values.pointer + offset,
        parameter.gradient.pointer + offset,
        parameter.first.pointer + offset,
        parameter.second.pointer + offset,
        count,
        step.rate,
        BETA1,
        BETA2,
        step.correction1,
        step.correction2,
      );
    },
    average({ averaged, values }, keep) {
      kernel.average(averaged.pointer, values.pointer, values.values.length, keep);
    },
  };
}
