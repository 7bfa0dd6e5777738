import type { CodedDocument, SourceDocument } from '#coder';
import { type Ledger, openLedger } from '#ledger';
import { codeItems } from '../code-items.ts';
import { defaultThreads, openThreadPool } from '../coding-pool.ts';
import { groupItems } from '../group-items.ts';
import { ledgerPath } from '../ledger-path.ts';
import { ownLexiconFolder } from '../own-lexicon.ts';
import { ReadingReport } from '../reading-report.ts';
import { startProgress } from '../terminal/progress.ts';
import { countOf } from '../terminal/terminal.ts';
import { withInterrupt } from '../with-interrupt.ts';
import { writeOutput } from '../write-output.ts';
import { parseCount } from './check-options.ts';

export interface RecodeOptions {
  readonly ledger?: string;
  readonly lexicon?: string;
  readonly threads?: string;
}

/** Codes again what another version of the coder coded. Returns the exit code. */
export async function runRecode(options: RecodeOptions): Promise<number> {
  const threads = parseCount(options.threads, '--threads', 256) ?? defaultThreads();
  const path = ledgerPath(options.ledger);
  const ownLexicon = ownLexiconFolder(options.lexicon, path);
  const ledger = openLedger(path, { create: false });
  const pool = await openThreadPool(threads, ownLexicon);
  const total = ledger
    .statistics()
    .coders.filter(({ coder }) => coder !== pool.version)
    .reduce((sum, { documents }) => sum + documents, 0);
  const progress = startProgress(total);
  const report = new ReadingReport(progress.print);
  let recoded = 0;
  const run = await withInterrupt(async (signal) => {
    const sources = eachOutdated(ledger, pool.version, signal);
    const coded = codeItems(sources, pool, (document) => document);
    for await (const group of groupItems(coded, 50, 500)) {
      const records: CodedDocument[] = [];
      for (const { item, result } of group) {
        if (result !== null && 'coded' in result) records.push(result.coded);
        else if (result !== null) report.failByBug(item.id, result.bug);
      }
      ledger.recode(records);
      recoded += records.length;
      progress.update(recoded, `${countOf(recoded, 'document')} coded again`);
    }
  }).finally(progress.stop);
  await pool.close();
  ledger.close();
  const lines = [
    total === 0
      ? 'All documents are coded by this version already.'
      : `Coded ${countOf(recoded, 'document')} again; corrections are kept.`,
    ...report.summary(),
  ];
  if (run.isInterrupted) lines.push('Interrupted. Run the same command again to go on.');
  await writeOutput(`${lines.join('\n')}\n`);
  return run.isInterrupted ? 130 : report.exitCode;
}

/** The sources of documents that bear another coder's record. Pages by cursor, so that one that fails is not met again. */
async function* eachOutdated(
  ledger: Ledger,
  coder: string,
  signal: AbortSignal,
): AsyncGenerator<SourceDocument> {
  let cursor: string | undefined;
  do {
    const page = ledger.documents({ notCodedBy: coder, limit: 200, cursor });
    for (const { id } of page.items) {
      if (signal.aborted) return;
      const source = ledger.source(id);
      if (source !== null) yield source;
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
