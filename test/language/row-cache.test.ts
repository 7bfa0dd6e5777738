import { describe, expect, test } from 'vitest';
import { RowCache } from '../../src/language/row-cache.ts';
import type { RowNetwork } from '../../src/language/row-network.ts';

const FIXED = 3;
const ROW_BYTES = 64;

/** Stands for a network: remembers which row was made in which slot. */
function pretendNetwork(capacity: number) {
  const made: string[] = [];
  const makeRow = (slot: number, group: number, ids: ArrayLike<number>) => {
    made[slot] = `${group}:${Array.from(ids).join()}`;
    return ROW_BYTES * (slot + 1);
  };
  const rowAt = (address: number) => made[address / ROW_BYTES - 1];
  const network = { capacity, makeRow } as unknown as RowNetwork;
  return { network, rowAt, made };
}

describe('row cache', () => {
  test('gives the row that was made for a place, however often rows make way', () => {
    const { network, rowAt, made } = pretendNetwork(64);
    const cache = new RowCache(network, FIXED, 500);
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return (seed >> 8) % below;
    };
    for (let step = 0; step < 2000; step++) {
      cache.begin();
      const places = Array.from({ length: 20 }, () => random(random(2) ? 30 : 500));
      const addresses = places.map((place) => cache.find(place) || cache.make(place, 1, [place]));
      expect(addresses.map(rowAt)).toEqual(places.map((place) => `1:${place}`));
    }
    expect(made.slice(0, FIXED).filter(Boolean)).toEqual([]);
  });

  test('keeps what is asked for again and again', () => {
    const { network } = pretendNetwork(64);
    const cache = new RowCache(network, FIXED, 1000);
    cache.make(0, 1, [0]);
    for (let place = 1; place < 1000; place++) {
      cache.begin();
      expect(cache.find(0)).toBeGreaterThan(0);
      cache.make(place, 1, [place]);
    }
    expect(cache.find(1)).toBe(0);
  });

  test('forgets all when cleared', () => {
    const { network } = pretendNetwork(64);
    const cache = new RowCache(network, FIXED, 10);
    cache.make(4, 1, [4]);
    cache.clear();
    expect(cache.find(4)).toBe(0);
  });
});
