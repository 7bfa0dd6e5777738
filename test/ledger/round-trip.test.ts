import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodedDocument, CodedEntity, CodedEvent, Party, SourceDocument, Span } from '#coder';
import { eventTypes } from '#coder';
import { openLedger } from '#ledger';
import { fromStored, toStored } from '../../src/ledger/stored-text.ts';

/** Any string of UTF-16 units: NUL, lone surrogates, escape characters, combining marks, right-to-left text. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '\0',
        '\u001a',
        '\ud800',
        '\udc00',
        '0000',
        'a',
        '"',
        "'",
        '\u202e',
        '\ufeff',
        '\uffff',
      ),
    )
    .map((parts) => parts.join('')),
);
const anyId = anyText.filter((text) => text !== '');
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const optional = fc.option(anyText, { nil: undefined });
const range = fc
  .tuple(fc.nat(1000), fc.nat(1000))
  .map(([start, length]) => ({ start, end: start + length }));
const span: fc.Arbitrary<Span> = fc
  .tuple(range, anyText)
  .map(([place, text]) => ({ ...place, text }));
const anyDay = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const country = orNull(fc.oneof(fc.constantFrom('KOR', 'RUS', 'USA', 'IGO'), anyText));

const anyParty: fc.Arbitrary<Party> = fc
  .tuple(span, anyText, country, orNull(anyText), anyText)
  .map(([words, name, country, sector, entity]) => ({ ...words, name, country, sector, entity }));

const anyEvent: fc.Arbitrary<Omit<CodedEvent, 'id'>> = fc.record({
  type: fc.constantFrom(...eventTypes),
  mode: orNull(anyText),
  about: orNull(fc.record({ type: fc.constantFrom(...eventTypes), mode: orNull(anyText) })),
  contexts: fc.array(anyText, { maxLength: 2 }),
  actors: fc.array(anyParty, { maxLength: 3 }),
  recipients: fc.array(anyParty, { maxLength: 3 }),
  status: fc.constantFrom('actual', 'historical', 'future', 'hypothetical', 'negated'),
  date: orNull(
    fc.record({ from: anyDay, to: anyDay, text: anyText, basis: fc.constant('text' as const) }),
  ),
  place: fc.constant(null),
  quantities: fc.constant([]),
  attribution: fc.constant([]),
  condition: orNull(span),
  evidence: span,
  trigger: span,
  also: fc.array(span, { maxLength: 2 }),
  intensity: fc.double({ min: -10, max: 10, noNaN: true }).map((value) => value + 0),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
  by: anyText,
  explanation: fc.constant({ kind: 'rule', pattern: '', matched: [], paths: [], steps: [] }),
});

const anyEntity: fc.Arbitrary<CodedEntity> = fc.record({
  key: anyText,
  name: anyText,
  country,
  sector: orNull(anyText),
  mentions: fc.array(span, { maxLength: 2 }),
});

const anyEntry = fc
  .record({
    document: fc.record({
      id: anyId,
      text: anyText,
      title: optional,
      publisher: optional,
      author: optional,
      url: optional,
      language: optional,
      date: fc.option(anyDay, { nil: undefined }),
    }),
    events: fc.array(anyEvent, { maxLength: 4 }),
    entities: fc.array(anyEntity, { maxLength: 3 }),
    notes: fc.array(anyText, { maxLength: 2 }),
    coder: anyText,
    source: anyText,
  })
  .map(({ document: given, events, entities, notes, coder, source }) => {
    const document = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as unknown as SourceDocument;
    const coded: CodedDocument = {
      id: document.id,
      coder,
      date: document.date ?? null,
      events: events.map((event, index) => ({ ...event, id: `${document.id}#${index + 1}` })),
      entities,
      quotations: [],
      links: [],
      notes,
    };
    return { document, coded, source };
  });

describe('the ledger returns what was put in', () => {
  test('documents and their records, unit by unit', () => {
    const ledger = openLedger(':memory:');
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const [{ id, state }] = ledger.add([entry]);
        if (state !== 'added') return;
        expect(ledger.source(id)).toEqual({ ...entry.document, id });
        const kept = ledger.document(id)!;
        expect(kept.text).toBe(entry.document.text);
        expect(kept.source).toBe(entry.source);
        expect(ledger.find(entry.document)).toEqual({ id, coder: entry.coded.coder });
        const withIds = entry.coded.events.map((event, index) => ({
          ...event,
          id: `${id}#${index + 1}`,
        }));
        expect(kept.coded).toEqual({ ...entry.coded, id, events: withIds });
        for (const event of withIds) {
          expect(ledger.event(event.id)?.event).toEqual(event);
          const [actor] = event.actors;
          if (actor?.country == null) continue;
          const query = { actor: { country: actor.country }, document: id };
          expect(ledger.events(query).items.map((item) => item.event.id)).toContain(event.id);
        }
        expect(ledger.add([entry])).toEqual([{ id, state: 'present' }]);
      }),
      { numRuns: 300 },
    );
    ledger.close();
  });

  test('entities by their names, page after page', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 4 }), (drawn) => {
        const entries = drawn.map((entry, index) => ({
          ...entry,
          document: { ...entry.document, text: `${index}${entry.document.text}` },
        }));
        const ledger = openLedger(':memory:');
        const states = ledger.add(entries);
        expect(states.every(({ state }) => state === 'added')).toBe(true);
        const names = new Set(
          entries
            .flatMap(({ coded }) => coded.entities)
            .map(({ name, country, sector }) =>
              JSON.stringify([name, country ?? '', sector ?? '']),
            ),
        );
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = ledger.entities({ limit: 2, cursor });
          for (const { name, country, sector } of page.items) {
            found.push(JSON.stringify([name, country ?? '', sector ?? '']));
          }
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(found.sort()).toEqual([...names].sort());
        ledger.close();
      }),
      { numRuns: 50 },
    );
  });

  test('text keeps its units, is well-formed in the file, holds no NUL there, and mostly stands as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = toStored(text);
        expect(fromStored(stored)).toBe(text);
        expect(Buffer.from(stored, 'utf8').toString('utf8')).toBe(stored);
        expect(stored).not.toContain('\0');
      }),
      { numRuns: 1000 },
    );
    for (const text of ['', 'Seoul', '서울', 'a\n\tb', '😀', '\u200f\ufeff'])
      expect(toStored(text)).toBe(text);
  });
});
