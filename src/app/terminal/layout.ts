import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Wraps text, styles and all, to `width` columns, each line behind `indent`. */
export function wrap(text: string, width: number, indent = ''): string {
  const room = Math.max(10, width - stringWidth(indent));
  return wrapAnsi(text, room, { hard: true })
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

export interface Column {
  readonly title: string;
  /** Columns that may be narrowed, down to so many characters; the others keep their width. */
  readonly least?: number;
  readonly right?: boolean;
}

/** Cells, or lines that run across all columns. */
export type Row = readonly string[] | { readonly across: string };

/** Lays rows out under titles, without lines between them, cells wrapped so that all fits into `width`. */
export function layTable(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  paintTitle: (title: string) => string,
): string {
  const cells = rows.filter((row): row is readonly string[] => !('across' in row));
  const widths = fitWidths(columns, cells, width);
  const titles = columns.map(({ title }) => paintTitle(title));
  return [titles, ...rows]
    .map((row) => ('across' in row ? row.across : layRow(columns, widths, row)))
    .join('\n');
}

/** One row on as many lines as its tallest cell needs. */
function layRow(
  columns: readonly Column[],
  widths: readonly number[],
  row: readonly string[],
): string {
  const cells = row.map((text, i) => wrapAnsi(text, widths[i], { hard: true }).split('\n'));
  const height = Math.max(...cells.map((lines) => lines.length));
  const lines: string[] = [];
  for (let i = 0; i < height; i++) {
    const line = cells.map((cell, column) => {
      const text = cell[i] ?? '';
      const space = ' '.repeat(Math.max(0, widths[column] - stringWidth(text)));
      return columns[column].right ? space + text : text + space;
    });
    lines.push(line.join('  ').trimEnd());
  }
  return lines.join('\n');
}

/** Widths that hold all cells; where that is too much, the widest column that may be narrowed gives way first. */
function fitWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map(({ title }, i) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[i])), stringWidth(title)),
  );
  const gaps = 2 * (columns.length - 1);
  for (let excess = sum(widths) + gaps - width; excess > 0; excess--) {
    let widest = -1;
    for (const [i, { least }] of columns.entries()) {
      if (least === undefined || widths[i] <= least) continue;
      if (widest === -1 || widths[i] > widths[widest]) widest = i;
    }
    if (widest === -1) break;
    widths[widest]--;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
