import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CodedDocument, CodedEvent, SourceDocument } from '#coder';
import { openLedger } from '#ledger';
import { linesOf, makeFolder, runTightrope } from './run-tightrope.ts';

/** An event as a coder makes it, on the words of a text. */
function makeEvent(
  document: string,
  number: number,
  text: string,
  words: string,
  parts: Partial<CodedEvent>,
): CodedEvent {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length, text: words };
  const party = (name: string, country: string) => ({
    ...span,
    name,
    country,
    sector: 'GOV',
    entity: name,
  });
  return {
    id: `${document}#${number}`,
    type: 'ACCUSE',
    mode: null,
    about: null,
    contexts: ['diplomatic'],
    actors: [party('Peru', 'PER')],
    recipients: [party('Chile', 'CHL')],
    status: 'actual',
    date: { from: '2024-03-01', to: '2024-03-01', text: 'March 1', basis: 'text' },
    place: null,
    quantities: [],
    attribution: [],
    condition: null,
    evidence: { start: 0, end: text.length, text },
    trigger: span,
    also: [],
    intensity: -3,
    confidence: 0.75,
    by: 'events/accuse.txt:7',
    explanation: {
      kind: 'rule',
      pattern: 'A accuse R',
      matched: [span],
      paths: [{ role: 'actor', text: 'Peru', path: 'accused ←nsubj Peru' }],
      steps: ['denied by the speaker'],
    },
    ...parts,
  };
}

function makeCoded(
  document: SourceDocument,
  events: readonly CodedEvent[],
  coder = 'old',
): CodedDocument {
  const date = document.date ?? null;
  return {
    id: document.id,
    coder,
    date,
    events,
    entities: [],
    quotations: [],
    links: [],
    notes: [],
  };
}

/** A ledger with two documents that another coder coded, the second with a correction. */
function makeLedger(): string {
  const path = join(makeFolder(), 'tightrope.db');
  const ledger = openLedger(path);
  const first = {
    id: 'lima.txt',
    text: 'Peru accused Chile on March 1 and \u001b[31mexpelled its envoy.',
    date: '2024-03-02',
    publisher: 'Lima Sample',
  };
  const second = {
    id: 'santiago.txt',
    text: 'Peru expelled two Chilean diplomats on Friday.',
    title: 'Envoys expelled',
    date: '2024-04-01',
  };
  const sanction = { type: 'SANCTION', mode: 'expel', intensity: -5.5 } as const;
  ledger.add([
    {
      document: first,
      coded: makeCoded(first, [
        makeEvent('lima.txt', 1, first.text, 'accused', {}),
        makeEvent('lima.txt', 2, first.text, 'expelled', {
          ...sanction,
          date: null,
          status: 'hypothetical',
        }),
      ]),
    },
    {
      document: second,
      coded: makeCoded(second, [makeEvent('santiago.txt', 1, second.text, 'expelled', sanction)]),
    },
  ]);
  ledger.correct({
    kind: 'set-field',
    event: 'santiago.txt#1',
    fields: { status: 'historical' },
    author: 'ana',
    note: 'an old story',
  });
  ledger.close();
  return path;
}

