import type { CodedEvent, Range } from '#coder';
import { dateWords, partiesWords, qualifierWords, styleOf, typeWords } from './event-words.ts';
import { type Column, layTable, type Row, wrap } from './layout.ts';
import { markText } from './mark-text.ts';
import type { Terminal } from './terminal.ts';

/** Longest stretch of text that is quoted below a row, in UTF-16 units. */
const longestQuote = 600;

const columns: readonly Column[] = [
  { title: '#', right: true },
  { title: 'Event', least: 10 },
  { title: 'Who → whom', least: 16 },
  { title: 'Status' },
  { title: 'Date', least: 10 },
];

/** An event to be shown with a word on its state, such as "corrected". */
export interface ShownEvent {
  readonly event: CodedEvent;
  readonly remark?: string;
}

/**
 * The events of one text as a table. Those that rest on the same words stand together, and the words
 * stand once below them, with what qualifies each.
 */
export function layEvents(text: string, events: readonly ShownEvent[], terminal: Terminal): string {
  const rows: Row[] = [];
  for (const group of groupByEvidence(events)) {
    const qualified = group.map((shown) => ({ shown, parts: qualifiersOf(shown) }));
    for (const { shown } of qualified) rows.push(rowOf(shown.event, terminal));
    rows.push({ across: wrap(quoteGroup(text, group, terminal), terminal.width, '     ') });
    for (const { shown, parts } of qualified) {
      if (parts.length === 0) continue;
      const number = group.length > 1 ? `${numberOf(shown.event)}: ` : '';
      rows.push({
        across: terminal.paint('dim', wrap(number + parts.join(' · '), terminal.width, '     ')),
      });
    }
    rows.push({ across: '' });
  }
  const table = layTable(columns, rows, terminal.width, (title) => terminal.paint('dim', title));
  const isStarred = events.some(({ event }) => event.date?.basis === 'document');
  return isStarred ? `${table}\n* the document's own date` : table.trimEnd();
}

/** The number of an event in its document: `3` of `note#3`. */
export function numberOf(event: Pick<CodedEvent, 'id'>): string {
  return event.id.slice(event.id.lastIndexOf('#') + 1);
}

function rowOf(event: CodedEvent, terminal: Terminal): string[] {
  const style = styleOf(event);
  return [
    numberOf(event),
    terminal.paint(style, typeWords(event)),
    partiesWords(event),
    event.status,
    dateWords(event.date),
  ];
}

function qualifiersOf({ event, remark }: ShownEvent): string[] {
  const parts = qualifierWords(event);
  return remark === undefined ? parts : [remark, ...parts];
}

/** Cuts a list in the order of the text where the words of one event end before those of the next begin. */
function groupByEvidence(events: readonly ShownEvent[]): ShownEvent[][] {
  const groups: ShownEvent[][] = [];
  let end = -1;
  for (const shown of events) {
    const { evidence } = shown.event;
    if (evidence.start < end) groups[groups.length - 1].push(shown);
    else groups.push([shown]);
    end = Math.max(end, evidence.end);
  }
  return groups;
}

function quoteGroup(text: string, group: readonly ShownEvent[], terminal: Terminal): string {
  const start = Math.min(...group.map(({ event }) => event.evidence.start));
  const end = Math.max(...group.map(({ event }) => event.evidence.end));
  const marks = group.map(({ event }) => ({
    start: event.trigger.start,
    end: event.trigger.end,
    style: styleOf(event),
    label: group.length > 1 ? numberOf(event) : undefined,
  }));
  const range = shorten({ start, end }, marks[0]);
  const before = range.start > start ? '… ' : '';
  const after = range.end < end ? ' …' : '';
  const quoted = markText(text, range, marks, terminal).replace(/\s+/g, ' ').trim();
  return `“${before}${quoted}${after}”`;
}

/** At most `longestQuote` units of a range, around what matters in it. */
function shorten(range: Range, kernel: Range): Range {
  if (range.end - range.start <= longestQuote) return range;
  const start = Math.max(range.start, Math.min(kernel.start - 200, range.end - longestQuote));
  return { start, end: Math.min(range.end, start + longestQuote) };
}
