import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readConllu, type TreebankSentence } from './conllu.ts';
import { rewrittenCopies } from './headlines.ts';
import { Random } from './random.ts';

/** Treebank files, with `.conllu.gz` at the end. Only the training splits are learned from. */
export const trainingSets = ['ewt-train', 'gum-train'] as const;

/** Reads one of the treebanks in the folder. Throws where it is absent. */
export function readTreebank(folder: string, name: string): TreebankSentence[] {
  const path = join(folder, `${name}.conllu.gz`);
  if (!existsSync(path)) {
    throw new Error(
      `${path} is missing; expected the treebank ${name} in CoNLL-U, packed with gzip. See models/README.md for where to get it.`,
    );
  }
  return readConllu(gunzipSync(readFileSync(path)).toString('utf8'));
}

/** Sentences to learn tags and trees from: the treebanks' own, then rewritten copies of some of them. */
export interface TrainingSentences {
  readonly sentences: readonly TreebankSentence[];
  /** Parts for cross-tagging: a copy is in the part of its source, neighbours mostly share one. */
  readonly parts: readonly number[];
}

const PARTS = 5;
const PART_LENGTH = 40;
const COPIES = { headlines: 0.9, titles: 0.07, capitals: 0.03 };

export function trainingSentences(own: readonly TreebankSentence[]): TrainingSentences {
  const copies = rewrittenCopies(own, COPIES, new Random(7));
  const partOf = (i: number) => Math.floor(i / PART_LENGTH) % PARTS;
  return {
    sentences: [...own, ...copies.map(({ sentence }) => sentence)],
    parts: [...own.map((_, i) => partOf(i)), ...copies.map(({ source }) => partOf(source))],
  };
}
