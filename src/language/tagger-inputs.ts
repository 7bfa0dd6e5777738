/** What the tagger's network sees of a word and its neighbours. */
import { ATTRIBUTE_COUNT, attributes, type FormTable } from './forms.ts';
import { mixTwo } from './hash.ts';
import { writings } from './writing.ts';

/** Words on each side that it sees. */
export const REACH = 3;
export const WINDOW = 2 * REACH + 1;
/** Tags before the word that it sees. */
export const TAGS_BEFORE = 2;

/** Tables that describe one word, with the attribute each numbers. */
export const wordTables = ['words', 'suffixes3', 'suffixes2', 'prefixes', 'shapes'] as const;
export type WordTable = (typeof wordTables)[number];

/** The network's groups as table names. */
export function inputGroups(): string[][] {
  return [
    ...Array.from({ length: WINDOW }, () => [...wordTables]),
    ...Array.from({ length: TAGS_BEFORE }, () => ['tags']),
  ];
}

/** Hash by which a table knows a form. */
export function tableHash(
  table: WordTable,
  forms: FormTable,
  form: number,
  writing: number,
): number {
  const base = form * ATTRIBUTE_COUNT;
  const { hashes } = forms;
  switch (table) {
    case 'words':
      return hashes[base + attributes.lower];
    case 'suffixes3':
      return hashes[base + attributes.suffix3];
    case 'suffixes2':
      return hashes[base + attributes.suffix2];
    case 'prefixes':
      return hashes[base + attributes.prefix3];
    case 'shapes': {
      const shape = hashes[base + attributes.shape];
      return writing === writings.plain ? shape : mixTwo(99, shape, writing);
    }
  }
}
