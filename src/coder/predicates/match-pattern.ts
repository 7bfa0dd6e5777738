import type { Element, EventPattern, Slot } from '../lexicon/event-pattern.ts';
import { agentOf, type Frame, frameOf } from '../syntax/frame.ts';
import { nounPhrases } from '../syntax/phrases.ts';
import { introducers, type Tree } from '../syntax/tree.ts';
import { directObjects, doerIn, findParticle, objectsAfter } from './find-fillers.ts';
import { matchElements } from './match-elements.ts';
import { Matching, type PatternMatch } from './matching.ts';
import { fits, modifiersFit } from './slot-fit.ts';

/** Whether and how a pattern fits at token `head`; null where it does not. */
export function matchPattern(tree: Tree, pattern: EventPattern, head: number): PatternMatch | null {
  if (pattern.kind === 'auxiliary') return null;
  if (pattern.kind === 'verb') return matchVerb(tree, pattern, head);
  if (pattern.kind === 'copula') return matchCopula(tree, pattern, head);
  return matchNoun(tree, pattern, head);
}

function matchVerb(tree: Tree, pattern: EventPattern, head: number): PatternMatch | null {
  const frame = frameOf(tree, head);
  const matching = new Matching();
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

function matchCopula(tree: Tree, pattern: EventPattern, head: number): PatternMatch | null {
  const frame = frameOf(tree, head);
  if (!tree.children[head].some((child) => isCopulaOf(tree, child, head))) return null;
  if (!modifiersFit(tree, head, pattern.headModifiers)) return null;
  const matching = new Matching();
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
  return participle && lemma === 'be' && tree.relations[child] === 'aux';
}

function matchNoun(tree: Tree, pattern: EventPattern, head: number): PatternMatch | null {
  if (!modifiersFit(tree, head, pattern.headModifiers)) return null;
  const matching = new Matching();
  const phrases = nounPhrases(tree, head);
  const used = new Set<number>();
  for (const element of pattern.elements) {
    if (element.kind === 'particle') {
      if (element.optional) continue;
      return null;
    }
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
      // A little less than nothing: the noun alone says less than one whose entry asks for no more.
      matching.bonus -= (element.prepositions ? 2 : 0) + 1.5;
    }
  }
  return matching.done(pattern, head);
}
