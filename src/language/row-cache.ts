import type { RowNetwork } from './row-network.ts';

/** Rows of which the one not used for longest makes way for a new one. */
const CANDIDATES = 8;
/** Latest time that 32 bits hold. */
const LATEST = 0x7fffffff;

/**
 * Keeps a network's rows by place (a number that the owner gives to each combination of position and input). When
 * there is no more room, a row that was not used for long makes way: frequent words keep theirs.
 */
export class RowCache {
  /** Slot by place, counted from 1; 0 where the row is not made. */
  private readonly slotOf: Int32Array;
  /** Where the network says that the row is, by slot. */
  private readonly rows: Int32Array;
  /** Place by slot; −1 where there is none. */
  private readonly placeOf: Int32Array;
  /** When a row was last used, by slot. */
  private readonly usedAt: Int32Array;
  private now = 1;
  /** Slot to look at next when one must make way. */
  private hand: number;

  /** The rows of the first `fixed` slots are not the cache's. */
  constructor(
    private readonly network: RowNetwork,
    private readonly fixed: number,
    places: number,
  ) {
    this.slotOf = new Int32Array(places);
    this.rows = new Int32Array(network.capacity);
    this.placeOf = new Int32Array(network.capacity).fill(-1);
    this.usedAt = new Int32Array(network.capacity);
    this.hand = fixed;
  }

  /** Rows found or made from now on stay until the next call, if they are fewer than half of the capacity. */
  begin(): void {
    if (this.now === LATEST) this.clear();
    this.now++;
  }

  /** The row at a place, as the network's `makeRow` returned it; 0 where it is not made. */
  find(place: number): number {
    const slot = this.slotOf[place] - 1;
    if (slot < 0) return 0;
    this.usedAt[slot] = this.now;
    return this.rows[slot];
  }

  /** Makes the row at a place. */
  make(place: number, group: number, ids: ArrayLike<number>): number {
    const slot = this.freeSlot();
    const { placeOf, slotOf } = this;
    if (placeOf[slot] >= 0) slotOf[placeOf[slot]] = 0;
    placeOf[slot] = place;
    slotOf[place] = slot + 1;
    this.usedAt[slot] = this.now;
    const row = this.network.makeRow(slot, group, ids);
    this.rows[slot] = row;
    return row;
  }

  clear(): void {
    this.slotOf.fill(0);
    this.placeOf.fill(-1);
    this.usedAt.fill(0);
    this.now = 1;
    this.hand = this.fixed;
  }

  private freeSlot(): number {
    const { usedAt, placeOf, fixed, network } = this;
    let oldest = -1;
    for (let looked = 0; looked < CANDIDATES || usedAt[oldest] === this.now; looked++) {
      const slot = this.hand;
      this.hand = slot + 1 === network.capacity ? fixed : slot + 1;
      if (placeOf[slot] < 0) return slot;
      if (oldest < 0 || usedAt[slot] < usedAt[oldest]) oldest = slot;
    }
    return oldest;
  }
}
