import type { Kernel, KernelFactory } from './kernel.ts';
import type { WeightsFile } from './weights-file.ts';

/** What a network is made of; stands in its weights file and in the trainer. */
export interface NetworkShape {
  /** Embedding tables: number of rows and width of each, an even number. */
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly width: number }>>;
  /** The first layer's input in groups of table names: each group's product is one row. */
  readonly groups: readonly (readonly string[])[];
  /** Hidden units, a multiple of 64. */
  readonly hidden: number;
  /** Outputs, a multiple of 8 (some may be padding). */
  readonly outputs: number;
}

/** Fixed point of the hidden units: trained networks stay well below the 32 that 16 bits can then hold. */
const UNIT = 1024;
/** Largest whole numbers that stand for inputs and weights: sums stay below 2³¹. */
const LARGEST_INPUT = 32767;
const LARGEST_SECOND = 4095;
/** The kernel's own data end before this. */
const FIRST_ADDRESS = 1024;

interface Group {
  /** Tables of the group. */
  readonly tables: readonly Table[];
  /** Addresses of its weights in the first layer, and of what they are to be multiplied by. */
  readonly weights: number;
  readonly scales: number;
  /** Address of its row for ids that mean "nothing there", which the bias already holds. */
  readonly base: number;
}

interface Table {
  readonly address: number;
  readonly width: number;
  /** What a row's values are to be multiplied by to become inputs, but for the scales of the weights. */
  readonly factors: Float32Array;
}

/**
 * A network of one hidden layer over embeddings, in whole numbers. The first layer's product for a group
 * of embeddings is a row; rows are kept, so that most of the time the first layer is only added up. Rows
 * are differences from the row for "nothing there": a group without anything needs no row at all.
 */
export class RowNetwork {
  /** Scores as far as `score` has computed them. */
  readonly scores: Int32Array;
  /** Addresses of the rows to add up, as `makeRow` returns them. */
  readonly rows: Int32Array;
  /** What a difference of 1 between the network's outputs is in `scores`. */
  readonly scoreUnit: number;
  private readonly kernel: Kernel;
  private readonly shape: NetworkShape;
  private readonly groups: readonly Group[];
  private readonly parts: Int32Array;
  private readonly partFactors: Float32Array;
  private readonly address: Layout;
  private readonly scale: number;
  private readonly bias: Int16Array;
  /** Pairs of hidden units that are not both 0. */
  private live = 0;

  /** `capacity` is the number of rows that can be kept. */
  constructor(
    file: WeightsFile,
    kernels: KernelFactory,
    readonly capacity: number,
  ) {
    this.shape = file.settings.shape as NetworkShape;
    const { tables, groups, hidden, outputs } = this.shape;
    const widthOf = (group: readonly string[]) =>
      group.reduce((sum, name) => sum + tables[name].width, 0);
    const widths = groups.map(widthOf);
    const inputWidth = widths.reduce((sum, width) => sum + width, 0);
    const longestGroup = Math.max(...groups.map((group) => group.length));
    let top = FIRST_ADDRESS;
    const take = (bytes: number) => {
      const at = top;
      top = Math.ceil((top + bytes) / 64) * 64;
      return at;
    };
    const address = {
      tables: Object.values(tables).map(({ rows, width }) => take(rows * width)),
      first: take(inputWidth * hidden),
      firstScales: take(4 * inputWidth),
      second: take(2 * hidden * outputs),
      secondBias: take(4 * outputs),
      bases: take(2 * hidden * groups.length),
      bias: take(2 * hidden),
      parts: take(12 * longestGroup),
      inputs: take(2 * Math.max(...widths)),
      rows: take(4 * groups.length),
      hidden: take(2 * hidden),
      live: take(4 * hidden + 64),
      scores: take(4 * outputs),
      wide: take(2 * hidden),
      store: take(hidden * capacity),
    };
    this.address = address;
    this.kernel = kernels(top);
    const { memory } = this.kernel;
    this.parts = new Int32Array(memory, address.parts, 3 * longestGroup);
    this.partFactors = new Float32Array(memory, address.parts, 3 * longestGroup);
    this.rows = new Int32Array(memory, address.rows, groups.length);
    this.scores = new Int32Array(memory, address.scores, outputs);
    this.bias = new Int16Array(memory, address.bias, hidden);
    const embeddings = Object.keys(tables).map((name) => file.array(`${name}.scales`, 'f32'));
    const firstScales = file.array('first.scales', 'f32');
    const inputUnit = LARGEST_INPUT / (127 * largest(embeddings) * most(firstScales));
    const tableOf = new Map<string, Table>();
    Object.entries(tables).forEach(([name, { width }], i) => {
      const at = address.tables[i];
      const values = file.array(`${name}.values`, 'i8');
      new Int8Array(memory, at, values.length).set(values);
      const factors = embeddings[i].map((scale) => scale * inputUnit);
      tableOf.set(name, { address: at, width, factors });
    });
    const first = file.array('first.values', 'i8');
    new Int8Array(memory, address.first, first.length).set(first);
    new Float32Array(memory, address.firstScales, inputWidth).set(firstScales);
    let before = 0;
    this.groups = groups.map((group, i) => {
      const at = before;
      before += widths[i];
      return {
        tables: group.map((name) => tableOf.get(name)!),
        weights: address.first + at * hidden,
        scales: address.firstScales + 4 * at,
        base: address.bases + 2 * hidden * i,
      };
    });
    this.scale = UNIT / inputUnit;
    this.scoreUnit = this.loadSecond(file);
    file.array('firstBias', 'f32').forEach((value, j) => {
      this.bias[j] = Math.round(value * UNIT);
    });
  }

