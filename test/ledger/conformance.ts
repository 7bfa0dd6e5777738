import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InputError } from '#coder';
import type { EventQuery, Ledger } from '#ledger';
import { makeEntry, party } from './records.ts';

/** What every ledger must do, whatever it keeps its records in. `open` makes an empty one. */
export function conforms(name: string, open: () => Ledger): void {
  describe(name, () => {
    let ledger: Ledger;
    beforeEach(() => {
      ledger = open();
    });
    afterEach(() => ledger.close());

    const titles = (query = {}) => ledger.documents(query).items.map(({ id }) => id);
    const eventIds = (query: EventQuery = {}) =>
      ledger.events(query).items.map(({ event }) => event.id);
    const day = (from: string, to = from) => ({ from, to, text: 'then', basis: 'text' }) as const;

    describe('documents', () => {
      test('come back as they were handed over, with their record', () => {
        const document = {
          id: 'note',
          text: 'Seoul expelled two envoys.',
          title: 'Envoys out',
          date: '2024-03-02',
          publisher: 'Sample Post',
          author: 'A. Writer',
          language: 'en',
          url: 'https://example.org/1',
        };
        const entry = makeEntry(document, [{}, { type: 'SANCTION', mode: 'expel' }]);
        expect(ledger.add([{ ...entry, source: 'a.jsonl:1' }])).toEqual([
          { id: 'note', state: 'added' },
        ]);
        expect(ledger.source('note')).toEqual(document);
        const kept = ledger.document('note')!;
        expect(kept.coded).toEqual(entry.coded);
        expect(kept.effective.map(({ event }) => event)).toEqual(entry.coded.events);
        expect(kept).toMatchObject({
          text: document.text,
          source: 'a.jsonl:1',
          length: 26,
          coder: 'coder 1',
          events: 2,
          opening: document.text,
          profile: [
            { type: 'ACCUSE', intensity: -3 },
            { type: 'SANCTION', intensity: -3 },
          ],
        });
        expect(ledger.document('other')).toBeNull();
        expect(ledger.source('other')).toBeNull();
      });

      test('show in lists how they begin and a profile of what stands of their events', () => {
        const text = `${'\u{1d4b3}'.repeat(150)}${'x'.repeat(150)}`;
        const [later, earlier] = [60, 0].map((start) => ({ start, end: start + 5, text: 'words' }));
        ledger.add([
          makeEntry({ id: 'a', text }, [
            { trigger: later, type: 'SANCTION', intensity: -6 },
            { trigger: earlier, type: 'CONSULT', intensity: 2.5 },
            { intensity: -10 },
          ]),
          makeEntry({ id: 'b' }),
        ]);
        ledger.correct({ kind: 'reject', event: 'a#3', author: 'x' });
        const { profile, opening } = ledger.documents().items.find(({ id }) => id === 'a')!;
        expect(profile).toEqual([
          { type: 'CONSULT', intensity: 2.5 },
          { type: 'SANCTION', intensity: -6 },
        ]);
        expect(opening).toBe(`${'\u{1d4b3}'.repeat(150)}${'x'.repeat(50)}`);
        expect(ledger.document('a')).toMatchObject({ profile, opening });
        expect(ledger.document('b')!.profile).toEqual([]);
      });

      test('that are equal in publisher, title, date and text are one', () => {
        const first = makeEntry({ id: 'a', text: 'Same words.', publisher: 'P', url: 'x' }, [{}]);
        const again = makeEntry({ id: 'b', text: 'Same words.', publisher: 'P', url: 'y' }, [{}]);
        ledger.add([first]);
        expect(ledger.find(again.document)).toEqual({ id: 'a', coder: 'coder 1' });
        expect(ledger.add([first, again, again])).toEqual([
          { id: 'a', state: 'present' },
          { id: 'a', state: 'present' },
          { id: 'a', state: 'present' },
        ]);
        expect(ledger.statistics()).toMatchObject({ documents: 1, events: 1 });
        const other = makeEntry({ id: 'a', text: 'Same words.', publisher: 'Q' });
        expect(ledger.find(other.document)).toBeNull();
      });

      test('that share an id are told apart by a suffix, in their events and links too', () => {
        const entries = Array.from({ length: 12 }, (_, index) => {
          const entry = makeEntry({ id: 'index', text: `Number ${index}.` }, [{}, {}]);
          const cue = { start: 0, end: 1, text: 'N' };
          const links = [{ from: 'index#2', to: 'index#1', relation: 'response', cue }] as const;
          return { ...entry, coded: { ...entry.coded, links } };
        });
        const ids = ledger.add(entries).map(({ id }) => id);
        expect(new Set(ids).size).toBe(12);
        expect(ids.slice(0, 3)).toEqual(['index', 'index-2', 'index-3']);
        expect(ledger.add(entries).map(({ id }) => id)).toEqual(ids);
        const kept = ledger.document('index-2')!;
        expect(kept.coded.events.map(({ id }) => id)).toEqual(['index-2#1', 'index-2#2']);
        expect(kept.coded.links[0]).toMatchObject({ from: 'index-2#2', to: 'index-2#1' });
      });

      test('are kept all or none', () => {
        const good = makeEntry({ id: 'good' });
        const bad = makeEntry({ id: 'bad', date: '2024-02-30' });
        expect(() => ledger.add([good, bad])).toThrow(InputError);
        const wrong = makeEntry({ id: 'wrong' }, [{ id: 'wrong#7' }]);
        expect(() => ledger.add([good, wrong])).toThrow(/carries the id wrong#7/);
        const focus = { actor: { start: 0, end: 1 }, recipient: { start: 2, end: 3 } };
        expect(() => ledger.add([good, makeEntry({ id: 'f', focus })])).toThrow(/focus/);
        expect(() => ledger.add([good, makeEntry({ id: '' })])).toThrow(/id/);
        expect(titles()).toEqual([]);
      });

      test('are found by words, phrases, publisher and days, newest first', () => {
        ledger.add([
          makeEntry({
            id: 'a',
            title: 'Café talks',
            text: 'Ministers met in Seoul.',
            date: '2024-01-01',
          }),
          makeEntry({
            id: 'b',
            text: 'The minister met no one.',
            date: '2024-01-03',
            publisher: 'P',
          }),
          makeEntry({ id: 'c', text: 'In Seoul, ministers slept.', date: '2024-01-02' }),
          makeEntry({ id: 'd', text: 'Undated.' }),
        ]);
        expect(titles()).toEqual(['b', 'c', 'a', 'd']);
        expect(titles({ q: 'seoul minister' })).toEqual(['c', 'a']);
        expect(titles({ q: '"met in seoul"' })).toEqual(['a']);
        expect(titles({ q: 'minist* -seoul' })).toEqual(['b']);
        expect(titles({ q: 'cafe' })).toEqual(['a']);
        expect(titles({ publisher: 'P' })).toEqual(['b']);
        expect(titles({ from: '2024-01-02' })).toEqual(['b', 'c']);
        expect(titles({ to: '2024-01-02' })).toEqual(['c', 'a']);
        expect(titles({ notCodedBy: 'coder 1' })).toEqual([]);
        expect(titles({ notCodedBy: 'coder 2' })).toHaveLength(4);
      });

      test.each([
        '"',
        'a" OR b',
        'title:x',
        'NEAR(a b)',
        '((a',
        'a AND',
        '*x',
        "o'clock",
        'a\0b',
        '^x',
      ])('a search for %j is a search for words, never a fault', (q) => {
        ledger.add([makeEntry({ id: 'a' })]);
        try {
          expect(ledger.documents({ q }).items).toBeInstanceOf(Array);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      });

      test('page without loss or repetition while others are added', () => {
        ledger.add(
          Array.from({ length: 25 }, (_, index) =>
            makeEntry({
              id: `d${index}`,
              date: index % 3 ? `2024-01-${10 + (index % 7)}` : undefined,
            }),
          ),
        );
        const whole = titles();
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let round = 0; ; round++) {
          const page = ledger.documents({ limit: 4, cursor });
          seen.push(...page.items.map(({ id }) => id));
          ledger.add([makeEntry({ id: `new${round}`, date: '2030-01-01' })]);
          if (page.next === null) break;
          cursor = page.next;
        }
        expect(seen).toEqual(whole);
      });
    });

    describe('events', () => {
      beforeEach(() => {
        ledger.add([
          makeEntry({ id: 'a', date: '2024-01-01', title: 'A' }, [
            { date: day('2024-01-01') },
            {
              date: day('2024-01-05', '2024-01-09'),
              type: 'CONSULT',
              actors: [party('RUS', 'GOV'), party('KOR')],
              recipients: [],
            },
            {
              date: null,
              type: 'THREATEN',
              mode: 'violence',
              status: 'hypothetical',
              confidence: 0.3,
            },
          ]),
          makeEntry({ id: 'b' }, [
            {
              date: day('2024-01-03'),
              actors: [party('RUS', 'MIL')],
              recipients: [party('KOR'), party('JPN')],
            },
            {
              date: day('2024-01-02'),
              actors: [party('KOR', 'GOV'), party('KOR', 'MIL')],
              recipients: [party('PRK')],
            },
            {
              date: day('2024-01-04'),
              actors: [party('USA')],
              recipients: [party(null, null, 'the rebels')],
            },
          ]),
        ]);
      });

      test('are listed newest first, those without a date last, or the other way round', () => {
        expect(eventIds()).toEqual(['a#2', 'b#3', 'b#1', 'b#2', 'a#1', 'a#3']);
        expect(eventIds({ order: 'oldest' })).toEqual(['a#3', 'a#1', 'b#2', 'b#1', 'b#3', 'a#2']);
        expect(ledger.events({ limit: 1 }).items[0].document).toEqual({
          id: 'a',
          title: 'A',
          publisher: null,
          date: '2024-01-01',
          url: null,
        });
      });

      test.each<[EventQuery, string[]]>([
        [{ dyad: ['KOR', 'RUS'] }, ['a#2', 'b#1', 'a#1', 'a#3']],
        [{ dyad: ['RUS', 'KOR'], order: 'oldest' }, ['a#3', 'a#1', 'b#1', 'a#2']],
        [{ dyad: ['KOR', 'KOR'] }, []],
        [{ dyad: ['RUS', 'JPN'] }, ['b#1']],
        [{ actor: { country: 'KOR' } }, ['a#2', 'b#2', 'a#1', 'a#3']],
        [{ actor: { country: 'KOR', sector: 'MIL' } }, ['b#2']],
        [{ recipient: { country: 'KOR' } }, ['b#1']],
        [{ actor: { country: 'KOR' }, recipient: { country: 'RUS' } }, ['a#1', 'a#3']],
        [{ type: ['CONSULT', 'THREATEN'] }, ['a#2', 'a#3']],
        [{ type: [] }, []],
        [{ mode: 'violence' }, ['a#3']],
        [{ status: ['hypothetical'] }, ['a#3']],
        [{ from: '2024-01-03', to: '2024-01-04' }, ['b#3', 'b#1']],
        [{ from: '2024-01-07' }, ['a#2']],
        [{ to: '2024-01-02' }, ['b#2', 'a#1']],
        [{ document: 'b' }, ['b#3', 'b#1', 'b#2']],
        [{ document: 'none' }, []],
        [{ confidence: 0.5, document: 'a' }, ['a#2', 'a#1']],
        [{ state: ['rejected'] }, []],
      ])('%j gives %j', (query, expected) => {
        expect(eventIds(query)).toEqual(expected);
        const paged: string[] = [];
        for (const { event } of ledger.eachEvent({ ...query, limit: 1 })) paged.push(event.id);
        expect(paged).toEqual(expected);
      });

      test('are found by their id', () => {
        expect(ledger.event('a#3')).toMatchObject({ state: 'coded', event: { type: 'THREATEN' } });
        for (const id of ['a#4', 'a', 'x#1', '#', '']) expect(ledger.event(id)).toBeNull();
      });

      test('page without loss or repetition while others are added', () => {
        const whole = eventIds();
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let round = 0; ; round++) {
          const page = ledger.events({ limit: 2, cursor });
          seen.push(...page.items.map(({ event }) => event.id));
          ledger.add([makeEntry({ id: `new${round}` }, [{ date: day('2030-01-01') }])]);
          if (page.next === null) break;
          cursor = page.next;
        }
        expect(seen).toEqual(whole);
      });

      test('a cursor of another list, or of none, is bad input, and so is a size that is none', () => {
        const { next } = ledger.events({ limit: 1 });
        expect(() => ledger.documents({ cursor: next! })).toThrow(InputError);
        expect(() => ledger.events({ cursor: next!, order: 'oldest' })).toThrow(InputError);
        for (const cursor of ['', 'x', '{}', 'W10', '\ud800']) {
          expect(() => ledger.events({ cursor })).toThrow(/unknown cursor/);
        }
        for (const limit of [0, -1, 1.5, 1001, Number.NaN]) {
          expect(() => ledger.events({ limit })).toThrow(InputError);
        }
      });
    });

    test('entities are one by name, country and sector, with what speaks of them', () => {
      const mention = { start: 0, end: 3, text: 'The' };
      const entity = (name: string, country: string | null, mentions = 1) => ({
        key: name,
        name,
        country,
        sector: null,
        mentions: Array.from({ length: mentions }, () => mention),
      });
      const withEntities = (
        id: string,
        entities: ReturnType<typeof entity>[],
        coder = 'coder 1',
      ) => {
        const entry = makeEntry({ id }, [], coder);
        return { ...entry, coded: { ...entry.coded, entities } };
      };
      const erdogan = entity('Recep Erdoğan', 'TUR', 2);
      ledger.add([
        withEntities('a', [entity('Seoul', 'KOR'), erdogan, entity('rebels', null)]),
        withEntities('b', [erdogan]),
      ]);
      expect(ledger.entities().items).toEqual([
        { name: 'Recep Erdoğan', country: 'TUR', sector: null, documents: 2, mentions: 4 },
        { name: 'Seoul', country: 'KOR', sector: null, documents: 1, mentions: 1 },
        { name: 'rebels', country: null, sector: null, documents: 1, mentions: 1 },
      ]);
      expect(ledger.entities({ q: 'ERDOGAN' }).items).toHaveLength(1);
      expect(ledger.entities({ q: '%' }).items).toHaveLength(0);
      expect(ledger.entities({ country: 'KOR' }).items).toHaveLength(1);
      const first = ledger.entities({ limit: 2 });
      expect(first.items).toHaveLength(2);
      expect(ledger.entities({ limit: 2, cursor: first.next! })).toMatchObject({
        items: [{ name: 'rebels' }],
        next: null,
      });
      ledger.add([withEntities('a', [entity('Seoul', 'KOR')], 'coder 2')]);
      expect(ledger.entities().items.map(({ name, mentions }) => [name, mentions])).toEqual([
        ['Recep Erdoğan', 2],
        ['Seoul', 1],
      ]);
    });

    test('statistics count what stands', () => {
      expect(ledger.statistics()).toMatchObject({ documents: 0, events: 0, from: null, types: [] });
      ledger.add([
        makeEntry({ id: 'a', date: '2024-01-01', publisher: 'P' }, [{}, { type: 'AID' }]),
        makeEntry({ id: 'b', date: '2024-02-01' }, [{}], 'coder 0'),
      ]);
      ledger.correct({ kind: 'reject', event: 'a#2', author: 'N' });
      expect(ledger.statistics()).toEqual({
        documents: 2,
        events: 2,
        entities: 0,
        from: '2024-01-01',
        to: '2024-02-01',
        types: [{ type: 'ACCUSE', events: 2 }],
        publishers: [
          { publisher: null, documents: 1 },
          { publisher: 'P', documents: 1 },
        ],
        coders: [
          { coder: 'coder 0', documents: 1 },
          { coder: 'coder 1', documents: 1 },
        ],
        corrections: { live: 1, undone: 0 },
      });
      expect(ledger.document('a')!.events).toBe(1);
      expect(ledger.documents({ publisher: 'P' }).items[0].profile).toHaveLength(1);
    });
  });
}
