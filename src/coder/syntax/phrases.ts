import { introducers, type Tree } from './tree.ts';

/** A dependent with the words that introduce it. */
export interface Phrase {
  readonly head: number;
  readonly introducers: readonly string[];
}

/** Prepositional phrases and clauses on a noun, those on its light verb's side left out. */
export function nounPhrases(tree: Tree, noun: number): Phrase[] {
  const phrases: Phrase[] = [];
  for (const child of tree.children[noun]) {
    const relation = tree.relations[child];
    if (tree.tokens[child].deprel === 'nmod:poss') continue;
    if (relation === 'nmod' || relation === 'obl' || relation === 'acl' || relation === 'advcl') {
      phrases.push(
        { head: child, introducers: introducers(tree, child) },
        ...strayPhrases(tree, child),
      );
    }
  }
  return phrases;
}

/** Words that begin a phrase which a name cannot take. */
const strayWords = new Set([
  'by',
  'against',
  'from',
  'to',
  'toward',
  'towards',
  'about',
  'over',
  'with',
]);
const titles =
  /^(ambassador|envoy|representative|secretary|minister|adviser|advisor|delegate|commissioner|consul|counsel|nuncio)$/;

/** Phrases on a name that belong above it: in "praise for Ghana from the IMF" the IMF praises. */
export function strayPhrases(tree: Tree, name: number): Phrase[] {
  const { tokens, children, lemmas } = tree;
  if (tokens[name].upos !== 'PROPN' || titles.test(lemmas[name])) return [];
  return children[name]
    .filter((child) => tokens[child].deprel === 'nmod')
    .map((child) => ({ head: child, introducers: introducers(tree, child) }))
    .filter(({ introducers: words }) => words.length === 1 && strayWords.has(words[0]));
}
