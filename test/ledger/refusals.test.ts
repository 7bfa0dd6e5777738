import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '#coder';
import { type Ledger, openLedger } from '#ledger';
import { Connection } from '../../src/ledger/connection.ts';
import { prepareDatabase } from '../../src/ledger/prepare-database.ts';
import { applicationId, migrations } from '../../src/ledger/schema.ts';
import { SqliteLedger } from '../../src/ledger/sqlite-ledger.ts';
import { makeEntry } from './records.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightrope-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const freshPath = () => join(folder, `${++files}.db`);

/** What the user is told; fails where nothing is thrown, or something else. */
function refusalOf(work: () => unknown): InputError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const refusal = error as InputError;
    for (const part of [refusal.where, refusal.found, refusal.expected, refusal.hint]) {
      expect(part).toMatch(/./);
    }
    return refusal;
  }
  throw new Error('nothing was refused');
}

/** A ledger with one document, closed. */
function madeLedger(): string {
  const path = freshPath();
  const ledger = openLedger(path);
  ledger.add([makeEntry({ id: 'kept' }, [{}])]);
  ledger.close();
  return path;
}

function expectKept(path: string): void {
  const ledger = openLedger(path);
  expect(ledger.document('kept')!.effective).toHaveLength(1);
  ledger.close();
}

describe('a ledger that cannot be opened is told with place, found and expected, and left as it is', () => {
  test('missing, where none is to be made', () => {
    const path = freshPath();
    for (const options of [{ create: false }, { readOnly: true }]) {
      expect(refusalOf(() => openLedger(path, options))).toMatchObject({
        where: path,
        message: 'there is no ledger here',
      });
    }
    expect(existsSync(path)).toBe(false);
  });

  test('without a name', () => {
    for (const path of ['', '  ']) expect(refusalOf(() => openLedger(path)).where).toBe('ledger');
  });

  test('in a folder that is not there yet: it is made', () => {
    const path = join(folder, 'new', 'deep', 'tightrope.db');
    openLedger(path).close();
    expect(existsSync(path)).toBe(true);
  });

  test('in a place where a file stands for a folder', () => {
    const file = freshPath();
    writeFileSync(file, 'text');
    expect(refusalOf(() => openLedger(join(file, 'tightrope.db'))).where).toBe(file);
  });

  test('a folder', () => {
    expect(refusalOf(() => openLedger(folder))).toMatchObject({ where: folder });
  });

  test('a file that is no database', () => {
    const path = freshPath();
    const text = 'a report, not a ledger. '.repeat(100);
    writeFileSync(path, text);
    const { message, found } = refusalOf(() => openLedger(path));
    expect(`${message}: ${found}`).toMatch(/no ledger: a file that is no SQLite database/);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('a database of another program', () => {
    const path = freshPath();
    const other = new Database(path);
    other.exec('create table notes (text)');
    other.close();
    const before = readFileSync(path);
    expect(refusalOf(() => openLedger(path)).found).toBe('a SQLite database of another program');
    expect(readFileSync(path)).toEqual(before);
  });

  test('a newer version’s', () => {
    const path = madeLedger();
    const newer = migrations.length + 6;
    const raw = new Database(path);
    raw.pragma(`user_version = ${newer}`);
    raw.close();
    const before = readFileSync(path);
    const { found, expected } = refusalOf(() => openLedger(path));
    expect(found).toBe(`version ${newer}`);
    expect(expected).toContain(`version ${migrations.length}`);
    expect(readFileSync(path)).toEqual(before);
  });

  test('an older version’s, for reading only', () => {
    const path = freshPath();
    const raw = new Database(path);
    raw.pragma(`application_id = ${applicationId}`);
    raw.close();
    expect(refusalOf(() => openLedger(path, { readOnly: true })).found).toBe('version 0');
    openLedger(path).close();
    openLedger(path, { readOnly: true }).close();
  });

  test('damaged', () => {
    const path = madeLedger();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100, 4096);
    writeFileSync(path, bytes);
    expect(refusalOf(() => openLedger(path)).message).toBe('the ledger is damaged');
  });
});

test('a ledger keeps its promise of durability: a log that is flushed with every change', () => {
  const path = madeLedger();
  const raw = new Database(path);
  raw.pragma('synchronous = off');
  raw.pragma('foreign_keys = off');
  prepareDatabase(raw, path, false);
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'wal_autocheckpoint'].map(
    (name) => raw.pragma(name, { simple: true }),
  );
  expect(settings).toEqual(['wal', 2, 1, 20000]);
  raw.close();
});

