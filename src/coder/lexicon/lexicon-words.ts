import type { EventPattern } from './event-pattern.ts';

/** Base forms that stand in patterns, by the part of speech that they have there. */
export interface LexiconWords {
  readonly verbs: ReadonlySet<string>;
  /** Nouns, adjectives and what else a pattern may ask for. */
  readonly others: ReadonlySet<string>;
}

/** @param lightVerbs verbs that stand in no pattern */
export function collectWords(
  lightVerbs: Iterable<string>,
  patterns: Iterable<EventPattern>,
): LexiconWords {
  const verbs = new Set<string>(lightVerbs);
  const others = new Set<string>();
  const add = (to: Set<string>, set: Iterable<string> | null | undefined): void => {
    for (const word of set ?? []) to.add(word);
  };
  for (const pattern of patterns) {
    add(pattern.kind === 'verb' ? verbs : others, pattern.heads);
    for (const words of pattern.headModifiers) add(others, words);
    add(others, pattern.subject?.heads);
    for (const element of pattern.elements) {
      if (element.kind === 'slot') {
        add(others, element.heads);
        for (const words of element.modifiers) add(others, words);
      } else if (element.kind === 'infinitive') add(verbs, element.verbs);
    }
  }
  return { verbs, others };
}
