import { readdirSync, readFileSync } from 'node:fs';
import {
  type Gazetteer,
  type GazetteerMatch,
  loadGazetteer,
} from '../../../src/coder/gazetteer/index.ts';

/** The lexicon's files as they are delivered. */
export function readLexiconFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const folder of ['actors', 'roles', 'places']) {
    for (const name of readdirSync(`lexicon/${folder}`)) {
      if (name.endsWith('.txt'))
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

/** Words as the tokenizer makes them: at spaces, hyphens, punctuation and clitics. Test sentences bring no harder ones. */
export function cutWords(text: string): { form: string; start: number; end: number }[] {
  const pattern =
    /(?:\p{L}\.){2,}|(?:Mr|Mrs|Dr|St|No|[A-Z])\.(?= )|[\p{L}\p{N}\p{M}]+(?:['’](?!s\b)\p{L}+)*|['’]s\b|[^\s]/gu;
  return [...text.matchAll(pattern)].map((found) => ({
    form: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** `text of the match → code SECTOR`, one a match, as of `date`. */
export function findNames(
  text: string,
  date: string | null = null,
  gazetteer = deliveredGazetteer(),
): string[] {
  const words = cutWords(text);
  return gazetteer.match(words).map((match) => {
    const entry = gazetteer.pick(match, date);
    const surface = text.slice(words[match.from].start, words[match.to - 1].end);
    if (entry === null) return `${surface} = nobody`;
    const { country, sector } = gazetteer.party(entry, date);
    return `${surface} = ${[country, sector].filter(Boolean).join(' ') || '-'}`;
  });
}

export type { GazetteerMatch };
