import { InputError } from '#coder';
import { isDay, isKnownEncoding } from '#sources';

/** Options of commands that read documents, as the user typed them. */
export interface ReadingOptions {
  readonly date?: string;
  readonly encoding?: string;
  readonly threads?: string;
}

export interface CheckedOptions {
  readonly date?: string;
  readonly encoding?: string;
  readonly threads?: number;
}

/** Throws InputError at the first option that cannot be. Cheap, so that it comes before anything is loaded. */
export function checkReadingOptions({ date, encoding, threads }: ReadingOptions): CheckedOptions {
  if (date !== undefined && !isDay(date)) {
    throw new InputError('no such day', {
      where: '--date',
      found: JSON.stringify(date.slice(0, 40)),
      expected: 'a day that exists, as YYYY-MM-DD',
    });
  }
  if (encoding !== undefined && !isKnownEncoding(encoding)) {
    throw new InputError('unknown encoding', {
      where: '--encoding',
      found: JSON.stringify(encoding.slice(0, 40)),
      expected:
        'a name such as utf-8, windows-1252, utf-16le, iso-8859-2, koi8-r, euc-kr or shift_jis',
    });
  }
  return { date, encoding, threads: parseCount(threads, '--threads', 256) };
}

/** A whole number from 1 on, or undefined where none is given. Throws InputError. */
export function parseCount(
  value: string | undefined,
  option: string,
  most: number,
): number | undefined {
  if (value === undefined) return undefined;
  const count = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (count >= 1 && count <= most) return count;
  throw new InputError('no such number', {
    where: option,
    found: JSON.stringify(value.slice(0, 40)),
    expected: `a whole number from 1 to ${most.toLocaleString('en')}`,
  });
}

/** `--port`, 0 for any free one. Throws InputError. */
export function parsePort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw new InputError('no such port', {
    where: '--port',
    found: JSON.stringify(value.slice(0, 40)),
    expected: 'a whole number from 0 to 65535, as 4870',
  });
}

/** Runs a check that names its values without dashes, and names them as the options that they were. */
export function asOptions<Value>(check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof InputError) || error.where === undefined) throw error;
    const { message, where, found, expected, hint, cause } = error;
    throw new InputError(message, { where: `--${where}`, found, expected, hint, cause });
  }
}
