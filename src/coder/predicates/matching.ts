import type { EventPattern, Role, Slot } from '../lexicon/event-pattern.ts';

/** A place of a pattern and the head token of the phrase that fills it. */
export interface Filler {
  readonly role: Role;
  readonly token: number;
}

/** One way in which a pattern fits a word and its dependents. */
export interface PatternMatch {
  readonly pattern: EventPattern;
  readonly head: number;
  readonly fillers: readonly Filler[];
  /** Tokens that satisfied fixed words: they tell of this event and of no other. */
  readonly claimed: readonly number[];
  readonly specificity: number;
}

/** Gathers what fills the places of a pattern while it is tried. */
export class Matching {
  readonly fillers: Filler[] = [];
  readonly claimed: number[] = [];
  bonus = 0;

  fill(slot: Slot, token: number): void {
    this.fillers.push({ role: slot.role, token });
    if (slot.heads) this.claimed.push(token);
    if (slot.optional) this.bonus += slot.heads ? 3 : 1;
  }

  done(pattern: EventPattern, head: number): PatternMatch {
    this.claimed.push(head);
    const { fillers, claimed } = this;
    return { pattern, head, fillers, claimed, specificity: pattern.specificity + this.bonus };
  }
}
