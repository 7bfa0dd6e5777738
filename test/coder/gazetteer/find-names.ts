import { readdirSync, readFileSync } from 'node:fs';
import { type Gazetteer, loadGazetteer } from '../../../src/coder/gazetteer/index.ts';

/** The lexicon's files as they are delivered. */
export function readLexiconFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const folder of ['actors', 'roles', 'places']) {
    for (const name of readdirSync(`lexicon/${folder}`)) {
      if (!name.endsWith('.txt')) continue;
      files[`${folder}/${name}`] = readFileSync(`lexicon/${folder}/${name}`, 'utf8');
    }
  }
  return files;
}

let delivered: Gazetteer | undefined;

export function deliveredGazetteer(): Gazetteer {
  delivered ??= loadGazetteer(readLexiconFiles());
  return delivered;
}

export interface TestWord {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** Words as the tokenizer makes them: at spaces, hyphens, punctuation and clitics. Test sentences bring no harder ones. */
export function cutWords(text: string): TestWord[] {
  const pattern =
    /(?:\p{L}\.){2,}|(?:Mr|Mrs|Dr|St|No|[A-Z])\.(?= )|[\p{L}\p{N}\p{M}]+(?:['’](?!s\b)\p{L}+)*|['’]s\b|\S/gu;
  return [...text.matchAll(pattern)].map((found) => ({
    form: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** `words of the text = code SECTOR`, one a match, as of `date`; or the entries' names. */
export function findNames(
  text: string,
  date: string | null = null,
  { roles = true, name = false } = {},
  gazetteer = deliveredGazetteer(),
): string[] {
  const words = cutWords(text);
  const found: string[] = [];
  for (const match of gazetteer.match(words)) {
    const entry = gazetteer.pick(match, date);
    if (entry?.kind === 'role' && !roles) continue;
    const surface = text.slice(words[match.from].start, words[match.to - 1].end);
    if (entry === null) found.push(`${surface} = nobody`);
    else if (name) found.push(entry.name);
    else {
      const { country, sector } = gazetteer.party(entry, date);
      found.push(`${surface} = ${[country, sector].filter(Boolean).join(' ') || '-'}`);
    }
  }
  return found;
}
