import { createHash } from 'node:crypto';
import type { SourceDocument } from '#coder';

/** What makes two documents one: SHA-256, in hexadecimal digits, over publisher, title, date and text as a JSON array. */
export function documentKey(document: SourceDocument): string {
  const { publisher = null, title = null, date = null, text } = document;
  return createHash('sha256')
    .update(JSON.stringify([publisher, title, date, text]))
    .digest('hex');
}
