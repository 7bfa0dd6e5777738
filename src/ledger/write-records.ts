/** Puts records into the tables: the one place where much is written at once. */
import type { CodedDocument, CodedEvent, Party, SourceDocument } from '#coder';
import type { Connection } from './connection.ts';
import type { EffectiveEvent } from './effective-events.ts';
import { eventNumber, eventNumbers, ordinalOf } from './event-number.ts';
import type { DocumentSummary } from './ledger.ts';
import { writeEntities } from './write-entities.ts';

/** Writes a document. Returns its number. */
export function writeDocument(
  connection: Connection,
  document: SourceDocument,
  kept: { readonly id: string; readonly key: string; readonly source: string | null; at: string },
): number {
  return connection.run(
    `insert into documents (id, key, title, publisher, author, date, url, language, source, added_at, length, opening, text)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    kept.id,
    kept.key,
    document.title ?? null,
    document.publisher ?? null,
    document.author ?? null,
    document.date ?? null,
    document.url ?? null,
    document.language ?? null,
    kept.source,
    kept.at,
    document.text.length,
    openingOf(document.text),
    document.text,
  );
}

/** The first 200 characters. */
function openingOf(text: string): string {
  return Array.from(text.slice(0, 400)).slice(0, 200).join('');
}

/** What lists draw of a document's events. */
function profileOf(events: readonly CodedEvent[]): DocumentSummary['profile'] {
  return [...events]
    .sort((a, b) => a.trigger.start - b.trigger.start)
    .slice(0, 200)
    .map(({ type, intensity }) => ({ type, intensity }));
}

/** Writes the coder's record of a document beside its events, in place of an earlier one. */
export function writeCoding(
  connection: Connection,
  document: number,
  coded: CodedDocument,
  at: string,
): void {
  connection.run(
    `insert into codings (document, coder, coded_at, events, profile, record) values (?, ?, ?, 0, '[]', ?)
     on conflict (document) do update set coder = excluded.coder, coded_at = excluded.coded_at, record = excluded.record`,
    document,
    coded.coder,
    at,
    JSON.stringify({ ...coded, events: [] }),
  );
  writeEntities(connection, document, coded.entities);
}

/** Writes the events of a document in place of earlier ones. Returns the number of each. */
export function writeEvents(
  connection: Connection,
  document: number,
  events: readonly EffectiveEvent[],
): number[] {
  const [from, to] = eventNumbers(document);
  connection.run('delete from event_pairs where event >= ? and event < ?', from, to);
  connection.run('delete from event_parties where event >= ? and event < ?', from, to);
  connection.run('delete from events where number >= ? and number < ?', from, to);
  let own = 0;
  const numbers = events.map((effective, index) => {
    const isCoded = effective.coded !== null;
    const ordinal = ordinalOf(isCoded ? index : own++, isCoded);
    return writeEvent(connection, document, ordinal, effective);
  });
  const standing = events.filter(({ state }) => state !== 'rejected').map(({ event }) => event);
  connection.run(
    'update codings set events = ?, profile = ? where document = ?',
    standing.length,
    JSON.stringify(profileOf(standing)),
    document,
  );
  return numbers;
}

function writeEvent(
  connection: Connection,
  document: number,
  ordinal: number,
  { event, coded, state }: EffectiveEvent,
): number {
  const number = eventNumber(document, ordinal);
  const day = event.date?.from ?? '';
  connection.run(
    `insert into events (number, document, ordinal, id, type, mode, status, state, day, date_from, date_to, intensity,
       confidence, made_by, evidence_start, evidence_end, trigger_start, trigger_end, coded, record)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    document,
    ordinal,
    event.id,
    event.type,
    event.mode,
    event.status,
    state,
    day,
    event.date?.from ?? null,
    event.date?.to ?? null,
    event.intensity,
    event.confidence,
    event.by,
    event.evidence.start,
    event.evidence.end,
    event.trigger.start,
    event.trigger.end,
    coded === null || coded === event ? null : JSON.stringify(coded),
    JSON.stringify(event),
  );
  writeParties(connection, number, day, 'actor', event.actors);
  writeParties(connection, number, day, 'recipient', event.recipients);
  for (const [actor, recipient] of countryPairs(event)) {
    connection.run(
      `insert into event_pairs (actor, recipient, day, event, intensity, type, status, state)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      actor,
      recipient,
      day,
      number,
      event.intensity,
      event.type,
      event.status,
      state,
    );
  }
  return number;
}

function writeParties(
  connection: Connection,
  event: number,
  day: string,
  role: 'actor' | 'recipient',
  parties: readonly Party[],
): void {
  const seen = new Set<string | null>();
  for (const [position, { country, sector, name, entity }] of parties.entries()) {
    connection.run(
      `insert into event_parties (event, role, position, country, sector, name, entity, day, leads)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      event,
      role,
      position,
      country,
      sector,
      name,
      entity,
      day,
      seen.has(country) ? 0 : 1,
    );
    seen.add(country);
  }
}

/** Which country acts upon which; where no one is acted upon, every two of those who act, both ways round. */
function countryPairs(event: CodedEvent): [string, string][] {
  const actors = countriesOf(event.actors);
  const mutual = event.recipients.length === 0;
  const recipients = mutual ? actors : countriesOf(event.recipients);
  return actors.flatMap((actor) =>
    recipients
      .filter((recipient) => !mutual || recipient !== actor)
      .map((recipient): [string, string] => [actor, recipient]),
  );
}

function countriesOf(parties: readonly Party[]): string[] {
  return [...new Set(parties.flatMap(({ country }) => (country === null ? [] : [country])))];
}
