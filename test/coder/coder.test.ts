import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodedDocument, createCoder, type SourceDocument } from '#coder';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon } from '../../src/app/load-lexicon.ts';

const coder = createCoder(loadLanguage(), loadPackagedLexicon());
const code = (text: string, date?: string): CodedDocument =>
  coder.code({ id: 'd', text, ...(date ? { date } : {}) });

/** Every span of a record: where it says that words stand, those words stand. */
function spansOf(record: CodedDocument): { start: number; end: number; text: string }[] {
  const spans = record.events.flatMap((event) => [
    event.evidence,
    event.trigger,
    ...event.also,
    ...event.actors,
    ...event.recipients,
    ...event.quantities,
    ...event.explanation.matched,
    ...(event.place ? [event.place] : []),
    ...(event.condition ? [event.condition] : []),
  ]);
  return [
    ...spans,
    ...record.quotations,
    ...record.links.map(({ cue }) => cue),
    ...record.entities.flatMap(({ mentions }) => mentions),
  ];
}

const sentences = [
  'Russia expelled two South Korean diplomats on Friday.',
  'In response, Seoul summoned the Russian ambassador.',
  '“We will never accept this,” the foreign ministry said.',
  'North Korea threatened to attack South Korea if the drills went on.',
  'The two countries resumed talks in Geneva.',
  'About 300 protesters marched in Lima.',
  'Ministre des affaires étrangères \u202eعربى\u202c met with his Peruvian counterpart.',
];
/** News sentences mixed with anything else that may stand in a text. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...sentences),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\n\n', '\0', '\ud800', '<p>', '"', '“'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

describe('a coded record', () => {
  test('quotes the text exactly, whatever the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const span of spansOf(code(text, '2024-04-01')))
          expect(text.slice(span.start, span.end)).toBe(span.text);
      }),
      { numRuns: 150 },
    );
  });

  test('does not depend on what was coded before', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const alone = code(one, '2024-04-01');
        code(other, '2020-01-01');
        expect(code(one, '2024-04-01')).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  test('numbers its events in the order of the text and links only those', () => {
    const { events, links } = code(sentences.join(' '), '2024-04-01');
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => `d#${index + 1}`));
    const starts = events.map(({ trigger }) => trigger.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const { from, to } of links) {
      expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining([from, to]));
    }
    expect(links).toContainEqual(
      expect.objectContaining({ from: 'd#2', to: 'd#1', relation: 'response' }),
    );
  });
});

describe('a document', () => {
  test('without a date leaves relative dates open and says so', () => {
    const record = code('Russia expelled two Norwegian diplomats on Friday.');
    expect(record.date).toBeNull();
    expect(record.events[0].date).toBeNull();
    expect(record.notes).toContain('no date: relative dates stay open');
  });

  test('with a date resolves them', () => {
    const [event] = code('Russia expelled two Norwegian diplomats on Friday.', '2024-04-01').events;
    expect(event.date).toMatchObject({
      from: '2024-03-29',
      to: '2024-03-29',
      text: expect.stringContaining('Friday'),
      basis: 'text',
    });
  });

  test('that repeats a caption tells of its event once', () => {
    const caption = 'The presidents of Chile and Peru met in Santiago on Monday';
    const { events } = code(`${caption}\n${caption}\n\nThe market rose.`, '2024-04-01');
    expect(events).toHaveLength(1);
    expect(events[0].also).toHaveLength(1);
  });

  test('yields nothing for its byline and copyright line', () => {
    const { events } = code(
      'By Maria Lopez\n\nCopyright © Sample Courier. Unauthorized attacks on this text are prohibited.',
      '2024-04-01',
    );
    expect(events).toEqual([]);
  });

  test('empty, blank or without letters yields an empty record', () => {
    for (const text of ['', '   \n\n ', '!!! ??? …', '\0\0', '\ud800\udfff'])
      expect(code(text).events).toEqual([]);
  });

  test('with one sentence of thousands of words is read to its end', () => {
    const long = `${'Kenya and Peru discussed trade, '.repeat(600)}and Russia expelled two diplomats of Norway.`;
    const { events } = code(long, '2024-04-01');
    expect(events.at(-1)).toMatchObject({ type: 'SANCTION', mode: 'expel' });
  });

  test('gives a surname the office that the text told once', () => {
    const { events } = code(
      'Ana Botha, Namibia’s foreign minister, spoke in Windhoek. Botha criticized Angola on Tuesday.',
      '2024-04-01',
    );
    const accusation = events.find(({ type }) => type === 'ACCUSE');
    expect(accusation?.actors[0]).toMatchObject({ country: 'NAM', sector: 'GOV' });
  });
});

describe('a composed event', () => {
  test('says what it is about', () => {
    const document: SourceDocument = {
      id: 'd',
      text: 'Serbia threatened to expel the Croatian ambassador.',
    };
    expect(coder.code(document).events[0]).toMatchObject({
      type: 'THREATEN',
      mode: 'expel',
      about: { type: 'SANCTION', mode: 'expel' },
    });
  });
});
