import type { EventPattern } from '../lexicon/event-pattern.ts';
import { type Frame, frameOf } from '../syntax/frame.ts';
import type { Tree } from '../syntax/tree.ts';
import {
  clauseFor,
  directObjects,
  findBareWord,
  findInfinitive,
  findParticle,
  findPhrase,
  objectsAfter,
} from './find-fillers.ts';
import type { Matching } from './matching.ts';
import { fits, isNominal } from './slot-fit.ts';

/** Fills what follows the head of a pattern, from element `from` on; false where something is missing. */
export function matchElements(
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
      if (particle < 0) {
        if (element.optional) continue;
        return false;
      }
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
      if (found < 0 && element.role === 'E' && !element.heads) found = clauseFor(frame, null);
      if (found < 0 && element.heads) found = findBareWord(tree, frame, element, used);
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
