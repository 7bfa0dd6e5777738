import { expect, test } from 'vitest';
import { FormPool } from '../../src/language/form-pool.ts';

test('gives what stands in the text, whatever was asked before', () => {
  const pool = new FormPool();
  const text = 'Peru and Perú and a𝔸b, and nothing else and Peru';
  const spans = [...text.matchAll(/\S+/g)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  for (let round = 0; round < 3; round++) {
    for (const [start, end] of spans)
      expect(pool.formAt(text, start, end)).toBe(text.slice(start, end));
  }
});

test('outlives more words than it keeps, and words without end', () => {
  const pool = new FormPool();
  const text = Array.from({ length: 70_000 }, (_, at) => `w${at}`).join(' ');
  let start = 0;
  for (const word of text.split(' ')) {
    if (pool.formAt(text, start, start + word.length) !== word) expect.unreachable(word);
    start += word.length + 1;
  }
  const long = 'x'.repeat(100_000);
  expect(pool.formAt(long, 0, long.length)).toBe(long);
});
