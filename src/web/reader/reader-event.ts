import type { CodedDocumentRecord, CodedEvent, EventState } from '../../app/contract.ts';

/** An event as the reader shows it: from the ledger with its state, or fresh from the coder without one. */
export type ReaderEvent = CodedEvent & { readonly state?: EventState };

/** What the reader needs of a document's coding. */
export interface ReaderCoding
  extends Pick<CodedDocumentRecord, 'coder' | 'quotations' | 'links' | 'notes'> {
  /** In the order of the text. */
  readonly events: readonly ReaderEvent[];
}
