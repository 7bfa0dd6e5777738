import type { EventEntry } from '../lexicon/event-entries.ts';
import type { EventPattern } from '../lexicon/event-pattern.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Operator } from '../lexicon/operators.ts';
import type { Candidate } from '../lexicon/pattern-index.ts';
import { SetsFound } from '../lexicon/set-index.ts';
import type { WordCandidates, WordUse } from '../lexicon/word-book.ts';
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
  readonly #lexicon: Lexicon;
  /** By lemma. */
  readonly #uses: readonly WordUse[];
  #found: SetsFound | null = null;

  constructor(tree: Tree, lexicon: Lexicon) {
    this.#tree = tree;
    this.#lexicon = lexicon;
    const uses: WordUse[] = [];
    for (const lemma of tree.lemmas) uses.push(lexicon.book.lookUp(lemma));
    this.#uses = uses;
  }

  /** All entries of events that fit at a word, with how they fit. */
  eventsAt(index: number): readonly EntryMatch<EventEntry>[] {
    const byForm = this.#byForm(index);
    return this.#matchesAt(index, this.#uses[index].events, byForm?.events ?? null);
  }

  /** All operators that fit at a word, with how they fit. */
  operatorsAt(index: number): readonly EntryMatch<Operator>[] {
    const byForm = this.#byForm(index);
    return this.#matchesAt(index, this.#uses[index].operators, byForm?.operators ?? null);
  }

  /** What hangs on the written form of a participle: "the shelling of" may be tagged as noun or verb. */
  #byForm(index: number): WordUse | null {
    const { xpos } = this.#tree.tokens[index];
    if (xpos !== 'VBG' && xpos !== 'VBN') return null;
    return this.#lexicon.book.lookUp(this.#tree.forms[index]);
  }

  #matchesAt<T extends WithPattern>(
    index: number,
    byLemma: WordCandidates<T> | null,
    byForm: WordCandidates<T> | null,
  ): readonly EntryMatch<T>[] {
    if (byLemma === null && byForm === null) return none;
    const { upos, xpos } = this.#tree.tokens[index];
    const found: EntryMatch<T>[] = [];
    if (upos === 'VERB' || upos === 'AUX') this.#tryAll(byLemma?.verb, index, found);
    if (upos === 'NOUN' || upos === 'PROPN') this.#tryAll(byLemma?.noun, index, found);
    if (xpos === 'VBG') this.#tryAll(byForm?.noun, index, found);
    if (upos !== 'VERB' || xpos === 'VBN') {
      this.#tryAll(byLemma?.copula, index, found);
      if (xpos === 'VBN') this.#tryAll(byForm?.copula, index, found);
    }
    return found;
  }

  /** Adds those of the candidates that fit to `found`. */
  #tryAll<T extends WithPattern>(
    candidates: readonly Candidate<T>[] | undefined,
    index: number,
    found: EntryMatch<T>[],
  ): void {
    if (!candidates) return;
    for (const { entry, demands } of candidates) {
      if (!this.#meets(demands)) continue;
      const match = matchPattern(this.#tree, entry.pattern, index);
      if (match) found.push({ match, entry });
    }
  }

  /** Whether the sentence has the fixed words that an entry asks for: most entries fail this cheap test. */
  #meets(demands: readonly number[]): boolean {
    if (demands.length === 0) return true;
    this.#found ??= this.#findSets();
    return this.#found.meets(demands);
  }

  /** The lexicon's word sets of which the sentence has a word, as it is written or in its base form. */
  #findSets(): SetsFound {
    const { forms, lemmas } = this.#tree;
    const { sets, book } = this.#lexicon;
    const found = new SetsFound(sets);
    for (let index = 0; index < forms.length; index++) {
      found.mark(this.#uses[index].sets);
      if (lemmas[index] !== forms[index]) found.mark(book.lookUp(forms[index]).sets);
    }
    return found;
  }
}
