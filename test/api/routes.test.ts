import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as contract from '../../src/app/contract.ts';
import { makeEntry } from '../ledger/records.ts';
import { type OpenedApp, openApp } from './open-app.ts';

let opened: OpenedApp;
beforeEach(() => {
  opened = openApp();
});
afterEach(() => {
  expect(opened.reported).toEqual([]);
  opened.close();
});

/** The body of an answer, which must have the status and be what the contract says, with nothing beside it. */
async function read<Schema extends z.ZodType>(
  answer: Response | Promise<Response>,
  status: number,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const { status: found, body } = await bodyOf(answer);
  expect({ status: found, body }).toMatchObject({ status });
  const parsed = schema.parse(body);
  expect(parsed).toEqual(body);
  return parsed;
}

async function bodyOf(answer: Response | Promise<Response>) {
  const response = await answer;
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  return { status: response.status, body: await response.json() };
}

const failure = async (answer: Response | Promise<Response>, status: number) =>
  (await read(answer, status, contract.ErrorBody)).error;

const report = {
  id: 'note',
  title: 'Envoys',
  text: 'Seoul accused Moscow. Ministers met.',
  date: '2024-03-02',
  publisher: 'Sample Post',
};

describe('POST /api/code', () => {
  test('codes a text and keeps nothing', async () => {
    const { id: _, ...text } = report;
    const coded = await read(opened.post('/api/code', text), 200, contract.CodedDocument);
    expect(coded.events.map(({ id, type }) => [id, type])).toEqual([
      ['text#1', 'ACCUSE'],
      ['text#2', 'CONSULT'],
    ]);
    expect(opened.ledger.statistics().documents).toBe(0);
  });

  test('hands lone surrogates and NUL through', async () => {
    const text = 'a\ud800\0 accused';
    const coded = await read(opened.post('/api/code', { text }), 200, contract.CodedDocument);
    expect(coded.events[0].evidence.text).toBe(text);
  });

  test.each([
    [{}, 'body.text'],
    [{ text: 5 }, 'body.text'],
    [{ text: '' }, 'body.text'],
    [{ text: 'x', date: '2024-02-30' }, 'body.date'],
    [{ text: 'x', date: 'today' }, 'body.date'],
    [{ text: 'x', titel: 'y' }, 'body'],
    [[], 'body'],
  ])('%j is bad input at %s', async (body, where) => {
    expect(await failure(opened.post('/api/code', body), 400)).toMatchObject({
      code: 'bad-input',
      where,
    });
  });

  test('takes JSON only, and no more than a bounded size', async () => {
    expect((await failure(opened.post('/api/code', '{"text":'), 400)).message).toMatch(/JSON/);
    const form = { 'Content-Type': 'text/plain' };
    expect((await failure(opened.post('/api/code', '{"text":"x"}', form), 415)).code).toBe(
      'unsupported-type',
    );
    const large = { text: 'x'.repeat(2_000_001) };
    expect(await failure(opened.post('/api/code', large), 413)).toMatchObject({
      code: 'too-large',
      hint: /add/,
    });
  });
});

