import type { Attribution, CodedEvent, EventDate, Party, Quantity } from '#coder';
import { onOneLine, type Style } from './terminal.ts';

type QuadClass =
  | 'verbal cooperation'
  | 'material cooperation'
  | 'verbal conflict'
  | 'material conflict';

const quadClasses: Readonly<Record<CodedEvent['type'], QuadClass>> = {
  AGREE: 'verbal cooperation',
  CONSULT: 'verbal cooperation',
  SUPPORT: 'verbal cooperation',
  CONCEDE: 'verbal cooperation',
  COOPERATE: 'material cooperation',
  AID: 'material cooperation',
  RETREAT: 'material cooperation',
  REQUEST: 'verbal conflict',
  ACCUSE: 'verbal conflict',
  REJECT: 'verbal conflict',
  THREATEN: 'verbal conflict',
  PROTEST: 'material conflict',
  SANCTION: 'material conflict',
  MOBILIZE: 'material conflict',
  COERCE: 'material conflict',
  ASSAULT: 'material conflict',
};

const quadStyles: Readonly<Record<QuadClass, Style>> = {
  'verbal cooperation': 'cyan',
  'material cooperation': 'green',
  'verbal conflict': 'yellow',
  'material conflict': 'red',
};

/** Colour of an event's type by its quad class. */
export function styleOf(event: Pick<CodedEvent, 'type'>): Style {
  return quadStyles[quadClasses[event.type]];
}

/** `SANCTION/expel`. */
export function typeWords(event: Pick<CodedEvent, 'type' | 'mode'>): string {
  return event.mode === null ? event.type : `${event.type}/${event.mode}`;
}

/** `Russia (RUS GOV)`; the name alone where neither country nor sector is known. */
export function partyWords(party: Pick<Party, 'name' | 'country' | 'sector'>): string {
  const code = [party.country, party.sector].filter((part) => part !== null).join(' ');
  const name = onOneLine(party.name);
  return code === '' ? name : `${name} (${code})`;
}

/** `Russia (RUS) → South Korea (KOR)`; the parties of a mutual event stand side by side with "and". */
export function partiesWords(event: Pick<CodedEvent, 'actors' | 'recipients'>): string {
  const list = (parties: readonly Party[], joint: string): string =>
    parties.length === 0 ? '?' : parties.map(partyWords).join(joint);
  if (event.recipients.length > 0)
    return `${list(event.actors, ', ')} → ${list(event.recipients, ', ')}`;
  return event.actors.length > 1 ? list(event.actors, ' and ') : `${list(event.actors, ', ')} →`;
}

/** `2024-03-01`, `2024-03-01 to 2024-03-31`; a star where it is the document's own date, `open` where none is known. */
export function dateWords(date: EventDate | null): string {
  if (date === null) return 'open';
  const days = date.from === date.to ? date.from : `${date.from} to ${date.to}`;
  return date.basis === 'document' ? `${days}*` : days;
}

/** `682 items (of the list)`: the text's own words. */
export function quantityWords(quantity: Quantity): string {
  return onOneLine(quantity.text);
}

/** `told by The Paper, “reports” › Maria Zakharova (RUS GOV), “warned”`, innermost teller last. */
export function attributionWords(chain: readonly Attribution[]): string {
  const tellers = chain.map(({ speaker, cue, certainty }) => {
    const how = certainty === 'asserted' || certainty === 'reported' ? '' : ` (${certainty})`;
    return `${partyWords(speaker)}, “${onOneLine(cue)}”${how}`;
  });
  return `told by ${tellers.join(' › ')}`;
}

/** What qualifies an event beyond its row, each part in words. */
export function qualifierWords(event: CodedEvent): string[] {
  const parts: string[] = [];
  if (event.about) parts.push(`about ${typeWords(event.about)}`);
  if (event.place !== null) parts.push(`in ${onOneLine(event.place.name)}`);
  if (event.quantities.length > 0) parts.push(event.quantities.map(quantityWords).join(', '));
  if (event.condition !== null) parts.push(`on condition: “${onOneLine(event.condition.text)}”`);
  if (event.attribution.length > 0) parts.push(attributionWords(event.attribution));
  return parts;
}
