import type { DocumentQuery, DocumentSummary, Ledger } from '#ledger';
import { openForReading } from '../open-for-reading.ts';
import { parseDocumentQuery } from '../parse-query.ts';
import { writeOutput } from '../write-output.ts';
import { asOptions, parseCount } from './check-options.ts';

export interface DocumentsOptions {
  readonly ledger?: string;
  readonly format: 'table' | 'jsonl' | 'csv';
  readonly q?: string;
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: string;
}

const screenful = 50;

/** Lists documents of the ledger, newest first. Returns the exit code. */
export async function runDocuments(options: DocumentsOptions): Promise<number> {
  const { ledger: path, format, limit, ...conditions } = options;
  const query = asOptions(() => parseDocumentQuery(conditions));
  const most = parseCount(limit, '--limit', 1e9) ?? (format === 'table' ? screenful : Infinity);
  const ledger = openForReading(path);
  if (format === 'table') {
    await printTable([...eachDocument(ledger, query, most + 1)], most);
  } else if (format === 'jsonl') {
    for (const document of eachDocument(ledger, query, most)) {
      await writeOutput(`${JSON.stringify(document)}\n`);
    }
  } else {
    const { toCsv } = await import('../event-columns.ts');
    await writeOutput(
      toCsv([['id', 'date', 'publisher', 'title', 'url', 'events', 'source', 'coder']]),
    );
    for (const { id, date, publisher, title, url, events, source, coder } of eachDocument(
      ledger,
      query,
      most,
    )) {
      await writeOutput(toCsv([[id, date, publisher, title, url, events, source, coder]]));
    }
  }
  ledger.close();
  return 0;
}

function* eachDocument(
  ledger: Ledger,
  query: DocumentQuery,
  most: number,
): Generator<DocumentSummary> {
  let cursor: string | undefined;
  let left = most;
  do {
    const page = ledger.documents({ ...query, limit: Math.min(1000, left), cursor });
    yield* page.items;
    left -= page.items.length;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && left > 0);
}

async function printTable(found: readonly DocumentSummary[], most: number): Promise<void> {
  const { layTable } = await import('../terminal/layout.ts');
  const { describeTerminal, onOneLine } = await import('../terminal/terminal.ts');
  const terminal = describeTerminal(process.stdout);
  if (found.length === 0) {
    await writeOutput('No such documents. Add some: tightrope add FILE.\n');
    return;
  }
  const columns = [
    { title: 'Date' },
    // Not to be broken where it can be helped: it is there to be copied.
    { title: 'Id', least: 48 },
    { title: 'Title', least: 20 },
    { title: 'Publisher', least: 10 },
    { title: 'Events', right: true },
  ];
  const rows = found
    .slice(0, most)
    .map(({ date, id, title, opening, publisher, events }) => [
      date ?? 'no date',
      onOneLine(id),
      onOneLine(title ?? `${opening.slice(0, 48)}…`),
      onOneLine(publisher ?? ''),
      String(events),
    ]);
  const table = layTable(columns, rows, terminal.width, (title) => terminal.paint('dim', title));
  const more =
    found.length > most
      ? `\nThe first ${most}; more with --limit, all with --format jsonl or csv.`
      : '';
  await writeOutput(`${table}${more}\n`);
}
