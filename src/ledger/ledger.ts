/**
 * The face of the ledger: what is kept and how it is asked for. Nothing here knows how it is stored.
 * Days are UTC, `YYYY-MM-DD`; instants ISO 8601; offsets UTF-16 units into the untouched text.
 */
import type { CodedDocument, CodedEvent, EventType, SourceDocument, Status } from '#coder';

/** A document with the coder's record of it, to be kept. */
export interface Entry {
  readonly document: SourceDocument;
  /** Its `id` must be the document's. */
  readonly coded: CodedDocument;
  /** Where it was read: `reports/a.txt`, `more.jsonl:17`. */
  readonly source?: string;
}

/** What became of an entry. */
export interface Added {
  /** The id it is kept under: the given one where it was free, else that with a suffix; for a known document, the one it had. */
  readonly id: string;
  /** present: the same document was there, coded by the same coder; recoded: coded by another one, whose record is replaced. */
  readonly state: 'added' | 'recoded' | 'present';
}

/** A document as lists show it. */
export interface DocumentSummary {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly source: string | null;
  readonly addedAt: string;
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  readonly coder: string;
  readonly codedAt: string;
  /** Number of events, without those that an analyst rejected. */
  readonly events: number;
  /** The text's first 200 characters, for documents without a title. */
  readonly opening: string;
  /** Type and intensity of its first 200 events in the order of the text, without rejected ones: what a list draws. */
  readonly profile: readonly { readonly type: EventType; readonly intensity: number }[];
}

/** One document with its coding, as the coder has it and as it stands after corrections. */
export interface KeptDocument extends DocumentSummary {
  readonly text: string;
  /** The coder's record, untouched by corrections. */
  readonly coded: CodedDocument;
  /** After corrections, in the order of the text; rejected ones stand among them with their state. */
  readonly effective: readonly LedgerEvent[];
  readonly corrections: readonly Correction[];
}

export type EventState = 'coded' | 'confirmed' | 'corrected' | 'added' | 'rejected';

/** An event as it stands after corrections. */
export interface LedgerEvent {
  readonly event: CodedEvent;
  /** What the coder says; null for an event that only an analyst has, or that the present coder no longer finds. */
  readonly coded: CodedEvent | null;
  readonly state: EventState;
  /** Numbers of the live corrections that bear on it, oldest first. */
  readonly corrections: readonly number[];
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly date: string | null;
    readonly url: string | null;
  };
}

/** Fields that a correction may set. Place in the text is not among them: it is what a correction holds on to. */
export const settableFields = [
  'type',
  'mode',
  'about',
  'contexts',
  'actors',
  'recipients',
  'status',
  'date',
  'place',
  'quantities',
  'attribution',
  'condition',
  'intensity',
] as const;
export type SettableFields = Partial<Pick<CodedEvent, (typeof settableFields)[number]>>;

/** An event as an analyst adds it; the ledger gives it its id. */
export type AnalystEvent = Omit<CodedEvent, 'id'>;

interface Said {
  readonly author: string;
  readonly note?: string;
}

/**
 * What an analyst says. `event` is the event's id as of now; the ledger remembers the event by its place in the text,
 * its type and its parties, so that the correction finds it again when another coder numbers it otherwise.
 */
export type NewCorrection = Said &
  (
    | { readonly kind: 'confirm' | 'reject'; readonly event: string }
    | { readonly kind: 'set-field'; readonly event: string; readonly fields: SettableFields }
    | { readonly kind: 'add-event'; readonly document: string; readonly event: AnalystEvent }
  );

export interface Correction {
  readonly number: number;
  readonly kind: NewCorrection['kind'];
  /** Id of the document. */
  readonly document: string;
  /** Id of the event that it bears on now; null while undone, or while the coder no longer finds what was rejected. */
  readonly event: string | null;
  /** For `set-field`. */
  readonly fields: SettableFields | null;
  readonly author: string;
  readonly note: string | null;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass as `cursor` for what follows; null at the end. Documents and events added meanwhile shift nothing. */
  readonly next: string | null;
}

