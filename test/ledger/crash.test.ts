import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLedger } from '#ledger';
import { batchSize, crashBatch } from './crash-batch.ts';

const batches = 120;
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the project, so that the bundle finds its packages. */
const bundle = join(root, 'node_modules', '.cache', 'tightrope-crash-test');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tightrope-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: 'test/ledger/adding-child.ts',
      outDir: bundle,
      emptyOutDir: true,
      target: 'node20',
    },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(bundle, { recursive: true, force: true });
});

test('several programs that make a ledger and add the same at once keep each document once', async () => {
  const path = join(folder, 'shared.db');
  const children = [1, 2, 3].map(() =>
    spawn(process.execPath, [join(bundle, 'adding-child.js'), path, '25'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const codes = await Promise.all(children.map((child) => once(child, 'close')));
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0]);
  const ledger = openLedger(path, { readOnly: true });
  expect(ledger.statistics()).toMatchObject({
    documents: 25 * batchSize,
    events: 25 * batchSize * 3,
  });
  ledger.close();
});

/** Runs the child; kills it when it has said that a batch is kept. Returns the batches that it said are kept. */
async function addUntil(path: string, killAfter: number): Promise<number[]> {
  const child = spawn(process.execPath, [join(bundle, 'adding-child.js'), path, String(batches)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const kept: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    kept.push(Number(line));
    if (kept.length === killAfter) child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  expect(killAfter > batches ? code : signal).toBe(killAfter > batches ? 0 : 'SIGKILL');
  return kept;
}

test('a program killed while it adds loses nothing it was told is kept, and keeps nothing twice when run again', async () => {
  const path = join(folder, 'tightrope.db');
  for (const killAfter of [1, 9, 40]) {
    const kept = await addUntil(path, killAfter);
    expect(kept.length).toBeLessThan(batches);
    const ledger = openLedger(path);
    for (const batch of kept) {
      for (const { document, coded } of crashBatch(batch)) {
        expect(ledger.find(document)?.id).toBe(document.id);
        expect(ledger.document(document.id)!.coded).toEqual(coded);
      }
    }
    expect(ledger.statistics().documents % batchSize).toBe(0);
    ledger.close();
    const raw = new Database(path);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    raw.exec("insert into documents_fts (documents_fts, rank) values ('integrity-check', 1)");
    raw.close();
  }
  await addUntil(path, batches + 1);
  const ledger = openLedger(path, { readOnly: true });
  expect(ledger.statistics()).toMatchObject({
    documents: batches * batchSize,
    events: batches * batchSize * 3,
  });
  ledger.close();
});
