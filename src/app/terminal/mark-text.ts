import { type Style, sanitise, type Terminal } from './terminal.ts';

/** A range of a text to be shown in a style; `label` is put behind it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
  readonly label?: string;
}

/**
 * Part of a text with marks, which may overlap: the mark that begins first gives the style. Labels of
 * marks that end at one place stand together: `arrested[2,3]`.
 */
export function markText(
  text: string,
  range: { readonly start: number; readonly end: number },
  marks: readonly Mark[],
  terminal: Terminal,
): string {
  const inside = marks
    .filter((mark) => mark.start < mark.end && mark.start >= range.start && mark.end <= range.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [
    ...new Set([range.start, range.end, ...inside.flatMap(({ start, end }) => [start, end])]),
  ];
  cuts.sort((a, b) => a - b);
  const labels = new Map<number, string[]>();
  for (const { end, label } of inside) {
    if (label === undefined) continue;
    const there = labels.get(end);
    if (there === undefined) labels.set(end, [label]);
    else there.push(label);
  }
  let marked = '';
  let open: Mark[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    open = open.filter((mark) => mark.end > start);
    while (next < inside.length && inside[next].start <= start) open.push(inside[next++]);
    const piece = sanitise(text.slice(start, end));
    marked +=
      open.length > 0 ? terminal.paint('bold', terminal.paint(open[0].style, piece)) : piece;
    const ending = labels.get(end);
    if (ending !== undefined) marked += terminal.paint('dim', `[${ending.join(',')}]`);
  }
  return marked;
}
