import type { EventType, Status } from '../record.ts';

/** An event as one sentence tells it, before its parties, status and circumstances are read. Numbers are token indices. */
export interface Reading {
  readonly type: EventType;
  readonly mode: string | null;
  /** Status that the lexicon sets; null where the sentence decides. */
  readonly status: Status | null;
  /** The word that tells of the event: for a composed event the operator. */
  readonly head: number;
  /** All words that tell of it. */
  readonly trigger: readonly number[];
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  readonly by: string;
  readonly pattern: string;
  readonly weak: boolean;
  readonly needsActor: boolean;
  readonly needsRecipient: boolean;
  readonly specificity: number;
  readonly steps: readonly string[];
  /** The event that is promised, threatened, refused … where the reading is composed; its type and mode. */
  readonly about: { readonly type: EventType; readonly mode: string | null } | null;
  /** Readings that were taken up into this one. */
  readonly inner: readonly Reading[];
  /** How likely the trained model takes the type to be; absent where it was not asked. */
  readonly chance?: number;
  /** Where the trained model gave the type: how likely it is, and its reasons in words. */
  readonly decision?: { readonly probability: number; readonly reasons: readonly string[] };
}

/** Whether both sides do the same. */
export function isMutual({ type }: Reading): boolean {
  return type === 'CONSULT' || type === 'AGREE' || type === 'COOPERATE';
}
