import type { Mark } from './marks.ts';

/** A stretch of text over which the same marks hold. Stretches do not overlap and leave no gap. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** A line of the text, without its line break. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
}

const isLineBreak = (unit: string) => unit === '\n' || unit === '\r';

function findLines(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isLineBreak(text[at])) continue;
    if (at > start) lines.push({ start, end: at });
    start = at + 1;
  }
  return lines;
}

/** Moves a boundary off the middle of a surrogate pair, which must be drawn whole. */
function wholeCharacter(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const splits = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return splits ? at - 1 : at;
}

/**
 * Cuts a text into lines and each line where a mark begins or ends, so that marks which overlap in any way can be drawn
 * without nesting. The text of all segments of a line is the line. Linear in text and marks, times the marks that overlap.
 */
export function cutParagraphs(text: string, marks: readonly Mark[]): Paragraph[] {
  const whole = marks
    .map((mark) => ({
      mark,
      start: wholeCharacter(text, mark.start),
      end: wholeCharacter(text, mark.end),
    }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start);
  const boundaries = [...new Set(whole.flatMap((mark) => [mark.start, mark.end]))].sort(
    (a, b) => a - b,
  );

  let active: typeof whole = [];
  let nextMark = 0;
  let nextBoundary = 0;
  return findLines(text).map((line) => {
    const segments: Segment[] = [];
    let start = line.start;
    while (start < line.end) {
      while (nextBoundary < boundaries.length && boundaries[nextBoundary] <= start) nextBoundary++;
      const end = Math.min(line.end, boundaries[nextBoundary] ?? line.end);
      active = active.filter((mark) => mark.end > start);
      for (; nextMark < whole.length && whole[nextMark].start <= start; nextMark++) {
        if (whole[nextMark].end > start) active.push(whole[nextMark]);
      }
      segments.push({ start, end, marks: active.map((entry) => entry.mark) });
      start = end;
    }
    return { start: line.start, end: line.end, segments };
  });
}
