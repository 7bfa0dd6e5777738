import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLedger } from '#ledger';
import { applicationId, migrations } from '../../src/ledger/schema.ts';

const page = readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8');
let folder: string;
let sqlite: Database.Database;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightrope-'));
  const path = join(folder, 'tightrope.db');
  openLedger(path).close();
  sqlite = new Database(path, { readonly: true });
});
afterAll(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

/** Columns by table, without what SQLite makes for itself. */
function readSchema(): Map<string, string[]> {
  const tables = sqlite
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type <> 'shadow' and name not like 'sqlite%'",
    )
    .pluck()
    .all() as string[];
  const columns = sqlite.prepare('select name from pragma_table_info(?)').pluck();
  return new Map(tables.map((table) => [table, columns.all(table) as string[]]));
}

/** Columns by table as docs/ledger.md has them. */
function readPage(): Map<string, string[]> {
  const sections = page.split(/^### /m).slice(1);
  return new Map(
    sections.map((section) => [
      section.match(/^`(\w+)`/)![1],
      [...section.matchAll(/^\| `(\w+)` \| [^|]+ \| [^|]+ \|$/gm)].map((match) => match[1]),
    ]),
  );
}

describe('docs/ledger.md', () => {
  test('has every table and column with its meaning, and no other', () => {
    const schema = readSchema();
    expect(schema.size).toBeGreaterThan(5);
    expect(Object.fromEntries(readPage())).toEqual(Object.fromEntries(schema));
  });

  test('gives the marks of the file', () => {
    expect(sqlite.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(sqlite.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(page).toContain(String(applicationId));
  });

  test('shows queries that run', () => {
    const queries = page
      .match(/```sql\n([\s\S]*?)```/)![1]
      .split(';')
      .filter((query) => query.trim());
    expect(queries).toHaveLength(3);
    for (const query of queries) expect(sqlite.prepare(query).all()).toEqual([]);
  });
});

test('every table and column has its comment in the file', () => {
  for (const [table, columns] of readSchema()) {
    const definition = sqlite
      .prepare('select sql from sqlite_schema where name = ?')
      .pluck()
      .get(table) as string;
    if (definition.startsWith('CREATE VIRTUAL')) continue;
    expect(definition).toMatch(new RegExp(`^CREATE TABLE ${table} \\( -- \\S`));
    for (const column of columns) {
      expect(definition).toMatch(new RegExp(`^\\s+${column} [^\\n]*-- \\S`, 'm'));
    }
  }
});
