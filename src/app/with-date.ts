import type { SourceDocument } from '#coder';

/** The document with a day of publication where it brings none of its own. */
export function withDate(document: SourceDocument, date: string | undefined): SourceDocument {
  return date === undefined || document.date !== undefined ? document : { ...document, date };
}
