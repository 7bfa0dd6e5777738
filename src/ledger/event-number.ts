/** Events of one document lie together: an event's number is its document's times this, plus its ordinal. */
const eventsPerDocument = 10_000_000;

/** Ordinals of events that the coder does not have begin after this. */
const firstOwnOrdinal = 5_000_000;

export function eventNumber(document: number, ordinal: number): number {
  return document * eventsPerDocument + ordinal;
}

/** The numbers that events of a document may have: from, inclusive, to, exclusive. */
export function eventNumbers(document: number): readonly [number, number] {
  return [document * eventsPerDocument, (document + 1) * eventsPerDocument];
}

/** The ordinal of the coder's event at an index, or of the event at an index of those that the coder does not have. */
export function ordinalOf(index: number, isCoded: boolean): number {
  const ordinal = index + 1;
  if (ordinal >= firstOwnOrdinal) throw new Error(`a document with ${ordinal} events`);
  return isCoded ? ordinal : firstOwnOrdinal + ordinal;
}

export function isCodedOrdinal(ordinal: number): boolean {
  return ordinal < firstOwnOrdinal;
}

/** The document's id in an event's id, `note#3`; null where it is none. */
export function documentIdOf(eventId: string): string | null {
  const cut = eventId.lastIndexOf('#');
  return cut < 0 ? null : eventId.slice(0, cut);
}
