import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Coder } from '#coder';
import type { Language } from '#language';
import { readDocuments } from './reading.ts';
import { type BenchRow, cpuSeconds } from './table.ts';

/** How fast texts become trees and records, in CPU seconds on one thread, and what the process needs. */
export function benchSpeed(
  language: Language,
  coder: Coder,
  shared: string,
  root: string,
): BenchRow[] {
  const file = join(shared, 'bench/stories-dev.jsonl');
  const rows: BenchRow[] = [];
  if (existsSync(file)) {
    const documents = readDocuments(file);
    for (const document of documents.slice(0, 100)) coder.code(document);
    let sentences = 0;
    let tokens = 0;
    const parsing = cpuSeconds(() => {
      for (const { text } of documents) {
        for (const sentence of language.split(text)) {
          sentences++;
          tokens += language.parse(sentence).tokens.length;
        }
      }
    });
    rows.push({
      what: 'raw text to trees',
      figure: `${Math.round(tokens / parsing).toLocaleString('en')} tokens/s`,
      note: `stories-dev, ${tokens} tokens`,
    });
    const coding = cpuSeconds(() => {
      for (const document of documents) coder.code(document);
    });
    rows.push({
      what: 'raw text to record',
      figure: `${Math.round(sentences / coding).toLocaleString('en')} sentences/s`,
      note: `stories-dev, ${sentences} sentences`,
    });
    rows.push({
      what: 'memory after that',
      figure: `${Math.round(process.memoryUsage().rss / 1e6)} MB`,
      note: 'resident set of this process',
    });
  } else {
    rows.push({ what: 'speed', figure: 'skipped', note: `no ${file}` });
  }
  rows.push(startUp(root));
  return rows;
}

/** The whole process that codes one short sentence: median of seven runs. */
function startUp(root: string): BenchRow {
  const times: number[] = [];
  for (let run = 0; run < 7; run++) {
    const started = performance.now();
    const { status } = spawnSync(
      process.execPath,
      [join(root, 'bin/tightrope.js'), 'code', '--format', 'jsonl', '-'],
      {
        input: '{"id":"a","text":"Russia expelled two diplomats."}\n',
      },
    );
    if (status !== 0) return { what: 'start-up', figure: 'failed', note: `exit code ${status}` };
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return {
    what: 'start-up',
    figure: `${Math.round(times[3])} ms`,
    note: 'tightrope code of one sentence, wall clock, median of 7',
  };
}
