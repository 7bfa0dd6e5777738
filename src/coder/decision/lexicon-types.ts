import type { EventEntry } from '../lexicon/event-entries.ts';
import type { Operator } from '../lexicon/operators.ts';
import type { PatternIndex } from '../lexicon/pattern-index.ts';

const none: readonly string[] = [];

/** Under which types (and as which operators) the lexicon has a word at all, whatever else its patterns ask for. */
export class LexiconTypes {
  readonly #verbs = new Map<string, readonly string[]>();
  readonly #others = new Map<string, readonly string[]>();

  constructor(events: PatternIndex<EventEntry>, operators: PatternIndex<Operator>) {
    for (const kind of ['verb', 'noun', 'copula'] as const) {
      const into = kind === 'verb' ? this.#verbs : this.#others;
      for (const [lemma, candidates] of events[kind])
        into.set(
          lemma,
          union(
            into.get(lemma),
            candidates.map(({ entry }) => entry.type),
          ),
        );
      for (const [lemma, candidates] of operators[kind])
        into.set(
          lemma,
          union(
            into.get(lemma),
            candidates.map(({ entry }) => `operator ${entry.name}`),
          ),
        );
    }
  }

  typesOf(lemma: string, upos: string): readonly string[] {
    return (upos === 'VERB' ? this.#verbs : this.#others).get(lemma) ?? none;
  }
}

function union(a: readonly string[] | undefined, b: readonly string[]): readonly string[] {
  return [...new Set([...(a ?? []), ...b])];
}
