import type { RowNetwork } from './row-network.ts';

/**
 * Keeps a network's rows by place (a number that the owner gives to each combination of position and input). When
 * there is no more room, rows that were not asked for since the last time make way: frequent words keep theirs.
 */
export class RowCache {
  /** Slot + 1 by place; 0 where the row is not made. */
  private readonly slotOf: Int32Array;
  /** Place by slot. */
  private readonly placeOf: Int32Array;
  /** Whether a row was asked for again, by slot. */
  private readonly touched: Uint8Array;
  /** Rows below this are not the cache's. */
  private readonly first: number;

  constructor(
    private readonly network: RowNetwork,
    places: number,
  ) {
    this.slotOf = new Int32Array(places);
    this.placeOf = new Int32Array(network.capacity);
    this.touched = new Uint8Array(network.capacity);
    this.first = network.used;
  }

  /** Address of the row at a place; 0 where it is not made. */
  find(place: number): number {
    const slot = this.slotOf[place] - 1;
    if (slot < 0) return 0;
    this.touched[slot] = 1;
    return this.network.addressOf(slot);
  }

  /** Makes the row at a place and returns its address. There must be room: see `makeRoom`. */
  make(place: number, group: number, ids: ArrayLike<number>): number {
    const slot = this.network.used;
    this.slotOf[place] = slot + 1;
    this.placeOf[slot] = place;
    this.touched[slot] = 0;
    return this.network.makeRow(group, ids);
  }

  /** Sees to it that `count` rows can be made. Moves rows: addresses found before are void if it returns true. */
  makeRoom(count: number): boolean {
    if (this.network.used + count <= this.network.capacity) return false;
    const end = this.network.used;
    let kept = this.first;
    for (let slot = this.first; slot < end; slot++) {
      const place = this.placeOf[slot];
      if (this.touched[slot] === 0) {
        this.slotOf[place] = 0;
        continue;
      }
      this.network.moveRow(slot, kept);
      this.slotOf[place] = kept + 1;
      this.placeOf[kept] = place;
      this.touched[kept] = 0;
      kept++;
    }
    // Where nearly all are in use, sweeping again and again would cost more than it saves.
    if (kept > (this.network.capacity * 7) / 8) this.clear();
    else this.network.forget(kept);
    return true;
  }

  clear(): void {
    this.slotOf.fill(0);
    this.network.forget(this.first);
  }
}
