import { type RawBuilder, sql } from 'kysely';
import type { SourceDocument } from '#coder';
import type { Connection } from './connection.ts';
import { checkLimit, decodeCursor, encodeCursor } from './cursor.ts';
import type { DocumentQuery, DocumentSummary, Page } from './ledger.ts';
import { searchCondition } from './text-search.ts';

export interface DocumentRow extends Omit<DocumentSummary, 'profile'> {
  readonly number: number;
  /** JSON of `DocumentSummary.profile`. */
  readonly profile: string;
}

const summaryColumns = sql`documents.number, documents.id, title, publisher, author, date, url, language, source,
  added_at as "addedAt", length, coder, coded_at as "codedAt", events, opening, profile`;
const from = sql`documents join codings on codings.document = documents.number`;

/** Conditions joined with "and"; true where there is none. */
export function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** One page of documents, newest first. */
export function readDocuments(
  connection: Connection,
  { q, publisher, from: first, to, notCodedBy, limit, cursor }: DocumentQuery,
): Page<DocumentSummary> {
  const size = checkLimit(limit);
  const conditions: RawBuilder<unknown>[] = [];
  if (q !== undefined) conditions.push(searchCondition(connection, q));
  if (publisher !== undefined) conditions.push(sql`publisher = ${publisher}`);
  if (first !== undefined) conditions.push(sql`coalesce(date, '') >= ${first}`);
  if (to !== undefined) conditions.push(sql`date <= ${to}`);
  if (notCodedBy !== undefined) conditions.push(sql`coder <> ${notCodedBy}`);
  if (cursor !== undefined) {
    const [day, number] = decodeCursor('documents', ['string', 'number'], cursor);
    conditions.push(sql`(coalesce(date, ''), documents.number) < (${day}, ${number})`);
  }
  const rows = connection.all(sql<DocumentRow>`select ${summaryColumns} from ${from}
    where ${allOf(conditions)} order by coalesce(date, '') desc, documents.number desc limit ${size + 1}`);
  const items = rows.slice(0, size);
  const last = items[items.length - 1];
  return {
    items: items.map(summaryOf),
    next: rows.length > size ? encodeCursor('documents', [last.date ?? '', last.number]) : null,
  };
}

/** A document's row by its id, without the text. */
export function readDocumentRow(connection: Connection, id: string): DocumentRow | undefined {
  return connection.first(
    sql<DocumentRow>`select ${summaryColumns} from ${from} where documents.id = ${id}`,
  );
}

export function summaryOf({ number: _, profile, ...summary }: DocumentRow): DocumentSummary {
  return { ...summary, profile: JSON.parse(profile) as DocumentSummary['profile'] };
}

export function readText(connection: Connection, number: number): string {
  return connection.first(
    sql<{ text: string }>`select text from documents where number = ${number}`,
  )!.text;
}

/** The document as it was handed over; a field that was not given is not there. */
export function readSource(connection: Connection, id: string): SourceDocument | null {
  const row = connection.first(
    sql<
      Record<string, string | null>
    >`select id, text, title, date, publisher, author, language, url
      from documents where id = ${id}`,
  );
  if (row === undefined) return null;
  const given = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(given) as unknown as SourceDocument;
}
