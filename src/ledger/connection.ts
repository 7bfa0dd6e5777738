import type Database from 'better-sqlite3';
import {
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { explainStorageError } from './storage-error.ts';
import { fromStored, toStored } from './stored-text.ts';

export type Value = string | number | null;

/** Writes queries out; better-sqlite3 runs them, since its calls return at once and Kysely's own do not. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

const mostStatements = 256;

/** An open file. All text passes the escape of `stored-text.ts` on its way in and out, and errors are explained. */
export class Connection {
  readonly path: string;
  readonly #sqlite: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(sqlite: Database.Database, path: string) {
    this.#sqlite = sqlite;
    this.path = path;
  }

  /** Rows of a query. */
  all<Row>(query: RawBuilder<Row>): Row[] {
    const { sql, parameters } = query.compile(compiler);
    return this.#guard(() => {
      const rows = this.#prepare(sql).all(...parameters.map(encode)) as Record<string, unknown>[];
      for (const row of rows) {
        for (const column in row) row[column] = decode(row[column]);
      }
      return rows as Row[];
    });
  }

  /** The first row of a query. */
  first<Row>(query: RawBuilder<Row>): Row | undefined {
    return this.all(query)[0];
  }

  /** Runs a statement with its values by position. Returns the number of the last row inserted. */
  run(sql: string, ...values: readonly Value[]): number {
    return this.#guard(() => Number(this.#prepare(sql).run(...values.map(encode)).lastInsertRowid));
  }

  /** All or nothing. A writer takes its lock at the start, so that it never has to give up half-way. */
  write<Result>(work: () => Result): Result {
    return this.#guard(() => this.#sqlite.transaction(work).immediate());
  }

  /** Several queries on one state of the ledger. */
  read<Result>(work: () => Result): Result {
    return this.#guard(() => this.#sqlite.transaction(work).deferred());
  }

  close(): void {
    this.#statements.clear();
    this.#sqlite.close();
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (this.#statements.size >= mostStatements) this.#statements.clear();
      statement = this.#sqlite.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw explainStorageError(error, this.path);
    }
  }
}

function encode(value: unknown): unknown {
  return typeof value === 'string' ? toStored(value) : value;
}

function decode(value: unknown): unknown {
  return typeof value === 'string' ? fromStored(value) : value;
}
