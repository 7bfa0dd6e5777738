import type { EventEntry } from './event-entries.ts';
import type { Operator } from './operators.ts';
import type { Candidate, PatternIndex } from './pattern-index.ts';
import type { SetIndex } from './set-index.ts';

/** What patterns hang on a word, by its part of speech. */
export interface WordCandidates<T> {
  readonly verb: readonly Candidate<T>[] | undefined;
  readonly noun: readonly Candidate<T>[] | undefined;
  readonly copula: readonly Candidate<T>[] | undefined;
}

/** What the patterns say of a word; null where none hangs on it, as for most words. */
export interface WordUse {
  readonly events: WordCandidates<EventEntry> | null;
  readonly operators: WordCandidates<Operator> | null;
  /** Numbers of the word sets that hold it. */
  readonly sets: readonly number[];
}

/** Words remembered; a text of a new kind starts afresh. */
const cacheSize = 50_000;

/** Tells with one look-up what all patterns say of a word. Holds a cache of words. */
export class WordBook {
  readonly #events: PatternIndex<EventEntry>;
  readonly #operators: PatternIndex<Operator>;
  readonly #sets: SetIndex;
  readonly #seen = new Map<string, WordUse>();

  constructor(events: PatternIndex<EventEntry>, operators: PatternIndex<Operator>, sets: SetIndex) {
    this.#events = events;
    this.#operators = operators;
    this.#sets = sets;
  }

  /** @param word in lower case */
  lookUp(word: string): WordUse {
    let use = this.#seen.get(word);
    if (use === undefined) {
      use = {
        events: candidatesOf(this.#events, word),
        operators: candidatesOf(this.#operators, word),
        sets: this.#sets.numbersOf(word),
      };
      if (this.#seen.size >= cacheSize) this.#seen.clear();
      this.#seen.set(word, use);
    }
    return use;
  }
}

function candidatesOf<T>(index: PatternIndex<T>, word: string): WordCandidates<T> | null {
  const verb = index.verb.get(word);
  const noun = index.noun.get(word);
  const copula = index.copula.get(word);
  return verb || noun || copula ? { verb, noun, copula } : null;
}
