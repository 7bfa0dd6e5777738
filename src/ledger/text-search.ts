import { type RawBuilder, sql } from 'kysely';
import { InputError } from '#coder';
import type { Connection } from './connection.ts';

/** At most this many words and phrases of a search count. */
const mostTerms = 32;

/**
 * Turns words as a user types them into SQLite's query language: all must occur; `"a phrase"`, `begin*`, `-without`.
 * Whatever else stands there is searched as text, so that no input is a syntax error. Empty where nothing is to be searched.
 */
export function searchExpression(q: string): string {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [term] of q.matchAll(/-?"[^"]*"|[^\s"]+/g)) {
    if (wanted.length + unwanted.length === mostTerms) break;
    const without = term.startsWith('-') && term.length > 1;
    const words = (without ? term.slice(1) : term).replaceAll('"', '');
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const beginning = words.endsWith('*') && !term.endsWith('"');
    (without ? unwanted : wanted).push(`"${words.replace(/\*$/, '')}"${beginning ? ' *' : ''}`);
  }
  if (wanted.length === 0) return '';
  const all = wanted.join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
}

/** With more documents than this found, a page of the newest is read from the newest on, not by sorting all that were found. */
const fewFound = 2000;

/** The condition that a document's title or text holds what is searched for. */
export function searchCondition(connection: Connection, q: string): RawBuilder<unknown> {
  const expression = searchExpression(q);
  if (expression === '') {
    throw new InputError('nothing to search for', {
      where: 'q',
      found: JSON.stringify(q.slice(0, 60)),
      expected: 'a word that must occur',
      hint: 'Write words, "a phrase", begin* or, beside another word, -without.',
    });
  }
  const found = sql`select rowid from documents_fts where documents_fts match ${expression}`;
  const { count } = connection.first(
    sql<{ count: number }>`select count(*) as count from (${found} limit ${fewFound + 1})`,
  )!;
  return count > fewFound
    ? sql`+documents.number in (${found})`
    : sql`documents.number in (${found})`;
}
