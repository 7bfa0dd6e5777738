import { sql } from 'kysely';
import type { EventType } from '#coder';
import type { Connection } from './connection.ts';
import type { LedgerStatistics } from './ledger.ts';

export function readStatistics(connection: Connection): LedgerStatistics {
  const documents = connection.first(
    sql<{ documents: number; from: string | null; to: string | null }>`
      select count(*) as documents, min(date) as "from", max(date) as "to" from documents`,
  )!;
  const types = connection.all(
    sql<{ type: EventType; events: number }>`select type, count(*) as events from events
      where state <> 'rejected' group by type order by count(*) desc, type`,
  );
  const { entities } = connection.first(
    sql<{ entities: number }>`select count(*) as entities from entities`,
  )!;
  const publishers = connection.all(
    sql<{ publisher: string | null; documents: number }>`select publisher, count(*) as documents
      from documents group by publisher order by count(*) desc, publisher`,
  );
  const coders = connection.all(
    sql<{ coder: string; documents: number }>`select coder, count(*) as documents
      from codings group by coder order by count(*) desc, coder`,
  );
  const corrections = connection.first(
    sql<{ live: number; undone: number }>`select count(*) filter (where undone_at is null) as live,
      count(undone_at) as undone from corrections`,
  )!;
  const events = types.reduce((sum, type) => sum + type.events, 0);
  return { ...documents, events, entities, types, publishers, coders, corrections };
}
