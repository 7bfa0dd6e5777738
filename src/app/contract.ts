/**
 * What the HTTP API takes and gives. The workbench imports the types of this file and nothing else of ours.
 * Every list answers `{items, next}`; `next` is a cursor to pass as `cursor`, null at the end.
 * Every failure answers `{error}`.
 */
import { z } from '@hono/zod-openapi';
import {
  About,
  Attribution,
  CodedDocument,
  codingFields,
  Day,
  EventDate,
  EventType,
  eventFields,
  Place,
  Quantity,
  Range,
  Status,
} from './record-schemas.ts';

export const ErrorBody = z
  .object({
    error: z.object({
      /** `bad-input`, `not-found`, `too-large`, `forbidden`, `bug` … */
      code: z.string().openapi({ example: 'bad-input' }),
      message: z.string(),
      where: z.string().optional(),
      found: z.string().optional(),
      expected: z.string().optional(),
      hint: z.string().optional(),
    }),
  })
  .openapi('Error');

/** A document as lists show it. */
const summaryFields = {
  id: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  date: Day.nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  /** Where it was read: a file, a feed. */
  source: z.string().nullable(),
  /** ISO 8601 instant. */
  addedAt: z.string(),
  /** Length of the text in UTF-16 units. */
  length: z.int(),
  /** Version of coder, lexicon and models. */
  coder: z.string(),
  codedAt: z.string(),
  /** Number of events, without those that an analyst rejected. */
  events: z.int(),
  /** The text's first 200 characters, for documents without a title. */
  opening: z.string(),
  /** Type and intensity of its first 200 events in the order of the text, without rejected ones: what the list draws. */
  profile: z.array(z.object({ type: EventType, intensity: z.number() })).readonly(),
};
export const DocumentSummary = z.object(summaryFields).openapi('DocumentSummary');

export const eventStates = ['coded', 'confirmed', 'corrected', 'added', 'rejected'] as const;
export const EventState = z.enum(eventStates).openapi('EventState', {
  description:
    'coded: as the coder has it; confirmed, corrected, rejected: by an analyst; added: an event that only an analyst saw.',
});

/** An event as it stands after corrections, with the document that tells of it. */
export const LedgerEvent = z
  .object({
    ...eventFields,
    state: EventState,
    /** Numbers of the live corrections that made it so, oldest first. */
    corrections: z.array(z.int()).readonly(),
    document: z
      .object({
        id: z.string(),
        title: z.string().nullable(),
        publisher: z.string().nullable(),
        date: Day.nullable(),
        url: z.string().nullable(),
      })
      .readonly(),
  })
  .openapi('LedgerEvent');

export const PartyInput = z
  .object({
    name: z.string().min(1).max(500),
    country: z.string().max(3).nullable().default(null),
    sector: z.string().max(3).nullable().default(null),
    /** The words that name it, where the text does. */
    start: z.int().min(0).optional(),
    end: z.int().min(0).optional(),
  })
  .strict()
  .openapi('PartyInput');

/** What an analyst may set. `intensity` follows type and mode where it is not given. */
const settable = {
  type: EventType,
  mode: z.string().max(40).nullable(),
  about: About.nullable(),
  contexts: z.array(z.string().max(40)).max(40),
  actors: z.array(PartyInput).max(100),
  recipients: z.array(PartyInput).max(100),
  status: Status,
  date: EventDate.nullable(),
  place: Place.nullable(),
  quantities: z.array(Quantity).max(100),
  attribution: z.array(Attribution).max(20),
  condition: Range.nullable(),
  intensity: z.number().min(-10).max(10),
};
export const EventFields = z.object(settable).partial().strict().openapi('EventFields');

export const EventInput = z
  .object(settable)
  .partial()
  .required({ type: true, actors: true })
  .extend({ evidence: Range, trigger: Range.optional() })
  .strict()
  .openapi('EventInput');

const said = {
  author: z.string().min(1).max(200).default('analyst'),
  note: z.string().max(4000).optional(),
};
export const CorrectionRequest = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('confirm'), event: z.string(), ...said }).strict(),
    z.object({ kind: z.literal('reject'), event: z.string(), ...said }).strict(),
    z
      .object({ kind: z.literal('set-field'), event: z.string(), fields: EventFields, ...said })
      .strict(),
    z
      .object({ kind: z.literal('add-event'), document: z.string(), event: EventInput, ...said })
      .strict(),
  ])
  .openapi('CorrectionRequest');

