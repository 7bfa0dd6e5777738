import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coder, SourceDocument } from '#coder';
import { readLines } from '../train/decision/collect.ts';
import type { Unseen } from './cross-validated.ts';
import type { BenchRow } from './table.ts';

/** A development set, how the scorer reads it, and the line's figures that an issue asks for. */
interface DevelopmentSet {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  /** Both ends of what is asked are given to the coder. */
  readonly focus?: true;
  /** The decision is trained on it, so that its figures are cross-validated. */
  readonly trained?: true;
}

const sets: readonly DevelopmentSet[] = [
  { name: 'plv', kind: 'plv', file: 'plv-dev.jsonl', trained: true },
  { name: 'plv, ends given', kind: 'plv', file: 'plv-dev.jsonl', focus: true, trained: true },
  { name: 'gsr', kind: 'gsr', file: 'gsr-dev.jsonl', trained: true },
  { name: 'headlines', kind: 'label', file: 'headlines-dev.jsonl', trained: true },
  { name: 'stories', kind: 'label', file: 'stories-dev.jsonl' },
];

/**
 * Accuracy on the development sets in `shared`, as its own scorer counts it. A row a set; skipped ones say so. Where
 * the decision is trained on a set, each document is decided by a model that is trained here without it and its like.
 */
export function benchReading(coder: Coder, leavingOut: () => Unseen, shared: string): BenchRow[] {
  const scorer = join(shared, 'bench/score.mjs');
  if (!existsSync(scorer))
    return [{ what: 'accuracy of coding', figure: 'skipped', note: `no ${scorer}` }];
  const rows: BenchRow[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'tightrope-bench-'));
  try {
    for (const { name, kind, file, focus, trained } of sets) {
      const gold = join(shared, 'bench', file);
      if (!existsSync(gold)) {
        rows.push({ what: `${name}`, figure: 'skipped', note: `no ${gold}` });
        continue;
      }
      const lines = score(
        trained ? leavingOut().coder : coder,
        scorer,
        kind,
        gold,
        readDocuments(gold, focus),
        folder,
      );
      const note = `score.mjs ${kind}${trained ? '; cross-validated' : ''}`;
      for (const figure of lines.slice(kind === 'plv' ? -2 : -1))
        rows.push({ what: name, figure, note });
    }
    const note = join(shared, 'seed/note.txt');
    if (existsSync(note)) {
      const documents = [{ id: 'note', date: '2024-04-01', text: readFileSync(note, 'utf8') }];
      const gold = join(shared, 'seed/expected.jsonl');
      rows.push({
        what: 'the note',
        figure: score(coder, scorer, 'seed', gold, documents, folder).at(-1) ?? '',
        note: 'score.mjs seed',
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

/** The documents of a development file; with `focus` the two ends that it marks are asked for. */
export function readDocuments(file: string, focus = false): SourceDocument[] {
  return readLines(file).map(({ id, text, date, source, target }) => ({
    id,
    text,
    ...(date ? { date } : {}),
    ...(focus && source && target ? { focus: { actor: source, recipient: target } } : {}),
  }));
}

function score(
  coder: Coder,
  scorer: string,
  kind: string,
  gold: string,
  documents: readonly SourceDocument[],
  folder: string,
): string[] {
  const coded = join(folder, 'coded.jsonl');
  writeFileSync(
    coded,
    documents.map((document) => `${JSON.stringify(coder.code(document))}\n`).join(''),
  );
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, kind, gold, coded], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${scorer} ${kind} failed: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' '));
}
