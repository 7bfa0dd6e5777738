import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../src/app/load-language.ts';

const language = loadLanguage();

/** Anything more than linear in this would not end within the test's time. */
const LENGTH = 600_000;

describe('a hostile text of 600,000 characters is cut in linear time', () => {
  test.each([
    'a',
    'A',
    '1',
    '.',
    ',',
    '-',
    '(',
    '"',
    "'",
    '’',
    '@',
    '/',
    ':',
    '&',
    '$',
    '#',
    '_',
    '\n',
    '\r\n',
    '\u0000',
    '\ud800',
    '\udc00',
    '🙂',
    '\u0301',
    'a.',
    'A.',
    'a-',
    'non-',
    'a@',
    '@a',
    '.a',
    "a'",
    "n't",
    "'s",
    '1,',
    '1-',
    '1/',
    'http://',
    'www.',
    'a.com/',
    'Mr.',
    'Mr. ',
    'U.S. ',
    'a\n',
    '\n\n',
    '. ',
    '." ',
    '.) A',
    '( ',
    'ab ',
    '...',
    '—',
    'A ',
  ])('%j', (unit) => {
    const text = unit.repeat(Math.floor(LENGTH / unit.length));
    let covered = 0;
    for (const { words } of language.split(text)) {
      for (const { start, end } of words) covered += end - start;
    }
    expect(covered).toBeLessThanOrEqual(text.length);
  });
});

test('one word of many megabytes is one word', () => {
  const text = `The ${'x'.repeat(4_000_000)} failed.`;
  const [sentence] = language.split(text);
  const { tokens } = language.parse(sentence);
  expect(tokens.map(({ end, start }) => end - start)).toEqual([3, 4_000_000, 6, 1]);
  expect(tokens[1].lemma).toBe(tokens[1].form);
});

test('a line of 120,000 words without a full stop is parsed', () => {
  const text = 'talks on the border and arms '.repeat(20_000);
  const sentences = language.split(text);
  const tokens = sentences.flatMap((sentence) => language.parse(sentence).tokens);
  expect(tokens).toHaveLength(120_000);
});
