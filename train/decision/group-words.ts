import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { WordGroups } from '#coder';
import type { Language } from '#language';
import { readConllu } from '../conllu.ts';
import { Random } from '../random.ts';
import { readGold } from './collect.ts';
import { trainVectors, type WordVectors } from './word-vectors.ts';

const broadGroups = 48;
const narrowGroups = 250;
const rounds = 15;

/** Groups of words by the company that they keep in the stories of the development sets and in the treebanks; their labels are not looked at. */
export function groupWords(language: Language, shared: string): WordGroups {
  return groupVectors(
    trainVectors(readText(language, shared), (word) => /^[a-z-]{3,}$/.test(word)),
  );
}

/** Groups of words with like vectors. */
export function groupVectors(vectors: WordVectors): WordGroups {
  const broad = cluster(vectors, broadGroups);
  const narrow = cluster(vectors, narrowGroups);
  const numbers = new Uint8Array(vectors.words.length * 2);
  for (let word = 0; word < vectors.words.length; word++) {
    numbers[word * 2] = broad[word];
    numbers[word * 2 + 1] = narrow[word];
  }
  return new WordGroups(vectors.words, numbers);
}

/** Lemmas of content words and prepositions, sentence by sentence; names and numbers are left out. */
function readText(language: Language, shared: string): string[][] {
  const sentences: string[][] = [];
  const add = (words: readonly { lemma: string; upos: string }[]): void => {
    sentences.push(
      words
        .filter(({ upos }) => /^(NOUN|VERB|ADJ|ADV|ADP|SCONJ|PART)$/.test(upos))
        .map(({ lemma }) => lemma.toLowerCase()),
    );
  };
  for (const { text } of readGold(shared, 'stories'))
    for (const sentence of language.split(text)) add(language.parse(sentence).tokens);
  for (const name of ['ewt-train', 'gum-train']) {
    const file = join(shared, `treebanks/${name}.conllu.gz`);
    if (!existsSync(file)) continue;
    for (const { lemmas, upos } of readConllu(gunzipSync(readFileSync(file)).toString('utf8')))
      add(lemmas.map((lemma, at) => ({ lemma, upos: upos[at] })));
  }
  return sentences;
}

/** Spherical k-means: the number of a group for each word. */
function cluster({ words, rows, size }: WordVectors, count: number): Uint8Array {
  const random = new Random(count);
  const groups = new Uint8Array(words.length);
  const used = Math.min(count, words.length);
  const centers = new Float32Array(used * size);
  const first = random.shuffle(words.map((_, at) => at)).slice(0, used);
  first.forEach((word, group) => {
    centers.set(rows.subarray(word * size, (word + 1) * size), group * size);
  });
  for (let round = 0; round < rounds; round++) {
    for (let word = 0; word < words.length; word++)
      groups[word] = nearest(rows, word, centers, size);
    const sums = new Float32Array(centers.length);
    for (let word = 0; word < words.length; word++)
      for (let at = 0; at < size; at++) sums[groups[word] * size + at] += rows[word * size + at];
    for (let group = 0; group < used; group++) {
      let length = 0;
      for (let at = 0; at < size; at++) length += sums[group * size + at] ** 2;
      if (length === 0) continue;
      for (let at = 0; at < size; at++)
        centers[group * size + at] = sums[group * size + at] / Math.sqrt(length);
    }
  }
  return groups;
}

function nearest(rows: Float32Array, word: number, centers: Float32Array, size: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let group = 0; group * size < centers.length; group++) {
    let product = 0;
    for (let at = 0; at < size; at++)
      product += rows[word * size + at] * centers[group * size + at];
    if (product > most) {
      most = product;
      best = group;
    }
  }
  return best;
}
