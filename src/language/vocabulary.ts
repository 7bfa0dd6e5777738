/** Number of what a table does not hold, of "no word there", and of the root. */
export const UNKNOWN = 0;
export const NOTHING = 1;
export const ROOT = 2;
/** Numbers below this have the meanings above. */
export const FIRST_KNOWN = 3;

/** Numbers the hashes that a network was trained on. */
export class Vocabulary {
  private readonly numbers = new Map<number, number>();

  constructor(hashes: Int32Array) {
    for (const hash of hashes) this.numbers.set(hash, FIRST_KNOWN + this.numbers.size);
  }

  numberOf(hash: number): number {
    return this.numbers.get(hash) ?? UNKNOWN;
  }

  /** Rows that a table for these numbers needs. */
  get rows(): number {
    return FIRST_KNOWN + this.numbers.size;
  }
}
