import type { WordSet } from './event-pattern.ts';

const none: readonly number[] = [];

/** The word sets that patterns ask for, by number, 0-based. */
export interface NumberedSets {
  /** Numbers of the sets that hold a word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly count: number;
}

/** Numbers word sets. */
export class SetNumberer {
  readonly #numbers = new Map<WordSet, number>();
  readonly #byWord = new Map<string, number[]>();

  /** Number of a set, 0-based; the set is taken in where it is new. */
  add(set: WordSet): number {
    const known = this.#numbers.get(set);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(set, number);
    for (const word of set) {
      const numbers = this.#byWord.get(word);
      if (numbers) numbers.push(number);
      else this.#byWord.set(word, [number]);
    }
    return number;
  }

  get sets(): NumberedSets {
    return { byWord: this.#byWord, count: this.#numbers.size };
  }
}

/** Tells in which sets a word stands: a sentence then needs one look-up a word, not one a word and set. */
export class SetIndex {
  readonly #byWord: ReadonlyMap<string, readonly number[]>;
  readonly size: number;

  constructor({ byWord, count }: NumberedSets) {
    this.#byWord = byWord;
    this.size = count;
  }

  /** Numbers of the sets that hold a word, given in lower case. */
  numbersOf(word: string): readonly number[] {
    return this.#byWord.get(word) ?? none;
  }
}

/** The sets of which a sentence has a word. */
export class SetsFound {
  readonly #found: Uint8Array;

  constructor(index: SetIndex) {
    this.#found = new Uint8Array(index.size);
  }

  mark(numbers: readonly number[]): void {
    for (let at = 0; at < numbers.length; at++) this.#found[numbers[at]] = 1;
  }

  /** Whether the sentence has a word of each set. */
  meets(demands: readonly number[]): boolean {
    for (let at = 0; at < demands.length; at++) if (this.#found[demands[at]] === 0) return false;
    return true;
  }
}
