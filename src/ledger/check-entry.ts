import { type CodedDocument, InputError, type SourceDocument } from '#coder';
import type { Entry } from './ledger.ts';

const longestId = 500;

/** @throws InputError for a document that cannot be kept; Error for a record that no sound coder makes */
export function checkEntry({ document, coded }: Entry): void {
  if (document.id === '' || document.id.length > longestId) {
    throw new InputError('no such id of a document', {
      where: document.id === '' ? 'id' : `${document.id.slice(0, 40)}…`,
      found: `${document.id.length} characters`,
      expected: `1 to ${longestId} characters`,
    });
  }
  if (document.focus !== undefined) {
    throw new InputError('a document with a focus is not kept', {
      where: document.id,
      found: 'focus',
      expected: 'a document coded as a whole',
      hint: 'Leave out "focus", or code the document without keeping it.',
    });
  }
  checkDay(document);
  if (coded.id !== document.id) {
    throw new Error(`the record of ${document.id} carries the id ${coded.id}`);
  }
  checkCoded(coded);
}

function checkDay({ id, date }: SourceDocument): void {
  if (date === undefined) return;
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  if (instant && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)) return;
  throw new InputError('no such day', {
    where: `${id}: date`,
    found: JSON.stringify(date.slice(0, 40)),
    expected: 'a day YYYY-MM-DD',
  });
}

/** Events are found by their number, so the coder's numbers must be what the record says they are. */
export function checkCoded(coded: CodedDocument): void {
  for (const [index, event] of coded.events.entries()) {
    const expected = `${coded.id}#${index + 1}`;
    if (event.id !== expected) {
      throw new Error(
        `event ${index + 1} of ${coded.id} carries the id ${event.id}, not ${expected}`,
      );
    }
  }
}

/** The record under another id, its events and links too. */
export function renameCoded(coded: CodedDocument, id: string): CodedDocument {
  if (coded.id === id) return coded;
  const rename = (eventId: string) => id + eventId.slice(coded.id.length);
  return {
    ...coded,
    id,
    events: coded.events.map((event) => ({ ...event, id: rename(event.id) })),
    links: coded.links.map((link) => ({ ...link, from: rename(link.from), to: rename(link.to) })),
  };
}