describe('the ledger at the command line', () => {
  let run: (...words: string[]) => ReturnType<typeof runTightrope>;
  let path: string;

  beforeAll(() => {
    run = (...words) => runTightrope(words, { ledger: path });
  });

  it('events: table, newest first, undated last', async () => {
    path = makeLedger();
    const { code, stdout } = await run('events');
    const lines = linesOf(stdout);
    expect(lines[0]).toMatch(/^Date +Event +Who → whom +Status$/);
    expect(stdout).toMatch(
      /2024-03-01 +SANCTION\/expel[\s\S]*historical,[\s\S]*2024-03-01 +ACCUSE[\s\S]*open +SANCTION\/expel/,
    );
    expect(stdout).not.toContain('\u001b');
    expect(code).toBe(0);
  });

  const queries: readonly (readonly [readonly string[], readonly string[]])[] = [
    [
      ['--dyad', 'chl-per'],
      ['santiago.txt#1', 'lima.txt#1', 'lima.txt#2'],
    ],
    [['--type', 'ACCUSE,SANCTION', '--status', 'historical'], ['santiago.txt#1']],
    [['--mode', 'expel', '--document', 'lima.txt'], ['lima.txt#2']],
    [
      ['--from', '2024-03-01', '--to', '2024-03-01'],
      ['santiago.txt#1', 'lima.txt#1'],
    ],
    [['--actor', 'PER GOV', '--limit', '1'], ['santiago.txt#1']],
    [['--recipient', 'PER'], []],
    [['--state', 'corrected'], ['santiago.txt#1']],
    [
      ['--order', 'oldest', '--limit', '2'],
      ['lima.txt#2', 'santiago.txt#1'],
    ],
  ];
  for (const [words, expected] of queries) {
    it(`events ${words.join(' ')}`, async () => {
      path = makeLedger();
      const { stdout } = await run('events', '--format', 'jsonl', ...words);
      const found = linesOf(stdout).map((line) => JSON.parse(line).id);
      expect(words.includes('oldest') ? found.length : found.sort()).toEqual(
        words.includes('oldest') ? 2 : [...expected].sort(),
      );
    });
  }

  it('events as JSON Lines and CSV carry the corrections', async () => {
    path = makeLedger();
    const { stdout } = await run('events', '--format', 'jsonl', '--document', 'santiago.txt');
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'santiago.txt#1',
      status: 'historical',
      state: 'corrected',
      corrections: [1],
      document: { id: 'santiago.txt', title: 'Envoys expelled' },
    });
    const csv = await run('events', '--format', 'csv', '--document', 'santiago.txt');
    expect(linesOf(csv.stdout)[1]).toMatch(
      /^santiago.txt#1,santiago.txt,SANCTION,expel,,historical,2024-03-01,2024-03-01,text,Peru,PER,GOV,Chile,CHL,GOV,/,
    );
  });

  it('documents: table, search, JSON Lines, CSV', async () => {
    path = makeLedger();
    const all = await run('documents');
    expect(linesOf(all.stdout).map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      'Date | Id | Title | Publisher | Events',
      expect.stringMatching(/^2024-04-01 \| santiago.txt \| Envoys expelled \| 1$/),
      expect.stringMatching(
        /^2024-03-02 \| lima.txt \| Peru accused Chile .* \| Lima Sample \| 2$/,
      ),
    ]);
    const found = await run('documents', '--q', 'accused', '--format', 'jsonl');
    expect(linesOf(found.stdout).map((line) => JSON.parse(line).id)).toEqual(['lima.txt']);
    const csv = await run('documents', '--format', 'csv', '--publisher', 'Lima Sample');
    expect(linesOf(csv.stdout)[1]).toMatch(/^lima.txt,2024-03-02,Lima Sample,/);
    const none = await run('documents', '--q', 'nothing-of-that');
    expect(none.stdout).toBe('No such documents. Add some: tightrope add FILE.\n');
  });

  it('show: the text with its events by number, the records below', async () => {
    path = makeLedger();
    const { code, stdout } = await run('show', 'lima.txt');
    expect(stdout).toContain(
      'lima.txt · Lima Sample · 2024-03-02\n\nPeru accused[1] Chile on March 1 and \uFFFD[31mexpelled[2] its envoy.\n\n2 events\n',
    );
    expect(stdout).toMatch(/1 +ACCUSE +Peru \(PER GOV\) → Chile \(CHL GOV\) +actual +2024-03-01/);
    expect(code).toBe(0);
    const corrected = await run('show', 'santiago.txt');
    expect(corrected.stdout).toMatch(/historical[\s\S]*corrected/);
  });

  it('explain: rule, words, paths, steps, and what an analyst changed', async () => {
    path = makeLedger();
    const { stdout } = await run('explain', 'lima.txt#1');
    for (const fact of [
      /^lima.txt#1 {2}ACCUSE {2}Peru \(PER GOV\) → Chile \(CHL GOV\)/,
      /status +actual/,
      /date +2024-03-01 \(“March 1”\)/,
      /intensity +−3 on/,
      /confidence +0.75/,
      /coded by +rule events\/accuse.txt:7/,
      /pattern +A accuse R/,
      /matched +“accused”/,
      /actor +Peru: accused ←nsubj Peru/,
      /step 1 +denied by the speaker/,
    ]) {
      expect(stdout).toMatch(fact);
    }
    const corrected = await run('explain', 'santiago.txt#1');
    expect(corrected.stdout).toMatch(
      /state +corrected\n +correction 1 set-field status by ana, .*: an old story/,
    );
  });

  const unknown: readonly (readonly [readonly string[], RegExp])[] = [
    [['show', 'lime.txt'], /no such document; found "lime.txt"; expected perhaps lima.txt$/m],
    [['show', 'santiago'], /expected perhaps santiago.txt$/m],
    [
      ['show', 'qqqqqqqq'],
      /expected the id of a document in the ledger. List them: tightrope documents\.$/m,
    ],
    [
      ['explain', 'lima.txt#9'],
      /lima.txt: no such event; found "lima.txt#9"; expected one of its 2 events: lima.txt#1 to lima.txt#2$/m,
    ],
    [
      ['explain', 'lima.txt'],
      /lima.txt: no such event; found "lima.txt"; expected one of its 2 events/,
    ],
    [['explain', 'lime.txt#1'], /no such document; found "lime.txt"; expected perhaps lima.txt$/m],
    [
      ['explain', 'quatsch'],
      /expected a document, # and a number, as note.txt#3. List them: tightrope events\.$/m,
    ],
  ];
  for (const [words, expected] of unknown) {
    it(`${words.join(' ')}: suggests what is near`, async () => {
      path = makeLedger();
      const { code, stdout, stderr } = await run(...words);
      expect(stderr).toMatch(expected);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    });
  }

  it('recode: replaces what another coder coded, keeps corrections, does nothing the second time', async () => {
    path = makeLedger();
    const added = await runTightrope(['add', '-', '--date', '2024-04-01'], {
      ledger: path,
      input:
        '{"id":"x","title":"Envoys expelled","text":"Peru expelled two Chilean diplomats on Friday."}',
    });
    expect(added.stdout).toContain(
      '1 document there already.\n1 document coded by another version: tightrope recode.',
    );
    const { code, stdout } = await run('recode');
    expect(stdout).toBe('Coded 2 documents again; corrections are kept.\n');
    expect(code).toBe(0);
    const ledger = openLedger(path);
    const kept = ledger.document('santiago.txt');
    expect(kept?.coder).not.toBe('old');
    expect(
      kept?.effective.map(({ event, state }) => `${event.type} ${event.status} ${state}`),
    ).toEqual(['SANCTION historical corrected']);
    ledger.close();
    expect((await run('recode')).stdout).toBe('All documents are coded by this version already.\n');
  });
});
