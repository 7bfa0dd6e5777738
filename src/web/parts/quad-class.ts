import type { CodedEvent } from '../../app/contract.ts';

type EventType = CodedEvent['type'];

/** PLOVER's four classes of events. */
export type QuadClass =
  | 'verbal-cooperation'
  | 'material-cooperation'
  | 'verbal-conflict'
  | 'material-conflict';

const classes: Readonly<Record<EventType, QuadClass>> = {
  AGREE: 'verbal-cooperation',
  CONSULT: 'verbal-cooperation',
  SUPPORT: 'verbal-cooperation',
  CONCEDE: 'verbal-cooperation',
  COOPERATE: 'material-cooperation',
  AID: 'material-cooperation',
  RETREAT: 'material-cooperation',
  REQUEST: 'verbal-conflict',
  ACCUSE: 'verbal-conflict',
  REJECT: 'verbal-conflict',
  THREATEN: 'verbal-conflict',
  PROTEST: 'material-conflict',
  SANCTION: 'material-conflict',
  MOBILIZE: 'material-conflict',
  COERCE: 'material-conflict',
  ASSAULT: 'material-conflict',
};

export const eventTypes = Object.keys(classes) as readonly EventType[];

export const quadClasses: readonly QuadClass[] = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
];

export const quadClassOf = (type: EventType): QuadClass => classes[type];

export const quadClassName = (quad: QuadClass): string => quad.replace('-', ' ');

/** `COERCE/arrest`, as analysts write it. */
export const eventName = (event: {
  readonly type: EventType;
  readonly mode: string | null;
}): string => (event.mode === null ? event.type : `${event.type}/${event.mode}`);