describe('documents', () => {
  test('are coded and kept, once', async () => {
    const first = await read(opened.post('/api/documents', report), 201, contract.AddResponse);
    expect(first).toMatchObject({
      id: 'note',
      state: 'added',
      document: { events: 2, coder: 'fake 1' },
    });
    const again = await read(
      opened.post('/api/documents', { ...report, id: 'other' }),
      200,
      contract.AddResponse,
    );
    expect(again).toMatchObject({ id: 'note', state: 'present' });
  });

  test('get a readable id where none is given', async () => {
    const { id: _, ...anonymous } = report;
    const titled = { ...anonymous, title: 'Seoul expels “two” envoys: Élysée' };
    expect(
      await read(opened.post('/api/documents', titled), 201, contract.AddResponse),
    ).toMatchObject({
      id: 'seoul-expels-two-envoys-elysee',
    });
    const untitled = { text: 'No title.' };
    expect(
      (await read(opened.post('/api/documents', untitled), 201, contract.AddResponse)).id,
    ).toMatch(/^text-[0-9a-f]{8}$/);
  });

  test('are listed, searched and paged', async () => {
    opened.ledger.add(
      ['a', 'b', 'c'].map((id, index) =>
        makeEntry({ id, date: `2024-01-0${index + 1}`, title: `Talks ${id}` }),
      ),
    );
    const list = (query: string) =>
      read(opened.get(`/api/documents${query}`), 200, contract.DocumentPage);
    expect((await list('')).items.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    const first = await list('?limit=2');
    expect(first.items.map(({ id }) => id)).toEqual(['c', 'b']);
    const second = await list(`?limit=2&cursor=${first.next}`);
    expect(second).toMatchObject({ items: [{ id: 'a' }], next: null });
    expect((await list('?q=talk%20-b&to=2024-01-02')).items.map(({ id }) => id)).toEqual(['a']);
  });

  test('are read one by one, whatever their id', async () => {
    for (const id of ['note', 'a/b c#d?e%20é', '..', 'more.jsonl:17', '%', 'x'.repeat(500)]) {
      opened.ledger.add([makeEntry({ id, text: `Text of ${id}` }, [{}])]);
      const path = `/api/documents/${encodeURIComponent(id).replaceAll('.', '%2E')}`;
      if (id === '..') continue;
      const document = await read(opened.get(path), 200, contract.DocumentDetail);
      expect(document).toMatchObject({
        id,
        text: `Text of ${id}`,
        coding: { events: [{ id: `${id}#1` }] },
      });
    }
    expect(await failure(opened.get('/api/documents/none'), 404)).toEqual({
      code: 'not-found',
      message: 'no such document',
      where: 'id',
      found: '"none"',
    });
  });
});

describe('events', () => {
  beforeEach(() => opened.post('/api/documents', report));

  test('are listed by what is asked for', async () => {
    const list = async (query: string) => {
      const { items } = await read(opened.get(`/api/events${query}`), 200, contract.EventPage);
      return items.map(({ id }) => id);
    };
    expect(await list('?order=oldest')).toEqual(['note#1', 'note#2']);
    expect(await list('?dyad=rus-kor&type=consult')).toEqual(['note#2']);
    expect(await list('?actor=KOR%20GOV')).toEqual(['note#1']);
    expect(await list('?recipient=RUS&status=actual,future&confidence=0.5')).toEqual(['note#1']);
    expect(await list('?document=none')).toEqual([]);
  });

  test.each([
    ['type=WAR', 'type', /ASSAULT/],
    ['type=SANCTION&mode=expell', 'mode', /convict, expel, withdraw, discontinue/],
    ['type=AID&mode=expel', 'mode', /no modes/],
    ['status=real', 'status', /hypothetical/],
    ['state=new', 'state', /confirmed/],
    ['order=up', 'order', /newest, oldest/],
    ['dyad=KOR', 'dyad', /KOR-RUS/],
    ['actor=South%20Korea', 'actor', /KOR GOV/],
    ['from=2024-13-01', 'from', /YYYY-MM-DD/],
    ['to=2023-02-29', 'to', /YYYY-MM-DD/],
    ['confidence=2', 'confidence', /0 to 1/],
    ['confidence=', 'confidence', /0 to 1/],
    ['limit=0', 'limit', /1 to 1000/],
    ['limit=1e2', 'limit', /1 to 1000/],
    ['cursor=xyz', 'cursor', /next/],
  ])('%s is bad input that names what may stand there', async (query, where, expected) => {
    const error = await failure(opened.get(`/api/events?${query}`), 400);
    expect(error).toMatchObject({ code: 'bad-input', where });
    expect(error.expected).toMatch(expected);
    expect(error.found).toMatch(/./);
  });

  test('an unknown name in a query is bad input', async () => {
    expect((await failure(opened.get('/api/events?typ=AID'), 400)).found).toBe('typ');
    expect(await failure(opened.get('/api/documents?q=...'), 400)).toMatchObject({ where: 'q' });
    expect(await failure(opened.get('/api/entities?country=Korea'), 400)).toMatchObject({
      where: 'country',
    });
  });

  test('are read one by one with their explanation', async () => {
    const event = await read(opened.get('/api/events/note%231'), 200, contract.LedgerEvent);
    expect(event).toMatchObject({
      id: 'note#1',
      state: 'coded',
      document: { id: 'note', publisher: 'Sample Post' },
      explanation: { pattern: 'A blame R' },
    });
    expect((await failure(opened.get('/api/events/note%239'), 404)).found).toBe('"note#9"');
  });

  test('entities and status tell what the ledger holds', async () => {
    const entities = await read(
      opened.get('/api/entities?q=korea&country=kor'),
      200,
      contract.EntityPage,
    );
    expect(entities.items).toMatchObject([{ name: 'South Korea', documents: 1 }]);
    expect(await read(opened.get('/api/status'), 200, contract.LedgerStatus)).toMatchObject({
      version: '0.0.0',
      coder: 'fake 1',
      documents: 1,
      events: 2,
      from: '2024-03-02',
    });
  });
});

describe('corrections', () => {
  beforeEach(() => opened.post('/api/documents', report));
  const say = (body: unknown) => opened.post('/api/corrections', body);
  const kept = (body: unknown) => read(say(body), 201, contract.Correction);
  const event = (id: string) =>
    read(opened.get(`/api/events/${encodeURIComponent(id)}`), 200, contract.LedgerEvent);

  test('confirm and reject, undo and redo', async () => {
    expect(
      await kept({ kind: 'confirm', event: 'note#1', author: 'Kim', note: 'read it' }),
    ).toMatchObject({
      number: 1,
      event: 'note#1',
      author: 'Kim',
      note: 'read it',
    });
    expect((await event('note#1')).state).toBe('confirmed');
    expect(await kept({ kind: 'reject', event: 'note#1' })).toMatchObject({ author: 'analyst' });
    const { items } = await read(opened.get('/api/events'), 200, contract.EventPage);
    expect(items.map(({ id }) => id)).toEqual(['note#2']);
    const undone = await read(
      opened.post('/api/corrections/2/undo', { author: 'Lee' }),
      200,
      contract.Correction,
    );
    expect(undone).toMatchObject({ undoneBy: 'Lee', event: null });
    expect((await event('note#1')).state).toBe('confirmed');
    await read(opened.post('/api/corrections/2/redo'), 200, contract.Correction);
    const again = await read(opened.post('/api/corrections/2/undo'), 200, contract.Correction);
    expect(again.undoneBy).toBe('analyst');
    const document = await read(opened.get('/api/documents/note'), 200, contract.DocumentDetail);
    expect(document.coding.corrections).toHaveLength(2);
  });

  test('links to an event that was rejected are left out', async () => {
    await opened.post('/api/documents', {
      id: 'two',
      text: 'They met after Seoul accused Moscow.',
    });
    const links = async () =>
      (await read(opened.get('/api/documents/two'), 200, contract.DocumentDetail)).coding.links;
    expect(await links()).toMatchObject([{ from: 'two#2', to: 'two#1' }]);
    await kept({ kind: 'reject', event: 'two#1' });
    expect(await links()).toEqual([]);
  });

  test('setting a type sets its score and drops a mode that it does not have', async () => {
    await kept({ kind: 'set-field', event: 'note#1', fields: { type: 'SANCTION', mode: 'expel' } });
    expect(await event('note#1')).toMatchObject({
      type: 'SANCTION',
      mode: 'expel',
      intensity: -5.5,
      state: 'corrected',
    });
    const about = { type: 'AID', mode: null };
    await kept({ kind: 'set-field', event: 'note#1', fields: { type: 'THREATEN', about } });
    expect(await event('note#1')).toMatchObject({ type: 'THREATEN', mode: 'expel', about });
    await kept({ kind: 'set-field', event: 'note#1', fields: { mode: 'violence' } });
    expect(await event('note#1')).toMatchObject({ type: 'THREATEN', mode: 'violence', about });
    await kept({ kind: 'set-field', event: 'note#1', fields: { type: 'AID' } });
    expect(await event('note#1')).toMatchObject({
      type: 'AID',
      mode: null,
      about: null,
      intensity: 10,
    });
    await kept({ kind: 'set-field', event: 'note#1', fields: { type: 'AID', intensity: 3 } });
    expect(await event('note#1')).toMatchObject({ intensity: 3 });
  });

  test('parties that are set have the words of the text, or none', async () => {
    await kept({
      kind: 'set-field',
      event: 'note#1',
      fields: {
        recipients: [
          { name: 'Russia', country: 'RUS', start: 14, end: 20 },
          { name: 'Japan', country: 'JPN' },
        ],
      },
    });
    expect((await event('note#1')).recipients).toEqual([
      {
        name: 'Russia',
        country: 'RUS',
        sector: null,
        start: 14,
        end: 20,
        text: 'Moscow',
        entity: 'analyst:Russia',
      },
      {
        name: 'Japan',
        country: 'JPN',
        sector: null,
        start: 6,
        end: 6,
        text: '',
        entity: 'analyst:Japan',
      },
    ]);
  });

  test('an event is added with the words it rests on', async () => {
    const added = await kept({
      kind: 'add-event',
      document: 'note',
      author: 'Kim',
      event: {
        type: 'CONSULT',
        mode: 'visit',
        actors: [{ name: 'South Korea', country: 'KOR', sector: 'GOV' }],
        evidence: { start: 22, end: 36 },
        trigger: { start: 22, end: 31 },
      },
    });
    expect(added.event).toBe('note#a1');
    expect(await event('note#a1')).toMatchObject({
      state: 'added',
      evidence: { text: 'Ministers met.' },
      trigger: { text: 'Ministers' },
      actors: [{ entity: 'KOR' }],
      recipients: [],
      intensity: 4,
      confidence: 1,
      by: 'analyst:Kim',
      explanation: { kind: 'analyst' },
    });
  });

  test.each([
    [{ kind: 'agree', event: 'note#1' }, /kind/],
    [{ kind: 'reject' }, /event/],
    [{ kind: 'set-field', event: 'note#1', fields: {} }, /fields/],
    [{ kind: 'set-field', event: 'note#1', fields: { id: 'x' } }, /fields/],
    [{ kind: 'set-field', event: 'note#1', fields: { mode: 'visit' } }, /mode/],
    [{ kind: 'set-field', event: 'note#1', fields: { type: 'WAR' } }, /type/],
    [
      { kind: 'set-field', event: 'note#1', fields: { condition: { start: 0, end: 99 } } },
      /condition/,
    ],
    [{ kind: 'add-event', document: 'note', event: { type: 'AID', actors: [] } }, /evidence/],
    [
      {
        kind: 'add-event',
        document: 'note',
        event: { type: 'AID', actors: [], evidence: { start: 5, end: 4 } },
      },
      /evidence/,
    ],
  ])('%j is bad input', async (body, where) => {
    expect((await failure(say(body), 400)).where).toMatch(where);
    expect(opened.ledger.statistics().corrections).toEqual({ live: 0, undone: 0 });
  });

  test('of what is not there are not found', async () => {
    expect((await failure(say({ kind: 'reject', event: 'note#9' }), 404)).where).toBe('body.event');
    const lost = {
      kind: 'add-event',
      document: 'none',
      event: { type: 'AID', actors: [], evidence: { start: 0, end: 1 } },
    };
    expect((await failure(say(lost), 404)).where).toBe('body.document');
    for (const id of ['9', 'x', '1e3', '-1', '99999999999999999999']) {
      await failure(opened.post(`/api/corrections/${id}/undo`), 404);
      await failure(opened.post(`/api/corrections/${id}/redo`), 404);
    }
  });
});
