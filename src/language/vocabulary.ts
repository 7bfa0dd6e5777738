/** Number of what a table does not hold, of "no word there", and of the root. */
export const UNKNOWN = 0;
export const NOTHING = 1;
export const ROOT = 2;
/** Numbers below this have the meanings above. */
export const FIRST_KNOWN = 3;

/** Numbers the hashes that a network was trained on. A table of its own is filled several times faster than a map. */
export class Vocabulary {
  private readonly hashes: Int32Array;
  /** Number of the hash in the same place, or 0. */
  private readonly numbers: Int32Array;
  private readonly mask: number;
  private count = 0;

  constructor(hashes: Int32Array) {
    let size = 16;
    while (size < 2 * hashes.length) size *= 2;
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.numbers = new Int32Array(size);
    for (let i = 0; i < hashes.length; i++) {
      const place = this.placeOf(hashes[i]);
      if (this.numbers[place] === UNKNOWN) this.count++;
      this.hashes[place] = hashes[i];
      this.numbers[place] = FIRST_KNOWN + i;
    }
  }

  numberOf(hash: number): number {
    return this.numbers[this.placeOf(hash)];
  }

  /** Rows that a table for these numbers needs. */
  get rows(): number {
    return FIRST_KNOWN + this.count;
  }

  /** Where a hash stands, or the free place where it would. */
  private placeOf(hash: number): number {
    const { hashes, numbers, mask } = this;
    // Hashes of one kind may share their low bits.
    let place = (hash ^ (hash >>> 15)) & mask;
    while (numbers[place] !== UNKNOWN && hashes[place] !== hash) place = (place + 1) & mask;
    return place;
  }
}
