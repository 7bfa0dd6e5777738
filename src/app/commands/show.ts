import type { LedgerEvent } from '#ledger';
import { findDocument } from '../find-kept.ts';
import { openForReading } from '../open-for-reading.ts';
import { layEvents, numberOf } from '../terminal/event-table.ts';
import { styleOf } from '../terminal/event-words.ts';
import { wrap } from '../terminal/layout.ts';
import { markText } from '../terminal/mark-text.ts';
import { countOf, describeTerminal, onOneLine, type Terminal } from '../terminal/terminal.ts';
import { writeOutput } from '../write-output.ts';

export interface ShowOptions {
  readonly ledger?: string;
}

/** Prints a kept document: its text with the events marked by number and colour, the records below. Returns the exit code. */
export async function runShow(id: string, options: ShowOptions): Promise<number> {
  const ledger = openForReading(options.ledger);
  const document = findDocument(ledger, id);
  const terminal = describeTerminal(process.stdout);
  const { title, publisher, author, date, url, text, effective, coded } = document;
  const standing = effective.filter(({ state }) => state !== 'rejected');
  const told = [document.id, publisher, author, date ?? 'no date', url].filter(
    (part) => part !== null,
  );
  const head = [
    title === null ? '' : `${terminal.paint('bold', wrap(onOneLine(title), terminal.width))}\n`,
    terminal.paint('dim', wrap(told.map(onOneLine).join(' · '), terminal.width)),
  ];
  const marks = standing.map(({ event }) => ({
    ...event.trigger,
    style: styleOf(event),
    label: numberOf(event),
  }));
  const marked = wrap(
    markText(text, { start: 0, end: text.length }, marks, terminal).trim(),
    terminal.width,
  );
  await writeOutput(`${head.join('')}\n\n${marked}\n\n`);
  await writeOutput(`${describeRecords(text, effective, terminal)}\n`);
  for (const note of coded.notes) await writeOutput(`Note: ${note}\n`, process.stderr);
  ledger.close();
  return 0;
}

function describeRecords(
  text: string,
  effective: readonly LedgerEvent[],
  terminal: Terminal,
): string {
  if (effective.length === 0) return 'Nothing that happens between political actors was found.';
  const shown = effective.map(({ event, state }) => ({
    event,
    remark: state === 'coded' ? undefined : state,
  }));
  const count = terminal.paint('bold', countOf(shown.length, 'event'));
  return `${count}\n\n${layEvents(text, shown, terminal)}`;
}
