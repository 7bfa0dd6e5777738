/** Words of a query as users write them, at the command line and in addresses, to what the ledger is asked. */
import { type EventType, eventTypes, InputError, ontology, type Status } from '#coder';
import type { DocumentQuery, EntityQuery, EventQuery, EventState, PartyQuery } from '#ledger';

type Values<Name extends string> = Readonly<Partial<Record<Name, string>>>;

const statuses: readonly Status[] = ['actual', 'historical', 'future', 'hypothetical', 'negated'];
const states: readonly EventState[] = ['coded', 'confirmed', 'corrected', 'added', 'rejected'];
const orders = ['newest', 'oldest'] as const;

export type EventQueryName =
  | 'dyad'
  | 'actor'
  | 'recipient'
  | 'type'
  | 'mode'
  | 'status'
  | 'from'
  | 'to'
  | 'document'
  | 'confidence'
  | 'state'
  | 'order'
  | 'limit'
  | 'cursor';

/** @throws InputError naming the value at fault and what may stand there */
export function parseEventQuery(values: Values<EventQueryName>): EventQuery {
  const type = list('type', values.type, eventTypes, (word) => word.toUpperCase());
  return {
    ...paging(values),
    dyad: given(values.dyad, parseDyad),
    actor: given(values.actor, (text) => parseParty('actor', text)),
    recipient: given(values.recipient, (text) => parseParty('recipient', text)),
    type,
    mode: given(values.mode, (text) => parseMode(text, type ?? eventTypes)),
    status: list('status', values.status, statuses, (word) => word.toLowerCase()),
    from: given(values.from, (text) => parseDay('from', text)),
    to: given(values.to, (text) => parseDay('to', text)),
    document: values.document,
    confidence: given(values.confidence, parseConfidence),
    state: list('state', values.state, states, (word) => word.toLowerCase()),
    order: given(values.order, (text) => oneOf('order', text, orders)),
  };
}

/** @throws InputError likewise */
export function parseDocumentQuery(
  values: Values<'q' | 'publisher' | 'from' | 'to' | 'limit' | 'cursor'>,
): DocumentQuery {
  return {
    ...paging(values),
    q: values.q,
    publisher: values.publisher,
    from: given(values.from, (text) => parseDay('from', text)),
    to: given(values.to, (text) => parseDay('to', text)),
  };
}

/** @throws InputError likewise */
export function parseEntityQuery(
  values: Values<'country' | 'q' | 'limit' | 'cursor'>,
): EntityQuery {
  const country = given(values.country, (text) => {
    if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
    throw fault('country', 'no such country', text, 'a code of three letters, as KOR');
  });
  return { ...paging(values), country, q: values.q };
}

/** `KOR-RUS`. */
function parseDyad(text: string): [string, string] {
  const [, left, right] = /^([A-Za-z]{3})-([A-Za-z]{3})$/.exec(text) ?? [];
  if (left !== undefined) return [left.toUpperCase(), right.toUpperCase()];
  throw fault('dyad', 'no such pair', text, 'two codes of countries, as KOR-RUS');
}

/** `KOR`, or `KOR GOV`. */
function parseParty(where: string, text: string): PartyQuery {
  const [, country, sector] = /^([A-Za-z]{3})(?: ([A-Za-z]{3}))?$/.exec(text) ?? [];
  if (country === undefined) {
    throw fault(
      where,
      'no such party',
      text,
      'a code of a country, as KOR, or with a sector, KOR GOV',
    );
  }
  return sector === undefined
    ? { country: country.toUpperCase() }
    : { country: country.toUpperCase(), sector: sector.toUpperCase() };
}

function parseMode(text: string, types: readonly EventType[]): string {
  const modes = new Set(types.flatMap((type) => Object.keys(ontology[type].modes)));
  return oneOf('mode', text.toLowerCase(), [...modes]);
}

/** A day that the calendar has. */
function parseDay(where: string, text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw fault(where, 'no such day', text, 'a day YYYY-MM-DD, as 2024-03-21');
}

function parseConfidence(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw fault('confidence', 'no such confidence', text, 'a number from 0 to 1, as 0.8');
}

function paging({ limit, cursor }: Values<'limit' | 'cursor'>) {
  if (limit === undefined) return { cursor };
  const value = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (value >= 1 && value <= 1000) return { cursor, limit: value };
  throw fault('limit', 'no such size of a page', limit, 'a whole number from 1 to 1000');
}

/** Words parted by commas, each one of those that may stand there. */
function list<Word extends string>(
  where: string,
  text: string | undefined,
  words: readonly Word[],
  write: (word: string) => string,
): Word[] | undefined {
  return text?.split(',').map((word) => oneOf(where, write(word.trim()), words));
}

function oneOf<Word extends string>(where: string, text: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  const expected =
    words.length === 0 ? 'none: this type has no modes' : `one of ${words.join(', ')}`;
  throw fault(where, `unknown ${where}`, text, expected);
}

function given<Value>(text: string | undefined, parse: (text: string) => Value): Value | undefined {
  return text === undefined ? undefined : parse(text);
}

function fault(where: string, message: string, found: string, expected: string): InputError {
  return new InputError(message, { where, found: JSON.stringify(found.slice(0, 60)), expected });
}
