import type { Entry } from '#ledger';
import { makeEntry } from './records.ts';

export const batchSize = 7;

/** The documents of one batch; the same each time. */
export function crashBatch(batch: number): Entry[] {
  return Array.from({ length: batchSize }, (_, index) =>
    makeEntry({ id: `b${batch}-${index}`, date: '2024-01-01' }, [{}, { type: 'AID' }, {}]),
  );
}
