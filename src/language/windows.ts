import type { Word } from './sentence.ts';

/** Longest stretch of words that is tagged and parsed as a whole: no true sentence is longer. */
export const LONGEST_WINDOW = 400;
const BREAKS = new Set([';', '.', ':', ',', '—', '--', '|', '•', '!', '?', ')', ']']);

/** Ends of the windows that a sentence is parsed in: one, unless it is too long to be one sentence. */
export function windowEnds(words: readonly Word[]): number[] {
  const ends: number[] = [];
  let start = 0;
  while (words.length - start > LONGEST_WINDOW) {
    const latest = start + LONGEST_WINDOW;
    const earliest = start + LONGEST_WINDOW / 2;
    let end = latest;
    while (end > earliest && !BREAKS.has(words[end - 1].form)) end--;
    start = end > earliest ? end : latest;
    ends.push(start);
  }
  ends.push(words.length);
  return ends;
}
