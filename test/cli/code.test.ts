import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  finish,
  linesOf,
  makeFolder,
  printed,
  runTightrope,
  startTightrope,
} from './run-tightrope.ts';

const report = 'Peru expelled two Chilean diplomats on Friday.';
const line = (id: string, text = report): string =>
  `${JSON.stringify({ id, text, date: '2024-04-01' })}\n`;

describe('tightrope code', () => {
  it('prints a table with the words that each row rests on', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'note.txt'), report);
    const { code, stdout, stderr } = await runTightrope([
      'code',
      join(folder, 'note.txt'),
      '--date',
      '2024-04-01',
    ]);
    expect(stderr).toBe('');
    expect(linesOf(stdout)).toEqual([
      'note.txt · 2024-04-01 · 1 event',
      expect.stringMatching(/^# {2}Event +Who → whom +Status +Date$/),
      expect.stringMatching(
        /^1 {2}SANCTION\/expel +Peru \(PER.*\) → Chile \(CHL.*\) +actual +2024-03-29$/,
      ),
      `     “${report}”`,
      expect.stringContaining('two'),
    ]);
    expect(code).toBe(0);
  });

  it('tells that relative dates stay open where there is no date', async () => {
    const { code, stdout, stderr } = await runTightrope(['code'], { input: report });
    expect(stdout).toContain('no date · 1 event');
    expect(stdout).toMatch(/actual +open/);
    expect(stderr).toBe('1 document: no date: relative dates stay open (--date gives one)\n');
    expect(code).toBe(0);
  });

  it('wraps to the width, colours only when it may', async () => {
    const long = `${'The government of Peru and the government of Chile '.repeat(4)}met in Lima on Friday.`;
    const plain = await runTightrope(['code'], { input: long, environment: { COLUMNS: '60' } });
    expect(Math.max(...linesOf(plain.stdout).map((text) => text.length))).toBeLessThanOrEqual(60);
    expect(plain.stdout).not.toContain('\u001b');
    const coloured = await runTightrope(['code'], {
      input: report,
      environment: { FORCE_COLOR: '1' },
    });
    expect(coloured.stdout).toContain('\u001b[');
  });

  it('hostile text cannot steer the terminal', async () => {
    const { stdout } = await runTightrope(['code'], {
      input: 'Peru \u001b[2Jexpelled\u202e two Chilean diplomats on Friday.',
    });
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });

  it('jsonl: one record for each line, in order, whatever the number of threads', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `d${i}`);
    // Documents of different length finish in another order than they began.
    const input = ids.map((id, i) => line(id, report.repeat(1 + ((i * 7) % 20)))).join('');
    const one = await runTightrope(['code', '--format', 'jsonl'], { input });
    const two = await runTightrope(['code', '--format', 'jsonl', '--threads', '2'], { input });
    expect(linesOf(one.stdout).map((text) => JSON.parse(text).id)).toEqual(ids);
    expect(two.stdout).toBe(one.stdout);
    const first = JSON.parse(linesOf(one.stdout)[0]);
    expect(first.events[0]).toMatchObject({
      id: 'd0#1',
      type: 'SANCTION',
      mode: 'expel',
      status: 'actual',
    });
    expect(report.slice(first.events[0].evidence.start, first.events[0].evidence.end)).toBe(
      first.events[0].evidence.text,
    );
  });

  it('jsonl: a record comes out before the next line goes in', async () => {
    const child = startTightrope(['code', '--format', 'jsonl']);
    const ended = finish(child);
    for (const id of ['a', 'b', 'c']) {
      child.stdin.write(line(id));
      expect(JSON.parse(await printed(child.stdout, /\n$/)).id).toBe(id);
    }
    child.stdin.end();
    expect((await ended).code).toBe(0);
  });

  it('jsonl: faulty lines are told with their place, the rest comes out, the exit code is 2', async () => {
    const input = `${line('a')}not json\n${line('b')}{"id":"c","text":"x","date":"2024-13-40"}\n${line('d')}`;
    const { code, stdout, stderr } = await runTightrope(['code', '--format', 'jsonl'], { input });
    expect(linesOf(stdout).map((text) => JSON.parse(text).id)).toEqual(['a', 'b', 'd']);
    expect(linesOf(stderr)).toEqual([
      'stdin:2: not JSON; found "not json"; expected a JSON object with "id" and "text", such as {"id":"a1","text":"…","date":"2024-04-01"}',
      expect.stringContaining(
        'stdin:4: field "date"; found "2024-13-40"; expected a day that exists',
      ),
      '2 failed: 1 × not JSON, 1 × field "date"',
    ]);
    expect(code).toBe(2);
  });

  it('csv: a title line and a line for each event, formulas made harmless', async () => {
    const input = line('=cmd()');
    const { stdout } = await runTightrope(['code', '--format', 'csv'], { input });
    const [titles, row, ...rest] = linesOf(stdout);
    expect(titles).toMatch(/^id,document,type,mode,about,status,date_from,date_to,/);
    expect(row).toMatch(/^'=cmd\(\)#1,'=cmd\(\),SANCTION,expel,,actual,2024-03-29,2024-03-29,/);
    expect(rest).toEqual([]);
  });

  it('a reader that closes the pipe early is no error', async () => {
    const folder = makeFolder();
    writeFileSync(
      join(folder, 'many.jsonl'),
      Array.from({ length: 3000 }, (_, i) => line(`d${i}`)).join(''),
    );
    const shell = `node bin/tightrope.js code --format jsonl ${join(folder, 'many.jsonl')} 2>&1 >&3 3>&- | cat >&2`;
    const piped = `{ ${shell}; } 3>&1 2>${join(folder, 'errors')} | head -n 1; cat ${join(folder, 'errors')} >&2`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', piped]);
    expect(JSON.parse(stdout).id).toBe('d0');
    expect(stderr).toBe('');
  });

  it.runIf(existsSync('/dev/full'))('a full disk behind standard output is told', async () => {
    const shell =
      'echo "Peru met Chile." | node bin/tightrope.js code --date 2024-04-01 > /dev/full';
    const running = promisify(execFile)('bash', ['-c', shell]);
    await expect(running).rejects.toMatchObject({
      code: 2,
      stderr: 'tightrope: standard output: cannot be written (ENOSPC)\n',
    });
  });

  it('a file that is not there is told once', async () => {
    const { code, stdout, stderr } = await runTightrope(['code', 'no-such-file.txt']);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'no-such-file.txt: no such file or folder\n',
    });
  });

  it('folders: what is no report is left aside and counted', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'r'));
    for (const name of ['a.txt', 'b.pdf', 'c.pdf', 'd.txt'])
      writeFileSync(join(folder, 'r', name), report);
    const { code, stdout, stderr } = await runTightrope([
      'code',
      '--format',
      'jsonl',
      '--date',
      '2024-04-01',
      join(folder, 'r'),
    ]);
    expect(linesOf(stdout).map((text) => JSON.parse(text).id)).toEqual(['a.txt', 'd.txt']);
    expect(stderr).toBe('Left aside in folders: 2 × .pdf\n');
    expect(code).toBe(0);
  });

  it('time grows with the length of a text, not faster', async () => {
    const seconds = async (length: number): Promise<number> => {
      const started = performance.now();
      const input = `${'word '.repeat(length)}. ${'Peru met Chile and '.repeat(length / 4)}left.`;
      const { code } = await runTightrope(['code', '--format', 'jsonl'], { input });
      expect(code).toBe(0);
      return (performance.now() - started) / 1000;
    };
    const [short, long] = [await seconds(10_000), await seconds(80_000)];
    // Room for a busy machine; a quadratic step would take 64 times as long.
    expect(long).toBeLessThan(short * 8 * 3);
  });
});

