import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesOf, makeFolder, runTightrope } from './run-tightrope.ts';

const report = JSON.stringify({
  id: 'a',
  date: '2024-04-01',
  text: 'The Lantern Brigade dredged the harbour with Togo on Friday.',
});

/** Writes files below a folder and returns the folder. */
function writeFiles(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

const sound = {
  'events/works.txt': [
    'type COOPERATE',
    '',
    'A dredge harbour with R',
    '  Hungary dredged the harbour with Slovakia on Monday. | HUN > SVK',
  ].join('\n'),
  'actors/groups.txt': 'kind group\nLantern Brigade = GHA REB',
};

interface Coded {
  readonly coder: string;
  readonly events: readonly {
    readonly type: string;
    readonly by: string;
    readonly actors: readonly { readonly country: string; readonly sector: string }[];
  }[];
}

describe("a user's own lexicon", () => {
  it.each([['1'], ['2']])('is read by tightrope code with %s threads', async (threads) => {
    const folder = writeFiles(join(makeFolder(), 'mine'), sound);
    const words = ['code', '--format', 'jsonl', '--threads', threads];
    const plain = await runTightrope(words, { input: report });
    const own = await runTightrope([...words, '--lexicon', folder], { input: report });
    const [before, after]: Coded[] = [plain, own].map(({ stdout }) => JSON.parse(stdout));
    expect(before.events.map(({ by }) => by)).not.toContain('own/events/works.txt:3');
    expect(after.events).toMatchObject([
      {
        type: 'COOPERATE',
        by: 'own/events/works.txt:3',
        actors: [{ country: 'GHA', sector: 'REB' }],
      },
    ]);
    expect(after.coder).not.toBe(before.coder);
    expect(own.stderr).toBe('');
  });

  it('beside the ledger is read by add, and a change of it is noticed and recoded', async () => {
    const folder = makeFolder();
    const ledger = join(folder, 'tightrope.db');
    const file = join(folder, 'a.jsonl');
    writeFileSync(file, report);
    await runTightrope(['add', file], { ledger });
    writeFiles(join(folder, 'lexicon'), sound);
    const again = await runTightrope(['add', file], { ledger });
    expect(again.stdout).toContain('1 document coded by another version: tightrope recode.');
    expect((await runTightrope(['recode'], { ledger })).stdout).toContain('Coded 1 document again');
    const events = await runTightrope(['events', '--actor', 'GHA REB', '--format', 'jsonl'], {
      ledger,
    });
    expect(linesOf(events.stdout)).toHaveLength(1);
    expect((await runTightrope(['add', file], { ledger })).stdout).not.toContain('another version');
  });

  it('is named with its file and line where it is faulty, in whatever thread', async () => {
    const folder = writeFiles(join(makeFolder(), 'mine'), {
      'events/works.txt': 'type COOPERATE\n\nA dredge X -> dig\n  A test. | - > -',
    });
    for (const threads of ['1', '2']) {
      const run = await runTightrope(['code', '--threads', threads], {
        input: report,
        environment: { TIGHTROPE_LEXICON: folder },
      });
      expect(run.stderr).toContain(
        `${join(folder, 'events/works.txt')}:3: unknown mode "dig"; expected one of`,
      );
      expect(run.code).toBe(2);
    }
  });

  it('must be there when it is asked for', async () => {
    const run = await runTightrope(['code', '--lexicon', '/nowhere/lexicon'], { input: report });
    expect(run.stderr).toMatch(/^tightrope: --lexicon: no such folder; found "\/nowhere\/lexicon"/);
    expect(run.code).toBe(2);
  });

  it('may hold dictionaries; what they bring that cannot be used is counted', async () => {
    const folder = writeFiles(join(makeFolder(), 'mine'), {
      'field.actors.txt': 'LANTERN_BRIGADE_ [GHAREB]\nOLD_FRONT [kur]\n',
    });
    const run = await runTightrope(['code', '--format', 'csv', '--lexicon', folder], {
      input: 'The Lantern Brigade attacked Togo.',
    });
    expect(run.stdout).toContain('GHA');
    expect(run.stderr).toContain(`${folder}: 1 line of dictionaries left out`);
    expect(run.code).toBe(0);
  });
});

describe('tightrope lexicon check', () => {
  it('counts what is there and tries the examples', async () => {
    const folder = writeFiles(join(makeFolder(), 'mine'), sound);
    const { code, stdout } = await runTightrope(['lexicon', 'check', folder]);
    expect(linesOf(stdout)).toEqual([
      `${folder}: 2 files`,
      '  actors/groups.txt: 1 entry',
      '  events/works.txt: 1 entry',
      '0 faults; 1 example, all as they say.',
    ]);
    expect(code).toBe(0);
  });

  it('tells the faults of all files, and examples that do not come out', async () => {
    const folder = writeFiles(join(makeFolder(), 'mine'), {
      'events/a.txt': `${sound['events/works.txt']}\n  Norway hugged Togo. | NOR > TGO`,
      'events/b.txt': 'type DREDGE',
      'actors/c.txt': 'kind group\nLantern Brigade = GHA REBEL',
      'd.txt': 'FARMER [~AGR]\nSTRANGER [~QQQ]',
    });
    const { code, stdout } = await runTightrope(['lexicon', 'check', folder]);
    const lines = linesOf(stdout);
    const places = ['events/b.txt:1', 'actors/c.txt:2', 'd.txt:2', 'events/a.txt:5'];
    for (const place of places) {
      expect(lines.some((line) => line.startsWith(`${join(folder, place)}: `))).toBe(true);
    }
    expect(stdout).toContain('expected NOR | COOPERATE | TGO\n    found    nothing');
    expect(lines.at(-1)).toBe('3 faults; 2 examples, 1 not as they say.');
    expect(code).toBe(2);
  });

  it('asks for a folder where there is none', async () => {
    const { code, stderr } = await runTightrope(['lexicon', 'check']);
    expect(stderr).toContain('no lexicon to check');
    expect(code).toBe(2);
  });
});
