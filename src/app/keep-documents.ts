import { InputError, type SourceDocument } from '#coder';
import type { Entry, Ledger } from '#ledger';
import { type ReadDocument, readDocuments, type SourceItem } from '#sources';
import { codeItems } from './code-items.ts';
import type { CodingPool } from './coding-pool.ts';
import { groupItems } from './group-items.ts';
import type { ReadingReport } from './reading-report.ts';
import { withDate } from './with-date.ts';

/** Documents per transaction, and how long the first of them may wait for it. */
const batchSize = 50;
const batchMilliseconds = 500;

/** What came of adding so far. */
export interface Tally {
  readonly added: number;
  /** Events of the added documents. */
  readonly events: number;
  readonly present: number;
  /** Of the present ones, how many bear the record of another coder. */
  readonly outdated: number;
  readonly bytesRead: number;
}

export interface KeepOptions {
  readonly encoding?: string;
  /** Day of publication of documents that bring none. */
  readonly date?: string;
  /** Stops reading when it is aborted; what is coded by then is still kept. */
  readonly signal?: AbortSignal;
  readonly report: ReadingReport;
  /** Called after each batch. */
  readonly onProgress: (tally: Tally) => void;
}

interface Looked {
  readonly item: SourceItem;
  /** To be coded; null where it is kept already or could not be read. */
  readonly document: SourceDocument | null;
  /** Coder of the record that is kept already. */
  readonly keptBy: string | null;
}

/**
 * Reads, codes and keeps documents: one writer, as many coders as the pool has. A document that is in
 * the ledger is not coded again, so that a broken run continues where it stopped. What a batch holds is
 * on disk when the tally has it. Throws InputError where the ledger cannot be written.
 */
export async function keepDocuments(
  inputs: readonly string[],
  ledger: Ledger,
  pool: CodingPool,
  options: KeepOptions,
): Promise<Tally> {
  const { report } = options;
  const tally = { added: 0, events: 0, present: 0, outdated: 0, bytesRead: 0 };
  const looked = lookUp(inputs, ledger, options);
  const coded = codeItems(looked, pool, ({ document }) => document);
  for await (const group of groupItems(coded, batchSize, batchMilliseconds)) {
    const entries: Entry[] = [];
    for (const { item: found, result } of group) {
      const { item, document, keptBy } = found;
      if (item.kind === 'failure') report.fail(item.error);
      else if (item.kind === 'skipped') report.skip(item);
      else if (keptBy !== null) {
        tally.present++;
        if (keptBy !== pool.version) tally.outdated++;
      } else if (result !== null && 'bug' in result) report.failByBug(item.place, result.bug);
      else if (result !== null && document !== null) {
        for (const note of notesOf(item, result.coded.notes)) report.note(note);
        entries.push({ document, coded: result.coded, source: item.place });
      }
    }
    for (const { entry, state } of addEntries(ledger, entries, report)) {
      if (state === 'added') {
        tally.added++;
        tally.events += entry.coded.events.length;
      } else tally.present++;
    }
    tally.bytesRead = group[group.length - 1].item.item.bytesRead;
    options.onProgress(tally);
  }
  return tally;
}

function notesOf(item: ReadDocument, coderNotes: readonly string[]): string[] {
  const notes = [...item.notes, ...coderNotes];
  if (item.document.focus !== undefined)
    notes.push('"focus" left aside: the ledger keeps the whole coding');
  return notes;
}

async function* lookUp(
  inputs: readonly string[],
  ledger: Ledger,
  { encoding, date, signal }: KeepOptions,
): AsyncGenerator<Looked> {
  for await (const item of untilAborted(readDocuments(inputs, { encoding }), signal)) {
    if (item.kind !== 'document') {
      yield { item, document: null, keptBy: null };
      continue;
    }
    const { focus: _, ...whole } = item.document;
    const document = withDate(whole, date);
    const kept = ledger.find(document);
    yield { item, document: kept === null ? document : null, keptBy: kept?.coder ?? null };
  }
}

interface AddedEntry {
  readonly entry: Entry;
  readonly state: 'added' | 'recoded' | 'present';
}

/** Adds a batch; where one entry spoils it, each by itself, so that the others are kept. */
function addEntries(
  ledger: Ledger,
  entries: readonly Entry[],
  report: ReadingReport,
): AddedEntry[] {
  try {
    return ledger.add(entries).map(({ state }, i) => ({ entry: entries[i], state }));
  } catch (error) {
    if (isStorageFault(error, ledger)) throw error;
    if (entries.length > 1) return entries.flatMap((entry) => addEntries(ledger, [entry], report));
    if (error instanceof InputError) report.fail(error);
    else report.failByBug(entries[0].source ?? '', (error as Error).stack ?? String(error));
    return [];
  }
}

/** A full disk, a lock and the like: no entry could be kept. */
function isStorageFault(error: unknown, ledger: Ledger): boolean {
  return error instanceof InputError && error.where === ledger.path;
}

async function* untilAborted<Item>(
  items: AsyncGenerator<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  if (signal === undefined) {
    yield* items;
    return;
  }
  const aborted = new Promise<{ done: true }>((resolve) => {
    if (signal.aborted) resolve({ done: true });
    signal.addEventListener('abort', () => resolve({ done: true }), { once: true });
  });
  for (;;) {
    const next = await Promise.race([items.next(), aborted]);
    if (next.done) return;
    yield next.value;
  }
}
