import { sql } from 'kysely';
import { type CodedDocument, type CodedEvent, InputError } from '#coder';
import type { Connection } from './connection.ts';
import { applyCorrections, type KeptCorrection } from './effective-events.ts';
import { documentIdOf } from './event-number.ts';
import {
  type Correction,
  type LedgerEvent,
  type NewCorrection,
  type SettableFields,
  settableFields,
} from './ledger.ts';
import { type DocumentRow, readDocumentRow } from './read-documents.ts';
import { readEventsOf } from './read-events.ts';
import { writeEvents } from './write-records.ts';

interface CorrectionRow extends Omit<Correction, 'fields'> {
  readonly payload: string;
}

interface AnchorRow {
  readonly coder: string | null;
  readonly anchor: string | null;
  readonly added: number | null;
}

const columns = sql`c.number, c.kind, documents.id as document, events.id as event, c.payload, c.author, c.note, c.at,
  c.undone_at as "undoneAt", c.undone_by as "undoneBy"`;
const from = sql`corrections as c join documents on documents.number = c.document
  left join events on events.number = c.event`;

export function readCorrection(connection: Connection, number: number): Correction | null {
  const row = connection.first(
    sql<CorrectionRow>`select ${columns} from ${from} where c.number = ${number}`,
  );
  return row === undefined ? null : correctionOf(row);
}

export function readCorrectionsOf(connection: Connection, document: number): Correction[] {
  return connection
    .all(
      sql<CorrectionRow>`select ${columns} from ${from} where c.document = ${document} order by c.number`,
    )
    .map(correctionOf);
}

function correctionOf({ payload, ...row }: CorrectionRow): Correction {
  const fields = row.kind === 'set-field' ? (JSON.parse(payload) as SettableFields) : null;
  return { ...row, fields };
}

/** Keeps a correction and applies it. Call within a transaction. Returns its number. */
export function keepCorrection(connection: Connection, correction: NewCorrection): number {
  if (correction.kind === 'add-event') {
    const row = readDocumentRow(connection, correction.document);
    if (row === undefined) throw unknown('document', correction.document);
    const anchor = { coder: null, anchor: null, added: null };
    return insert(connection, row, correction, anchor, correction.event);
  }
  const { row, target } = findTarget(connection, correction.event);
  const anchor = anchorOf(connection, row, target);
  if (correction.kind === 'set-field') {
    checkFields(correction.fields);
    return insert(connection, row, correction, anchor, correction.fields);
  }
  return insert(
    connection,
    row,
    correction,
    anchor,
    correction.kind === 'confirm' ? target.event : {},
  );
}

/** Undoes or redoes a correction. Call within a transaction. False where there is none of that number. */
export function setUndone(
  connection: Connection,
  number: number,
  undone: { readonly author: string; readonly at: string } | null,
): boolean {
  const row = connection.first(
    sql<{ id: string; wasUndone: number }>`select documents.id, undone_at is not null as "wasUndone"
      from corrections join documents on documents.number = corrections.document
      where corrections.number = ${number}`,
  );
  if (row === undefined) return false;
  if ((row.wasUndone === 1) === (undone !== null)) return true;
  connection.run(
    'update corrections set undone_at = ?, undone_by = ? where number = ?',
    undone?.at ?? null,
    undone?.author ?? null,
    number,
  );
  const document = readDocumentRow(connection, row.id)!;
  applyTo(connection, document.number, readCoded(connection, document));
  return true;
}

/** Writes the events of a document as they stand after its live corrections. */
export function applyTo(connection: Connection, number: number, coded: CodedDocument): void {
  const corrections = connection
    .all(
      sql<Omit<KeptCorrection, 'anchor' | 'payload'> & { anchor: string | null; payload: string }>`
        select number, kind, coder, anchor, added, payload from corrections
        where document = ${number} and undone_at is null order by number`,
    )
    .map(
      (row): KeptCorrection => ({
        ...row,
        anchor: row.anchor === null ? null : (JSON.parse(row.anchor) as CodedEvent),
        payload: JSON.parse(row.payload) as KeptCorrection['payload'],
      }),
    );
  const effective = applyCorrections(coded, corrections);
  const numbers = writeEvents(connection, number, effective);
  connection.run('update corrections set event = null where document = ?', number);
  for (const [index, event] of effective.entries()) {
    for (const correction of event.corrections) {
      connection.run(
        'update corrections set event = ? where number = ?',
        numbers[index],
        correction,
      );
    }
  }
}

/** The coder's record of a document, untouched by corrections. */
export function readCoded(connection: Connection, { number }: DocumentRow): CodedDocument {
  const { record } = connection.first(
    sql<{ record: string }>`select record from codings where document = ${number}`,
  )!;
  const events = readEventsOf(connection, number).flatMap(({ coded }) => (coded ? [coded] : []));
  return { ...(JSON.parse(record) as CodedDocument), events };
}

function insert(
  connection: Connection,
  row: DocumentRow,
  { kind, author, note }: NewCorrection,
  { coder, anchor, added }: AnchorRow,
  payload: SettableFields | Omit<CodedEvent, 'id'>,
): number {
  const coded = readCoded(connection, row);
  const number = connection.run(
    `insert into corrections (document, kind, coder, anchor, added, payload, author, note, at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.number,
    kind,
    coder,
    anchor,
    added,
    JSON.stringify(payload),
    author,
    note ?? null,
    new Date().toISOString(),
  );
  applyTo(connection, row.number, coded);
  return number;
}

function findTarget(
  connection: Connection,
  eventId: string,
): { row: DocumentRow; target: LedgerEvent } {
  const documentId = documentIdOf(eventId);
  const row = documentId === null ? undefined : readDocumentRow(connection, documentId);
  const target =
    row && readEventsOf(connection, row.number).find(({ event }) => event.id === eventId);
  if (row === undefined || target === undefined) throw unknown('event', eventId);
  return { row, target };
}

/** By what the event that is meant is found again: the coder's own, or what the corrections hold on to that made it stand. */
function anchorOf(connection: Connection, row: DocumentRow, target: LedgerEvent): AnchorRow {
  const numbers = target.corrections;
  const former = connection.all(
    sql<AnchorRow & { number: number; kind: string }>`select number, kind, coder, anchor, added
      from corrections where number in (${sql.join(numbers.length === 0 ? [0] : numbers)}) order by number`,
  );
  const adding = former.find(({ kind }) => kind === 'add-event');
  if (adding !== undefined) return { coder: null, anchor: null, added: adding.number };
  if (target.coded !== null) {
    return { coder: row.coder, anchor: JSON.stringify(target.coded), added: null };
  }
  const [{ coder, anchor, added }] = former;
  return { coder, anchor, added };
}

function checkFields(fields: SettableFields): void {
  const names = Object.keys(fields);
  const unknownName = names.find((name) => !(settableFields as readonly string[]).includes(name));
  if (names.length > 0 && unknownName === undefined) return;
  throw new InputError(unknownName === undefined ? 'no field is set' : 'this field cannot be set', {
    where: 'fields',
    found: unknownName === undefined ? 'none' : JSON.stringify(unknownName),
    expected: `one or more of ${settableFields.join(', ')}`,
  });
}

function unknown(what: 'event' | 'document', id: string): InputError {
  return new InputError(`no such ${what}`, {
    where: what,
    found: JSON.stringify(id),
    expected: `the id of ${what === 'event' ? 'an event' : 'a document'} of this ledger`,
  });
}
