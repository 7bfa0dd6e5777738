import { describe, expect, test } from 'vitest';
import { createCoder, freezeLexicon, loadLexicon, thawLexicon } from '#coder';
import { loadLanguage } from '../../src/app/load-language.ts';
import { readLexiconFolder, sealOf } from '../../src/app/load-lexicon.ts';
import { freeze } from '../../src/coder/lexicon/freeze.ts';
import { readLexiconExamples } from '../../src/coder/lexicon/lexicon-examples.ts';
import { thaw } from '../../src/coder/lexicon/thaw.ts';

describe('freezing', () => {
  test('plain data comes back', () => {
    const shared = { sets: new Set(['a', 'ä\n"']) };
    const data = {
      list: [1, -0.5, null, true, 'Zürich 🎉\u2028', [], {}],
      names: new Map<string, unknown>([
        ['one', shared],
        ['__proto__', [shared, 2]],
        ['number', 3],
      ]),
      certainties: new Map([['says', 'asserted']]),
      nothing: new Map(),
      shared,
    };
    const frozen = freeze(data);
    const back = thaw(frozen) as typeof data;
    expect(frozen).toMatch(/^[\n -~]*$/);
    expect(back.list).toEqual(data.list);
    expect([...back.names]).toEqual([...data.names]);
    expect(back.names.has('two')).toBe(false);
    expect(back.names.size).toBe(3);
    expect([back.names.get('number'), back.names.get('number')]).toEqual([3, 3]);
    expect(back.certainties).toEqual(data.certainties);
    expect(back.nothing.size).toBe(0);
    expect(back.names.get('one')).toBe(back.shared);
    expect((back.names.get('__proto__') as unknown[])[0]).toBe(back.shared);
  });

  test.each([[() => 1], [Number.NaN], [new Date(0)], [new Map([[1, 2]])]])(
    '%s is refused',
    (data) => {
      expect(() => freeze({ data })).toThrow('expected plain data');
    },
  );
});

describe('the frozen lexicon', () => {
  const files = readLexiconFolder('lexicon');
  const [read, thawed] = [loadLexicon(files), thawLexicon(freezeLexicon(files))];

  test('codes as the one read from text does', () => {
    const language = loadLanguage();
    const [one, other] = [createCoder(language, read), createCoder(language, thawed)];
    expect(other.version).toBe(one.version);
    const sentences = readLexiconExamples(files).map(({ sentence }) => sentence);
    // In documents of fifty: enough to meet most names, patterns and words.
    for (let at = 0; at < sentences.length; at += 50) {
      const text = sentences.slice(at, at + 50).join('\n\n');
      const document = { id: 'd', text, date: '2024-04-01' };
      expect(other.code(document)).toEqual(one.code(document));
    }
  });

  test('holds the same names and patterns', () => {
    expect(thawed.gazetteer.size).toBe(read.gazetteer.size);
    for (const kind of ['verb', 'noun', 'copula'] as const) {
      expect([...thawed.events[kind]]).toEqual([...read.events[kind]]);
      expect([...thawed.operators[kind]]).toEqual([...read.operators[kind]]);
    }
  });

  test('its seal changes with a name, a content, and where one ends', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const cases: Record<string, Uint8Array>[] = [
      { 'a.txt': bytes('x'), 'b.txt': bytes('y') },
      { 'a.txt': bytes('x'), 'c.txt': bytes('y') },
      { 'a.txt': bytes('x'), 'b.txt': bytes('z') },
      { 'a.txt': bytes('xb'), '.txt': bytes('y') },
    ];
    expect(new Set(cases.map(sealOf)).size).toBe(4);
  });
});
