import { dateWord } from '../dates/date-words.ts';
import type {
  Element,
  EventPattern,
  Infinitive,
  Role,
  Slot,
  WordSet,
} from '../lexicon/event-pattern.ts';
import { countedBy } from '../syntax/counted.ts';
import { agentOf, type Frame, frameOf, type Phrase, strayPhrases } from '../syntax/frame.ts';
import { conjuncts, introducers, relationOf, type Tree } from '../syntax/tree.ts';

/** A place of a pattern and the head token of the phrase that fills it. */
export interface Filler {
  readonly role: Role;
  readonly token: number;
}

/** One way in which a pattern fits a word and its dependents. */
export interface PatternMatch {
  readonly pattern: EventPattern;
  readonly head: number;
  readonly fillers: readonly Filler[];
  /** Tokens that satisfied fixed words: they tell of this event and of no other. */
  readonly claimed: readonly number[];
  readonly specificity: number;
}

/** Whether and how a pattern fits at token `head`; null where it does not. */
export function matchPattern(tree: Tree, pattern: EventPattern, head: number): PatternMatch | null {
  if (pattern.kind === 'auxiliary') return null;
  if (pattern.kind === 'verb') return matchVerb(tree, pattern, head);
  if (pattern.kind === 'copula') return matchCopula(tree, pattern, head);
  return matchNoun(tree, pattern, head);
}

class Matching {
  readonly fillers: Filler[] = [];
  readonly claimed: number[] = [];
  readonly tree: Tree;
  bonus = 0;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  fill(slot: Slot, token: number): void {
    this.fillers.push({ role: slot.role, token });
    if (slot.heads) this.claimed.push(token);
    if (slot.optional) this.bonus += slot.heads ? 3 : 1;
  }

  done(pattern: EventPattern, head: number): PatternMatch {
    this.claimed.push(head);
    const { fillers, claimed } = this;
    return { pattern, head, fillers, claimed, specificity: pattern.specificity + this.bonus };
  }
}

function matchVerb(tree: Tree, pattern: EventPattern, head: number): PatternMatch | null {
  const frame = frameOf(tree, head);
  const matching = new Matching(tree);
  const direct = [...directObjects(tree, frame)];
  // A pattern without an object has no passive: "rebels clashed with troops" with a past tense taken for a participle.
  const passive = frame.passive && hasPassive(tree, pattern, frame);
  if (pattern.subject) {
    const subject = passive ? agentOf(tree, frame) : frame.subject;
    if (subject >= 0 && fits(tree, pattern.subject, subject))
      matching.fill(pattern.subject, subject);
    else if (pattern.subject.heads) return null;
  }
  // In the passive the surface subject is one of the objects.
  if (passive && frame.subject >= 0) direct.unshift(frame.subject);
  return matchElements(tree, pattern, matching, frame, direct, 0)
    ? matching.done(pattern, head)
    : null;
}

function matchElements(
  tree: Tree,
  pattern: EventPattern,
  matching: Matching,
  frame: Frame,
  direct: number[],
  from: number,
): boolean {
  const used = new Set<number>();
  let lastObject = -1;
  for (let at = from; at < pattern.elements.length; at++) {
    const element = pattern.elements[at];
    if (element.kind === 'particle') {
      const particle = findParticle(tree, frame, element.words);
      if (particle < 0) return false;
      matching.claimed.push(particle);
      direct.push(...objectsAfter(tree, frame, particle));
      continue;
    }
    if (element.kind === 'infinitive') {
      const verb = findInfinitive(tree, frame, element, lastObject);
      if (verb < 0) return false;
      if (element.role === 'E') matching.fillers.push({ role: 'E', token: verb });
      else if (element.verbs) matching.claimed.push(verb);
      // "go to war with R": a noun after "to" leaves the rest to the verb.
      if (isNominal(tree, verb)) {
        lastObject = verb;
        continue;
      }
      const inner = frameOf(tree, verb);
      return matchElements(tree, pattern, matching, inner, [...directObjects(tree, inner)], at + 1);
    }
    let found = -1;
    if (element.prepositions === null) {
      found = direct.find((object) => !used.has(object) && fits(tree, element, object)) ?? -1;
      if (found < 0 && element.role === 'E') found = clauseFor(frame, null);
      if (found < 0 && element.heads) found = findBareWord(tree, frame, element);
      if (found >= 0) lastObject = found;
    } else {
      found = findPhrase(tree, frame, element, lastObject, used);
      // "agreed to talks with Congo": what follows may hang on the noun that the pattern names.
      if (found >= 0 && element.heads) lastObject = found;
    }
    if (found < 0) {
      if (element.optional) continue;
      return false;
    }
    used.add(found);
    matching.fill(element, found);
  }
  return true;
}

