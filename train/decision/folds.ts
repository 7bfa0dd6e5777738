import type { GoldLine } from './collect.ts';

/** Texts that share this part of their words are told apart by too little to be in two folds. */
const alike = 0.6;

/**
 * A fold for each text, from 0. Texts of nearly the same words fall in one fold; groups are dealt out in the order of
 * the file, so that the folds come out the same in every run.
 */
export function dealFolds(gold: readonly GoldLine[], count: number): Map<string, number> {
  const words = gold.map(({ text }) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []));
  const byWord = new Map<string, number[]>();
  const group = gold.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at];
    return at;
  };
  for (let index = 0; index < gold.length; index++) {
    const shared = new Map<number, number>();
    for (const word of words[index]) {
      const places = byWord.get(word) ?? [];
      // Words that every text has say nothing, and cost most.
      if (places.length < 200) for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1);
      places.push(index);
      byWord.set(word, places);
    }
    for (const [at, common] of shared) {
      const least = Math.min(words[at].size, words[index].size);
      if (common >= alike * least) group[find(index)] = find(at);
    }
  }
  const folds = new Map<number, number>();
  const dealt = new Map<string, number>();
  for (let index = 0; index < gold.length; index++) {
    const root = find(index);
    if (!folds.has(root)) folds.set(root, folds.size % count);
    dealt.set(gold[index].id, folds.get(root) as number);
  }
  return dealt;
}
