import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '#language';
import { loadLanguage } from '../../../src/app/load-language.ts';
import {
  findQuantities,
  type QuantityExpression,
} from '../../../src/coder/quantities/find-quantities.ts';
import { readSentenceTable } from '../sentence-table.ts';
import { wordSoup } from '../word-soup.ts';

const language = loadLanguage();
const rows = readSentenceTable(fileURLToPath(new URL('quantities.txt', import.meta.url)));

function describeQuantity(sentence: Sentence, quantity: QuantityExpression): string {
  const { low, high } = quantity;
  const bounds = low === undefined && high === undefined ? '' : ` ${low ?? ''}..${high ?? ''}`;
  return [
    quantity.text,
    `${quantity.approximate ? '~' : ''}${quantity.value}${bounds}`,
    quantity.unit,
    quantity.object || '-',
    sentence.tokens[quantity.headToken]?.form ?? '-',
  ].join(' | ');
}

describe('quantities of sentences', () => {
  for (const row of rows) {
    const check = row.knownToFail ? test.fails : test;
    check(`${row.place}: ${row.sentence}`, () => {
      const found = language.split(row.sentence).flatMap((plain) => {
        const sentence = language.parse(plain);
        return findQuantities(sentence).map((quantity) => describeQuantity(sentence, quantity));
      });
      expect(found).toEqual(row.expected);
    });
  }
});

describe('laws', () => {
  const words =
    'two 5 - 10 to between and $ 46 million euros percent % 155 mm shells soldiers of dozens hundreds ' +
    'thousand half a third more than at least up to some twenty - one 3 days old , rounds worth in the';

  test('any words in any tree: value within its bounds, offsets slice back, order kept', () => {
    fc.assert(
      fc.property(wordSoup(words.split(' ')), ({ text, sentence }) => {
        let end = 0;
        for (const quantity of findQuantities(sentence)) {
          expect(quantity.low ?? quantity.value).toBeLessThanOrEqual(quantity.value);
          expect(quantity.high ?? quantity.value).toBeGreaterThanOrEqual(quantity.value);
          expect(Number.isFinite(quantity.value)).toBe(true);
          expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text);
          expect(quantity.start).toBeGreaterThanOrEqual(end);
          expect(quantity.tokenTo).toBeGreaterThan(quantity.tokenFrom);
          expect(quantity.headToken).toBeLessThan(sentence.tokens.length);
          end = quantity.start;
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('a number of any size comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2_000_000_000 }), (count) => {
        const text = `The army lost ${count.toLocaleString('en-US')} shells.`;
        const sentence = language.parse(language.split(text)[0]);
        const [quantity] = findQuantities(sentence);
        expect(quantity.value).toBe(count);
        expect(quantity.unit).toBe('shell');
      }),
      { numRuns: 50 },
    );
  });
});