test('a ledger that another program holds for itself is told as locked, and works once it is let go', () => {
  const path = madeLedger();
  const holder = new Database(path);
  holder.pragma('locking_mode = exclusive');
  holder.exec('begin exclusive');
  expect(refusalOf(() => openLedger(path, { wait: 50 })).message).toBe('the ledger is locked');
  holder.close();
  expectKept(path);
});

test('a write while another program writes is told as locked; reading goes on; nothing is lost', () => {
  const path = madeLedger();
  const ledger = openLedger(path, { wait: 50 });
  const writer = new Database(path);
  writer.exec('begin immediate');
  expect(refusalOf(() => ledger.add([makeEntry({ id: 'b' })])).message).toBe(
    'the ledger is locked',
  );
  expect(ledger.document('kept')).not.toBeNull();
  writer.exec('rollback');
  writer.close();
  expect(ledger.add([makeEntry({ id: 'b' })])).toEqual([{ id: 'b', state: 'added' }]);
  ledger.close();
});

test('two programs with one ledger open see what the other keeps, and keep a document once', () => {
  const path = madeLedger();
  const one = openLedger(path);
  const other = openLedger(path);
  one.add([makeEntry({ id: 'b' })]);
  expect(
    other.add([makeEntry({ id: 'b' }), makeEntry({ id: 'c' })]).map(({ state }) => state),
  ).toEqual(['present', 'added']);
  one.correct({ kind: 'reject', event: 'kept#1', author: 'A' });
  expect(other.event('kept#1')!.state).toBe('rejected');
  expect(one.statistics()).toEqual(other.statistics());
  one.close();
  other.close();
});

test('a full disk keeps nothing of the batch and all that was before', () => {
  const path = madeLedger();
  const raw = new Database(path);
  const pages = raw.pragma('page_count', { simple: true }) as number;
  raw.pragma(`max_page_count = ${pages + 4}`);
  const ledger: Ledger = new SqliteLedger(new Connection(raw, path), false);
  const batch = Array.from({ length: 50 }, (_, index) => makeEntry({ id: `n${index}` }, [{}, {}]));
  expect(refusalOf(() => ledger.add(batch))).toMatchObject({
    where: path,
    message: 'the ledger cannot grow',
  });
  expect(ledger.statistics()).toMatchObject({ documents: 1, events: 1 });
  raw.pragma('max_page_count = 1000000');
  expect(ledger.add(batch).every(({ state }) => state === 'added')).toBe(true);
  ledger.close();
  expectKept(path);
});

test('a ledger open for reading only says so to a write', () => {
  const path = madeLedger();
  const ledger = openLedger(path, { readOnly: true });
  expect(ledger.readOnly).toBe(true);
  expect(ledger.document('kept')).not.toBeNull();
  expect(refusalOf(() => ledger.add([makeEntry({ id: 'b' })])).message).toBe(
    'the ledger cannot be written',
  );
  ledger.close();
});

describe.skipIf(process.platform === 'win32')('permissions (POSIX only)', () => {
  /** Root may write everywhere, so root tries as nobody. */
  function asPlainUser<Result>(work: () => Result): Result {
    if (process.geteuid!() !== 0) return work();
    process.seteuid!(65534);
    try {
      return work();
    } finally {
      process.seteuid!(0);
    }
  }

  test('a folder that cannot be written is told, with a ledger in it or none', () => {
    const place = join(folder, 'locked-folder');
    mkdirSync(place);
    const path = join(place, 'tightrope.db');
    chmodSync(place, 0o555);
    expect(refusalOf(() => asPlainUser(() => openLedger(path))).where).toBe(path);
    expect(
      refusalOf(() => asPlainUser(() => openLedger(join(place, 'deep', 'x.db')))).hint,
    ).toMatch(/--ledger/);
    expect(existsSync(path)).toBe(false);
    chmodSync(place, 0o755);
    const made = openLedger(path);
    made.add([makeEntry({ id: 'kept' }, [{}])]);
    made.close();
    chmodSync(path, 0o444);
    chmodSync(place, 0o555);
    expect(refusalOf(() => asPlainUser(() => openLedger(path))).where).toBe(path);
    chmodSync(place, 0o755);
    chmodSync(path, 0o644);
    expectKept(path);
  });
});
