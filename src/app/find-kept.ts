import { InputError } from '#coder';
import type { KeptDocument, Ledger, LedgerEvent } from '#ledger';
import { nearWords } from './near-words.ts';
import { countOf } from './terminal/terminal.ts';

/** Ids that are looked through for a near one. */
const mostCandidates = 20_000;

/** The document of an id. Throws InputError that suggests near ids where there is none. */
export function findDocument(ledger: Ledger, id: string): KeptDocument {
  const document = ledger.document(id);
  if (document !== null) return document;
  const near = nearWords(id, documentIds(ledger));
  throw new InputError('no such document', {
    where: ledger.path,
    found: JSON.stringify(id.slice(0, 100)),
    expected: near.length > 0 ? `perhaps ${near.join(', ')}` : 'the id of a document in the ledger',
    hint: near.length > 0 ? undefined : 'List them: tightrope documents.',
  });
}

/** The event of an id. Throws InputError that suggests near ids where there is none. */
export function findEvent(ledger: Ledger, id: string): LedgerEvent {
  const event = ledger.event(id);
  if (event !== null) return event;
  const cut = id.lastIndexOf('#');
  const document = ledger.document(cut === -1 ? id : id.slice(0, cut));
  if (document !== null) {
    const ids = document.effective.map(({ event }) => event.id);
    const range =
      ids.length === 0 ? 'none' : `${ids[0]}${ids.length > 1 ? ` to ${ids.at(-1)}` : ''}`;
    throw new InputError('no such event', {
      where: document.id,
      found: JSON.stringify(id.slice(0, 100)),
      expected: `one of its ${countOf(ids.length, 'event')}: ${range}`,
    });
  }
  if (cut === -1) {
    throw new InputError('no such event', {
      where: ledger.path,
      found: JSON.stringify(id.slice(0, 100)),
      expected: 'a document, # and a number, as note.txt#3',
      hint: 'List them: tightrope events.',
    });
  }
  findDocument(ledger, id.slice(0, cut));
  throw new Error(`the ledger holds ${id} no longer`);
}

function* documentIds(ledger: Ledger): Generator<string> {
  let cursor: string | undefined;
  let count = 0;
  do {
    const page = ledger.documents({ limit: 1000, cursor });
    for (const { id } of page.items) yield id;
    count += page.items.length;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && count < mostCandidates);
}
