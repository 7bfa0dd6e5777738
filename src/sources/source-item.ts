import type { InputError, SourceDocument } from '#coder';

/** A report that was read. */
export interface ReadDocument {
  readonly kind: 'document';
  /** Where it was read: `reports/a.txt`, `more.jsonl:17`. */
  readonly place: string;
  readonly document: SourceDocument;
  /** What was changed on the way or could not be taken over: "HTML converted to text". */
  readonly notes: readonly string[];
  /** Bytes read from the inputs so far, this document included. */
  readonly bytesRead: number;
}

/** Something that could not be read; the rest of the batch goes on. */
export interface ReadFailure {
  readonly kind: 'failure';
  readonly place: string;
  /** Its message begins with the place, then says what was found, what was expected and what to do. */
  readonly error: InputError;
  readonly bytesRead: number;
}

/** A file of a folder that is no report by its name, or a folder already read. */
export interface SkippedFile {
  readonly kind: 'skipped';
  readonly place: string;
  readonly reason: string;
  readonly bytesRead: number;
}

export type SourceItem = ReadDocument | ReadFailure | SkippedFile;
