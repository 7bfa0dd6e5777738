import { classOf, NEWLINE } from './characters.ts';

/** What stands between two words. */
export const gaps = {
  none: 0,
  space: 1,
  wide: 2,
  /** A line end where the next word would not have fitted: the text is wrapped by hand. */
  wrap: 3,
  /** A line end that wrapping does not explain. */
  line: 4,
  blankLine: 5,
} as const;

/** Lines around a line end whose longest tells at what width the text is wrapped. */
const NEIGHBOURS = 6;
const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 130;

/** Tells gaps apart; built once per text, in one pass over its line ends. */
export class GapReader {
  private readonly lineStarts: Int32Array;
  /** Length per line without its line end; 0 for blank lines. */
  private readonly lineLengths: Int32Array;
  private line = 0;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      if (!endsLine(text, i)) continue;
      starts.push(i + 1);
    }
    this.lineStarts = Int32Array.from(starts);
    this.lineLengths = new Int32Array(starts.length);
    for (let line = 0; line < starts.length; line++) {
      const end = line + 1 < starts.length ? starts[line + 1] : text.length;
      this.lineLengths[line] = trimmedLength(text, starts[line], end);
    }
  }

  /** Kind of the gap from `from` to `to`, the end of one word and the start of the next; `nextEnd` is that word's end. Call with rising offsets. */
  kindOf(from: number, to: number, nextEnd: number): number {
    if (to === from) return gaps.none;
    const { lineStarts } = this;
    while (this.line + 1 < lineStarts.length && lineStarts[this.line + 1] <= from) this.line++;
    if (this.line + 1 === lineStarts.length || lineStarts[this.line + 1] > to) {
      return to - from === 1 ? gaps.space : gaps.wide;
    }
    if (this.line + 2 < lineStarts.length && lineStarts[this.line + 2] <= to) return gaps.blankLine;
    return this.isWrapped(this.line, nextEnd - to) ? gaps.wrap : gaps.line;
  }

  private isWrapped(line: number, nextWord: number): boolean {
    const { lineLengths } = this;
    let longest = 0;
    for (let i = line; i >= 0 && i > line - NEIGHBOURS && lineLengths[i] > 0; i--) {
      longest = Math.max(longest, lineLengths[i]);
    }
    for (
      let i = line + 1;
      i < lineLengths.length && i < line + NEIGHBOURS && lineLengths[i] > 0;
      i++
    ) {
      longest = Math.max(longest, lineLengths[i]);
    }
    if (longest < NARROWEST_WRAP || longest > WIDEST_WRAP) return false;
    return lineLengths[line] + 1 + nextWord > longest;
  }
}

/** Whether a line ends after this unit; "\r\n" is one end. */
function endsLine(text: string, position: number): boolean {
  const unit = text.charCodeAt(position);
  if (classOf(unit) !== NEWLINE) return false;
  return !(unit === 0x0d && text.charCodeAt(position + 1) === 0x0a);
}

function trimmedLength(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && text.charCodeAt(last - 1) <= 0x20) last--;
  return last - start;
}
