import type { LexiconFault } from '../lexicon-error.ts';

/** A line of a dictionary without its comments. */
export interface DictionaryLine {
  readonly text: string;
  /** Whether it belongs to the entry above it. */
  readonly indented: boolean;
  /** File and line. */
  readonly where: string;
}

export type ReportFault = (fault: LexiconFault) => void;

/**
 * Drops what PETRARCH and TABARI take for comments: from `#` or `;` to the end of the line, `<!-- … -->` over one
 * line or several, and lines that begin with `<`. Blank lines go too.
 */
export function readDictionaryLines(file: string, content: string): DictionaryLine[] {
  const lines: DictionaryLine[] = [];
  let isComment = false;
  content.split(/\r\n|\r|\n/).forEach((raw, index) => {
    let text = raw;
    if (isComment) {
      const end = text.indexOf('-->');
      if (end < 0) return;
      text = text.slice(end + 3);
      isComment = false;
    }
    text = text.replace(/<!--.*?-->/g, '');
    const start = text.indexOf('<!--');
    if (start >= 0) {
      isComment = true;
      text = text.slice(0, start);
    }
    text = text.replace(/[#;].*$/, '').trimEnd();
    if (text.trim() === '' || text.startsWith('<')) return;
    lines.push({ text: text.trim(), indented: /^\s/.test(text), where: `${file}:${index + 1}` });
  });
  return lines;
}
