import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/app/load-language.ts';
import { formatDay } from '../../../src/coder/dates/calendar.ts';
import { type DateExpression, findDates } from '../../../src/coder/dates/find-dates.ts';
import { readSentenceTable } from '../sentence-table.ts';
import { wordSoup } from '../word-soup.ts';

const language = loadLanguage();
const rows = readSentenceTable(fileURLToPath(new URL('dates.txt', import.meta.url)));

function describeDate(date: DateExpression): string {
  const days =
    date.from === null ? '?' : date.from === date.to ? date.from : `${date.from}..${date.to}`;
  const estimate = date.from !== null && !date.precise ? '~ ' : '';
  return `${date.text} | ${estimate}${days}${date.bound === 'on' ? '' : ` | ${date.bound}`}`;
}

function datesIn(text: string, documentDate: string | null): DateExpression[] {
  return language
    .split(text)
    .flatMap((plain) => findDates(language.parse(plain), { documentDate }));
}

describe('dates of sentences', () => {
  for (const row of rows) {
    const check = row.knownToFail ? test.fails : test;
    check(`${row.place}: ${row.sentence}`, () => {
      expect(datesIn(row.sentence, row.documentDate).map(describeDate)).toEqual(row.expected);
    });
  }
});

test('a date told in an earlier sentence is what "a day later" counts from', () => {
  const [plain] = language.split('The envoy was recalled a day later.');
  const dates = findDates(language.parse(plain), {
    documentDate: '2024-04-01',
    anchor: { from: '2024-02-05', to: '2024-02-05' },
  });
  expect(dates.map(describeDate)).toEqual(['a day later | 2024-02-06']);
});

test('a document date that is no day counts as none', () => {
  expect(datesIn('They met on Friday.', '2024-02-31').map(describeDate)).toEqual(['Friday | ?']);
});

describe('laws', () => {
  const day = fc.integer({ min: -50_000, max: 50_000 }).map(formatDay);
  const sentences = rows.map((row) => {
    const [plain] = language.split(row.sentence);
    return { text: row.sentence, sentence: language.parse(plain) };
  });

  test('whatever the document date, ranges are ordered and offsets slice back', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...sentences), (documentDate, { text, sentence }) => {
        for (const date of findDates(sentence, { documentDate })) {
          if (date.from !== null) expect(date.from <= date.to).toBe(true);
          expect(text.slice(date.start, date.end)).toBe(date.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('any words in any tree: nothing thrown, no overlap, order kept', () => {
    const words =
      'the last next this March May 5 13th , 2023 Friday in on of two weeks ago earlier years - from to ' +
      'between and 1990 s early mid end the weekend Sept. day after before until 7 / 11 29 February';
    fc.assert(
      fc.property(day, wordSoup(words.split(' ')), (documentDate, { text, sentence }) => {
        let end = 0;
        for (const date of findDates(sentence, { documentDate })) {
          expect(date.tokenFrom).toBeGreaterThanOrEqual(end);
          expect(date.tokenTo).toBeGreaterThan(date.tokenFrom);
          expect(text.slice(date.start, date.end)).toBe(date.text);
          if (date.from !== null) expect(date.from <= date.to).toBe(true);
          end = date.tokenTo;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
