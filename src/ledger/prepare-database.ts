import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { InputError } from '#coder';
import { applicationId, migrations } from './schema.ts';

/** Bytes of pages kept in memory: an eighth of the file within these bounds. */
const smallestCache = 64 * 2 ** 20;
const largestCache = 256 * 2 ** 20;

/**
 * Makes an open file ready: durable, with foreign keys, up to date.
 * @throws InputError for a file that is no ledger, a newer version's, or an older one's that must not be written
 */
export function prepareDatabase(sqlite: Database.Database, path: string, readOnly: boolean): void {
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
