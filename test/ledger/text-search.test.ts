import { describe, expect, test } from 'vitest';
import { openLedger } from '#ledger';
import { searchExpression } from '../../src/ledger/text-search.ts';
import { makeEntry } from './records.ts';

describe('what a user types becomes', () => {
  test.each([
    ['north korea', '"north" AND "korea"'],
    ['"north korea" talks', '"north korea" AND "talks"'],
    ['sanction* -oil -"red line"', '("sanction" *) NOT ("oil" OR "red line")'],
    ['say "unclosed words', '"say" AND "unclosed" AND "words"'],
    ['title:x OR (y', '"title:x" AND "OR" AND "(y"'],
    ['-only', ''],
    ['… — *', ''],
    ['', ''],
  ])('%s → %s', (q, expression) => {
    expect(searchExpression(q)).toBe(expression);
  });

  test('no more than 32 words count', () => {
    expect(searchExpression('word '.repeat(500)).split(' AND ')).toHaveLength(32);
  });
});

test('a word of very many documents gives the same pages as a rare one', () => {
  const ledger = openLedger(':memory:');
  const days = (index: number) => `2024-${String(1 + (index % 12)).padStart(2, '0')}-01`;
  ledger.add(
    Array.from({ length: 2200 }, (_, index) =>
      makeEntry({
        id: `d${index}`,
        date: index % 5 === 0 ? undefined : days(index),
        text:
          index % 11 === 0 ? `Talks failed, number ${index}.` : `Common talks, number ${index}.`,
      }),
    ),
  );
  const read = (q: string) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = ledger.documents({ q, limit: 700, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return ids;
  };
  const all = [...ledger.documents({ limit: 1000 }).items].map(({ id }) => id);
  const common = read('talks');
  expect(common).toHaveLength(2200);
  expect(common.slice(0, 1000)).toEqual(all);
  const rare = read('failed');
  expect(rare).toEqual(common.filter((id) => Number(id.slice(1)) % 11 === 0));
  ledger.close();
});
