import type { EventPattern } from '../lexicon/event-pattern.ts';
import type { Candidate, PatternIndex } from '../lexicon/pattern-index.ts';
import { type SetIndex, SetsFound } from '../lexicon/set-index.ts';
import type { Tree } from '../syntax/tree.ts';
import { matchPattern } from './match-pattern.ts';
import type { PatternMatch } from './matching.ts';

/** An entry of the lexicon with how it fits. */
export interface EntryMatch<T> {
  readonly match: PatternMatch;
  readonly entry: T;
}

type WithPattern = { readonly pattern: EventPattern };

const none: readonly never[] = [];

/** Finds the entries that fit at the words of one sentence. */
export class CandidateMatcher {
  readonly #tree: Tree;
  readonly #sets: SetIndex;
  #found: SetsFound | null = null;

  constructor(tree: Tree, sets: SetIndex) {
    this.#tree = tree;
    this.#sets = sets;
  }

  /** All entries that fit at a word, with how they fit. */
  matchesAt<T extends WithPattern>(
    patterns: PatternIndex<T>,
    index: number,
    lemma: string,
  ): readonly EntryMatch<T>[] {
    const { upos, xpos } = this.#tree.tokens[index];
    const form = this.#tree.forms[index];
    let found: readonly EntryMatch<T>[] = none;
    if (upos === 'VERB' || upos === 'AUX')
      found = this.#tryAll(patterns.verb.get(lemma), index, found);
    if (upos === 'NOUN' || upos === 'PROPN')
      found = this.#tryAll(patterns.noun.get(lemma), index, found);
    // "the shelling of": a gerund may be tagged either way.
    if (xpos === 'VBG') found = this.#tryAll(patterns.noun.get(form), index, found);
    if (upos !== 'VERB' || xpos === 'VBN') {
      found = this.#tryAll(patterns.copula.get(lemma), index, found);
      if (xpos === 'VBN') found = this.#tryAll(patterns.copula.get(form), index, found);
    }
    return found;
  }

  /** `found` with those of the candidates that fit. */
  #tryAll<T extends WithPattern>(
    candidates: readonly Candidate<T>[] | undefined,
    index: number,
    found: readonly EntryMatch<T>[],
  ): readonly EntryMatch<T>[] {
    if (!candidates) return found;
    let all: EntryMatch<T>[] | null = null;
    for (const { entry, demands } of candidates) {
      if (!this.#meets(demands)) continue;
      const match = matchPattern(this.#tree, entry.pattern, index);
      if (!match) continue;
      all ??= [...found];
      all.push({ match, entry });
    }
    return all ?? found;
  }

  /** Whether the sentence has the fixed words that an entry asks for: most entries fail this cheap test. */
  #meets(demands: readonly number[]): boolean {
    if (demands.length === 0) return true;
    this.#found ??= findSets(this.#tree, this.#sets);
    return this.#found.meets(demands);
  }
}

/** The lexicon's word sets of which the sentence has a word, as it is written or in its base form. */
function findSets({ tokens, forms, lemmas }: Tree, sets: SetIndex): SetsFound {
  const found = new SetsFound(sets);
  for (let index = 0; index < tokens.length; index++) {
    found.mark(sets.numbersOf(forms[index]));
    if (lemmas[index] === forms[index]) continue;
    found.mark(sets.numbersOf(lemmas[index]));
  }
  return found;
}
