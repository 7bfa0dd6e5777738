/**
 * The pattern language of `lexicon/events/*.txt` and `lexicon/operators.txt`, described in lexicon/README.md.
 * A pattern is read into the demands that it makes on a word and its dependents.
 */

/** A: actor, R: recipient, B: party on equal footing, X: something that is no party, E: another event. */
export type Role = 'A' | 'R' | 'B' | 'X' | 'E';

/** Lemmas that satisfy a place; null where any word will do. */
export type WordSet = ReadonlySet<string>;

export interface Slot {
  readonly kind: 'slot';
  readonly role: Role;
  /** Prepositions that may introduce the phrase; null for a bare object. */
  readonly prepositions: WordSet | null;
  /** What the phrase's head must be; null for anything. */
  readonly heads: WordSet | null;
  /** Words that must stand before the head in the same phrase ("hunger strike"). */
  readonly modifiers: readonly WordSet[];
  readonly optional: boolean;
}

export interface Particle {
  readonly kind: 'particle';
  readonly words: WordSet;
  readonly optional: boolean;
}

/** "to VERB": an infinitive (or a phrase with "to" and that noun). What follows in the pattern belongs to it. */
export interface Infinitive {
  readonly kind: 'infinitive';
  readonly verbs: WordSet | null;
  /** E: the infinitive must itself tell of an event. */
  readonly role: 'X' | 'E';
}

export type Element = Slot | Particle | Infinitive;

export interface EventPattern {
  readonly kind: 'verb' | 'noun' | 'copula' | 'auxiliary';
  readonly heads: WordSet;
  /** For a copula with a phrase ("be at war with"): its prepositions. */
  readonly headPrepositions: WordSet | null;
  /** Words before a noun head in the same phrase. */
  readonly headModifiers: readonly WordSet[];
  /** The subject of a verb or copula, the possessor of a noun; null where the pattern names none. */
  readonly subject: Slot | null;
  readonly elements: readonly Element[];
  /** "A will not E". */
  readonly negated: boolean;
  /** How much the pattern asks for; the more specific of two entries wins. */
  readonly specificity: number;
  readonly source: string;
}
