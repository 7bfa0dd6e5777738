/** Dense weights of hashed features while an averaged perceptron learns. Row 0 stands for "unknown". */
export class FeatureTable {
  private readonly slots: Int32Array;
  private readonly mask: number;
  readonly keys: Int32Array;
  rows = 1;
  weights: Float32Array;
  /** Sum of updates, each times the step at which it was made: gives the average (Collins 2002). */
  totals: Float32Array;

  constructor(
    readonly classes: number,
    private readonly capacity: number,
  ) {
    let bits = 4;
    while (1 << bits < capacity * 1.6) bits++;
    this.slots = new Int32Array(1 << bits);
    this.mask = (1 << bits) - 1;
    this.keys = new Int32Array(capacity);
    this.weights = new Float32Array(capacity * classes);
    this.totals = new Float32Array(capacity * classes);
  }

  find(key: number): number {
    let slot = (key ^ (key >>> 15)) & this.mask;
    for (;;) {
      const row = this.slots[slot];
      if (row === 0 || this.keys[row] === key) return row;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Row of the key, made new where there is none; 0 when the table is full. */
  insert(key: number): number {
    let slot = (key ^ (key >>> 15)) & this.mask;
    for (;;) {
      const row = this.slots[slot];
      if (row !== 0 && this.keys[row] === key) return row;
      if (row === 0) {
        if (this.rows === this.capacity) return 0;
        this.slots[slot] = this.rows;
        this.keys[this.rows] = key;
        return this.rows++;
      }
      slot = (slot + 1) & this.mask;
    }
  }

  add(row: number, index: number, amount: number, step: number): void {
    const at = row * this.classes + index;
    this.weights[at] += amount;
    this.totals[at] += amount * step;
  }

  /** Averaged weights as small integers; entries below `threshold` are dropped. The largest becomes ±127. */
  quantize(
    step: number,
    threshold: number,
  ): { key: number; classes: number[]; values: number[] }[] {
    const { classes } = this;
    let largest = 0;
    const average = (at: number) => this.weights[at] - this.totals[at] / step;
    for (let at = classes; at < this.rows * classes; at++) {
      largest = Math.max(largest, Math.abs(average(at)));
    }
    const scale = largest / 127;
    const result = [];
    for (let row = 1; row < this.rows; row++) {
      const entry = { key: this.keys[row], classes: [] as number[], values: [] as number[] };
      for (let c = 0; c < classes; c++) {
        const value = average(row * classes + c);
        if (Math.abs(value) < threshold) continue;
        const small = Math.round(value / scale);
        if (small === 0) continue;
        entry.classes.push(c);
        entry.values.push(small);
      }
      if (entry.classes.length > 0) result.push(entry);
    }
    return result;
  }
}
