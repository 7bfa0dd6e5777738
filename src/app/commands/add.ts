import type { Ledger } from '#ledger';
import { openLedger } from '#ledger';
import { measureInputs } from '#sources';
import { type CodingPool, defaultThreads, openThreadPool } from '../coding-pool.ts';
import { keepDocuments, type Tally } from '../keep-documents.ts';
import { ledgerPath } from '../ledger-path.ts';
import { ownLexiconFolder } from '../own-lexicon.ts';
import { ReadingReport } from '../reading-report.ts';
import { startProgress } from '../terminal/progress.ts';
import { countOf } from '../terminal/terminal.ts';
import { withInterrupt } from '../with-interrupt.ts';
import { writeOutput } from '../write-output.ts';
import { type CheckedOptions, checkReadingOptions, type ReadingOptions } from './check-options.ts';

export interface AddOptions extends ReadingOptions {
  readonly ledger?: string;
  readonly lexicon?: string;
}

const lesson = `What shall be added? Name files or folders, or - for standard input:

  tightrope add reports/ more.jsonl
  tightrope add - < documents.jsonl

"tightrope add --help" tells more.
`;

/** Codes documents and keeps them. Returns the exit code. */
export async function runAdd(inputs: readonly string[], options: AddOptions): Promise<number> {
  if (inputs.length === 0 && process.stdin.isTTY) {
    await writeOutput(lesson, process.stderr);
    return 2;
  }
  const checked = checkReadingOptions(options);
  const path = ledgerPath(options.ledger);
  const ownLexicon = ownLexiconFolder(options.lexicon, path);
  const ledger = openLedger(path);
  const pool = await openThreadPool(checked.threads ?? defaultThreads(), ownLexicon);
  try {
    return await addInputs(inputs.length === 0 ? ['-'] : inputs, ledger, pool, checked);
  } finally {
    await pool.close();
    ledger.close();
  }
}

/** Adds what the inputs hold, with progress on standard error and a summary on standard output. */
export async function addInputs(
  inputs: readonly string[],
  ledger: Ledger,
  pool: CodingPool,
  { date, encoding }: Omit<CheckedOptions, 'threads'>,
): Promise<number> {
  const started = Date.now();
  const progress = startProgress(await measureInputs(inputs));
  const report = new ReadingReport(progress.print);
  const run = await withInterrupt((signal) =>
    keepDocuments(inputs, ledger, pool, {
      date,
      encoding,
      signal,
      report,
      onProgress: (tally) => progress.update(tally.bytesRead, progressWords(tally)),
    }),
  ).finally(progress.stop);
  const seconds = (Date.now() - started) / 1000;
  const lines = [...summarise(run.value, ledger.path, seconds), ...report.summary()];
  if (run.isInterrupted) lines.push('Interrupted. Run the same command again to go on.');
  await writeOutput(`${lines.join('\n')}\n`);
  return run.isInterrupted ? 130 : report.exitCode;
}

function progressWords({ added, present, events }: Tally): string {
  const there = present > 0 ? ` · ${present.toLocaleString('en')} there already` : '';
  return `${added.toLocaleString('en')} kept${there} · ${countOf(events, 'event')}`;
}

function summarise(tally: Tally, path: string, seconds: number): string[] {
  const { added, events, present, outdated } = tally;
  const lines = [
    `Added ${countOf(added, 'document')} with ${countOf(events, 'event')} to ${path} in ${seconds.toFixed(1)} s.`,
  ];
  if (present > 0) lines.push(`${countOf(present, 'document')} there already.`);
  if (outdated > 0) {
    lines.push(`${countOf(outdated, 'document')} coded by another version: tightrope recode.`);
  }
  return lines;
}
