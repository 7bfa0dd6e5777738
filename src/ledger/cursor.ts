import { InputError } from '#coder';

/** Where a page ended: the list it belongs to, then the values it is ordered by. */
export function encodeCursor(list: string, values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString('base64url');
}

/** @throws InputError where it is no cursor of this list */
export function decodeCursor(
  list: string,
  kinds: readonly ('string' | 'number')[],
  cursor: string,
): (string | number)[] {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    found = null;
  }
  if (Array.isArray(found) && found[0] === list && found.length === kinds.length + 1) {
    const values = found.slice(1);
    if (kinds.every((kind, index) => typeof values[index] === kind)) return values;
  }
  throw new InputError('unknown cursor', {
    where: 'cursor',
    found: JSON.stringify(cursor.slice(0, 60)),
    expected: `the "next" of a page of ${list}`,
    hint: 'Start again without a cursor.',
  });
}

/** @throws InputError for a limit that is none */
export function checkLimit(limit = 50): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new InputError('no such size of a page', {
    where: 'limit',
    found: String(limit),
    expected: 'a whole number from 1 to 1000',
  });
}
