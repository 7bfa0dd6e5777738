/** Files, folders and standard input → documents. Knows formats and encodings, nothing of politics. */
export { isKnownEncoding } from './decode-text.ts';
export { formatBytes, maximumDocumentBytes, maximumJsonBytes } from './limits.ts';
export { isDay } from './parse-day.ts';
export { type ReadOptions, readDocuments } from './read-documents.ts';
export type { ReadDocument, ReadFailure, SkippedFile, SourceItem } from './source-item.ts';
export { measureInputs, reportEndings } from './walk-inputs.ts';
