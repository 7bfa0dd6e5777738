import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CodedEvent, InputError } from '#coder';
import type { AnalystEvent, Ledger, NewCorrection } from '#ledger';
import { makeEntry, makeEvent, party, recoded } from './records.ts';

type Said = NewCorrection extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'author'>
    : never
  : never;

/** What corrections must do in every ledger. `open` makes an empty one. */
export function keepsCorrections(name: string, open: () => Ledger): void {
  describe(name, () => {
    const entry = makeEntry({ id: 'd', date: '2024-03-01' }, [
      {},
      { type: 'SANCTION', mode: 'expel', intensity: -5.5 },
      { actors: [party('RUS')], recipients: [party('KOR')] },
    ]);
    let ledger: Ledger;
    beforeEach(() => {
      ledger = open();
      ledger.add([entry]);
    });
    afterEach(() => ledger.close());

    const say = (said: Said) => ledger.correct({ ...said, author: 'Analyst' } as NewCorrection);
    const recode = (events: readonly Partial<CodedEvent>[], coder?: string) =>
      ledger.recode([recoded(entry, events, coder).coded]);
    /** `id type state` of each event of the document, rejected ones too. */
    const lines = () =>
      ledger
        .document('d')!
        .effective.map(({ event, state }) => `${event.id} ${event.type} ${state}`);
    /** Events as the coder numbers them when it finds one more at the start of the text. */
    const shifted = (events: readonly Partial<CodedEvent>[] = entry.coded.events) => [
      {
        id: 'd#1',
        type: 'AID' as const,
        trigger: { start: 0, end: 3, text: 'The' },
        evidence: { start: 0, end: 4, text: 'The ' },
      },
      ...events.map((event, index) => ({ ...event, id: `d#${index + 2}` })),
    ];
    const missed: AnalystEvent = (({ id: _, ...event }) => event)(
      makeEvent({
        type: 'PROTEST',
        trigger: { start: 200, end: 205, text: 'march' },
        evidence: { start: 190, end: 230, text: 'x' },
        by: 'analyst',
        confidence: 1,
      }),
    );

    test('each kind changes what stands and leaves the coder’s record as it is', () => {
      say({ kind: 'reject', event: 'd#1', note: 'a misreading' });
      say({
        kind: 'set-field',
        event: 'd#2',
        fields: { status: 'future', recipients: [party('JPN')] },
      });
      say({ kind: 'confirm', event: 'd#3' });
      const added = say({ kind: 'add-event', document: 'd', event: missed });
      expect(lines()).toEqual([
        'd#1 ACCUSE rejected',
        'd#2 SANCTION corrected',
        'd#3 ACCUSE confirmed',
        'd#a4 PROTEST added',
      ]);
      const kept = ledger.document('d')!;
      expect(kept.coded).toEqual(entry.coded);
      expect(kept.corrections.map(({ event }) => event)).toEqual(['d#1', 'd#2', 'd#3', 'd#a4']);
      expect(kept.corrections[0]).toMatchObject({
        number: 1,
        kind: 'reject',
        author: 'Analyst',
        note: 'a misreading',
        undoneAt: null,
      });
      expect(added).toEqual(ledger.correction(4));
      expect(ledger.event('d#2')).toMatchObject({
        event: { status: 'future', recipients: [{ country: 'JPN' }] },
        coded: { status: 'actual', recipients: [{ country: 'RUS' }] },
        corrections: [2],
      });
      expect(ledger.event('d#a4')).toMatchObject({
        coded: null,
        state: 'added',
        event: { id: 'd#a4' },
      });
      expect(ledger.correction(99)).toBeNull();
    });

    test('lists are of what stands', () => {
      say({ kind: 'reject', event: 'd#3' });
      say({
        kind: 'set-field',
        event: 'd#2',
        fields: { recipients: [party('JPN')], type: 'COERCE' },
      });
      const ids = (query = {}) => ledger.events(query).items.map(({ event }) => event.id);
      expect(ids({ dyad: ['KOR', 'RUS'] })).toEqual(['d#1']);
      expect(ids({ dyad: ['KOR', 'RUS'], state: ['rejected'] })).toEqual(['d#3']);
      expect(ids({ recipient: { country: 'JPN' } })).toEqual(['d#2']);
      expect(ids({ type: ['SANCTION'] })).toEqual([]);
    });

    test('of an unknown event, document or field are bad input, and nothing is kept', () => {
      const attempts: Said[] = [
        { kind: 'confirm', event: 'd#9' },
        { kind: 'reject', event: 'x#1' },
        { kind: 'reject', event: 'd' },
        { kind: 'add-event', document: 'x', event: missed },
        { kind: 'set-field', event: 'd#1', fields: {} },
        { kind: 'set-field', event: 'd#1', fields: { evidence: null } as object },
      ];
      for (const attempt of attempts) expect(() => say(attempt)).toThrow(InputError);
      expect(ledger.document('d')!.corrections).toEqual([]);
    });

    test('are undone and redone, once each', () => {
      const { number } = say({ kind: 'reject', event: 'd#1' });
      const undone = ledger.undo(number, 'Editor')!;
      expect(undone).toMatchObject({ event: null, undoneBy: 'Editor' });
      expect(lines()[0]).toBe('d#1 ACCUSE coded');
      expect(ledger.undo(number, 'Another')).toEqual(undone);
      expect(ledger.redo(number)).toMatchObject({ event: 'd#1', undoneAt: null, undoneBy: null });
      expect(lines()[0]).toBe('d#1 ACCUSE rejected');
      expect(ledger.redo(number)).toMatchObject({ event: 'd#1' });
      expect(ledger.undo(99, 'Editor')).toBeNull();
      expect(ledger.statistics().corrections).toEqual({ live: 1, undone: 0 });
    });

    test('the last word wins, field by field', () => {
      say({ kind: 'set-field', event: 'd#1', fields: { type: 'REJECT', mode: 'meet' } });
      const second = say({ kind: 'set-field', event: 'd#1', fields: { type: 'THREATEN' } });
      expect(ledger.event('d#1')!.event).toMatchObject({ type: 'THREATEN', mode: 'meet' });
      say({ kind: 'reject', event: 'd#1' });
      say({ kind: 'confirm', event: 'd#1' });
      expect(ledger.event('d#1')).toMatchObject({
        state: 'confirmed',
        event: { type: 'THREATEN' },
        corrections: [1, 2, 3, 4],
      });
      ledger.undo(4, 'Analyst');
      ledger.undo(3, 'Analyst');
      ledger.undo(second.number, 'Analyst');
      expect(ledger.event('d#1')).toMatchObject({ state: 'corrected', event: { type: 'REJECT' } });
    });

    test('an added event can be changed, rejected and undone', () => {
      say({ kind: 'add-event', document: 'd', event: missed });
      say({ kind: 'set-field', event: 'd#a1', fields: { status: 'future' } });
      expect(ledger.event('d#a1')).toMatchObject({ state: 'added', event: { status: 'future' } });
      say({ kind: 'reject', event: 'd#a1' });
      expect(ledger.event('d#a1')!.state).toBe('rejected');
      ledger.undo(1, 'Analyst');
      expect(ledger.event('d#a1')).toBeNull();
      ledger.redo(1);
      expect(ledger.event('d#a1')!.state).toBe('rejected');
    });

    describe('after recoding', () => {
      test('they find their events though these are numbered otherwise', () => {
        say({ kind: 'reject', event: 'd#1' });
        say({ kind: 'set-field', event: 'd#2', fields: { status: 'future' } });
        say({ kind: 'confirm', event: 'd#3' });
        say({ kind: 'add-event', document: 'd', event: missed });
        recode(shifted());
        expect(lines()).toEqual([
          'd#1 AID coded',
          'd#2 ACCUSE rejected',
          'd#3 SANCTION corrected',
          'd#4 ACCUSE confirmed',
          'd#a4 PROTEST added',
        ]);
        expect(ledger.document('d')!.corrections.map(({ event }) => event)).toEqual([
          'd#2',
          'd#3',
          'd#4',
          'd#a4',
        ]);
        recode(entry.coded.events, 'coder 3');
        expect(lines()[0]).toBe('d#1 ACCUSE rejected');
        for (const number of [1, 2, 3, 4]) ledger.undo(number, 'Analyst');
        expect(ledger.document('d')!.effective.map(({ event }) => event)).toEqual(
          entry.coded.events,
        );
      });

      test('they find an event whose words the coder marks a little otherwise', () => {
        say({ kind: 'reject', event: 'd#2' });
        const wider = { start: 44, end: 56, text: 'then accuse' };
        recode([{}, { type: 'SANCTION', mode: 'expel', trigger: wider }, {}]);
        expect(lines()[1]).toBe('d#2 SANCTION rejected');
      });

      test('a field set stays set though the coder has changed another', () => {
        say({ kind: 'set-field', event: 'd#1', fields: { type: 'REJECT' } });
        recode([{ status: 'negated', recipients: [party('JPN')] }, {}, {}]);
        expect(ledger.event('d#1')).toMatchObject({
          state: 'corrected',
          event: { type: 'REJECT', status: 'negated', recipients: [{ country: 'JPN' }] },
          coded: { type: 'ACCUSE' },
        });
      });

      test('a confirmed reading stands against another one', () => {
        say({ kind: 'confirm', event: 'd#2' });
        recode([{}, { type: 'COERCE' }, {}]);
        expect(ledger.event('d#2')).toMatchObject({
          state: 'confirmed',
          event: { id: 'd#2', type: 'SANCTION' },
          coded: { type: 'COERCE' },
        });
      });

      test('a rejection holds for the reading that was rejected and returns with it', () => {
        const { number } = say({ kind: 'reject', event: 'd#2' });
        recode([{}, { type: 'COERCE' }, {}]);
        expect(lines()[1]).toBe('d#2 COERCE coded');
        expect(ledger.correction(number)!.event).toBeNull();
        recode([], 'coder 3');
        expect(lines()).toEqual([]);
        recode(entry.coded.events, 'coder 4');
        expect(lines()[1]).toBe('d#2 SANCTION rejected');
      });

      test('what was confirmed or changed stands though the coder no longer finds it, and can be corrected again', () => {
        say({ kind: 'confirm', event: 'd#1' });
        say({ kind: 'set-field', event: 'd#2', fields: { status: 'future' } });
        say({ kind: 'reject', event: 'd#3' });
        recode([]);
        expect(lines()).toEqual(['d#a1 ACCUSE confirmed', 'd#a2 SANCTION corrected']);
        expect(ledger.event('d#a2')).toMatchObject({ coded: null, event: { status: 'future' } });
        say({ kind: 'set-field', event: 'd#a2', fields: { status: 'historical' } });
        recode([], 'coder 3');
        expect(ledger.event('d#a2')!.event.status).toBe('historical');
        recode(shifted(), 'coder 4');
        expect(lines()).toEqual([
          'd#1 AID coded',
          'd#2 ACCUSE confirmed',
          'd#3 SANCTION corrected',
          'd#4 ACCUSE rejected',
        ]);
        expect(ledger.event('d#3')!.event.status).toBe('historical');
      });

      test('one word that tells of two events keeps their corrections apart', () => {
        const words = {
          trigger: { start: 6, end: 12, text: 'blamed' },
          evidence: { start: 0, end: 30, text: 'x' },
        };
        const onJapan = { ...words, recipients: [party('JPN')] };
        const onChina = { ...words, recipients: [party('CHN')] };
        recode([onJapan, onChina]);
        say({ kind: 'reject', event: 'd#2' });
        say({ kind: 'confirm', event: 'd#1' });
        recode([onChina, onJapan], 'coder 3');
        expect(lines()).toEqual(['d#1 ACCUSE rejected', 'd#2 ACCUSE confirmed']);
        recode([onJapan], 'coder 4');
        expect(lines()).toEqual(['d#1 ACCUSE confirmed']);
      });

      test('an added event that the coder has learned to find is one with it', () => {
        say({ kind: 'add-event', document: 'd', event: { ...missed, status: 'future' } });
        recode([
          {},
          {},
          {},
          { type: 'PROTEST', trigger: missed.trigger, evidence: missed.evidence },
        ]);
        expect(lines()[3]).toBe('d#4 PROTEST added');
        expect(ledger.event('d#4')!.event.status).toBe('future');
        expect(ledger.events().items).toHaveLength(4);
      });

      test('the document added again by another coder keeps them too', () => {
        say({ kind: 'reject', event: 'd#1' });
        expect(ledger.add([recoded(entry, shifted())])).toEqual([{ id: 'd', state: 'recoded' }]);
        expect(lines()[1]).toBe('d#2 ACCUSE rejected');
      });

      test('of an unknown document is bad input', () => {
        expect(() => ledger.recode([makeEntry({ id: 'x' }).coded])).toThrow(InputError);
      });
    });
  });
}