describe('bad usage', () => {
  const table: readonly (readonly [readonly string[], RegExp])[] = [
    [['cod'], /unknown command 'cod'[\s\S]*Did you mean code\?/],
    [['code', '--formt', 'csv'], /unknown option '--formt'[\s\S]*Did you mean --format\?/],
    [['code', '--format', 'xml'], /'xml' is invalid. Allowed choices are table, jsonl, csv/],
    [
      ['code', '--date', '2024-02-30'],
      /^tightrope: --date: no such day; found "2024-02-30"; expected a day that exists/,
    ],
    [
      ['code', '--encoding', 'klingon'],
      /^tightrope: --encoding: unknown encoding; found "klingon"; expected a name such as/,
    ],
    [
      ['code', '--threads', '0'],
      /^tightrope: --threads: no such number; found "0"; expected a whole number from 1 to 256/,
    ],
    [['show'], /missing required argument 'document'/],
    [
      ['events', '--type', 'SANKTION'],
      /^tightrope: --type: unknown type; found "SANKTION"; expected one of AGREE/,
    ],
    [
      ['events', '--dyad', 'KOREA'],
      /^tightrope: --dyad: no such pair; found "KOREA"; expected two codes/,
    ],
    [['events', '--limit', 'many'], /^tightrope: --limit: no such number/],
    [
      ['serve', '--port', '99999'],
      /^tightrope: --port: no such port; found "99999"; expected a whole number from 0 to 65535/,
    ],
    [
      ['events'],
      /^tightrope: \/nowhere\/tightrope.db: there is no ledger here[\s\S]*tightrope add FILE/,
    ],
  ];
  for (const [words, expected] of table) {
    it(`tightrope ${words.join(' ')}: says what to do, exit code 2`, async () => {
      const { code, stdout, stderr } = await runTightrope(words, { input: report });
      expect(stderr).toMatch(expected);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    });
  }
});
