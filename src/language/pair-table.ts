/** Numbers pairs of integers from 0 in the order in which they come, up to a capacity. */
export class PairTable {
  /** Numbers given so far. */
  size = 0;
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(readonly capacity: number) {
    let bits = 4;
    while (1 << bits < capacity * 2) bits++;
    this.mask = (1 << bits) - 1;
    // First, second, number + 1; 0 marks a free slot.
    this.slots = new Int32Array(3 << bits);
  }

  /** Number of the pair; −1 where it is new and there is no room. */
  idOf(first: number, second: number): number {
    const { slots, mask } = this;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    for (;;) {
      const at = 3 * slot;
      const id = slots[at + 2];
      if (id === 0) break;
      if (slots[at] === first && slots[at + 1] === second) return id - 1;
      slot = (slot + 1) & mask;
    }
    if (this.size === this.capacity) return -1;
    slots[3 * slot] = first;
    slots[3 * slot + 1] = second;
    slots[3 * slot + 2] = ++this.size;
    return this.size - 1;
  }

  clear(): void {
    this.size = 0;
    this.slots.fill(0);
  }
}
