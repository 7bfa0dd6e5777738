import { type RawBuilder, sql } from 'kysely';
import type { Connection } from './connection.ts';
import { checkLimit, decodeCursor, encodeCursor } from './cursor.ts';
import type { EntityQuery, EntitySummary, Page } from './ledger.ts';
import { allOf } from './read-documents.ts';
import { foldName } from './write-entities.ts';

const place = sql`name, coalesce(country, ''), coalesce(sector, '')`;

/** One page of entities that some document speaks of, by name. */
export function readEntities(
  connection: Connection,
  { country, q, limit, cursor }: EntityQuery,
): Page<EntitySummary> {
  const size = checkLimit(limit);
  const conditions: RawBuilder<unknown>[] = [];
  if (country !== undefined) conditions.push(sql`country = ${country}`);
  if (q !== undefined) conditions.push(sql`instr(folded, ${foldName(q)}) > 0`);
  if (cursor !== undefined) {
    const values = decodeCursor('entities', ['string', 'string', 'string'], cursor);
    conditions.push(sql`(${place}) > (${sql.join(values)})`);
  }
  const rows = connection.all(sql<EntitySummary>`select name, country, sector,
      (select count(distinct document) from document_entities where entity = entities.number) as documents,
      (select sum(mentions) from document_entities where entity = entities.number) as mentions
    from entities where ${allOf(conditions)} order by ${place} limit ${size + 1}`);
  const items = rows.slice(0, size);
  const last = items[items.length - 1];
  return {
    items,
    next:
      rows.length > size
        ? encodeCursor('entities', [last.name, last.country ?? '', last.sector ?? ''])
        : null,
  };
}
