/** Records made by hand, as short as the types allow. */
import type { CodedDocument, CodedEvent, Party, SourceDocument } from '#coder';
import type { Entry } from '#ledger';

/** A party of a country, at the words that name it. */
export function party(country: string | null, sector: string | null = null, name = country): Party {
  const text = name ?? 'someone';
  return { text, start: 0, end: text.length, name: text, country, sector, entity: text };
}

export function makeEvent(change: Partial<CodedEvent> = {}): CodedEvent {
  return {
    id: 'd#1',
    type: 'ACCUSE',
    mode: null,
    about: null,
    contexts: [],
    actors: [party('KOR', 'GOV')],
    recipients: [party('RUS')],
    status: 'actual',
    date: { from: '2024-03-01', to: '2024-03-01', text: 'Friday', basis: 'text' },
    place: null,
    quantities: [],
    attribution: [],
    condition: null,
    evidence: { start: 0, end: 20, text: 'x'.repeat(20) },
    trigger: { start: 6, end: 12, text: 'xxxxxx' },
    also: [],
    intensity: -3,
    confidence: 0.8,
    by: 'events/accuse.txt:1',
    explanation: { kind: 'rule', pattern: 'A blame R', matched: [], paths: [], steps: [] },
    ...change,
  };
}

/** A document with its coding; events are numbered and lie one after the other, each 40 units long. */
export function makeEntry(
  document: Partial<SourceDocument> & { id: string },
  events: readonly Partial<CodedEvent>[] = [],
  coder = 'coder 1',
): Entry {
  const whole: SourceDocument = { text: `The text of ${document.id}. `.repeat(20), ...document };
  const { id, date = null } = whole;
  const coded: CodedDocument = {
    id,
    coder,
    date,
    events: events.map((event, index) =>
      makeEvent({
        id: `${id}#${index + 1}`,
        trigger: { start: index * 40 + 6, end: index * 40 + 12, text: 'accuse' },
        evidence: { start: index * 40, end: index * 40 + 30, text: 'they accuse' },
        ...event,
      }),
    ),
    entities: [],
    quotations: [],
    links: [],
    notes: [],
  };
  return { document: whole, coded };
}

/** The same entry as another coder has it. */
export function recoded(entry: Entry, events: readonly Partial<CodedEvent>[], coder = 'coder 2') {
  return makeEntry(entry.document, events, coder);
}
