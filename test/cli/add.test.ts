import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openLedger } from '#ledger';
import {
  finish,
  linesOf,
  makeFolder,
  printed,
  runTightrope,
  startTightrope,
} from './run-tightrope.ts';

const countries = [
  'Peru',
  'Chile',
  'Ghana',
  'Kenya',
  'Norway',
  'Sweden',
  'Vietnam',
  'Laos',
  'Jordan',
  'Egypt',
];

/** One line of JSON for a document of its own. */
function makeLine(i: number): string {
  const [a, b] = [countries[i % 10], countries[(i + 1 + Math.floor(i / 10)) % 10]];
  const text = `${a} expelled ${i + 2} diplomats of ${b} on Friday. ${b} condemned the decision and recalled its ambassador.`;
  return `${JSON.stringify({ id: `d${i}`, text, date: '2024-04-01' })}\n`;
}

function makeLines(count: number): string {
  return Array.from({ length: count }, (_, i) => makeLine(i)).join('');
}

function keptIds(path: string): string[] {
  const database = new Database(path, { readonly: true });
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return database.prepare('select id from documents').pluck().all() as string[];
  } finally {
    database.close();
  }
}

describe('tightrope add', () => {
  it('keeps files, folders and standard input; the same document twice is one', async () => {
    const folder = makeFolder();
    const ledger = join(folder, 'data/tightrope.db');
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'reports/a.txt'), 'Peru expelled two Chilean diplomats on Friday.');
    writeFileSync(join(folder, 'reports/b.html'), '<p>Chile condemned the expulsion.</p>');
    writeFileSync(join(folder, 'more.jsonl'), makeLines(3));
    const inputs = [join(folder, 'reports'), join(folder, 'more.jsonl'), '-'];
    const first = await runTightrope(['add', '--date', '2024-04-01', ...inputs], {
      ledger,
      input: makeLine(0),
    });
    expect(first.stderr).toBe('');
    expect(first.stdout).toMatch(
      /^Added 5 documents with \d+ events to .*tightrope.db in [\d.]+ s\.\n1 document there already\.\n$/,
    );
    expect(first.code).toBe(0);
    expect(keptIds(ledger).sort()).toEqual(['a.txt', 'b.html', 'd0', 'd1', 'd2']);
    const again = await runTightrope(['add', '--date', '2024-04-01', ...inputs], {
      ledger,
      input: makeLine(0),
    });
    expect(again.stdout).toMatch(/^Added 0 documents .*\n6 documents there already\.\n$/);
    expect(keptIds(ledger)).toHaveLength(5);
  });

  it('two texts under one name are two documents', async () => {
    const folder = makeFolder();
    const ledger = join(folder, 'tightrope.db');
    const add = (text: string) =>
      runTightrope(['add', '-'], { ledger, input: `${JSON.stringify({ id: 'same', text })}\n` });
    await add('Peru expelled two Chilean diplomats.');
    await add('Chile expelled two Peruvian diplomats.');
    expect(new Set(keptIds(ledger)).size).toBe(2);
  });

  it('goes on past what fails, and says it all at the end with exit code 2', async () => {
    const folder = makeFolder();
    const ledger = join(folder, 'tightrope.db');
    writeFileSync(join(folder, 'bad.jsonl'), `${makeLine(0)}{"text":7}\n[]\n${makeLine(1)}`);
    writeFileSync(join(folder, 'photo.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    const inputs = ['bad.jsonl', 'photo.txt', 'missing.txt'].map((name) => join(folder, name));
    const { code, stdout, stderr } = await runTightrope(['add', ...inputs], { ledger });
    expect(linesOf(stderr).map((text) => text.replaceAll(`${folder}/`, ''))).toEqual([
      'bad.jsonl:2: field "text"; found 7; expected the report as a string',
      expect.stringMatching(
        /^bad.jsonl:3: not a report; found an array of 0; expected a JSON object/,
      ),
      'photo.txt: not text; found a PNG image; expected text, HTML or JSON',
      'missing.txt: no such file or folder',
    ]);
    expect(stdout).toContain('Added 2 documents');
    expect(stdout).toContain(
      '4 failed: 1 × field "text", 1 × not a report, 1 × not text, 1 × no such file or folder',
    );
    expect(code).toBe(2);
    expect(keptIds(ledger).sort()).toEqual(['d0', 'd1']);
  });

  it('a question about two spans is kept as a whole document, with a note', async () => {
    const ledger = join(makeFolder(), 'tightrope.db');
    const focus = { actor: { start: 0, end: 4 }, recipient: { start: 18, end: 25 } };
    const record = {
      id: 'a',
      date: '2024-04-01',
      text: 'Peru expelled two Chilean diplomats.',
      focus,
    };
    const { code, stdout } = await runTightrope(['add'], { ledger, input: JSON.stringify(record) });
    expect(stdout).toContain('1 document: "focus" left aside: the ledger keeps the whole coding');
    expect(code).toBe(0);
  });

  it('killed half-way and run again: none lost, none twice, the ledger sound', async () => {
    const folder = makeFolder();
    const ledger = join(folder, 'tightrope.db');
    const count = 400;
    const ids = Array.from({ length: count }, (_, i) => `d${i}`);
    // A pipe that stays open, so that the run cannot end before it is killed.
    const child = startTightrope(['add', '-'], { ledger });
    const ended = finish(child);
    child.stdin.write(makeLines(count / 2));
    const acknowledged = await waitForLedger(ledger, 100);
    child.kill('SIGKILL');
    await ended;
    expect(acknowledged).toBeGreaterThanOrEqual(100);
    const kept = keptIds(ledger);
    expect(kept.length).toBeGreaterThanOrEqual(acknowledged);
    expect(kept.length).toBeLessThan(count);
    const again = await runTightrope(['add', '-'], { ledger, input: makeLines(count) });
    expect(again.code).toBe(0);
    expect(again.stdout).toContain(`Added ${count - kept.length} documents`);
    expect(again.stdout).toContain(`${kept.length} documents there already`);
    expect(keptIds(ledger).sort()).toEqual(ids.sort());
    const reopened = openLedger(ledger);
    for (const id of ids) expect(reopened.document(id)?.coded.id).toBe(id);
    reopened.close();
  }, 180_000);

  it('interrupted, it keeps what it has coded and says how to go on', async () => {
    const ledger = join(makeFolder(), 'tightrope.db');
    const child = startTightrope(['add', '-'], { ledger });
    const ended = finish(child);
    child.stdin.write(makeLines(20));
    await waitForLedger(ledger, 1);
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(stdout).toMatch(
      /^Added \d+ documents [\s\S]*Interrupted\. Run the same command again to go on\.\n$/,
    );
    expect(stdout).toContain(`Added ${keptIds(ledger).length} document`);
  });

  it('another program may read and write meanwhile', async () => {
    const ledger = join(makeFolder(), 'tightrope.db');
    const one = startTightrope(['add', '-'], { ledger });
    const ended = finish(one);
    one.stdin.write(makeLines(60));
    await waitForLedger(ledger, 1);
    const two = await runTightrope(['add', '-'], { ledger, input: makeLine(500) });
    expect(two.code).toBe(0);
    one.stdin.end(makeLine(501));
    expect((await ended).code).toBe(0);
    expect(keptIds(ledger)).toHaveLength(62);
  });

  it('a ledger that is no ledger is refused and left as it is', async () => {
    const folder = makeFolder();
    const ledger = join(folder, 'tightrope.db');
    writeFileSync(ledger, 'These are not the bytes of a database.'.repeat(50));
    const { code, stderr } = await runTightrope(['add', '-'], { ledger, input: makeLine(0) });
    expect(stderr).toMatch(/^tightrope: .*tightrope.db: this is no ledger/);
    expect(code).toBe(2);
  });

  it('progress without a terminal is plain lines on standard error', async () => {
    const ledger = join(makeFolder(), 'tightrope.db');
    const child = startTightrope(['add', '-'], { ledger });
    const ended = finish(child);
    const progress = printed(child.stderr, /kept · \d+ events?\n/);
    const feeding = setInterval(
      () => child.stdin.write(makeLine(Math.floor(performance.now()))),
      100,
    );
    expect(await progress).toMatch(/^\d+ kept · \d+ events\n$/);
    clearInterval(feeding);
    child.stdin.end();
    expect((await ended).code).toBe(0);
  });
});

/** Waits until a ledger holds so many documents; returns how many it holds then. */
async function waitForLedger(path: string, count: number): Promise<number> {
  for (;;) {
    const kept = countKept(path);
    if (kept >= count) return kept;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** 0 as long as there is no ledger. */
function countKept(path: string): number {
  if (!existsSync(path)) return 0;
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare('select count(*) from documents').pluck().get() as number;
  } catch {
    return 0;
  } finally {
    database.close();
  }
}
