import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodedEvent, createCoder } from '#coder';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon } from '../../src/app/load-lexicon.ts';

const coder = createCoder(loadLanguage(), loadPackagedLexicon());
const events = (...paragraphs: readonly string[]): readonly CodedEvent[] =>
  coder.code({ id: 'd', text: paragraphs.join('\n\n'), date: '2024-04-01' }).events;
const ofType = (type: string, ...paragraphs: readonly string[]): readonly CodedEvent[] =>
  events(...paragraphs).filter((event) => event.type === type);

describe('one event once', () => {
  test('headline, lead and body tell of one expulsion', () => {
    const told = ofType(
      'SANCTION',
      'Peru expels Chilean diplomats',
      'Peru expelled two Chilean diplomats on Friday, the foreign ministry in Lima said.',
      'The expulsion of the two Chilean diplomats by Peru came after a week of quarrels.',
    );
    expect(told).toHaveLength(1);
    expect(told[0].also).toHaveLength(2);
    expect(told[0]).toMatchObject({ mode: 'expel', date: { from: '2024-03-29', basis: 'text' } });
    expect(told[0].actors[0].country).toBe('PER');
    expect(told[0].recipients[0].country).toBe('CHL');
  });

  test('two names for one arrest in one sentence are one', () => {
    expect(
      ofType(
        'COERCE',
        'A Swedish priest was arrested and detained in Minsk. The priest was arrested on Monday.',
      ),
    ).toHaveLength(1);
  });

  test('an arrest retold with its teller keeps the teller', () => {
    const told = ofType(
      'COERCE',
      'Belarus arrested a Swedish priest in Minsk on Monday.',
      'Belarusian media reported that the Swedish priest was arrested on Monday.',
    );
    expect(told).toHaveLength(1);
    expect(told[0].attribution[0].certainty).toBe('reported');
  });

  test('two expulsions a week apart stay two', () => {
    const told = ofType(
      'SANCTION',
      'Peru expelled two Chilean diplomats on 8 March.',
      'Peru expelled two Chilean diplomats on 15 March.',
    );
    expect(told).toHaveLength(2);
  });

  test('one more of the kind is another', () => {
    const told = ofType(
      'SANCTION',
      'Peru expelled a Chilean diplomat.',
      'Peru expelled another Chilean diplomat.',
    );
    expect(told).toHaveLength(2);
  });

  test('a deed and its denial stay two', () => {
    const told = ofType(
      'AID',
      'Chad supplied weapons to Sudan, the United Nations said.',
      'Chad did not supply weapons to Sudan.',
    );
    expect(told.map(({ status }) => status).sort()).toEqual(['actual', 'negated']);
  });

  test('a plan and the deed stay two', () => {
    const told = ofType(
      'AID',
      'Brazil plans to send aid to Haiti.',
      'Brazil sent aid to Haiti on Sunday.',
    );
    expect(told).toHaveLength(2);
  });

  test('different numbers, victims, places or doers stay apart', () => {
    expect(
      ofType(
        'SANCTION',
        'Peru expelled two Chilean diplomats.',
        'Peru expelled nine Chilean diplomats.',
      ),
    ).toHaveLength(2);
    expect(
      ofType('COERCE', 'Iran arrested a French tourist.', 'Iran arrested a French diplomat.')
        .length,
    ).toBe(2);
    expect(
      ofType(
        'CONSULT',
        'Kenya and Uganda held talks in Nairobi.',
        'Kenya and Uganda held talks in Kampala.',
      ),
    ).toHaveLength(2);
    expect(ofType('ACCUSE', 'Japan criticized Iran.', 'Norway criticized Iran.')).toHaveLength(2);
  });

  test('links follow the joined events', () => {
    const { events: all, links } = coder.code({
      id: 'd',
      date: '2024-04-01',
      text: 'Peru expels Chilean diplomats\n\nPeru expelled two Chilean diplomats on Friday. In response, Chile recalled its ambassador from Peru.',
    });
    const ids = all.map(({ id }) => id);
    expect(ids).toEqual(all.map((_, index) => `d#${index + 1}`));
    expect(links).toHaveLength(1);
    expect(ids).toContain(links[0].from);
    expect(ids).toContain(links[0].to);
  });

  test('the order of the paragraphs does not matter', () => {
    const paragraphs = [
      'Peru expelled two Chilean diplomats on Friday.',
      'The expulsion of the two Chilean diplomats by Peru surprised Brazil.',
      'Kenya and Uganda held talks in Nairobi on Thursday.',
      'The talks between Kenya and Uganda in Nairobi ended well.',
      'Iran arrested a French tourist on 3 March.',
      'Iran arrested a French tourist on 20 March.',
      'Japan criticized Norway.',
      'Norway criticized Japan.',
    ];
    const summary = (list: readonly string[]): string[] =>
      events(...list)
        .map(
          ({ type, mode, actors, recipients, status, date, also }) =>
            `${type} ${mode} ${actors.map(({ country }) => country)} ${recipients.map(({ country }) => country)} ${status} ${date?.from} ${also.length}`,
        )
        .sort();
    const expected = summary(paragraphs);
    expect(expected).toHaveLength(6);
    fc.assert(
      fc.property(fc.shuffledSubarray(paragraphs, { minLength: paragraphs.length }), (shuffled) => {
        expect(summary(shuffled)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe('lines of the paper', () => {
  test('yield nothing', () => {
    for (const line of [
      'By Ana Torres and Li Wei',
      'Photo by Ana Torres/Sample News: police arrested protesters',
      '(Reporting by Ana Torres; Editing by Li Wei)',
      'Copyright 2024 Sample News. All rights reserved. Attacks on this text are prosecuted.',
      'Read more: Peru expels Chilean diplomats',
      'The views expressed in this article are those of the author.',
    ])
      expect(events(line), line).toEqual([]);
  });
});
