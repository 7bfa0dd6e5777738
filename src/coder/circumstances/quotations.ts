import type { Range } from '../record.ts';

const opening: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“' };
/** A quotation that runs on longer than this was never closed. */
const longest = 3000;

/** Direct quotations: ranges with their quotation marks. One that is not closed ends with its paragraph. */
export function findQuotations(text: string): Range[] {
  const found: Range[] = [];
  for (let start = 0; start < text.length; start++) {
    const close = opening[text[start]];
    if (!close) continue;
    let end = -1;
    const limit = Math.min(text.length, start + longest);
    for (let at = start + 1; at < limit; at++) {
      if (text[at] === close || (close === '”' && text[at] === '"')) {
        end = at + 1;
        break;
      }
      if (text[at] === '\n' && text[at + 1] === '\n') break;
    }
    if (end < 0) continue;
    found.push({ start, end });
    start = end - 1;
  }
  return found;
}

/** Whether a quotation is a saying rather than a title or a term: it has a few words. */
export function isSaying(text: string, { start, end }: Range): boolean {
  let spaces = 0;
  for (let at = start + 1; at < end - 1; at++) if (text[at] === ' ' && ++spaces >= 3) return true;
  return false;
}
