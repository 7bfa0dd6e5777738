import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coder, SourceDocument } from '#coder';
import type { BenchRow } from './table.ts';

/** A development set, how the scorer reads it, and the line's figures that an issue asks for. */
interface DevelopmentSet {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
}

const sets: readonly DevelopmentSet[] = [
  { name: 'plv', kind: 'plv', file: 'plv-dev.jsonl' },
  { name: 'gsr', kind: 'gsr', file: 'gsr-dev.jsonl' },
  { name: 'headlines', kind: 'label', file: 'headlines-dev.jsonl' },
  { name: 'stories', kind: 'label', file: 'stories-dev.jsonl' },
];

/** Accuracy on the development sets in `shared`, as its own scorer counts it. A row a set; skipped ones say so. */
export function benchReading(coder: Coder, shared: string): BenchRow[] {
  const scorer = join(shared, 'bench/score.mjs');
  if (!existsSync(scorer))
    return [{ what: 'accuracy of coding', figure: 'skipped', note: `no ${scorer}` }];
  const rows: BenchRow[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'tightrope-bench-'));
  try {
    for (const { name, kind, file } of sets) {
      const gold = join(shared, 'bench', file);
      if (!existsSync(gold)) {
        rows.push({ what: `${name}`, figure: 'skipped', note: `no ${gold}` });
        continue;
      }
      rows.push({
        what: name,
        figure: score(coder, scorer, kind, gold, readDocuments(gold), folder),
        note: `score.mjs ${kind}`,
      });
    }
    const note = join(shared, 'seed/note.txt');
    if (existsSync(note)) {
      const documents = [{ id: 'note', date: '2024-04-01', text: readFileSync(note, 'utf8') }];
      const gold = join(shared, 'seed/expected.jsonl');
      rows.push({
        what: 'the note',
        figure: score(coder, scorer, 'seed', gold, documents, folder),
        note: 'score.mjs seed',
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

export function readDocuments(file: string): SourceDocument[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, text, date } = JSON.parse(line) as SourceDocument;
      return date ? { id, text, date } : { id, text };
    });
}

function score(
  coder: Coder,
  scorer: string,
  kind: string,
  gold: string,
  documents: readonly SourceDocument[],
  folder: string,
): string {
  const coded = join(folder, 'coded.jsonl');
  writeFileSync(
    coded,
    documents.map((document) => `${JSON.stringify(coder.code(document))}\n`).join(''),
  );
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, kind, gold, coded], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${scorer} ${kind} failed: ${stderr}`);
  return stdout.trimEnd().split('\n').at(-1)?.replace(/\s+/g, ' ') ?? '';
}
