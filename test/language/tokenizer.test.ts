import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/language/tokenizer.ts';

function words(text: string): string[] {
  const found: string[] = [];
  tokenize(text, (start, end) => found.push(text.slice(start, end)));
  return found;
}

describe('cuts words as Universal Dependencies does', () => {
  test.each([
    ['Russia expelled two diplomats.', 'Russia expelled two diplomats .'],
    ["They don't know; we can't say.", "They do n't know ; we ca n't say ."],
    ['It’s Seoul’s decision, isn’t it?', 'It ’s Seoul ’s decision , is n’t it ?'],
    ["The ministers' talks, O'Brien said", "The ministers ' talks , O'Brien said"],
    ['They cannot and gonna not.', 'They can not and gon na not .'],
    ['a 28-year-old man', 'a 28 - year - old man'],
    ['the U.S.-led, non-aligned, anti-war bloc', 'the U.S. - led , non-aligned , anti-war bloc'],
    [
      'Gen. Lee met Sen. Diaz (D-N.Y.) on Jan. 5.',
      'Gen. Lee met Sen. Diaz ( D - N.Y. ) on Jan. 5 .',
    ],
    ['at 5 p.m. on Tuesday', 'at 5 p.m. on Tuesday'],
    ['George W. Reed said no. Nobody spoke.', 'George W. Reed said no . Nobody spoke .'],
    ['No. 5 and nos. 6, 7', 'No. 5 and nos. 6 , 7'],
    ['$1,200.50 or US$3.5bn, i.e. 5% more', '$ 1,200.50 or US$ 3.5 bn , i.e. 5 % more'],
    ['330,000 rounds of 155mm shells', '330,000 rounds of 155 mm shells'],
    [
      'the 33rd notice, the 1990s, a G20 and an F-16',
      'the 33rd notice , the 1990s , a G20 and an F - 16',
    ],
    ['on 12/26/2023 at 10:30', 'on 12/26/2023 at 10:30'],
    ["since '91 and the '60s", "since '91 and the '60s"],
    ['AT&T and R&D and you & me', 'AT&T and R&D and you & me'],
    [
      'see https://example.org/a?b=c, or www.example.org.',
      'see https://example.org/a?b=c , or www.example.org .',
    ],
    [
      'mail info@example.org (or press.office@example.gov.uk)',
      'mail info@example.org ( or press.office@example.gov.uk )',
    ],
    ['“We agree,” she said — twice...', '“ We agree , ” she said — twice ...'],
    ['"Stop!!" -- he [sic] cried?!', '" Stop !! " -- he [ sic ] cried ?!'],
    ['and/or the EU/UN', 'and / or the EU / UN'],
    ['SEOUL, Jan. 5 (Sample Wire) — The', 'SEOUL , Jan. 5 ( Sample Wire ) — The'],
    ['He said.He left', 'He said . He left'],
    ['the café in Å and São Tomé', 'the café in Å and São Tomé'],
    ['#peace @ministry', '#peace @ministry'],
  ])('%s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected);
  });
});

describe('takes any text', () => {
  test.each([
    ['an emoji with a skin tone is not cut in half', '👍🏽 yes', ['👍', '🏽', 'yes']],
    ['a lone surrogate stands alone', 'a \ud83d b \ude00c', ['a', '\ud83d', 'b', '\ude00', 'c']],
    ['NUL and other controls count as space', 'a\u0000b\u0007c', ['a', 'b', 'c']],
    ['so do marks of direction', '\u200fשלום\u200e world', ['שלום', 'world']],
    ['Arabic is cut at spaces', 'قال الوزير', ['قال', 'الوزير']],
    ['a combining accent stays with its letter', 'cafe\u0301 x', ['cafe\u0301', 'x']],
    ['nothing gives nothing', ' \n\t\u00a0 ', []],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('words are slices in rising order that hold no white space and leave only space between them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let position = 0;
        tokenize(text, (start, end) => {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(position, start)).toMatch(onlySpace);
          expect(text.slice(start, end)).not.toMatch(/[\s\u0000-\u001f]/);
          position = end;
        });
        expect(text.slice(position)).toMatch(onlySpace);
      }),
      { numRuns: 500 },
    );
  });
});

const onlySpace = /^[\s\p{Cc}\p{Cf}]*$/u;

/** Any UTF-16, and texts made of what the tokenizer treats specially. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...'a B n t s \' ’ . , - & @ # / : $ 1 23 :) U.S. Mr. no. www. http:// ( " \n \u0000 \ud83d \ude00 \u0301'.split(
          ' ',
        ),
        ' ',
      ),
    )
    .map((parts) => parts.join('')),
);