export interface Paging {
  /** 1 … 1000, 50 where none is given. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** All given conditions hold. Newest first; documents without a date last. */
export interface DocumentQuery extends Paging {
  /** Words that all must occur, in title or text; `"a phrase"`, `begin*`, `-without`. */
  readonly q?: string;
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
  /** Only documents whose record is another coder's. */
  readonly notCodedBy?: string;
}

/** A country, `KOR`, and, where given, a sector, `GOV`. */
export interface PartyQuery {
  readonly country: string;
  readonly sector?: string;
}

/** All given conditions hold. */
export interface EventQuery extends Paging {
  /** The one acts on the other, in whatever direction, or both act with no one acted upon, as when they meet. */
  readonly dyad?: readonly [string, string];
  readonly actor?: PartyQuery;
  readonly recipient?: PartyQuery;
  readonly type?: readonly EventType[];
  readonly mode?: string;
  readonly status?: readonly Status[];
  /** Days; the event's range of days touches them. Events without a date are left out where either is given. */
  readonly from?: string;
  readonly to?: string;
  /** Id of a document. */
  readonly document?: string;
  /** At least this confidence, 0 … 1. */
  readonly confidence?: number;
  /** All but rejected where none is given. */
  readonly state?: readonly EventState[];
  /** By the event's first day; `newest` where none is given. Events without a date count as the oldest. */
  readonly order?: 'newest' | 'oldest';
}

export interface EntityQuery extends Paging {
  readonly country?: string;
  /** Part of the name, in any case. */
  readonly q?: string;
}

/** Someone or something that documents speak of, by name. */
export interface EntitySummary {
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly documents: number;
  readonly mentions: number;
}

export interface LedgerStatistics {
  readonly documents: number;
  /** Without rejected ones. */
  readonly events: number;
  readonly entities: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly types: readonly { readonly type: EventType; readonly events: number }[];
  readonly publishers: readonly { readonly publisher: string | null; readonly documents: number }[];
  readonly coders: readonly { readonly coder: string; readonly documents: number }[];
  readonly corrections: { readonly live: number; readonly undone: number };
}

export interface Ledger {
  /** File, or `:memory:`. */
  readonly path: string;
  readonly readOnly: boolean;

  /**
   * Keeps documents with their coding, all or none. What is kept when it returns is on disk. Doing it twice changes nothing.
   * Two documents with equal publisher, title, date and text are one. `focus` is a question to the coder: an entry with it is refused.
   * @throws InputError for an entry that cannot be kept, a full disk, a ledger locked by another program or open for reading only
   */
  add(entries: readonly Entry[]): readonly Added[];
  /** The id and coder under which the same document is kept; null where it is not. Tells whether coding it is needed at all. */
  find(document: SourceDocument): { readonly id: string; readonly coder: string } | null;
  /** Replaces the coder's record of kept documents; corrections stay. `id` is that of the kept document. */
  recode(coded: readonly CodedDocument[]): void;

  /** null where there is none of that id. */
  document(id: string): KeptDocument | null;
  /** As it was handed over, to be coded again. */
  source(id: string): SourceDocument | null;
  documents(query?: DocumentQuery): Page<DocumentSummary>;
  event(id: string): LedgerEvent | null;
  events(query?: EventQuery): Page<LedgerEvent>;
  /** All events of a query, page after page; `limit` is the size of a page. */
  eachEvent(query?: EventQuery): Iterable<LedgerEvent>;
  entities(query?: EntityQuery): Page<EntitySummary>;
  statistics(): LedgerStatistics;

  /** @throws InputError for an unknown event or document, and for a field that cannot be set */
  correct(correction: NewCorrection): Correction;
  /** null where there is no correction of that number. */
  correction(number: number): Correction | null;
  /** Undoing what is undone changes nothing. null where there is no such correction. */
  undo(number: number, author: string): Correction | null;
  redo(number: number): Correction | null;

  close(): void;
}

export interface LedgerOptions {
  /** Makes the file, and the folder it lies in, where there is none; true unless `readOnly`. */
  readonly create?: boolean;
  readonly readOnly?: boolean;
  /** Milliseconds to wait for another program's lock; 5000. */
  readonly wait?: number;
}