function hasPassive(tree: Tree, pattern: EventPattern, frame: Frame): boolean {
  const objects = pattern.elements.filter(isObject);
  if (objects.length === 0) return false;
  const { head } = frame;
  if (tree.children[head].some((child) => tree.tokens[child].deprel.endsWith(':pass'))) return true;
  // "rebels handed over their weapons": the object is there, the parser took it for an oblique.
  const [first] = pattern.elements;
  const particle = first.kind === 'particle' ? findParticle(tree, frame, first.words) : -1;
  if (particle >= 0 && objectsAfter(tree, frame, particle).length > 0) return false;
  return objects.some(({ optional }) => !optional);
}

function isObject(element: Element): element is Slot {
  return element.kind === 'slot' && element.prepositions === null;
}

/** Objects of the verb; where it has none, a bare noun complement that the parser took for another relation. */
function directObjects(tree: Tree, frame: Frame): readonly number[] {
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

function findParticle(tree: Tree, frame: Frame, words: WordSet): number {
  for (const child of tree.children[frame.head]) {
    const token = tree.tokens[child];
    if (
      words.has(token.lemma.toLowerCase()) &&
      (token.deprel === 'compound:prt' || token.upos === 'ADP' || token.upos === 'ADV')
    ) {
      return child;
    }
  }
  // "carried out attacks" read as "out attacks": the particle hangs on the object as its case.
  const next = tree.tokens[frame.head + 1];
  return next && words.has(next.lemma.toLowerCase()) ? frame.head + 1 : -1;
}

/** The object of "took over a factory" or "sent home envoys" where the parser took it for an oblique. */
function objectsAfter(tree: Tree, frame: Frame, particle: number): number[] {
  if (frame.objects.length > 0) return [];
  const word = tree.tokens[particle].lemma.toLowerCase();
  return frame.phrases
    .filter(({ head, introducers: words }) => head > particle && words.every((one) => one === word))
    .map(({ head }) => head);
}

function findInfinitive(tree: Tree, frame: Frame, element: Infinitive, lastObject: number): number {
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
        relationOf(token) === 'acl' &&
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
function clauseFor(frame: Frame, prepositions: WordSet | null): number {
  for (const { head, introducers: words } of frame.clauses) {
    if (prepositions ? words.some((word) => prepositions.has(word)) : true) return head;
  }
  // "that" may be left out; a clause with another word before it is not meant.
  if (!prepositions?.has('that')) return -1;
  return frame.clauses.find(({ introducers: words }) => words.length === 0)?.head ?? -1;
}

function findPhrase(
  tree: Tree,
  frame: Frame,
  slot: Slot,
  lastObject: number,
  used: ReadonlySet<number>,
): number {
  const wanted = slot.prepositions as WordSet;
  const accepts = ({ head, introducers: words }: Phrase): boolean =>
    !used.has(head) && words.some((word) => wanted.has(word)) && fits(tree, slot, head);
  const own = frame.phrases.find(accepts);
  if (own) return own.head;
  for (const object of lastObject >= 0 ? [lastObject] : [...frame.objects, frame.subject]) {
    if (object < 0) continue;
    // "maize and wheat from Zambia": the phrase hangs on the last of several.
    const inside = conjuncts(tree, object)
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
function doerIn(tree: Tree, clause: number): number {
  if (clause < 0) return -1;
  const frame = frameOf(tree, clause);
  if (!frame.passive) return frame.subject;
  return frame.phrases.find(({ introducers: words }) => words.includes('by'))?.head ?? -1;
}

/** "take R hostage": a word of the pattern that no relation names for certain. */
function findBareWord(tree: Tree, frame: Frame, slot: Slot): number {
  for (const child of tree.children[frame.head]) {
    if (child > frame.head && tree.relations[child] !== 'obl' && fits(tree, slot, child))
      return child;
  }
  for (const object of frame.objects) {
    for (const child of tree.children[object]) {
      if (child > object && tree.tokens[child].deprel !== 'nmod' && fits(tree, slot, child))
        return child;
    }
  }
  return -1;
}

function matchCopula(tree: Tree, pattern: EventPattern, head: number): PatternMatch | null {
  const frame = frameOf(tree, head);
  if (!tree.children[head].some((child) => isCopulaOf(tree, child, head))) return null;
  if (!modifiersFit(tree, head, pattern.headModifiers)) return null;
  const matching = new Matching(tree);
  if (pattern.headPrepositions) {
    const words = introducers(tree, head);
    if (!words.some((word) => pattern.headPrepositions?.has(word))) return null;
  }
  if (pattern.subject && frame.subject >= 0) {
    if (!fits(tree, pattern.subject, frame.subject)) return null;
    matching.fill(pattern.subject, frame.subject);
  }
  return matchElements(tree, pattern, matching, frame, [], 0) ? matching.done(pattern, head) : null;
}

/** "is critical"; a participle may be read as a verb with its auxiliary: "was scathing", "is opposed". */
function isCopulaOf(tree: Tree, child: number, head: number): boolean {
  const { deprel, lemma } = tree.tokens[child];
  if (deprel === 'cop') return true;
  const participle = /^VB[GN]$/.test(tree.tokens[head].xpos);
  return participle && lemma === 'be' && relationOf(tree.tokens[child]) === 'aux';
}

function matchNoun(tree: Tree, pattern: EventPattern, head: number): PatternMatch | null {
  if (!modifiersFit(tree, head, pattern.headModifiers)) return null;
  const matching = new Matching(tree);
  const phrases = nounPhrases(tree, head);
  const used = new Set<number>();
  for (const element of pattern.elements) {
    if (element.kind === 'particle') return null;
    if (element.kind === 'infinitive') {
      const clause = phrases.find(
        (phrase) =>
          phrase.introducers.includes('to') &&
          (element.verbs === null || element.verbs.has(tree.lemmas[phrase.head])),
      );
      if (!clause) {
        if (element.role === 'E' || element.verbs) return null;
        continue;
      }
      if (element.role === 'E') matching.fillers.push({ role: 'E', token: clause.head });
      continue;
    }
    const { prepositions } = element;
    const phrase = phrases.find(
      ({ head: token, introducers: words }) =>
        !used.has(token) &&
        (prepositions === null || words.some((word) => prepositions.has(word))) &&
        fits(tree, element, token),
    );
    const clausal = phrase?.introducers.includes('that') ?? false;
    const filler =
      phrase && clausal && element.role === 'R' ? doerIn(tree, phrase.head) : (phrase?.head ?? -1);
    if (phrase && filler >= 0) {
      used.add(phrase.head);
      matching.fill(element, filler);
      // "the war of words between B": what follows may hang on the word that the pattern names.
      if (element.heads) phrases.push(...nounPhrases(tree, phrase.head));
    } else if (element.heads || element.role === 'E') {
      // Parties of a noun may stay unsaid; a fixed word may not.
      return null;
    } else if (!element.optional) {
      matching.bonus -= (element.prepositions ? 2 : 0) + 1;
    }
  }
  return matching.done(pattern, head);
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

function fits(tree: Tree, slot: Slot, token: number): boolean {
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
function tellsTime(lemma: string): boolean {
  const role = dateWord(lemma)?.role;
  if (role === 'month') return !/^(may|april|june|august)$/.test(lemma);
  return role === 'weekday' || role === 'unit';
}

/** The words before a head stand as dependents or right before it. */
function modifiersFit(tree: Tree, head: number, modifiers: readonly WordSet[]): boolean {
  for (let at = 0; at < modifiers.length; at++) {
    const set = modifiers[at];
    const adjacent = tree.tokens[head - (modifiers.length - at)];
    if (adjacent && (set.has(adjacent.lemma.toLowerCase()) || set.has(adjacent.form.toLowerCase())))
      continue;
    if (!tree.children[head].some((child) => child < head && set.has(tree.lemmas[child])))
      return false;
  }
  return true;
}

function isNominal(tree: Tree, index: number): boolean {
  const { upos } = tree.tokens[index];
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM';
}