  /** Declares the ids that mean "nothing there" for a group. Once per group, before its rows are made. */
  setNothing(group: number, ids: ArrayLike<number>): void {
    const { hidden } = this.shape;
    const { base } = this.groups[group];
    this.compute(group, ids, base);
    const row = new Int16Array(this.kernel.memory, base, hidden);
    for (let j = 0; j < hidden; j++) this.bias[j] += row[j];
  }

  /** Makes the row of a group for these rows of its tables as number `slot`; returns where it is (address and shift). */
  makeRow(slot: number, group: number, ids: ArrayLike<number>): number {
    const { wide, store } = this.address;
    const { hidden } = this.shape;
    const to = store + hidden * slot;
    this.compute(group, ids, wide);
    return to + this.kernel.packRow(wide, to, hidden);
  }

  /** Adds up the bias and the first `count` of `rows`: the hidden layer that `score` reads. */
  addRows(count: number): void {
    const { kernel, address, shape } = this;
    this.live = kernel.sumRows(
      address.bias,
      address.rows,
      count,
      address.hidden,
      shape.hidden,
      address.live,
    );
  }

  /** Computes `columns` of the `scores` from the given one on; both multiples of 8. */
  score(first: number, columns: number): void {
    const { kernel, address, shape } = this;
    kernel.scoreOutputs(
      address.live,
      this.live,
      address.second + 4 * first,
      4 * shape.outputs,
      address.secondBias + 4 * first,
      address.scores + 4 * first,
      columns,
    );
  }

  private compute(group: number, ids: ArrayLike<number>, to: number): void {
    const { parts, partFactors, kernel, address, shape } = this;
    const { tables, weights, scales, base } = this.groups[group];
    for (let i = 0; i < tables.length; i++) {
      const { address: values, width, factors } = tables[i];
      parts[3 * i] = values + width * ids[i];
      parts[3 * i + 1] = width;
      partFactors[3 * i + 2] = factors[ids[i]];
    }
    kernel.makeRow(
      address.parts,
      tables.length,
      scales,
      address.inputs,
      weights,
      base,
      to,
      shape.hidden,
      this.scale,
    );
  }

  /** The second layer; returns what 1 is in its scores. */
  private loadSecond(file: WeightsFile): number {
    const { outputs } = this.shape;
    const values = file.array('second.values', 'i8');
    const scales = file.array('second.scales', 'f32');
    const bias = file.array('secondBias', 'f32');
    const step = (127 * most(scales)) / LARGEST_SECOND;
    const to = new Int16Array(this.kernel.memory, this.address.second, values.length);
    for (let row = 0; row < scales.length; row++) {
      const base = (row & ~1) * outputs + (row & 1);
      const factor = scales[row] / step;
      for (let c = 0; c < outputs; c++) {
        to[base + 2 * c] = Math.round(values[row * outputs + c] * factor);
      }
    }
    const biases = new Int32Array(this.kernel.memory, this.address.secondBias, outputs);
    for (let c = 0; c < outputs; c++) biases[c] = Math.round((bias[c] * UNIT) / step);
    return UNIT / step;
  }
}

interface Layout {
  readonly tables: readonly number[];
  readonly first: number;
  readonly firstScales: number;
  readonly second: number;
  readonly secondBias: number;
  readonly bases: number;
  readonly bias: number;
  readonly parts: number;
  readonly inputs: number;
  readonly rows: number;
  readonly hidden: number;
  readonly live: number;
  readonly scores: number;
  readonly wide: number;
  readonly store: number;
}

function largest(arrays: readonly Float32Array[]): number {
  return Math.max(...arrays.map(most));
}

function most(values: Float32Array): number {
  let result = 1e-9;
  // By index: an iterator costs more than all the rest of loading.
  for (let i = 0; i < values.length; i++) if (values[i] > result) result = values[i];
  return result;
}
