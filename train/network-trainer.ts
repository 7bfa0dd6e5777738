import { BLOCK } from '../src/language/kernel.ts';
import type { NetworkShape } from '../src/language/row-network.ts';
import type { WeightArray } from '../src/language/weights-file.ts';
import { adamStep, type Buffer32, type Compute, type Parameter } from './compute.ts';
import type { Random } from './random.ts';

export interface TrainerOptions {
  /** Rows of a batch, a multiple of 4. */
  readonly batch: number;
  /** Share of hidden units that are silenced at random in each step. */
  readonly dropout: number;
  /** Adam's rate at the start; it falls in a straight line to a twentieth. */
  readonly rate: number;
  /** Steps that will be taken, for that line. */
  readonly steps: number;
}

/**
 * Trains a `RowNetwork`: embeddings → ReLU → outputs. The caller writes the ids of a batch, calls
 * `forward`, turns `scores` into the gradient of its loss in place, and calls `backward`.
 */
export class NetworkTrainer {
  /** Row of each slot's table, batch row after batch row. */
  readonly ids: Int32Array;
  /** Scores, then their gradient; batch row after batch row. */
  readonly scores: Float32Array;
  /** Table of each slot: the groups one after the other. */
  readonly slots: readonly string[];
  private readonly inputWidth: number;
  private readonly tables: Map<string, Table>;
  private readonly first: Parameter;
  private readonly firstBias: Parameter;
  private readonly second: Parameter;
  private readonly secondBias: Parameter;
  private readonly x: Buffer32;
  private readonly xTurned: Buffer32;
  private readonly xGradient: Buffer32;
  private readonly hidden: Buffer32;
  private readonly hiddenTurned: Buffer32;
  private readonly hiddenGradient: Buffer32;
  private readonly scoreBuffer: Buffer32;
  private readonly firstTurned: Buffer32;
  private readonly secondTurned: Buffer32;
  private readonly mask: Float32Array;
  private step = 0;

  constructor(
    private readonly compute: Compute,
    readonly shape: NetworkShape,
    private readonly options: TrainerOptions,
    private readonly random: Random,
  ) {
    const { hidden, outputs } = shape;
    const { batch } = options;
    this.slots = shape.groups.flat();
    this.inputWidth = this.slots.reduce((sum, name) => sum + shape.tables[name].width, 0);
    const padded = Math.ceil(this.inputWidth / 8) * 8;
    if (padded !== this.inputWidth)
      throw new Error(`${this.inputWidth} inputs, not a multiple of 8`);
    this.tables = new Map(
      Object.entries(shape.tables).map(([name, { rows, width }]) => [
        name,
        { width, parameter: this.parameter(rows * width, 0.1), touched: new Touched(rows) },
      ]),
    );
    this.first = this.parameter(
      this.inputWidth * hidden,
      1.5 * Math.sqrt(6 / (this.inputWidth + hidden)),
    );
    this.firstBias = this.parameter(hidden, 0.01);
    this.second = this.parameter(hidden * outputs, Math.sqrt(6 / (hidden + outputs)));
    this.secondBias = this.parameter(outputs, 0);
    this.x = compute.buffer(batch * this.inputWidth);
    this.xTurned = compute.buffer(batch * this.inputWidth);
    this.xGradient = compute.buffer(batch * this.inputWidth);
    this.hidden = compute.buffer(batch * hidden);
    this.hiddenTurned = compute.buffer(batch * hidden);
    this.hiddenGradient = compute.buffer(batch * hidden);
    this.scoreBuffer = compute.buffer(batch * outputs);
    this.scores = this.scoreBuffer.values;
    this.firstTurned = compute.buffer(this.inputWidth * hidden);
    this.secondTurned = compute.buffer(hidden * outputs);
    this.mask = new Float32Array(batch * hidden);
    this.ids = new Int32Array(batch * this.slots.length);
  }

