import type { EventPattern, WordSet } from './event-pattern.ts';
import type { SetNumberer } from './set-index.ts';

/** An entry under one of its head words, with the numbers of the word sets that its sentence must meet. */
export interface Candidate<T> {
  readonly entry: T;
  readonly demands: readonly number[];
}

/** Entries by what they hang on: the lemmas of verbs, nouns and predicates of "be". */
export interface PatternIndex<T> {
  readonly verb: ReadonlyMap<string, readonly Candidate<T>[]>;
  readonly noun: ReadonlyMap<string, readonly Candidate<T>[]>;
  readonly copula: ReadonlyMap<string, readonly Candidate<T>[]>;
}

/** Auxiliaries are left out: they hang on the verb that they stand with. */
export function indexPatterns<T extends { readonly pattern: EventPattern }>(
  entries: readonly T[],
  sets: SetNumberer,
): PatternIndex<T> {
  const index = {
    verb: new Map<string, Candidate<T>[]>(),
    noun: new Map<string, Candidate<T>[]>(),
    copula: new Map<string, Candidate<T>[]>(),
  };
  for (const entry of entries) {
    const { kind, heads } = entry.pattern;
    if (kind === 'auxiliary') continue;
    const demands = demandsOf(entry.pattern).map((set) => sets.add(set));
    const candidate = { entry, demands };
    for (const lemma of heads) {
      const known = index[kind].get(lemma);
      if (known) known.push(candidate);
      else index[kind].set(lemma, [candidate]);
    }
  }
  return index;
}

/** The fixed words besides its head without which a pattern cannot match: one of each set. */
export function demandsOf(pattern: EventPattern): WordSet[] {
  const { kind, subject, elements, headModifiers } = pattern;
  const demands = [...headModifiers];
  // "Is critical of" may leave its subject to another clause.
  if (kind === 'verb' && subject?.heads && !subject.optional) demands.push(subject.heads);
  for (const element of elements) {
    if (element.kind === 'infinitive' && element.verbs) demands.push(element.verbs);
    if (element.kind === 'particle' && !element.optional) demands.push(element.words);
    if (element.kind !== 'slot' || element.optional) continue;
    // A clause may stand for an event that would be a bare object.
    const clausal = element.role === 'E' && element.prepositions === null;
    if (element.heads && !clausal) demands.push(element.heads, ...element.modifiers);
    // A that-clause needs no "that", and the parties of a noun may stay unsaid.
    if (element.prepositions && kind === 'verb' && !element.prepositions.has('that')) {
      demands.push(element.prepositions);
    }
  }
  return demands;
}
