import type { Infinitive, Slot, WordSet } from '../lexicon/event-pattern.ts';
import { countedBy } from '../syntax/counted.ts';
import { type Frame, frameOf, hasAuxiliary } from '../syntax/frame.ts';
import { nounPhrases, type Phrase } from '../syntax/phrases.ts';
import { conjuncts, introducers, type Tree } from '../syntax/tree.ts';
import { fits, isNominal, tellsTime } from './slot-fit.ts';

/** Objects of the verb; where it has none, a bare noun complement that the parser took for another relation. */
export function directObjects(tree: Tree, frame: Frame): readonly number[] {
  if (frame.objects.length > 0 || frame.passive) return frame.objects;
  // "protesters block highway": without an article the parser may take the object for a time.
  const unmarked = frame.phrases.filter(
    ({ head, introducers: words }) =>
      words.length === 0 && head > frame.head && !tellsTime(tree.lemmas[head]),
  );
  return [...frame.clauses, ...unmarked]
    .filter(({ head, introducers: words }) => words.length === 0 && isNominal(tree, head))
    .map(({ head }) => head);
}

export function findParticle(tree: Tree, frame: Frame, words: WordSet): number {
  for (const child of tree.children[frame.head]) {
    const token = tree.tokens[child];
    if (
      words.has(tree.lemmas[child]) &&
      (token.deprel === 'compound:prt' || token.upos === 'ADP' || token.upos === 'ADV')
    ) {
      return child;
    }
  }
  // "carried out attacks" read as "out attacks": the particle hangs on the object as its case.
  const next = frame.head + 1;
  return next < tree.lemmas.length && words.has(tree.lemmas[next]) ? next : -1;
}

/** The object of "took over a factory" or "sent home envoys" where the parser took it for an oblique. */
export function objectsAfter(tree: Tree, frame: Frame, particle: number): number[] {
  if (frame.objects.length > 0) return [];
  const word = tree.lemmas[particle];
  return frame.phrases
    .filter(({ head, introducers: words }) => head > particle && words.every((one) => one === word))
    .map(({ head }) => head);
}

export function findInfinitive(
  tree: Tree,
  frame: Frame,
  element: Infinitive,
  lastObject: number,
): number {
  const accepts = (verb: number): boolean =>
    element.verbs === null || element.verbs.has(tree.lemmas[verb]);
  for (const { head, introducers: words } of frame.clauses) {
    // Without "to" only a bare form will do: "helped rebuild"; in "told reporters he would" nobody is told to.
    const infinitive =
      words.includes('to') || (words.length === 0 && tree.tokens[head].xpos === 'VB');
    if (infinitive && !isNominal(tree, head) && accepts(head)) return head;
  }
  // "issued an order to withdraw", "urged Seoul to lift": the parser may hang the infinitive on the noun.
  for (const object of lastObject >= 0 ? [lastObject] : frame.objects) {
    for (const child of tree.children[object]) {
      const token = tree.tokens[child];
      if (
        tree.relations[child] === 'acl' &&
        token.xpos !== 'VBN' &&
        introducers(tree, child).includes('to') &&
        accepts(child)
      ) {
        return child;
      }
    }
  }
  // "return to power", "agree to a ceasefire": a phrase rather than an infinitive.
  const phrase = frame.phrases.find(
    ({ head, introducers: words }) => words.includes('to') && accepts(head),
  );
  return phrase && (element.verbs || element.role === 'E') ? phrase.head : -1;
}

/** A clause that may be the event spoken of: with the given introducers, or any complement where null. */
export function clauseFor(frame: Frame, prepositions: WordSet | null): number {
  for (const { head, introducers: words } of frame.clauses) {
    if (prepositions ? words.some((word) => prepositions.has(word)) : true) return head;
  }
  // "that" may be left out; a clause with another word before it is not meant.
  if (!prepositions?.has('that')) return -1;
  return frame.clauses.find(({ introducers: words }) => words.length === 0)?.head ?? -1;
}

export function findPhrase(
  tree: Tree,
  frame: Frame,
  slot: Slot,
  lastObject: number,
  used: ReadonlySet<number>,
): number {
  const wanted = slot.prepositions as WordSet;
  const accepts = ({ head, introducers: words }: Phrase): boolean =>
    !used.has(head) && words.some((word) => wanted.has(word)) && fits(tree, slot, head);
  // "On Nov. 18 the minister called …": nobody is called on before the verb. A relative may come first: "on whom".
  const party = slot.role === 'R' && tree.tokens[frame.head].deprel !== 'acl:relcl';
  const own = frame.phrases.find(
    (phrase) => accepts(phrase) && (!party || phrase.head > frame.head || wanted.has('by')),
  );
  if (own) return own.head;
  for (const object of lastObject >= 0 ? [lastObject] : [...frame.objects, frame.subject]) {
    if (object < 0) continue;
    // "maize and wheat from Zambia": the phrase hangs on the last of several.
    // "millions of shells to Russia": it hangs on what is counted.
    const counted = countedBy(tree, object);
    const inside = (counted < 0 ? conjuncts(tree, object) : [...conjuncts(tree, object), counted])
      .flatMap((one) => nounPhrases(tree, one))
      .find(accepts);
    if (inside) return inside.head;
  }
  if (slot.role === 'X' || slot.role === 'E') {
    if (slot.heads) return -1;
    const clause = clauseFor(frame, wanted);
    if (clause >= 0) return clause;
  }
  if (slot.role === 'R' && wanted.has('that')) {
    const doer = doerIn(tree, clauseFor(frame, wanted));
    if (doer >= 0 && fits(tree, slot, doer)) return doer;
  }
  return -1;
}

/** Who acts in a clause, for "allege that R": its subject, in the passive its agent; −1 for none. */
export function doerIn(tree: Tree, clause: number): number {
  if (clause < 0) return -1;
  const frame = frameOf(tree, clause);
  if (!frame.passive) return frame.subject;
  return frame.phrases.find(({ introducers: words }) => words.includes('by'))?.head ?? -1;
}

/** Whether a noun or name stands before the head of a phrase. */
function holdsNoun(tree: Tree, head: number): boolean {
  return tree.children[head].some(
    (child) =>
      child < head &&
      (/^(NOUN|PROPN)$/.test(tree.tokens[child].upos) || /^\p{Lu}/u.test(tree.tokens[child].form)),
  );
}

/** "take R hostage": a word of the pattern that no relation names for certain. */
export function findBareWord(
  tree: Tree,
  frame: Frame,
  slot: Slot,
  used: ReadonlySet<number>,
): number {
  for (const child of tree.children[frame.head]) {
    const relation = tree.relations[child];
    if (relation === 'obl' || (relation === 'ccomp' && hasAuxiliary(tree, child))) continue;
    // "promised to return" promises no return.
    if (tree.tokens[child].upos === 'VERB' && introducers(tree, child).includes('to')) continue;
    // "granted Moldova candidate status" may be parsed as one object: then it fills both places.
    if (used.has(child) && !holdsNoun(tree, child)) continue;
    if (child > frame.head && fits(tree, slot, child)) return child;
  }
  for (const object of frame.objects) {
    for (const child of tree.children[object]) {
      if (child > object && tree.tokens[child].deprel !== 'nmod' && fits(tree, slot, child))
        return child;
    }
  }
  return -1;
}