  /** Scores of the first `used` rows of `ids`. */
  forward(used: number): void {
    const { compute, shape, x, hidden, mask, random, scoreBuffer } = this;
    const { dropout } = this.options;
    const units = shape.hidden;
    const rows = Math.ceil(used / 4) * 4;
    this.gather(used);
    x.values.fill(0, used * this.inputWidth, rows * this.inputWidth);
    for (let i = 0; i < rows; i++) hidden.values.set(this.firstBias.values.values, i * units);
    compute.multiply(x, this.first.values, hidden, rows, units, this.inputWidth);
    const keep = 1 / (1 - dropout);
    const sums = hidden.values;
    for (let i = 0; i < used * units; i++) {
      mask[i] = sums[i] > 0 && random.next() >= dropout ? keep : 0;
      sums[i] *= mask[i];
    }
    mask.fill(0, used * units, rows * units);
    sums.fill(0, used * units, rows * units);
    for (let i = 0; i < rows; i++) {
      this.scores.set(this.secondBias.values.values.subarray(0, shape.outputs), i * shape.outputs);
    }
    compute.multiply(hidden, this.second.values, scoreBuffer, rows, shape.outputs, units);
  }

  /** Takes one step down the gradient that stands in `scores`. */
  backward(used: number): void {
    const { compute, shape, hidden, hiddenGradient, mask, scoreBuffer, inputWidth } = this;
    const { hidden: units, outputs } = shape;
    const rows = Math.ceil(used / 4) * 4;
    this.scores.fill(0, used * outputs, rows * outputs);
    compute.transpose(hidden, this.hiddenTurned, rows, units);
    compute.multiply(this.hiddenTurned, scoreBuffer, this.second.gradient, units, outputs, rows);
    addColumns(this.scores, this.secondBias.gradient.values, used, outputs);
    compute.transpose(this.second.values, this.secondTurned, units, outputs);
    hiddenGradient.values.fill(0, 0, rows * units);
    compute.multiply(scoreBuffer, this.secondTurned, hiddenGradient, rows, units, outputs);
    for (let i = 0; i < rows * units; i++) hiddenGradient.values[i] *= mask[i];
    compute.transpose(this.x, this.xTurned, rows, inputWidth);
    compute.multiply(this.xTurned, hiddenGradient, this.first.gradient, inputWidth, units, rows);
    addColumns(hiddenGradient.values, this.firstBias.gradient.values, used, units);
    compute.transpose(this.first.values, this.firstTurned, inputWidth, units);
    this.xGradient.values.fill(0, 0, rows * inputWidth);
    compute.multiply(hiddenGradient, this.firstTurned, this.xGradient, rows, inputWidth, units);
    this.scatter(used);
    this.update();
  }

  /** Arrays of the weights file, from the running averages. */
  arrays(): Record<string, WeightArray> {
    const { shape } = this;
    const result: Record<string, WeightArray> = {};
    const add = (name: string, parameter: Parameter, rows: number, columns: number) => {
      const { values, scales } = quantizeRows(parameter.averaged.values, rows, columns);
      result[`${name}.values`] = values;
      result[`${name}.scales`] = scales;
    };
    for (const [name, { parameter, width }] of this.tables) {
      add(name, parameter, shape.tables[name].rows, width);
    }
    add('first', this.first, this.inputWidth, shape.hidden);
    result['first.values'] = this.inBlocks(result['first.values'] as Int8Array);
    add('second', this.second, shape.hidden, shape.outputs);
    result.firstBias = this.firstBias.averaged.values.slice(0, shape.hidden);
    result.secondBias = this.secondBias.averaged.values.slice(0, shape.outputs);
    return result;
  }

  /** The first layer's weights in the order in which the kernel reads them. */
  private inBlocks(values: Int8Array): Int8Array {
    const { groups, tables, hidden } = this.shape;
    const packed = new Int8Array(values.length);
    let at = 0;
    let first = 0;
    for (const group of groups) {
      const width = group.reduce((sum, name) => sum + tables[name].width, 0);
      for (let column = 0; column < hidden; column += BLOCK) {
        for (let pair = first; pair < first + width; pair += 2) {
          for (let c = column; c < column + BLOCK; c++) {
            packed[at++] = values[pair * hidden + c];
            packed[at++] = values[(pair + 1) * hidden + c];
          }
        }
      }
      first += width;
    }
    return packed;
  }

