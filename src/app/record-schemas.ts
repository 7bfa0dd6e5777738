/** The coder's record as schemas, for OpenAPI and for checking what comes in. Meanings: `src/coder/record.ts`. */
import { z } from '@hono/zod-openapi';
import { eventTypes } from '#coder';

export const Day = z.iso
  .date('expected a day YYYY-MM-DD')
  .openapi('Day', { example: '2024-03-21', description: 'A UTC day, YYYY-MM-DD.' });

export const EventType = z.enum(eventTypes).openapi('EventType');
export const statuses = ['actual', 'historical', 'future', 'hypothetical', 'negated'] as const;
export const Status = z.enum(statuses).openapi('Status');
const Certainty = z.enum(['asserted', 'reported', 'alleged', 'speculated', 'denied']);

const offset = z.int().min(0);

/** What is promised, threatened, refused or asked for. */
export const About = z
  .object({ type: EventType, mode: z.string().nullable() })
  .readonly()
  .openapi('About');

export const Range = z
  .object({ start: offset, end: offset })
  .readonly()
  .openapi('Range', { description: 'UTF-16 units into the untouched text, end exclusive.' });

const span = { text: z.string(), start: offset, end: offset };
export const Span = z.object(span).readonly().openapi('Span');

export const Party = z
  .object({
    ...span,
    name: z.string(),
    country: z.string().nullable(),
    sector: z.string().nullable(),
    entity: z.string(),
  })
  .readonly()
  .openapi('Party');

export const Attribution = z
  .object({
    speaker: z
      .object({
        name: z.string(),
        country: z.string().nullable(),
        sector: z.string().nullable(),
        start: offset.optional(),
        end: offset.optional(),
      })
      .readonly(),
    cue: z.string(),
    certainty: Certainty,
  })
  .readonly()
  .openapi('Attribution');

export const EventDate = z
  .object({
    from: Day,
    to: Day,
    text: z.string(),
    start: offset.optional(),
    end: offset.optional(),
    basis: z.enum(['text', 'document']),
  })
  .readonly()
  .openapi('EventDate');

export const Place = z
  .object({
    ...span,
    name: z.string(),
    country: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  })
  .readonly()
  .openapi('Place');

export const Quantity = z
  .object({
    ...span,
    value: z.number(),
    low: z.number().optional(),
    high: z.number().optional(),
    approximate: z.boolean(),
    unit: z.string(),
    object: z.string(),
  })
  .readonly()
  .openapi('Quantity');

export const Explanation = z
  .object({
    kind: z.enum(['rule', 'model', 'analyst']),
    pattern: z.string(),
    matched: z.array(Span).readonly(),
    paths: z
      .array(
        z
          .object({ role: z.enum(['actor', 'recipient']), text: z.string(), path: z.string() })
          .readonly(),
      )
      .readonly(),
    steps: z.array(z.string()).readonly(),
  })
  .readonly()
  .openapi('Explanation');

/** The fields of an event, for schemas that add to them. */
export const eventFields = {
  id: z.string().openapi({ example: 'note#3' }),
  type: EventType,
  mode: z.string().nullable(),
  about: About.nullable(),
  contexts: z.array(z.string()).readonly(),
  actors: z.array(Party).readonly(),
  recipients: z.array(Party).readonly(),
  status: Status,
  date: EventDate.nullable(),
  place: Place.nullable(),
  quantities: z.array(Quantity).readonly(),
  attribution: z.array(Attribution).readonly(),
  condition: Span.nullable(),
  evidence: Span,
  trigger: Span,
  also: z.array(Span).readonly(),
  intensity: z.number().min(-10).max(10),
  confidence: z.number().min(0).max(1),
  by: z.string().openapi({ example: 'events/sanction.txt:41' }),
  explanation: Explanation,
};
export const CodedEvent = z.object(eventFields).readonly().openapi('CodedEvent');

export const CodedEntity = z
  .object({
    key: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    sector: z.string().nullable(),
    mentions: z.array(Span).readonly(),
  })
  .readonly()
  .openapi('CodedEntity');

export const Quotation = z
  .object({
    ...span,
    kind: z.enum(['direct', 'indirect']),
    speaker: Party.nullable(),
    cue: Span.nullable(),
  })
  .readonly()
  .openapi('Quotation');

export const EventLink = z
  .object({
    from: z.string(),
    to: z.string(),
    relation: z.enum(['response', 'cause', 'condition', 'purpose', 'before', 'after', 'coincides']),
    cue: Span,
  })
  .readonly()
  .openapi('EventLink');

/** What a coded document holds beside its events. */
export const codingFields = {
  coder: z.string(),
  entities: z.array(CodedEntity).readonly(),
  quotations: z.array(Quotation).readonly(),
  links: z.array(EventLink).readonly(),
  notes: z.array(z.string()).readonly(),
};

export const CodedDocument = z
  .object({
    id: z.string(),
    date: Day.nullable(),
    events: z.array(CodedEvent).readonly(),
    ...codingFields,
  })
  .readonly()
  .openapi('CodedDocument');
