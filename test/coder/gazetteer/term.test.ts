import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutUnits, expandTerm, firstKey, foldLetters } from '../../../src/coder/gazetteer/term.ts';

describe('folding and cutting', () => {
  test.each([
    ['Türkiye', ['Turkiye']],
    ['Łódź', ['Lodz']],
    ['U.S.', ['US']],
    ['St.', ['St']],
    ['Jong-un', ['Jong', 'un']],
    ['Côte d’Ivoire', ['Cote', 'd', 'Ivoire']],
    ["N'Djamena", ['N', 'Djamena']],
    ["'s", ['s']],
    ['(', []],
    ['…', []],
    ['서울', ['서울'.normalize('NFD')]],
  ])('%s', (text, forms) => {
    expect(cutUnits(text).map(({ form }) => form)).toEqual(forms);
  });

  test('the shape of a word tells how it is capitalised', () => {
    const shapes = ['korea', 'Korea', 'UN', 'U', 'McCain', '2024', 'G7', 'LeT'].map(
      (form) => cutUnits(form)[0].shape,
    );
    expect(shapes).toEqual([
      'lower',
      'title',
      'capitals',
      'title',
      'mixed',
      'digits',
      'mixed',
      'mixed',
    ]);
  });

  test('the first key is the key of the first unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(firstKey(text)).toBe(cutUnits(text)[0]?.key ?? '');
      }),
      { numRuns: 500 },
    );
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
      }),
    );
  });
});

describe('alternatives in brackets', () => {
  test.each([
    ['South Korean(s)', ['South Korean', 'South Koreans']],
    ['gunm(a|e)n', ['gunman', 'gunmen']],
    [
      'commander(s)-in-chief(s)',
      ['commander-in-chief', 'commander-in-chiefs', 'commanders-in-chief', 'commanders-in-chiefs'],
    ],
    ['plain', ['plain']],
    ['open(', null],
    ['close)', null],
    ['a(b(c))', null],
    ['a(1)(2)(3)(4)(5)', null],
  ])('%s', (term, ways) => {
    expect(expandTerm(term)).toEqual(ways);
  });
});