  private parameter(length: number, spread: number): Parameter {
    const padded = Math.ceil(length / 4) * 4;
    const [values, gradient, first, second, averaged] = Array.from({ length: 5 }, () =>
      this.compute.buffer(padded),
    );
    for (let i = 0; i < length; i++) values.values[i] = (this.random.next() * 2 - 1) * spread;
    averaged.values.set(values.values);
    return { values, gradient, first, second, averaged };
  }

  /** Writes the embeddings of each row's ids side by side. */
  private gather(used: number): void {
    const { ids, slots, tables } = this;
    const x = this.x.values;
    const sources = slots.map((name) => tables.get(name)!);
    let at = 0;
    for (let i = 0; i < used * slots.length; i++) {
      const { width, parameter } = sources[i % slots.length];
      const from = parameter.values.values;
      const base = ids[i] * width;
      for (let k = 0; k < width; k++) x[at + k] = from[base + k];
      at += width;
    }
  }

  /** Adds the input's gradient to the embeddings it came from. */
  private scatter(used: number): void {
    const { ids, slots, tables } = this;
    const from = this.xGradient.values;
    const targets = slots.map((name) => tables.get(name)!);
    let at = 0;
    for (let i = 0; i < used * slots.length; i++) {
      const { width, parameter, touched } = targets[i % slots.length];
      const to = parameter.gradient.values;
      const base = ids[i] * width;
      touched.add(ids[i]);
      for (let k = 0; k < width; k++) to[base + k] += from[at + k];
      at += width;
    }
  }

  private update(): void {
    const { compute, options } = this;
    const step = ++this.step;
    const rate = options.rate * Math.max(1 - (0.95 * step) / options.steps, 0.02);
    const adam = adamStep(step, rate);
    for (const { width, parameter, touched } of this.tables.values()) {
      touched.drain((row) => compute.adam(parameter, row * width, width, adam));
    }
    const dense = [this.first, this.firstBias, this.second, this.secondBias];
    for (const parameter of dense) {
      compute.adam(parameter, 0, parameter.values.values.length, adam);
    }
    if (step % AVERAGE_EVERY !== 0) return;
    const keep = step < 2000 ? 0.9 : 0.98;
    for (const { parameter } of this.tables.values()) compute.average(parameter, keep);
    for (const parameter of dense) compute.average(parameter, keep);
  }
}

const AVERAGE_EVERY = 20;

interface Table {
  readonly width: number;
  readonly parameter: Parameter;
  readonly touched: Touched;
}

/** Rows of an embedding that a batch has used. */
class Touched {
  private readonly marks: Uint8Array;
  private readonly rows: number[] = [];

  constructor(count: number) {
    this.marks = new Uint8Array(count);
  }

  add(row: number): void {
    if (this.marks[row] !== 0) return;
    this.marks[row] = 1;
    this.rows.push(row);
  }

  drain(visit: (row: number) => void): void {
    for (const row of this.rows) {
      visit(row);
      this.marks[row] = 0;
    }
    this.rows.length = 0;
  }
}

function addColumns(from: Float32Array, to: Float32Array, rows: number, columns: number): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) to[j] += from[i * columns + j];
  }
}

/** Rows as small integers, each with a scale that makes its largest ±127: clipping at less costs much more. */
function quantizeRows(
  matrix: Float32Array,
  rows: number,
  columns: number,
): { values: Int8Array; scales: Float32Array } {
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const part = matrix.subarray(row * columns, (row + 1) * columns);
    let largest = 1e-9;
    for (const value of part) largest = Math.max(largest, Math.abs(value));
    scales[row] = largest / 127;
    for (let i = 0; i < columns; i++) values[row * columns + i] = Math.round(part[i] / scales[row]);
  }
  return { values, scales };
}
