import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { InputError } from '#coder';
import { Connection } from './connection.ts';
import type { Ledger, LedgerOptions } from './ledger.ts';
import { applicationId, migrations } from './schema.ts';
import { SqliteLedger } from './sqlite-ledger.ts';
import { explainStorageError } from './storage-error.ts';

/** Bytes of pages kept in memory: an eighth of the file within these bounds. */
const smallestCache = 64 * 2 ** 20;
const largestCache = 256 * 2 ** 20;

/**
 * Opens the ledger in a file; `:memory:` for one that is gone when it is closed. What a write returns from is on disk.
 * @throws InputError for a file that is missing, locked, no ledger, a newer version's, or cannot be written
 */
export function openLedger(path: string, options: LedgerOptions = {}): Ledger {
  const { readOnly = false, create = !readOnly, wait = 5000 } = options;
  const isNew = path !== ':memory:' && !existsSync(path);
  if (isNew && !(create && !readOnly)) {
    throw new InputError('there is no ledger here', {
      where: path,
      found: 'no such file',
      expected: 'a ledger',
      hint: 'Make one by adding documents (tightrope add FILE), or name another with --ledger.',
    });
  }
  let sqlite: Database.Database | null = null;
  try {
    if (isNew) makeFolder(path);
    sqlite = new Database(path, { readonly: readOnly, timeout: wait });
    prepare(sqlite, path, readOnly);
    return new SqliteLedger(new Connection(sqlite, path), readOnly);
  } catch (error) {
    sqlite?.close();
    throw explainStorageError(error, path);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new InputError('the folder of the ledger cannot be made', {
      where: dirname(path),
      found: (error as Error).message,
      expected: 'a place that can be written',
      hint: 'Choose another file with --ledger.',
      cause: error,
    });
  }
}

function prepare(sqlite: Database.Database, path: string, readOnly: boolean): void {
  const version = checkVersion(sqlite, path);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const cache = Math.min(largestCache, Math.max(smallestCache, size / 8));
  // A negative size counts KiB.
  sqlite.pragma(`cache_size = -${Math.floor(cache / 1024)}`);
  sqlite.pragma('foreign_keys = on');
  if (readOnly) {
    if (version === migrations.length) return;
    throw new InputError("the ledger is an older version's", {
      where: path,
      found: `version ${version}`,
      expected: `version ${migrations.length}`,
      hint: 'Open it once for writing, for instance with tightrope add, which brings it up to date.',
    });
  }
  sqlite.pragma('journal_mode = wal');
  sqlite.pragma('synchronous = full');
  sqlite.pragma('wal_autocheckpoint = 20000');
  if (version < migrations.length) sqlite.transaction(() => migrate(sqlite, path)).immediate();
}

/** Brings the ledger up to date; another program may have done so while this one waited for the lock. */
function migrate(sqlite: Database.Database, path: string): void {
  const version = checkVersion(sqlite, path);
  for (const migration of migrations.slice(version)) sqlite.exec(migration);
  sqlite.pragma(`application_id = ${applicationId}`);
  sqlite.pragma(`user_version = ${migrations.length}`);
}

/** Version of the ledger, 0 for an empty file. Touches nothing. */
function checkVersion(sqlite: Database.Database, path: string): number {
  const version = sqlite.pragma('user_version', { simple: true }) as number;
  const application = sqlite.pragma('application_id', { simple: true }) as number;
  const tables = sqlite.prepare('select count(*) from sqlite_schema').pluck().get() as number;
  if (application !== applicationId && (tables > 0 || application !== 0)) {
    throw new InputError('this is no ledger', {
      where: path,
      found: 'a SQLite database of another program',
      expected: 'a ledger made by Tightrope',
      hint: 'Choose another file with --ledger; this one was left as it is.',
    });
  }
  if (version > migrations.length) {
    throw new InputError("the ledger is a newer version's", {
      where: path,
      found: `version ${version}`,
      expected: `version ${migrations.length} or an earlier one`,
      hint: 'Use the newer Tightrope that made it; the ledger was left as it is.',
    });
  }
  return version;
}
