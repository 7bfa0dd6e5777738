import type { Tree } from '../syntax/tree.ts';
import { nounPhraseOf } from './noun-phrase.ts';
import type { SentenceNames } from './sentence-names.ts';

/** The tokens of a personal name in the phrase: proper nouns that are neither a role nor a country. */
export function nameWords(tree: Tree, names: SentenceNames, head: number): number[] {
  const { tokens } = tree;
  const { from, to } = nounPhraseOf(tree, head);
  const run: number[] = [];
  for (let index = Math.max(from, head - 8); index < Math.min(to, head + 6); index++) {
    const token = tokens[index];
    const match = names.at(index);
    const free = !match || match.entries[0].kind === 'city' || match.entries[0].kind === 'person';
    const joined = token.form === '-' && run.length > 0 && tokens[index + 1]?.start === token.end;
    if ((token.upos === 'PROPN' && free) || joined) run.push(index);
    else if (run.length > 0 && run[run.length - 1] >= head) break;
    else if (token.upos !== 'PROPN' || !free) run.length = 0;
  }
  const near = run.length > 0 && run[0] <= head + 4;
  return near ? run : [];
}
