import { describe, expect, test } from 'vitest';
import type { CodedEvent } from '#coder';
import { applyCorrections, type KeptCorrection } from '../../src/ledger/effective-events.ts';
import { makeEntry, makeEvent, party } from './records.ts';

const at = (start: number, end: number) => ({ start, end, text: 'words' });
const words = { trigger: at(6, 12), evidence: at(0, 30) };
const onJapan = { ...words, recipients: [party('JPN')] };
const onChina = { ...words, recipients: [party('CHN')] };

const code = (...events: Partial<CodedEvent>[]) => makeEntry({ id: 'd' }, events).coded;

/** A correction of an event as coder 1 had it. */
function said(
  number: number,
  kind: KeptCorrection['kind'],
  anchor: CodedEvent,
  payload: KeptCorrection['payload'] = {},
): KeptCorrection {
  return { number, kind, coder: 'coder 1', anchor, added: null, payload };
}

const set = (number: number, anchor: CodedEvent, contexts: string[]) =>
  said(number, 'set-field', anchor, { contexts });

/** `id type recipients contexts state` of each event. */
function outcome(coded: ReturnType<typeof code>, corrections: readonly KeptCorrection[]): string[] {
  return applyCorrections(coded, corrections).map(({ event, state }) =>
    [
      event.id,
      event.type,
      event.recipients.map((party) => party.country),
      event.contexts,
      state,
    ].join(' '),
  );
}

describe('a correction goes to', () => {
  test('the event of the same parties where two share their words and have changed places', () => {
    const before = code(onJapan, onChina).events;
    const corrections = [set(1, before[0], ['trade']), set(2, before[1], ['cyber'])];
    const now = ['d#1 ACCUSE CHN cyber corrected', 'd#2 ACCUSE JPN trade corrected'];
    expect(outcome(code(onChina, onJapan), corrections)).toEqual(now);
    expect(outcome(code(onChina, onJapan), [...corrections].reverse())).toEqual(now);
  });

  test('no event that another one, told apart at the time, has taken', () => {
    const before = code(onJapan, onChina).events;
    const corrections = [set(1, before[1], ['cyber']), set(2, before[0], ['trade'])];
    expect(outcome(code(onJapan), corrections)).toEqual([
      'd#1 ACCUSE JPN trade corrected',
      'd#a1 ACCUSE CHN cyber corrected',
    ]);
  });

  test('one event with others of it, made when another coder had marked its words otherwise', () => {
    const [before] = code(onJapan).events;
    const later = { ...set(2, { ...before, trigger: at(6, 18) }, ['trade']), coder: 'coder 2' };
    expect(outcome(code(onJapan), [set(1, before, ['cyber']), later])).toEqual([
      'd#1 ACCUSE JPN trade corrected',
    ]);
    expect(outcome(code(), [set(1, before, ['cyber']), later])).toEqual([
      'd#a1 ACCUSE JPN trade corrected',
    ]);
  });

  test('no event of another type and other parties whose words only touch', () => {
    const [before] = code(onJapan).events;
    const other = { type: 'AID' as const, actors: [party('USA')], recipients: [party('FRA')] };
    const touching = { ...other, trigger: at(10, 16), evidence: at(0, 30) };
    expect(outcome(code(touching), [set(1, before, ['trade'])])).toEqual([
      'd#1 AID FRA  coded',
      'd#a1 ACCUSE JPN trade corrected',
    ]);
    const same = { ...touching, trigger: words.trigger };
    expect(outcome(code(same), [set(1, before, ['trade'])])).toEqual([
      'd#1 AID FRA trade corrected',
    ]);
  });

  test('the event of the same clause, type and parties whose words lie elsewhere in it', () => {
    const [before] = code(onJapan).events;
    const elsewhere = { ...onJapan, trigger: at(20, 28) };
    expect(outcome(code(elsewhere), [said(1, 'reject', before)])).toEqual([
      'd#1 ACCUSE JPN  rejected',
    ]);
    const farOff = { ...elsewhere, evidence: at(18, 60) };
    expect(outcome(code(farOff), [said(1, 'reject', before)])).toEqual(['d#1 ACCUSE JPN  coded']);
  });
});

test('a rejection does not hold for another reading, while a field set before it does', () => {
  const [before] = code(onJapan).events;
  const corrections = [set(1, before, ['trade']), said(2, 'reject', before)];
  expect(outcome(code(onJapan), corrections)).toEqual(['d#1 ACCUSE JPN trade rejected']);
  const [event] = applyCorrections(code({ ...onJapan, type: 'REJECT' }), corrections);
  expect(event).toMatchObject({ state: 'corrected', corrections: [1], event: { type: 'REJECT' } });
});

test('an added event stands beside the coder’s of the same words and other parties', () => {
  const { id: _, ...added } = makeEvent(onChina);
  const adding: KeptCorrection = {
    number: 1,
    kind: 'add-event',
    coder: null,
    anchor: null,
    added: null,
    payload: added as CodedEvent,
  };
  const setting = {
    ...adding,
    number: 2,
    kind: 'set-field' as const,
    added: 1,
    payload: { contexts: ['cyber'] },
  };
  expect(outcome(code(onJapan), [adding, setting])).toEqual([
    'd#1 ACCUSE JPN  coded',
    'd#a1 ACCUSE CHN cyber added',
  ]);
  expect(outcome(code(onJapan, onChina), [adding, setting])).toEqual([
    'd#1 ACCUSE JPN  coded',
    'd#2 ACCUSE CHN cyber added',
  ]);
  expect(outcome(code(onJapan), [setting])).toEqual(['d#1 ACCUSE JPN  coded']);
});

test('without corrections the events are the coder’s', () => {
  const coded = code(onJapan, onChina);
  expect(applyCorrections(coded, []).map(({ event }) => event)).toEqual(coded.events);
});