export const Correction = z
  .object({
    number: z.int(),
    kind: z.enum(['confirm', 'reject', 'set-field', 'add-event']),
    /** Id of the document. */
    document: z.string(),
    /** Id of the event that it bears on now; null while it is undone, or while the coder no longer finds what was rejected. */
    event: z.string().nullable(),
    /** What was set, for `set-field`. */
    fields: z.record(z.string(), z.unknown()).nullable(),
    author: z.string(),
    note: z.string().nullable(),
    at: z.string(),
    undoneAt: z.string().nullable(),
    undoneBy: z.string().nullable(),
  })
  .openapi('Correction');

export const UndoRequest = z
  .object({ author: z.string().min(1).max(200).default('analyst') })
  .strict()
  .openapi('UndoRequest');

/** One document with its untouched text and its coding as it stands after corrections. */
export const DocumentDetail = z
  .object({
    ...summaryFields,
    text: z.string(),
    coding: z
      .object({
        ...codingFields,
        /** In the order of the text; rejected ones stand among them with their state. */
        events: z.array(LedgerEvent).readonly(),
        corrections: z.array(Correction).readonly(),
      })
      .readonly(),
  })
  .openapi('DocumentDetail');

export const EntitySummary = z
  .object({
    name: z.string(),
    country: z.string().nullable(),
    sector: z.string().nullable(),
    /** Number of documents that speak of it. */
    documents: z.int(),
    mentions: z.int(),
  })
  .openapi('EntitySummary');

export const DocumentPage = z
  .object({ items: z.array(DocumentSummary), next: z.string().nullable() })
  .openapi('DocumentPage');
export const EventPage = z
  .object({ items: z.array(LedgerEvent), next: z.string().nullable() })
  .openapi('EventPage');
export const EntityPage = z
  .object({ items: z.array(EntitySummary), next: z.string().nullable() })
  .openapi('EntityPage');

/** What runs and what the ledger holds. */
export const LedgerStatus = z
  .object({
    version: z.string(),
    /** Version of the coder that runs now. */
    coder: z.string(),
    /** File of the ledger. */
    ledger: z.string(),
    documents: z.int(),
    events: z.int(),
    entities: z.int(),
    /** First and last day of the documents. */
    from: Day.nullable(),
    to: Day.nullable(),
    types: z.array(z.object({ type: EventType, events: z.int() })),
    publishers: z.array(z.object({ publisher: z.string().nullable(), documents: z.int() })),
    coders: z.array(z.object({ coder: z.string(), documents: z.int() })),
    corrections: z.object({ live: z.int(), undone: z.int() }),
  })
  .openapi('Status');

const documentInput = {
  id: z.string().min(1).max(500).optional(),
  text: z.string().min(1),
  title: z.string().max(2000).optional(),
  date: Day.optional(),
  publisher: z.string().max(500).optional(),
  author: z.string().max(500).optional(),
  language: z.string().max(35).optional(),
  url: z.string().max(4000).optional(),
};
export const CodeRequest = z
  .object({
    ...documentInput,
    focus: z.object({ actor: Range, recipient: Range }).strict().optional(),
  })
  .strict()
  .openapi('CodeRequest');
export const AddRequest = z.object(documentInput).strict().openapi('AddRequest');

export const AddResponse = z
  .object({
    /** The id it is kept under. */
    id: z.string(),
    /** present: the same document was there already; recoded: it was, with the record of another coder. */
    state: z.enum(['added', 'recoded', 'present']),
    document: DocumentSummary,
  })
  .openapi('AddResponse');

export { CodedDocument };

export type ErrorBody = z.infer<typeof ErrorBody>;
export type DocumentSummary = z.infer<typeof DocumentSummary>;
export type DocumentDetail = z.infer<typeof DocumentDetail>;
export type DocumentPage = z.infer<typeof DocumentPage>;
export type LedgerEvent = z.infer<typeof LedgerEvent>;
export type EventState = z.infer<typeof EventState>;
export type EventPage = z.infer<typeof EventPage>;
export type EntitySummary = z.infer<typeof EntitySummary>;
export type EntityPage = z.infer<typeof EntityPage>;
export type LedgerStatus = z.infer<typeof LedgerStatus>;
export type Correction = z.infer<typeof Correction>;
/** As it is sent: what has a default may be left out. */
export type CorrectionRequest = z.input<typeof CorrectionRequest>;
export type UndoRequest = z.input<typeof UndoRequest>;
export type CodeRequest = z.infer<typeof CodeRequest>;
export type AddRequest = z.infer<typeof AddRequest>;
export type AddResponse = z.infer<typeof AddResponse>;
export type {
  CodedDocument as CodedDocumentRecord,
  CodedEvent,
  Party,
  Quotation,
  Span,
} from '#coder';
