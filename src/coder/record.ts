/**
 * The coder's record: what one document says, each item with the words it rests on.
 * Offsets are UTF-16 units into the untouched text; days are UTC, `YYYY-MM-DD`.
 */

/** A report as a source hands it over. */
export interface SourceDocument {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** Day of publication, `YYYY-MM-DD`. Without it relative dates stay open. */
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly language?: string;
  readonly url?: string;
  /** Asks only for what is said between these two spans. */
  readonly focus?: { readonly actor: Range; readonly recipient: Range };
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range and the words in it. */
export interface Span extends Range {
  readonly text: string;
}

export const eventTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
/** PLOVER event type. */
export type EventType = (typeof eventTypes)[number];

/** PLOVER's auxiliary mode: whether the event took place, is to come, is only thought of, or is said not to be. */
export type Status = 'actual' | 'historical' | 'future' | 'hypothetical' | 'negated';

export type Certainty = 'asserted' | 'reported' | 'alleged' | 'speculated' | 'denied';

/** One mention of a party to an event. */
export interface Party extends Span {
  /** Canonical name of the entity where one is known, else the words themselves. */
  readonly name: string;
  /** ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC above states; null where the text does not tell. */
  readonly country: string | null;
  /** PLOVER sector: GOV MIL COP JUD LEG REB OPP CVL …; null where none is told. */
  readonly sector: string | null;
  /** Key of the document's entity (see `CodedEntity.key`). */
  readonly entity: string;
}

/** Who tells, innermost last: the report's author first, then each speaker. */
export interface Attribution {
  readonly speaker: {
    readonly name: string;
    readonly country: string | null;
    readonly sector: string | null;
    readonly start?: number;
    readonly end?: number;
  };
  readonly cue: string;
  readonly certainty: Certainty;
}

/** A range of days and the words that tell it. `basis` is `document` where the text tells none and the document's own date is taken. */
export interface EventDate {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  readonly basis: 'text' | 'document';
}

export interface Place extends Span {
  readonly name: string;
  readonly country: string | null;
  /** Degrees north and east, WGS 84; null for a country as a whole where none is known. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Quantity extends Span {
  readonly value: number;
  /** Bounds where the text gives a range or says "at least", "up to". */
  readonly low?: number;
  readonly high?: number;
  readonly approximate: boolean;
  /** item, person, round, USD, percent, day …: singular, lower case except currency codes. */
  readonly unit: string;
  /** What is counted, in the text's words. */
  readonly object: string;
}

/** Why the coder says so. */
export interface Explanation {
  /** `rule` with the lexicon line, `model` with the classifier's name, or `analyst` for an event that an analyst added. */
  readonly kind: 'rule' | 'model' | 'analyst';
  /** The pattern of the entry as it stands in the lexicon, or the model's leading features. */
  readonly pattern: string;
  /** Words of the text that the pattern matched. */
  readonly matched: readonly Span[];
  /** For each argument the path through the tree, in words: "expelled ←obj diplomats". */
  readonly paths: readonly {
    readonly role: 'actor' | 'recipient';
    readonly text: string;
    readonly path: string;
  }[];
  /** Each operator or rule that changed the reading afterwards, in order. */
  readonly steps: readonly string[];
}

export interface CodedEvent {
  /** `<document id>#<number>`, numbered in the order of the text from 1. */
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  /** What is promised, threatened, refused or asked for, where the event is of that kind; null elsewhere. */
  readonly about: { readonly type: EventType; readonly mode: string | null } | null;
  readonly contexts: readonly string[];
  /** All parties for symmetric events. */
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly status: Status;
  readonly date: EventDate | null;
  readonly place: Place | null;
  readonly quantities: readonly Quantity[];
  readonly attribution: readonly Attribution[];
  /** The condition's words where the event hangs on one ("if Seoul consents"). */
  readonly condition: Span | null;
  /** The clause that tells of the event. */
  readonly evidence: Span;
  readonly trigger: Span;
  /** Further places of the document that tell of the same event. */
  readonly also: readonly Span[];
  /** PLOVER conflict–cooperation score, −10 … +10. */
  readonly intensity: number;
  /** 0 … 1. */
  readonly confidence: number;
  /** `events/sanction.txt:41`, or `model:…`. */
  readonly by: string;
  readonly explanation: Explanation;
}

/** Someone or something the document speaks of, with all its mentions. */
export interface CodedEntity {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly mentions: readonly Span[];
}

export interface Quotation extends Span {
  readonly kind: 'direct' | 'indirect';
  readonly speaker: Party | null;
  readonly cue: Span | null;
}

/** A relation between two events that the text asserts by `cue`. */
export interface EventLink {
  readonly from: string;
  readonly to: string;
  readonly relation:
    | 'response'
    | 'cause'
    | 'condition'
    | 'purpose'
    | 'before'
    | 'after'
    | 'coincides';
  readonly cue: Span;
}

export interface CodedDocument {
  readonly id: string;
  /** Version of coder, lexicon and models that made this record. */
  readonly coder: string;
  readonly date: string | null;
  readonly events: readonly CodedEvent[];
  readonly entities: readonly CodedEntity[];
  readonly quotations: readonly Quotation[];
  readonly links: readonly EventLink[];
  /** What the reader should know: "no date: relative dates stay open". */
  readonly notes: readonly string[];
}
