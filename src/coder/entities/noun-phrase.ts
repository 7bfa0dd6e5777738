import { dateRole } from '../dates/date-words.ts';
import type { Span } from '../record.ts';
import { hasOneOf, introducers, type NounPhrase, subtreeRange, type Tree } from '../syntax/tree.ts';

/** Branches that are no part of the phrase that names a party: clauses, appositions, other conjuncts. */
const outside = new Set([
  'conj',
  'cc',
  'appos',
  'acl',
  'advcl',
  'parataxis',
  'punct',
  'case',
  'mark',
  'cop',
  'nsubj',
  'aux',
  'advmod',
  'dep',
  'discourse',
]);

/** The phrase around a head: determiners, modifiers and prepositional attributes, but no clause and no other conjunct. */
export function nounPhraseOf(tree: Tree, head: number): NounPhrase {
  const known = tree.nounPhrases[head];
  if (known) return known;
  const { from, to } = subtreeRange(tree, head, (child) => {
    if (tellsWhen(tree, child)) return true;
    // Inside the phrase, punctuation and prepositions belong to it; only those on the head itself stand outside.
    return tree.tokens[child].head === head && outside.has(tree.relations[child]);
  });
  const phrase = { head, from, to };
  tree.nounPhrases[head] = phrase;
  return phrase;
}

/** "the United States on Wednesday", "ties with Iran this year": the day is no part of the party. */
export function tellsWhen(tree: Tree, child: number): boolean {
  const { deprel, head } = tree.tokens[child];
  const relation = tree.relations[child];
  if (child < head || (relation !== 'nmod' && relation !== 'obl')) return false;
  const role = dateRole(tree.lemmas[child]);
  if (role === undefined) return false;
  if (role === 'weekday' || role === 'days') return true;
  if (role !== 'unit' && role !== 'month' && role !== 'season') return false;
  if (deprel.endsWith(':unmarked')) return true;
  return hasOneOf(introducers(tree, child), whenWords);
}

/** Prepositions of dates; "of" and "for" may belong to the party: "the Chief of the Day". */
const whenWords = new Set(['in', 'on', 'during', 'since', 'until', 'over', 'after', 'before']);

/** The words of a token range as they stand in the text. */
export function spanOf(tree: Tree, text: string, from: number, to: number): Span {
  const { start } = tree.tokens[from];
  const { end } = tree.tokens[to - 1];
  return { start, end, text: text.slice(start, end) };
}
