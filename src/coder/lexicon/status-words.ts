import { LexiconError } from '../lexicon-error.ts';
import type { Status } from '../record.ts';

/** Words that tell an event's status, by where they stand. */
export interface StatusWords {
  readonly auxiliaries: ReadonlyMap<string, Status>;
  readonly modifiers: ReadonlyMap<string, Status>;
  readonly introducers: ReadonlyMap<string, Status>;
  readonly governors: ReadonlyMap<string, Status>;
}

const places = ['auxiliaries', 'modifiers', 'introducers', 'governors'] as const;
const statuses: readonly Status[] = ['actual', 'historical', 'future', 'hypothetical', 'negated'];

/** Reads `lexicon/status.txt`; its head explains the form. Throws LexiconError with file and line. */
export function loadStatusWords(file: string, content: string): StatusWords {
  const words = {
    auxiliaries: new Map<string, Status>(),
    modifiers: new Map<string, Status>(),
    introducers: new Map<string, Status>(),
    governors: new Map<string, Status>(),
  };
  readSections(file, content, places, statuses, (place, status, word) =>
    words[place].set(word, status),
  );
  return words;
}

/** Reads a file of headings with lines `value : word ; word` under them. */
export function readSections<H extends string, V extends string>(
  file: string,
  content: string,
  headings: readonly H[],
  values: readonly V[],
  take: (heading: H, value: V, word: string) => void,
): void {
  let heading: H | undefined;
  content.split(/\r?\n/).forEach((line, index) => {
    const where = `${file}:${index + 1}`;
    const text = line.replace(/(^|\s)#.*$/, '').trim();
    if (!text) return;
    const found = headings.find((one) => one === text);
    if (found) {
      heading = found;
      return;
    }
    const [value, list, ...rest] = text.split(' : ').map((part) => part.trim());
    if (!heading)
      throw new LexiconError(
        where,
        `"${text}"`,
        `one of the headings ${headings.join(', ')} first`,
      );
    if (!list || rest.length > 0)
      throw new LexiconError(where, `"${text}"`, 'a value, " : ", words parted by ";"');
    if (!values.includes(value as V))
      throw new LexiconError(where, `unknown value "${value}"`, `one of ${values.join(', ')}`);
    for (const word of list
      .split(';')
      .map((one) => one.trim().toLowerCase())
      .filter(Boolean))
      take(heading, value as V, word);
  });
}
