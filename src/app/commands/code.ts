import type { CodedDocument, SourceDocument } from '#coder';
import { readDocuments, type SourceItem } from '#sources';
import { codeItems } from '../code-items.ts';
import { openLocalPool, openThreadPool } from '../coding-pool.ts';
import { ledgerPath } from '../ledger-path.ts';
import { ownLexiconFolder } from '../own-lexicon.ts';
import { ReadingReport } from '../reading-report.ts';
import { withDate } from '../with-date.ts';
import { writeOutput } from '../write-output.ts';
import { checkReadingOptions, type ReadingOptions } from './check-options.ts';

export interface CodeOptions extends ReadingOptions {
  readonly lexicon?: string;
  readonly format: 'table' | 'jsonl' | 'csv';
}

/** Prints the coding of one document. */
type Print = (document: SourceDocument, coded: CodedDocument, place: string) => Promise<void>;

const lesson = `What shall be coded? Name a file or a folder, or pipe a text in:

  tightrope code note.txt --date 2024-04-01
  echo "Peru recalled its ambassador to Chile on Friday." | tightrope code --date 2024-04-01
  tightrope code --format jsonl < documents.jsonl

"tightrope code --help" tells more.
`;

/** Codes documents and prints what they say; keeps nothing. Returns the exit code. */
export async function runCode(inputs: readonly string[], options: CodeOptions): Promise<number> {
  if (inputs.length === 0 && process.stdin.isTTY) {
    await writeOutput(lesson, process.stderr);
    return 2;
  }
  const { date, encoding, threads = 1 } = checkReadingOptions(options);
  const ownLexicon = ownLexiconFolder(options.lexicon, ledgerPath());
  const pool =
    threads === 1 ? await openLocalPool(ownLexicon) : await openThreadPool(threads, ownLexicon);
  const report = new ReadingReport((line) => process.stderr.write(`${line}\n`));
  const print = await openPrinter(options.format);
  const documentOf = (item: SourceItem): SourceDocument | null =>
    item.kind === 'document' ? withDate(item.document, date) : null;
  const items = readDocuments(inputs.length === 0 ? ['-'] : inputs, { encoding });
  for await (const { item, result } of codeItems(items, pool, documentOf)) {
    if (item.kind === 'failure') report.fail(item.error);
    else if (item.kind === 'skipped') report.skip(item);
    else if (result !== null && 'bug' in result) report.failByBug(item.place, result.bug);
    else if (result !== null) {
      for (const note of [...item.notes, ...result.coded.notes]) report.note(withAdvice(note));
      await print(item.document, result.coded, item.place);
    }
  }
  // A single failure has been told already.
  for (const line of report.summary(2)) await writeOutput(`${line}\n`, process.stderr);
  await pool.close();
  return report.exitCode;
}

function withAdvice(note: string): string {
  return note.startsWith('no date') ? `${note} (--date gives one)` : note;
}

async function openPrinter(format: CodeOptions['format']): Promise<Print> {
  if (format === 'jsonl') {
    return (_document, coded) => writeOutput(`${JSON.stringify(coded)}\n`);
  }
  if (format === 'csv') {
    const { eventCsvHeader, eventCsvRows } = await import('../event-columns.ts');
    await writeOutput(eventCsvHeader());
    return (_document, coded) => writeOutput(eventCsvRows(coded.events));
  }
  const { layEvents } = await import('../terminal/event-table.ts');
  const { describeTerminal, onOneLine, countOf } = await import('../terminal/terminal.ts');
  const terminal = describeTerminal(process.stdout);
  let isFirst = true;
  return async (document, coded) => {
    const { date, events } = coded;
    const head = [
      onOneLine(document.title ?? document.id),
      date ?? 'no date',
      countOf(events.length, 'event'),
    ];
    const table =
      events.length === 0
        ? 'Nothing that happens between political actors was found.'
        : layEvents(
            document.text,
            events.map((event) => ({ event })),
            terminal,
          );
    await writeOutput(
      `${isFirst ? '' : '\n'}${terminal.paint('bold', head.join(' · '))}\n\n${table}\n`,
    );
    isFirst = false;
  };
}
