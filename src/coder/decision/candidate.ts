import type { PartyReader } from '../entities/party-reader.ts';
import type { Reading } from '../predicates/reading.ts';

/** What a decision is asked about. Numbers are token indices, −1 for none. */
export interface Candidate {
  /** Why it is asked: a rule found it, no rule did, or somebody asks what is between two spans. */
  readonly kind: 'rule' | 'silent' | 'focus';
  /** The word that tells of the event. */
  readonly head: number;
  readonly actor: number;
  readonly recipient: number;
  /** What the rules read there; null for nothing. */
  readonly reading: Reading | null;
  /** For a focus, which of its ends the reading has. */
  readonly fit: 'both' | 'actor' | 'recipient' | 'none';
}

/** The candidate's place in the text, for those who compare it with a record made by hand. */
export function placesOf({ actor, recipient }: Candidate, parties: PartyReader) {
  const place = (token: number) => (token < 0 ? null : parties.spanOf(token));
  return { actor: place(actor), recipient: place(recipient) };
}
