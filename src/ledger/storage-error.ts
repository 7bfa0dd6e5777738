import Database from 'better-sqlite3';
import { InputError } from '#coder';

/** What the user can mend when the storage refuses; by the start of SQLite's result code. */
const refusals: readonly {
  readonly code: string;
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}[] = [
  {
    code: 'SQLITE_BUSY',
    message: 'the ledger is locked',
    found: 'another program that is writing to it',
    expected: 'a lock of less than five seconds',
    hint: 'Wait for the other program or end it, then try again; nothing kept is lost.',
  },
  {
    code: 'SQLITE_FULL',
    message: 'the ledger cannot grow',
    found: 'a full disk',
    expected: 'free space',
    hint: 'Free some space and try again; what was kept before is safe.',
  },
  {
    code: 'SQLITE_READONLY',
    message: 'the ledger cannot be written',
    found: 'a file or folder that is open for reading only',
    expected: 'a place that can be written',
    hint: 'Change its permissions or choose another file with --ledger.',
  },
  {
    code: 'SQLITE_CANTOPEN',
    message: 'the ledger cannot be opened',
    found: 'a folder, or a place that cannot be read or written',
    expected: 'a file in a folder that can be written',
    hint: 'Check the path and its permissions or choose another file with --ledger.',
  },
  {
    code: 'SQLITE_NOTADB',
    message: 'this is no ledger',
    found: 'a file that is no SQLite database',
    expected: 'a ledger made by Tightrope',
    hint: 'Choose another file with --ledger; this one was left as it is.',
  },
  {
    code: 'SQLITE_CORRUPT',
    message: 'the ledger is damaged',
    found: 'pages that contradict each other',
    expected: 'a sound SQLite database',
    hint: 'Keep a copy of the file, then restore a backup or save what can be read with "sqlite3 FILE .recover".',
  },
  {
    code: 'SQLITE_IOERR',
    message: 'the disk refuses',
    found: 'an error of the disk or the file system while reading or writing',
    expected: 'a disk that works and has space',
    hint: 'Check the disk and its free space, then try again; what was kept before is safe.',
  },
];

/** Turns what the user can mend into an InputError; anything else comes back as it is. */
export function explainStorageError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const refusal = refusals.find(({ code }) => error.code.startsWith(code));
  if (refusal === undefined) return error;
  const { message, expected, hint } = refusal;
  const found = `${refusal.found} (${error.message})`;
  return new InputError(message, { where: path, found, expected, hint, cause: error });
}
