import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutWords, deliveredGazetteer, readLexiconFiles } from './find-names.ts';

const gazetteer = deliveredGazetteer();
const entries = [...gazetteer.entries()];
const supranational = 'IGO UNO EUR NGO ISM IMG MNC'.split(' ');
const countries = new Set(
  entries.filter(({ kind }) => kind === 'country').map(({ country }) => country),
);

describe('the delivered lexicon', () => {
  test('holds what it promises', () => {
    const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
    expect(countries.size).toBeGreaterThanOrEqual(230);
    expect(count('person')).toBeGreaterThanOrEqual(2000);
    expect(count('city')).toBeGreaterThanOrEqual(5000);
    expect(count('organization')).toBeGreaterThanOrEqual(900);
    expect(count('group')).toBeGreaterThanOrEqual(300);
    const led = new Set(
      entries
        .filter(({ terms }) => terms?.some(({ sector }) => sector === 'GOV'))
        .map(({ country }) => country),
    );
    expect(led.size).toBeGreaterThanOrEqual(180);
  });

  test.each([
    [
      'heads of state or of government',
      /president|prime minister|king|chancellor|premier|emir/,
      150,
    ],
    ['foreign ministers', /foreign|external affairs|secretary of state/, 95],
    ['defence ministers', /defen[cs]e/, 60],
  ])('knows %s since 2000 in many countries', (_, office, least) => {
    const held = entries.flatMap(({ terms = [] }) => terms);
    const recent = held.filter((term) => office.test(term.office) && (term.to ?? '2099') >= '2000');
    expect(new Set(recent.map(({ country }) => country)).size).toBeGreaterThanOrEqual(least);
  });

  test('knows 180 armed groups', () => {
    const armed = entries.filter(
      ({ kind, sector, terms = [] }) =>
        kind === 'group' && /^(REB|UAF|PRM)$/.test(sector ?? terms[0]?.sector ?? ''),
    );
    expect(armed.length).toBeGreaterThanOrEqual(180);
  });

  test('names no code that is not a country’s or a body’s', () => {
    for (const { country, terms = [], by } of entries) {
      for (const code of [country, ...terms.map((term) => term.country)]) {
        if (code === null || supranational.includes(code)) continue;
        expect(countries.has(code), `${code} at ${by}`).toBe(true);
      }
    }
  });

  test('every capital and every country answers to its own name', () => {
    for (const { name, country, kind, by } of entries) {
      if (kind !== 'country' && kind !== 'capital') continue;
      const [match] = gazetteer.match(cutWords(`in ${name} today`));
      expect(
        match?.entries.some((entry) => entry.country === country),
        `${name} at ${by}`,
      ).toBe(true);
    }
  });

  test('every person answers to the full name', () => {
    for (const entry of entries) {
      if (entry.kind !== 'person') continue;
      const found = gazetteer.match(cutWords(`yesterday ${entry.name} spoke`));
      expect(found[0]?.entries, `${entry.name} at ${entry.by}`).toContain(entry);
    }
  });

  test('cities stay below 400 kB', () => {
    expect(readLexiconFiles()['places/cities.txt'].length).toBeLessThan(400_000);
  });
});

describe('whatever the words are', () => {
  const names = entries.slice(0, 400).map(({ name }) => name);
  const part = fc.oneof(
    fc.constantFrom(...names, 'the', 'of', '-', "'s", '’', ',', 'US', 'Who', '3', ''),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );

  test('matches stand in order, apart, within the words, and name someone', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const words = cutWords(parts.join(' '));
        let last = 0;
        for (const match of gazetteer.match(words)) {
          expect(match.from).toBeGreaterThanOrEqual(last);
          expect(match.to).toBeGreaterThan(match.from);
          expect(match.to).toBeLessThanOrEqual(words.length);
          expect(match.entries.length).toBeGreaterThan(0);
          last = match.to;
        }
      }),
    );
  });

  test('a sentence of many thousand words is read once through', () => {
    const words = cutWords('South Korea and the United Nations met Kim '.repeat(20_000));
    const started = performance.now();
    expect(gazetteer.match(words).length).toBeGreaterThanOrEqual(40_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
