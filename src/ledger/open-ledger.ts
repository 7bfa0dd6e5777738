import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { InputError } from '#coder';
import { Connection } from './connection.ts';
import type { Ledger, LedgerOptions } from './ledger.ts';
import { prepareDatabase } from './prepare-database.ts';
import { SqliteLedger } from './sqlite-ledger.ts';
import { explainStorageError } from './storage-error.ts';

/**
 * Opens the ledger in a file; `:memory:` for one that is gone when it is closed. What a write returns from is on disk.
 * @throws InputError for a file that is missing, locked, no ledger, a newer version's, or cannot be written
 */
export function openLedger(path: string, options: LedgerOptions = {}): Ledger {
  const { readOnly = false, create = !readOnly, wait = 5000 } = options;
  if (path.trim() === '') {
    throw new InputError('the ledger has no name', {
      where: 'ledger',
      found: JSON.stringify(path),
      expected: 'the path of a file',
      hint: 'Name one with --ledger FILE.',
    });
  }
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
    prepareDatabase(sqlite, path, readOnly);
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
