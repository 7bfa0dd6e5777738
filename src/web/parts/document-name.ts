import type { DocumentSummary } from '../../app/contract.ts';

const longest = 100;

/** At most so many characters, cut at a word where there is one. */
function shorten(line: string): string {
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > longest / 2 ? cut : longest)} …`;
}

/** What to call a document: its title, else its first line, else its id; and how it goes on from there. */
export function documentName(document: Pick<DocumentSummary, 'id' | 'title' | 'opening'>): {
  readonly name: string;
  readonly beginning: string;
} {
  const lines = document.opening
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const title = document.title?.trim();
  if (title) return { name: title, beginning: lines.join(' ') };
  const [first = document.id, ...rest] = lines;
  return { name: shorten(first), beginning: rest.join(' ') };
}
