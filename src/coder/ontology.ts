import { type EventType, eventTypes } from './record.ts';

/**
 * PLOVER types with their modes and conflict–cooperation scores (PLOVER manual, Open Event Data Alliance;
 * POLECAT scores). A mode without a score of its own has its type's. CONSULT/phone and the like as in the manual.
 */
export const ontology: Readonly<
  Record<EventType, { score: number; modes: Readonly<Record<string, number>> }>
> = {
  AGREE: { score: 2.5, modes: {} },
  CONSULT: { score: 2.5, modes: { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 } },
  SUPPORT: { score: 5, modes: {} },
  CONCEDE: { score: 4.5, modes: {} },
  COOPERATE: { score: 9.5, modes: {} },
  AID: { score: 10, modes: {} },
  RETREAT: {
    score: 6.5,
    modes: { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 },
  },
  REQUEST: { score: 0, modes: { assist: 0.5, change: -1, yield: -1, meet: 0 } },
  ACCUSE: { score: -3, modes: { disapprove: -2, investigate: -3.5, allege: -3.5 } },
  REJECT: { score: -2, modes: { assist: -1.5, change: -2, yield: -2, meet: -2 } },
  THREATEN: {
    score: -3.5,
    modes: {
      restrict: -3,
      arrest: -3.5,
      relations: -3.5,
      expel: -3.5,
      violence: -3.5,
      territory: -4,
    },
  },
  PROTEST: {
    score: -5,
    modes: {
      demo: -5,
      riot: -7,
      strike: -5,
      hunger: -4.5,
      boycott: -4.5,
      obstruct: -4.5,
      vandalize: -5,
    },
  },
  SANCTION: { score: -6, modes: { convict: -6, expel: -5.5, withdraw: -6, discontinue: -6 } },
  MOBILIZE: { score: -5.5, modes: { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6 } },
  COERCE: {
    score: -7,
    modes: {
      seize: -7,
      restrict: -7,
      arrest: -7,
      deport: -7,
      withhold: -7,
      cyber: -7,
      censor: -7,
      curfew: -7,
      misinformation: -6.5,
      'martial-law': -7.5,
    },
  },
  ASSAULT: {
    score: -9,
    modes: {
      abduct: -9,
      torture: -9,
      sexual: -9,
      destroy: -8.5,
      beat: -9,
      'crowd-control': -7.5,
      primitive: -8,
      firearms: -9,
      explosives: -9,
      targeted: -9,
      'suicide-attack': -9,
      aerial: -9,
      drone: -9,
      'heavy-weapons': -9.5,
      unconventional: -10,
    },
  },
};

/** Events without direction: all parties are actors. */
export const mutualTypes: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE']);

export function isEventType(text: string): text is EventType {
  return (eventTypes as readonly string[]).includes(text);
}

/** Conflict–cooperation score, −10 … +10. */
export function intensityOf(type: EventType, mode: string | null): number {
  const entry = ontology[type];
  return (mode === null ? undefined : entry.modes[mode]) ?? entry.score;
}
