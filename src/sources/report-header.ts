import { InputError } from '#coder';
import { parseDay } from './parse-day.ts';
import { quoteFound } from './quote-found.ts';

/** A report whose file begins with a block of `Key: value` lines. */
export interface HeadedReport {
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  readonly language?: string;
}

const keys = ['title', 'date', 'publisher', 'author', 'url', 'language'] as const;
type Key = (typeof keys)[number];

/**
 * Reads a .report.txt file: lines `Title:`, `Date:`, `Publisher:`, `Author:`, `Url:`, `Language:`, each
 * at most once, ended by a blank line; the rest is the text, untouched. A file whose first line is no
 * such line has no header. Throws InputError with the line of a faulty one.
 */
export function readReportHeader(source: string, place: string): HeadedReport {
  const header: Partial<Record<Key, string>> = {};
  let at = 0;
  for (let number = 1; at < source.length; number++) {
    const feed = source.indexOf('\n', at);
    const end = feed === -1 ? source.length : feed;
    const line = source.slice(at, Math.min(end, at + 4000)).trim();
    if (line === '' && number > 1) return { ...header, text: source.slice(end + 1) };
    const match = /^([A-Za-z]{2,20}):(.*)$/.exec(line);
    const key = match?.[1].toLowerCase() as Key;
    if (match === null || !keys.includes(key)) {
      if (number === 1) return { text: source };
      throw new InputError('header of a report', {
        where: `${place}:${number}`,
        found: quoteFound(line),
        expected:
          'Title:, Date:, Publisher:, Author:, Url: or Language:, or a blank line before the text',
      });
    }
    const value = match[2].trim();
    if (header[key] !== undefined) {
      throw new InputError('header of a report', {
        where: `${place}:${number}`,
        found: `a second "${match[1]}:"`,
        expected: 'each key once',
      });
    }
    if (value !== '')
      header[key] = key === 'date' ? parseHeaderDay(value, `${place}:${number}`) : value;
    at = end + 1;
  }
  return { ...header, text: '' };
}

function parseHeaderDay(value: string, place: string): string {
  const day = parseDay(value);
  if (day === null) {
    const expected = 'a day that exists, as YYYY-MM-DD';
    throw new InputError('header "Date:"', { where: place, found: quoteFound(value), expected });
  }
  return day;
}
