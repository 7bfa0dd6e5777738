import { sql } from 'kysely';
import { type CodedDocument, InputError, type SourceDocument } from '#coder';
import { checkCoded, checkEntry, renameCoded } from './check-entry.ts';
import type { Connection } from './connection.ts';
import { documentKey } from './document-key.ts';
import { documentIdOf } from './event-number.ts';
import {
  applyTo,
  keepCorrection,
  readCoded,
  readCorrection,
  readCorrectionsOf,
  setUndone,
} from './keep-corrections.ts';
import type {
  Added,
  Correction,
  DocumentQuery,
  DocumentSummary,
  EntityQuery,
  EntitySummary,
  Entry,
  EventQuery,
  KeptDocument,
  Ledger,
  LedgerEvent,
  LedgerStatistics,
  NewCorrection,
  Page,
} from './ledger.ts';
import {
  readDocumentRow,
  readDocuments,
  readSource,
  readText,
  summaryOf,
} from './read-documents.ts';
import { readEntities } from './read-entities.ts';
import { readEvents, readEventsOf } from './read-events.ts';
import { readStatistics } from './read-statistics.ts';
import { writeCoding, writeDocument } from './write-records.ts';

/** The ledger in a SQLite file. */
export class SqliteLedger implements Ledger {
  readonly path: string;
  readonly readOnly: boolean;
  readonly #connection: Connection;

  constructor(connection: Connection, readOnly: boolean) {
    this.#connection = connection;
    this.path = connection.path;
    this.readOnly = readOnly;
  }

  add(entries: readonly Entry[]): readonly Added[] {
    for (const entry of entries) checkEntry(entry);
    return this.#connection.write(() => entries.map((entry) => this.#keep(entry)));
  }

  find(document: SourceDocument): { readonly id: string; readonly coder: string } | null {
    return this.#findKey(documentKey(document)) ?? null;
  }

  recode(coded: readonly CodedDocument[]): void {
    for (const record of coded) checkCoded(record);
    this.#connection.write(() => {
      for (const record of coded) this.#replace(record);
    });
  }

  document(id: string): KeptDocument | null {
    const connection = this.#connection;
    return connection.read(() => {
      const row = readDocumentRow(connection, id);
      if (row === undefined) return null;
      const effective = readEventsOf(connection, row.number).sort(
        (a, b) => a.event.trigger.start - b.event.trigger.start,
      );
      return {
        ...summaryOf(row),
        text: readText(connection, row.number),
        coded: readCoded(connection, row),
        effective,
        corrections: readCorrectionsOf(connection, row.number),
      };
    });
  }

  source(id: string): SourceDocument | null {
    return readSource(this.#connection, id);
  }

  documents(query: DocumentQuery = {}): Page<DocumentSummary> {
    return readDocuments(this.#connection, query);
  }

  event(id: string): LedgerEvent | null {
    const connection = this.#connection;
    return connection.read(() => {
      const documentId = documentIdOf(id);
      const row = documentId === null ? undefined : readDocumentRow(connection, documentId);
      if (row === undefined) return null;
      return readEventsOf(connection, row.number).find(({ event }) => event.id === id) ?? null;
    });
  }

  events(query: EventQuery = {}): Page<LedgerEvent> {
    return this.#connection.read(() => readEvents(this.#connection, query));
  }

  *eachEvent(query: EventQuery = {}): Iterable<LedgerEvent> {
    const limit = query.limit ?? 1000;
    let cursor = query.cursor;
    do {
      const page = this.events({ ...query, limit, cursor });
      yield* page.items;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }

  entities(query: EntityQuery = {}): Page<EntitySummary> {
    return readEntities(this.#connection, query);
  }

  statistics(): LedgerStatistics {
    return this.#connection.read(() => readStatistics(this.#connection));
  }

  correct(correction: NewCorrection): Correction {
    return this.#connection.write(() => {
      const number = keepCorrection(this.#connection, correction);
      return readCorrection(this.#connection, number)!;
    });
  }

  correction(number: number): Correction | null {
    return readCorrection(this.#connection, number);
  }

  undo(number: number, author: string): Correction | null {
    return this.#setUndone(number, { author, at: new Date().toISOString() });
  }

  redo(number: number): Correction | null {
    return this.#setUndone(number, null);
  }

  close(): void {
    this.#connection.close();
  }

  #setUndone(number: number, undone: { author: string; at: string } | null): Correction | null {
    return this.#connection.write(() => {
      setUndone(this.#connection, number, undone);
      return readCorrection(this.#connection, number);
    });
  }

  #keep({ document, coded, source }: Entry): Added {
    const connection = this.#connection;
    const key = documentKey(document);
    const known = this.#findKey(key);
    if (known !== undefined) {
      if (known.coder === coded.coder) return { id: known.id, state: 'present' };
      this.#replace(renameCoded(coded, known.id));
      return { id: known.id, state: 'recoded' };
    }
    const id = this.#freeId(document.id, key);
    const at = new Date().toISOString();
    const number = writeDocument(connection, document, { id, key, source: source ?? null, at });
    const record = renameCoded(coded, id);
    writeCoding(connection, number, record, at);
    applyTo(connection, number, record);
    return { id, state: 'added' };
  }

  /** Replaces the coder's record of a kept document and applies its corrections anew. */
  #replace(coded: CodedDocument): void {
    const row = readDocumentRow(this.#connection, coded.id);
    if (row === undefined) {
      throw new InputError('no such document', {
        where: 'recode',
        found: JSON.stringify(coded.id),
        expected: 'the id of a kept document',
      });
    }
    writeCoding(this.#connection, row.number, coded, new Date().toISOString());
    applyTo(this.#connection, row.number, coded);
  }

  #findKey(key: string): { id: string; coder: string } | undefined {
    return this.#connection.first(
      sql<{ id: string; coder: string }>`select id, coder from documents
        join codings on codings.document = documents.number where key = ${key}`,
    );
  }

  /** The id itself where it is free, `note-2` … `note-9`, else the id with the beginning of the key. */
  #freeId(id: string, key: string): string {
    const candidates = [id];
    for (let number = 2; number < 10; number++) candidates.push(`${id}-${number}`);
    for (let length = 8; length <= key.length; length += 8) {
      candidates.push(`${id}-${key.slice(0, length)}`);
    }
    const taken = new Set(
      this.#connection
        .all(sql<{ id: string }>`select id from documents where id in (${sql.join(candidates)})`)
        .map((row) => row.id),
    );
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free === undefined) throw new Error(`no free id for ${id}`);
    return free;
  }
}
