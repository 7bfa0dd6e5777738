import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { nearWords } from '../../src/app/near-words.ts';
import { layTable, wrap } from '../../src/app/terminal/layout.ts';
import { markText } from '../../src/app/terminal/mark-text.ts';
import { countOf, describeTerminal, onOneLine, sanitise } from '../../src/app/terminal/terminal.ts';

const plain = describeTerminal({}, {});
const coloured = describeTerminal({ isTTY: true, columns: 80 }, {});

describe('describeTerminal', () => {
  const table: readonly (readonly [string, object, Record<string, string>, boolean, number])[] = [
    ['a pipe', {}, {}, false, 100],
    ['a pipe with COLUMNS', {}, { COLUMNS: '72' }, false, 72],
    ['a terminal', { isTTY: true, columns: 80 }, {}, true, 80],
    ['a very wide one', { isTTY: true, columns: 400 }, {}, true, 160],
    ['a very narrow one', { isTTY: true, columns: 5 }, {}, true, 40],
    ['NO_COLOR', { isTTY: true, columns: 80 }, { NO_COLOR: '1' }, false, 80],
    ['FORCE_COLOR', {}, { FORCE_COLOR: '1' }, true, 100],
    ['TERM=dumb', { isTTY: true, columns: 80 }, { TERM: 'dumb' }, false, 80],
  ];
  for (const [name, stream, environment, hasColour, width] of table) {
    it(name, () => {
      const terminal = describeTerminal(stream, environment);
      expect(terminal.paint('bold', 'x') !== 'x').toBe(hasColour);
      expect(terminal.width).toBe(width);
    });
  }
});

describe('markText', () => {
  const text = 'Peru seized and burned it.';
  const seized = { start: 5, end: 11, style: 'red', label: '1' } as const;
  const burned = { start: 16, end: 22, style: 'red', label: '2' } as const;
  const both = { start: 5, end: 22, style: 'yellow', label: '3' } as const;

  it('labels each mark behind its words, those that end together in one bracket', () => {
    expect(markText(text, { start: 0, end: text.length }, [burned, seized, both], plain)).toBe(
      'Peru seized[1] and burned[3,2] it.',
    );
  });

  it('marks outside of the range are left out', () => {
    expect(markText(text, { start: 4, end: 15 }, [burned, seized], plain)).toBe(' seized[1] and');
  });

  it('whatever the marks, the words come out in order', () => {
    const mark = fc
      .record({ start: fc.nat(26), end: fc.nat(26) })
      .map((range) => ({ ...range, style: 'red' as const }));
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        expect(markText(text, { start: 0, end: text.length }, marks, plain)).toBe(text);
        const painted = markText(text, { start: 0, end: text.length }, marks, coloured);
        expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(text);
      }),
    );
  });
});

describe('layTable', () => {
  it('fits into the width, whatever the cells', () => {
    const word = fc.string({ maxLength: 30 }).map((text) => onOneLine(text));
    const columns = [
      { title: 'A', least: 4 },
      { title: 'B', least: 4 },
      { title: 'C', least: 4, right: true },
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, word, word)),
        fc.integer({ min: 20, max: 120 }),
        (rows, width) => {
          const lines = layTable(columns, rows, width, (title) => title).split('\n');
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('aligns columns by what is seen, not by characters', () => {
    const rows = [
      ['漢字', '1'],
      ['ab', '22'],
      [coloured.paint('red', 'abc'), '3'],
    ];
    const table = layTable(
      [{ title: 'x' }, { title: 'n', right: true }],
      rows,
      40,
      (title) => title,
    );
    expect(table.replace(/\u001b\[\d+m/g, '').split('\n')).toEqual([
      'x      n',
      '漢字   1',
      'ab    22',
      'abc    3',
    ]);
  });
});

describe('words for people', () => {
  it('nearWords: what contains the word, then what is few letters away', () => {
    const ids = ['note.txt', 'notes-2024.txt', 'rote.txt', 'reports/a.txt'];
    expect(nearWords('note', ids)).toEqual(['note.txt', 'notes-2024.txt']);
    expect(nearWords('nite.txt', ids)).toEqual(['note.txt', 'rote.txt']);
    expect(nearWords('zzzzzz', ids)).toEqual([]);
    expect(nearWords('x'.repeat(100_000), ids)).toEqual([]);
  });

  it('countOf, sanitise, wrap', () => {
    expect(countOf(1, 'event')).toBe('1 event');
    expect(countOf(2345, 'event')).toBe('2,345 events');
    expect(sanitise('a\u0000\u001b[1mb\r\nc\u202e\u0085')).toBe('a\uFFFD\uFFFD[1mb\nc\uFFFD\uFFFD');
    expect(wrap('one two three four', 12, '  ')).toBe('  one two\n  three four');
  });
});
