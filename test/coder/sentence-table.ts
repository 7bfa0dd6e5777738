import { readFileSync } from 'node:fs';

/** A sentence of a table and what must be found in it, line by line. */
export interface TableRow {
  readonly place: string;
  readonly sentence: string;
  readonly expected: readonly string[];
  /** Day of the document: the last `document YYYY-MM-DD` (or `document none`) above the row. */
  readonly documentDate: string | null;
  /** Marked with `!`: known to fail; a pass is an error. */
  readonly knownToFail: boolean;
}

/**
 * Reads a table: a sentence on its own line, below it, indented, one line for each thing to be
 * found, in order. A sentence with nothing below it must yield nothing. `#` starts a comment.
 */
export function readSentenceTable(path: string): TableRow[] {
  const rows: { -readonly [key in keyof TableRow]: TableRow[key] }[] = [];
  let documentDate: string | null = null;
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#')) return;
      if (trimmed.startsWith('document ')) {
        documentDate = trimmed === 'document none' ? null : trimmed.slice('document '.length);
        return;
      }
      const last = rows.at(-1);
      if (line.startsWith(' ')) {
        if (!last) throw new Error(`${path}:${index + 1}: expected a sentence before "${trimmed}"`);
        last.expected = [...last.expected, trimmed];
        return;
      }
      rows.push({
        place: `line ${index + 1}`,
        sentence: trimmed.replace(/^! /, ''),
        expected: [],
        documentDate,
        knownToFail: trimmed.startsWith('! '),
      });
    });
  return rows;
}
