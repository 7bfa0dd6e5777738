import { InputError, type Range, type SourceDocument } from '#coder';
import { formatBytes, maximumDocumentBytes, maximumIdLength } from './limits.ts';
import { parseDay } from './parse-day.ts';
import { prepareText } from './prepare-text.ts';
import { quoteFound } from './quote-found.ts';

/** A document and what was changed on the way. */
export interface ParsedDocument {
  readonly document: SourceDocument;
  readonly notes: readonly string[];
}

const optionalStrings = ['title', 'publisher', 'author', 'language', 'url'] as const;

export const recordShape =
  'a JSON object with "id" and "text", such as {"id":"a1","text":"…","date":"2024-04-01"}';

/**
 * Checks one JSON record and makes a document of it. Unknown fields are left aside, null counts as
 * absent. Throws InputError that names the field.
 *
 * @param place `more.jsonl:17`
 * @param fallbackId id of a record that has none
 */
export function parseRecord(value: unknown, place: string, fallbackId: string): ParsedDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('not a report', {
      where: place,
      found: describe(value),
      expected: recordShape,
    });
  }
  const record = value as Readonly<Record<string, unknown>>;
  const focus = parseFocus(record, place);
  const given = record.text;
  if (typeof given !== 'string') {
    const found = 'text' in record ? describe(given) : `no such field${listFields(record)}`;
    throw new InputError('field "text"', {
      where: place,
      found,
      expected: 'the report as a string',
    });
  }
  checkTextLength(given, place);
  // Offsets of a focus point into the text as it was given, so that nothing may be converted.
  const prepared = prepareText(given, place, { keepMarkup: focus !== undefined });
  const date = parseDate(record.date, place) ?? prepared.date;
  const document: Record<string, unknown> = {
    id: parseId(record.id, place, fallbackId),
    text: prepared.text,
  };
  for (const field of optionalStrings) {
    const said = record[field];
    if (said !== undefined && said !== null && typeof said !== 'string') {
      throw new InputError(`field "${field}"`, {
        where: place,
        found: describe(said),
        expected: 'a string',
      });
    }
    const text = mendLine(said ?? undefined) ?? prepared[field];
    if (text !== undefined) document[field] = text;
  }
  if (date !== undefined) document.date = date;
  if (focus !== undefined) {
    checkFocus(focus.actor, 'actor', given.length, place);
    checkFocus(focus.recipient, 'recipient', given.length, place);
    document.focus = focus;
  }
  return { document: document as unknown as SourceDocument, notes: prepared.notes };
}

/** Throws where a text is longer than one document may be, counted in bytes of UTF-8. */
export function checkTextLength(text: string, place: string): void {
  if (text.length * 3 <= maximumDocumentBytes) return;
  const bytes = Buffer.byteLength(text);
  if (bytes <= maximumDocumentBytes) return;
  throw tooLarge(bytes, place);
}

export function tooLarge(bytes: number, place: string): InputError {
  return new InputError('document too large', {
    where: place,
    found: formatBytes(bytes),
    expected: `at most ${formatBytes(maximumDocumentBytes)}`,
    hint: 'Cut it into the reports that it consists of',
  });
}

/** An id that can be printed, put into an address and found again. Throws InputError. */
function parseId(id: unknown, place: string, fallback: string): string {
  if (id === undefined || id === null) return fallback;
  const text = typeof id === 'number' && Number.isFinite(id) ? String(id) : id;
  const expected = `a string of 1 to ${maximumIdLength} characters on one line`;
  if (typeof text !== 'string') {
    throw new InputError('field "id"', { where: place, found: describe(id), expected });
  }
  const printable = !/[\u0000-\u001F\u007F-\u009F\u2028\u2029\p{Surrogate}]/u.test(text);
  if (text.trim() === '' || text.length > maximumIdLength || !printable) {
    throw new InputError('field "id"', { where: place, found: quoteFound(text), expected });
  }
  return text;
}

function parseDate(date: unknown, place: string): string | undefined {
  if (date === undefined || date === null || date === '') return undefined;
  const day = typeof date === 'string' ? parseDay(date) : null;
  if (day === null) {
    throw new InputError('field "date"', {
      where: place,
      found: describe(date),
      expected: 'a day that exists, as YYYY-MM-DD',
      hint: 'Leave the field out where the day is not known: relative dates then stay open',
    });
  }
  return day;
}

function parseFocus(
  record: Readonly<Record<string, unknown>>,
  place: string,
): SourceDocument['focus'] {
  const focus = record.focus as { actor?: Range; recipient?: Range } | null | undefined;
  if (focus === undefined || focus === null) return undefined;
  const ranges = [focus.actor, focus.recipient].map((range) =>
    Number.isInteger(range?.start) && Number.isInteger(range?.end)
      ? { start: range?.start as number, end: range?.end as number }
      : null,
  );
  const [actor, recipient] = ranges;
  if (!actor || !recipient) {
    throw new InputError('field "focus"', {
      where: place,
      found: describe(focus),
      expected: '{"actor":{"start":0,"end":6},"recipient":{"start":16,"end":21}}',
    });
  }
  return { actor, recipient };
}

function checkFocus(range: Range, name: string, length: number, place: string): void {
  if (range.start >= 0 && range.start < range.end && range.end <= length) return;
  throw new InputError(`field "focus.${name}"`, {
    where: place,
    found: `${range.start} to ${range.end}`,
    expected: `offsets with start < end within the text, which has ${length} UTF-16 units`,
  });
}

/** Text of a field that stands on one line; absent where nothing is left. */
export function mendLine(value: string | undefined): string | undefined {
  const text = value
    ?.slice(0, 2000)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

function listFields(record: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(record).slice(0, 8);
  return names.length === 0 ? '' : ` among ${names.map((name) => quoteFound(name, 30)).join(', ')}`;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'string') return quoteFound(value);
  if (typeof value === 'object' && value !== null) return quoteFound(JSON.stringify(value));
  return String(value);
}
