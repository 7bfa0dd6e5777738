import { type RawBuilder, sql } from 'kysely';
import type { CodedEvent } from '#coder';
import type { Connection } from './connection.ts';
import { checkLimit, decodeCursor, encodeCursor } from './cursor.ts';
import { eventNumbers, isCodedOrdinal } from './event-number.ts';
import type { EventQuery, EventState, LedgerEvent, Page, PartyQuery } from './ledger.ts';
import { allOf } from './read-documents.ts';

interface EventRow {
  readonly number: number;
  readonly ordinal: number;
  readonly day: string;
  readonly state: EventState;
  readonly coded: string | null;
  readonly record: string;
  readonly corrections: string;
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

/** Where a query starts to read: a table in the order of day and event, which narrows it most. */
interface Driver {
  readonly from: RawBuilder<unknown>;
  readonly day: RawBuilder<unknown>;
  readonly number: RawBuilder<unknown>;
  readonly conditions: readonly RawBuilder<unknown>[];
}

const columns = sql`events.number, events.ordinal, events.day, events.state, events.coded, events.record,
  (select json_group_array(c.number) from (select number from corrections
    where corrections.document = events.document and corrections.event = events.number order by number) as c) as corrections,
  documents.id, documents.title, documents.publisher, documents.date, documents.url`;

/** One page of events, by their first day, then in the order of adding. */
export function readEvents(connection: Connection, query: EventQuery): Page<LedgerEvent> {
  const size = checkLimit(query.limit);
  const newest = query.order !== 'oldest';
  const list = newest ? 'events, newest first' : 'events, oldest first';
  const after =
    query.cursor === undefined ? null : decodeCursor(list, ['string', 'number'], query.cursor);
  const conditions = conditionsOf(connection, query);
  if (conditions === null) return { items: [], next: null };
  const found = new Map<number, EventRow>();
  for (const driver of driversOf(query)) {
    const all = [...driver.conditions, ...conditions];
    if (after !== null) {
      const beyond = newest ? sql`<` : sql`>`;
      all.push(sql`(${driver.day}, ${driver.number}) ${beyond} (${after[0]}, ${after[1]})`);
    }
    const order = newest ? sql`desc` : sql`asc`;
    const rows = connection.all(sql<EventRow>`select ${columns} from ${driver.from}
      join documents on documents.number = events.document where ${allOf(all)}
      order by ${driver.day} ${order}, ${driver.number} ${order} limit ${size + 1}`);
    for (const row of rows) found.set(row.number, row);
  }
  const sign = newest ? -1 : 1;
  const rows = [...found.values()].sort(
    (a, b) => sign * (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number),
  );
  const items = rows.slice(0, size);
  const last = items[items.length - 1];
  return {
    items: items.map(eventOf),
    next: rows.length > size ? encodeCursor(list, [last.day, last.number]) : null,
  };
}

/** All events of a document by their numbers. */
export function readEventsOf(connection: Connection, document: number): LedgerEvent[] {
  const [from, to] = eventNumbers(document);
  return connection
    .all(sql<EventRow>`select ${columns} from events join documents on documents.number = events.document
      where events.number >= ${from} and events.number < ${to} order by events.number`)
    .map(eventOf);
}

function driversOf({ dyad, actor, recipient }: EventQuery): Driver[] {
  if (dyad !== undefined) {
    const [left, right] = dyad;
    const both = [pairDriver(left, right), pairDriver(right, left)];
    return left === right ? [both[0]] : both;
  }
  if (actor !== undefined && recipient !== undefined) {
    return [pairDriver(actor.country, recipient.country)];
  }
  if (actor !== undefined) return [partyDriver('actor', actor)];
  if (recipient !== undefined) return [partyDriver('recipient', recipient)];
  return [{ from: sql`events`, day: sql`events.day`, number: sql`events.number`, conditions: [] }];
}

function pairDriver(actor: string, recipient: string): Driver {
  return {
    from: sql`event_pairs join events on events.number = event_pairs.event`,
    day: sql`event_pairs.day`,
    number: sql`event_pairs.event`,
    conditions: [sql`event_pairs.actor = ${actor}`, sql`event_pairs.recipient = ${recipient}`],
  };
}

function partyDriver(role: 'actor' | 'recipient', { country }: PartyQuery): Driver {
  return {
    from: sql`event_parties as lead join events on events.number = lead.event`,
    day: sql`lead.day`,
    number: sql`lead.event`,
    conditions: [sql`lead.leads = 1`, sql`lead.role = ${role}`, sql`lead.country = ${country}`],
  };
}

/** What an event must be; null where nothing can be it. */
function conditionsOf(connection: Connection, query: EventQuery): RawBuilder<unknown>[] | null {
  const { actor, recipient, type, mode, status, from, to, document, confidence, state } = query;
  const conditions: RawBuilder<unknown>[] = [];
  const isPair = query.dyad !== undefined || (actor !== undefined && recipient !== undefined);
  // Without a sector the driver's own condition says the same.
  if (actor && (isPair || actor.sector)) conditions.push(takesPart('actor', actor));
  if (recipient && (isPair || recipient.sector)) conditions.push(takesPart('recipient', recipient));
  if (type !== undefined) conditions.push(isOneOf(sql`events.type`, type));
  if (mode !== undefined) conditions.push(sql`events.mode = ${mode}`);
  if (status !== undefined) conditions.push(isOneOf(sql`events.status`, status));
  if (from !== undefined) conditions.push(sql`events.date_to >= ${from}`);
  if (to !== undefined) conditions.push(sql`events.day <> '' and events.day <= ${to}`);
  if (confidence !== undefined) conditions.push(sql`events.confidence >= ${confidence}`);
  conditions.push(
    state === undefined ? sql`events.state <> 'rejected'` : isOneOf(sql`events.state`, state),
  );
  if (document !== undefined) {
    const row = connection.first(
      sql<{ number: number }>`select number from documents where id = ${document}`,
    );
    if (row === undefined) return null;
    const [first, end] = eventNumbers(row.number);
    conditions.push(sql`events.number >= ${first} and events.number < ${end}`);
  }
  return conditions;
}

function takesPart(role: 'actor' | 'recipient', { country, sector }: PartyQuery) {
  const inSector = sector === undefined ? sql`` : sql` and party.sector = ${sector}`;
  return sql`exists (select 1 from event_parties as party where party.event = events.number
    and party.role = ${role} and party.country = ${country}${inSector})`;
}

function isOneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> {
  return values.length === 0 ? sql`false` : sql`${column} in (${sql.join(values)})`;
}

function eventOf(row: EventRow): LedgerEvent {
  const event = JSON.parse(row.record) as CodedEvent;
  const { id, title, publisher, date, url, state } = row;
  const own = row.coded === null ? event : (JSON.parse(row.coded) as CodedEvent);
  return {
    event,
    coded: isCodedOrdinal(row.ordinal) ? own : null,
    state,
    corrections: JSON.parse(row.corrections) as number[],
    document: { id, title, publisher, date, url },
  };
}
