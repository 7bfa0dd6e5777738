import { stringify } from 'csv-stringify/sync';
import type { CodedEvent, Party } from '#coder';

/** An event flattened for a table; several parties, contexts and quantities are joined by "; ". */
const eventColumns: readonly (readonly [string, (event: CodedEvent) => string | number | null])[] =
  [
    ['id', (event) => event.id],
    ['document', (event) => event.id.slice(0, event.id.lastIndexOf('#'))],
    ['type', (event) => event.type],
    ['mode', (event) => event.mode],
    [
      'about',
      (event) =>
        event.about ? [event.about.type, event.about.mode].filter(Boolean).join('/') : null,
    ],
    ['status', (event) => event.status],
    ['date_from', (event) => event.date?.from ?? null],
    ['date_to', (event) => event.date?.to ?? null],
    ['date_basis', (event) => event.date?.basis ?? null],
    ['actors', (event) => join(event.actors, ({ name }) => name)],
    ['actor_countries', (event) => join(event.actors, ({ country }) => country)],
    ['actor_sectors', (event) => join(event.actors, ({ sector }) => sector)],
    ['recipients', (event) => join(event.recipients, ({ name }) => name)],
    ['recipient_countries', (event) => join(event.recipients, ({ country }) => country)],
    ['recipient_sectors', (event) => join(event.recipients, ({ sector }) => sector)],
    ['contexts', (event) => event.contexts.join('; ')],
    ['place', (event) => event.place?.name ?? null],
    ['place_country', (event) => event.place?.country ?? null],
    ['latitude', (event) => event.place?.latitude ?? null],
    ['longitude', (event) => event.place?.longitude ?? null],
    ['quantities', (event) => event.quantities.map(({ text }) => text).join('; ')],
    ['condition', (event) => event.condition?.text ?? null],
    ['tellers', (event) => event.attribution.map(({ speaker }) => speaker.name).join('; ')],
    ['certainty', (event) => event.attribution.at(-1)?.certainty ?? null],
    ['intensity', (event) => event.intensity],
    ['confidence', (event) => event.confidence],
    ['trigger', (event) => event.trigger.text],
    ['evidence', (event) => event.evidence.text],
    ['start', (event) => event.evidence.start],
    ['end', (event) => event.evidence.end],
    ['by', (event) => event.by],
  ];

/** Cells keep their place: a party without a country leaves an empty one between the semicolons. */
function join(parties: readonly Party[], tell: (party: Party) => string | null): string {
  return parties.map((party) => tell(party) ?? '').join('; ');
}

/**
 * Rows of comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula begins
 * with an apostrophe: text from outside must not run.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.length === 0
    ? ''
    : stringify(rows as (string | number | null)[][], { escape_formulas: true });
}

/** The line of titles. */
export function eventCsvHeader(): string {
  return toCsv([eventColumns.map(([title]) => title)]);
}

/** One line for each event. */
export function eventCsvRows(events: readonly CodedEvent[]): string {
  return toCsv(events.map((event) => eventColumns.map(([, read]) => read(event))));
}
