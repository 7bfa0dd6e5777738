import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/web/reader/marks.ts';
import { cutParagraphs } from '../../src/web/reader/segments.ts';

const mark = (start: number, end: number, event: number): Mark => ({
  start,
  end,
  event,
  role: 'evidence',
});

const textAndMarks = fc
  .array(fc.constantFrom('a', ' ', '\n', '\r\n', 'é', '𝒳', 'ع'), { maxLength: 60 })
  .map((parts) => parts.join(''))
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      marks: fc.array(
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length))
          .map(([a, b]) => mark(Math.min(a, b), Math.max(a, b), 0)),
        { maxLength: 12 },
      ),
    }),
  );

describe('cutParagraphs', () => {
  test('gives back every line of the text, whatever the marks', () => {
    fc.assert(
      fc.property(textAndMarks, ({ text, marks }) => {
        const lines = cutParagraphs(text, marks).map(({ segments }) =>
          segments.map(({ start, end }) => text.slice(start, end)).join(''),
        );
        expect(lines).toEqual(text.split(/[\r\n]/).filter((line) => line !== ''));
      }),
    );
  });

  test('gives each segment the marks that cover it, and no others', () => {
    fc.assert(
      fc.property(textAndMarks, ({ text, marks }) => {
        fc.pre(!/[\u{1d4b3}]/u.test(text));
        for (const { segments } of cutParagraphs(text, marks)) {
          for (const segment of segments) {
            const covering = marks.filter(
              ({ start, end }) => start <= segment.start && end >= segment.end,
            );
            expect(segment.marks).toHaveLength(covering.length);
            expect(new Set(segment.marks)).toEqual(new Set(covering));
          }
        }
      }),
    );
  });

  test('never cuts a surrogate pair', () => {
    const [line] = cutParagraphs('a𝒳b', [mark(0, 2, 0), mark(2, 4, 1)]);
    expect(line.segments.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 4],
    ]);
  });

  test('cuts where marks overlap without nesting', () => {
    const [line] = cutParagraphs('abcdef', [mark(0, 4, 0), mark(2, 6, 1)]);
    expect(
      line.segments.map(({ start, end, marks }) => [start, end, marks.map((m) => m.event)]),
    ).toEqual([
      [0, 2, [0]],
      [2, 4, [0, 1]],
      [4, 6, [1]],
    ]);
  });

  test('a mark over several lines marks each of them', () => {
    const lines = cutParagraphs('one\ntwo\nthree', [mark(2, 10, 0)]);
    expect(lines.map(({ segments }) => segments.map(({ marks }) => marks.length))).toEqual([
      [0, 1],
      [1],
      [1, 0],
    ]);
  });
});
