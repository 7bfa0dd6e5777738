/** What an analyst sends, completed to records of the coder: words from the text, scores from the ontology. */
import type { z } from '@hono/zod-openapi';
import {
  type EventType,
  InputError,
  intensityOf,
  ontology,
  type Party,
  type Range,
  type Span,
} from '#coder';
import type { AnalystEvent, KeptDocument, LedgerEvent, SettableFields } from '#ledger';
import type { EventFields, EventInput, PartyInput } from '../contract.ts';

type Fields = z.infer<typeof EventFields>;

/**
 * The fields to set. A mode that the new type does not have is dropped; intensity follows type and mode unless it is given.
 * @throws InputError for a mode that the type does not have and for a range outside the text
 */
export function completeFields(
  fields: Fields,
  { event }: LedgerEvent,
  document: KeptDocument,
): SettableFields {
  const set = completeCommon(fields, event.trigger.start, document);
  if (fields.type === undefined && fields.mode === undefined) return set;
  const type = fields.type ?? event.type;
  const former = event.mode !== null && event.mode in ontology[type].modes ? event.mode : null;
  const mode = fields.mode === undefined ? former : fields.mode;
  checkMode(type, mode);
  const about = type === event.type ? event.about : null;
  const intensity = fields.intensity ?? intensityOf(type, mode);
  return { about, ...set, type, mode, intensity };
}

/** The event to add; sure, since an analyst says it. @throws InputError likewise */
export function completeEvent(
  input: z.infer<typeof EventInput>,
  document: KeptDocument,
  author: string,
): AnalystEvent {
  const { evidence, trigger = evidence, type, mode = null } = input;
  checkMode(type, mode);
  const text = spanOf(document, evidence, 'event.evidence');
  return {
    about: null,
    contexts: [],
    actors: [],
    recipients: [],
    status: 'actual',
    date: null,
    place: null,
    quantities: [],
    attribution: [],
    condition: null,
    ...completeCommon(input, trigger.start, document),
    type,
    mode,
    evidence: text,
    trigger: spanOf(document, trigger, 'event.trigger'),
    also: [],
    intensity: input.intensity ?? intensityOf(type, mode),
    confidence: 1,
    by: `analyst:${author}`,
    explanation: { kind: 'analyst', pattern: '', matched: [], paths: [], steps: [] },
  };
}

function completeCommon(fields: Fields, near: number, document: KeptDocument): SettableFields {
  const { about, contexts, status, date, place, quantities, attribution, intensity } = fields;
  if (about) checkMode(about.type, about.mode);
  const plain = {
    about,
    contexts,
    status,
    date,
    attribution,
    intensity,
    place: place && { ...place, ...spanOf(document, place, 'place') },
    quantities: quantities?.map((quantity) => ({
      ...quantity,
      ...spanOf(document, quantity, 'quantities'),
    })),
  };
  const set = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const party = (input: z.infer<typeof PartyInput>) => completeParty(input, near, document);
  return {
    ...set,
    ...(fields.actors && { actors: fields.actors.map(party) }),
    ...(fields.recipients && { recipients: fields.recipients.map(party) }),
    ...(fields.condition !== undefined && {
      condition: fields.condition && spanOf(document, fields.condition, 'condition'),
    }),
  };
}

/** A party that the text does not name has an empty range where the event is told. */
function completeParty(
  { name, country, sector, start, end }: z.infer<typeof PartyInput>,
  near: number,
  document: KeptDocument,
): Party {
  const range =
    start === undefined || end === undefined ? { start: near, end: near } : { start, end };
  const known = document.coded.entities.find(
    (entity) => entity.name === name && entity.country === country,
  );
  const entity = known?.key ?? `analyst:${name}`;
  return { ...spanOf(document, range, `party ${name}`), name, country, sector, entity };
}

function spanOf({ text }: KeptDocument, { start, end }: Range, where: string): Span {
  if (start <= end && end <= text.length) return { start, end, text: text.slice(start, end) };
  throw new InputError('this range is not in the text', {
    where,
    found: `${start}–${end}`,
    expected: `a start and an end from 0 to ${text.length}`,
  });
}

function checkMode(type: EventType, mode: string | null): void {
  const modes = Object.keys(ontology[type].modes);
  if (mode === null || modes.includes(mode)) return;
  throw new InputError(`${type} has no such mode`, {
    where: 'mode',
    found: JSON.stringify(mode),
    expected: modes.length === 0 ? 'null' : `one of ${modes.join(', ')}, or null`,
  });
}
