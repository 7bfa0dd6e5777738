import type { CodedDocument, Coder, SourceDocument } from '#coder';

/** A record, or the stack of the bug that prevented it. */
export type CodingResult = { readonly coded: CodedDocument } | { readonly bug: string };

/** Codes one document; a bug that one document brings to light must not lose the rest of the batch. */
export function codeSafely(coder: Coder, document: SourceDocument): CodingResult {
  try {
    return { coded: coder.code(document) };
  } catch (error) {
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
