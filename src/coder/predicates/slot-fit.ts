import { dateRole } from '../dates/date-words.ts';
import type { Slot, WordSet } from '../lexicon/event-pattern.ts';
import { countedBy } from '../syntax/counted.ts';
import type { Tree } from '../syntax/tree.ts';

/** Whether a phrase's head and the words before it are what a place of a pattern asks for. */
export function fits(tree: Tree, slot: Slot, token: number): boolean {
  if (slot.heads && !slot.heads.has(tree.lemmas[token])) {
    const counted = countedBy(tree, token);
    const inside =
      (counted >= 0 && slot.heads.has(tree.lemmas[counted])) ||
      tree.children[token].some(
        (child) => tree.tokens[child].deprel === 'conj' && slot.heads?.has(tree.lemmas[child]),
      );
    if (!inside) return false;
  }
  // "a strike on Monday" is on nobody.
  if (!slot.heads && slot.role !== 'X' && slot.prepositions && tellsTime(tree.lemmas[token]))
    return false;
  return modifiersFit(tree, token, slot.modifiers);
}

/** Months that are names of people as well are left out. */
export function tellsTime(lemma: string): boolean {
  const role = dateRole(lemma);
  if (role === 'month') return !/^(may|april|june|august)$/.test(lemma);
  return role === 'weekday' || role === 'unit';
}

/** The words before a head stand as dependents or right before it. */
export function modifiersFit(tree: Tree, head: number, modifiers: readonly WordSet[]): boolean {
  for (let at = 0; at < modifiers.length; at++) {
    const set = modifiers[at];
    const adjacent = head - (modifiers.length - at);
    if (adjacent >= 0 && (set.has(tree.lemmas[adjacent]) || set.has(tree.forms[adjacent])))
      continue;
    if (!tree.children[head].some((child) => child < head && set.has(tree.lemmas[child])))
      return false;
  }
  return true;
}

export function isNominal(tree: Tree, index: number): boolean {
  const { upos } = tree.tokens[index];
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM';
}
