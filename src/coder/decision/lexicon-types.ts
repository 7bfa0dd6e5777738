import type { EventEntry } from '../lexicon/event-entries.ts';
import type { Operator } from '../lexicon/operators.ts';
import type { PatternIndex } from '../lexicon/pattern-index.ts';

const none: readonly string[] = [];

/** Under which types (and as which operators) the lexicon has a word at all, whatever else its patterns ask for. */
export class LexiconTypes {
  readonly #events: PatternIndex<EventEntry>;
  readonly #operators: PatternIndex<Operator>;
  readonly #verbs = new Map<string, readonly string[]>();
  readonly #others = new Map<string, readonly string[]>();

  constructor(events: PatternIndex<EventEntry>, operators: PatternIndex<Operator>) {
    this.#events = events;
    this.#operators = operators;
  }

  typesOf(lemma: string, upos: string): readonly string[] {
    const isVerb = upos === 'VERB';
    const known = isVerb ? this.#verbs : this.#others;
    let types = known.get(lemma);
    if (types !== undefined) return types;
    types = isVerb
      ? this.#collect(lemma, 'verb')
      : [...new Set([...this.#collect(lemma, 'noun'), ...this.#collect(lemma, 'copula')])];
    // Words without an entry are many and quickly asked for again.
    if (types.length === 0) return none;
    known.set(lemma, types);
    return types;
  }

  #collect(lemma: string, kind: 'verb' | 'noun' | 'copula'): readonly string[] {
    const events = this.#events[kind].get(lemma) ?? [];
    const operators = this.#operators[kind].get(lemma) ?? [];
    if (events.length + operators.length === 0) return none;
    return [
      ...new Set([
        ...events.map(({ entry }) => entry.type),
        ...operators.map(({ entry }) => `operator ${entry.name}`),
      ]),
    ];
  }
}
