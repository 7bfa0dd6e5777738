import type { LedgerEvent } from '#ledger';
import { openForReading } from '../open-for-reading.ts';
import { parseEventQuery } from '../parse-query.ts';
import type { Row } from '../terminal/layout.ts';
import { writeOutput } from '../write-output.ts';
import { asOptions, parseCount } from './check-options.ts';

export interface EventsOptions {
  readonly ledger?: string;
  readonly format: 'table' | 'jsonl' | 'csv';
  readonly dyad?: string;
  readonly actor?: string;
  readonly recipient?: string;
  readonly type?: string;
  readonly mode?: string;
  readonly status?: string;
  readonly from?: string;
  readonly to?: string;
  readonly document?: string;
  readonly confidence?: string;
  readonly state?: string;
  readonly order?: string;
  readonly limit?: string;
}

/** Rows of a table on a screen, where no number is asked for. */
const screenful = 50;

/** Most of an event's words that a list quotes, in UTF-16 units. */
const longestQuote = 240;

/** Lists events of the ledger. Returns the exit code. */
export async function runEvents(options: EventsOptions): Promise<number> {
  const { ledger: path, format, limit, ...conditions } = options;
  const query = asOptions(() => parseEventQuery(conditions));
  const most = parseCount(limit, '--limit', 1e9) ?? (format === 'table' ? screenful : Infinity);
  const ledger = openForReading(path);
  // One more than is shown tells whether there are more.
  const found = ledger.eachEvent({ ...query, limit: Math.min(1000, most + 1) });
  if (format === 'jsonl') {
    const { presentEvent } = await import('../server/present.ts');
    for (const event of take(found, most))
      await writeOutput(`${JSON.stringify(presentEvent(event))}\n`);
  } else if (format === 'csv') {
    const { eventCsvHeader, eventCsvRows } = await import('../event-columns.ts');
    await writeOutput(eventCsvHeader());
    for (const { event } of take(found, most)) await writeOutput(eventCsvRows([event]));
  } else {
    await printTable([...take(found, most + 1)], most);
  }
  ledger.close();
  return 0;
}

function* take<Item>(items: Iterable<Item>, most: number): Generator<Item> {
  let count = 0;
  for (const item of items) {
    yield item;
    if (++count >= most) return;
  }
}

async function printTable(found: readonly LedgerEvent[], most: number): Promise<void> {
  const { dateWords, partiesWords, styleOf, typeWords } = await import(
    '../terminal/event-words.ts'
  );
  const { layTable, wrap } = await import('../terminal/layout.ts');
  const { describeTerminal, onOneLine } = await import('../terminal/terminal.ts');
  const terminal = describeTerminal(process.stdout);
  if (found.length === 0) {
    await writeOutput('No such events.\n');
    return;
  }
  const shown = found.slice(0, most);
  const columns = [
    { title: 'Date', least: 10 },
    { title: 'Event' },
    { title: 'Who → whom', least: 16 },
    { title: 'Status', least: 12 },
  ];
  const rows = shown.flatMap(({ event, state }): Row[] => [
    [
      dateWords(event.date),
      terminal.paint(styleOf(event), typeWords(event)),
      partiesWords(event),
      state === 'coded' ? event.status : `${event.status}, ${state}`,
    ],
    {
      // The id stands first on its line, where nothing breaks it: it is there to be copied.
      across: wrap(
        `${event.id}  ${terminal.paint('dim', `“${cut(onOneLine(event.evidence.text), longestQuote)}”`)}`,
        terminal.width,
        '  ',
      ),
    },
  ]);
  const lines = [layTable(columns, rows, terminal.width, (title) => terminal.paint('dim', title))];
  if (shown.some(({ event }) => event.date?.basis === 'document'))
    lines.push("* the document's own date");
  if (found.length > most)
    lines.push(`The first ${most}; more with --limit, all with --format jsonl or csv.`);
  await writeOutput(`${lines.join('\n')}\n`);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
