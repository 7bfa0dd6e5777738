import type { CodedDocument, CodedEvent } from '#coder';
import type { EventState, NewCorrection, SettableFields } from './ledger.ts';
import { matchEvents, sameReading } from './match-event.ts';

/** A live correction as it is kept. */
export interface KeptCorrection {
  readonly number: number;
  readonly kind: NewCorrection['kind'];
  /** Version of the coder whose event is meant; null for an event that an analyst added. */
  readonly coder: string | null;
  /** The coder's event that is meant, as it was then; null likewise. */
  readonly anchor: CodedEvent | null;
  /** Number of the correction that added the event that is meant; null for the coder's events. */
  readonly added: number | null;
  /** Fields for `set-field`, the event for `add-event`, the reading that was confirmed for `confirm`. */
  readonly payload: SettableFields | CodedEvent;
}

/** An event after corrections. */
export interface EffectiveEvent {
  readonly event: CodedEvent;
  /** The coder's own; null where the coder does not have it. */
  readonly coded: CodedEvent | null;
  readonly state: EventState;
  /** Numbers of the corrections that bear on it, ascending. */
  readonly corrections: readonly number[];
}

/** Everything said of one event. */
interface Target {
  readonly anchor: CodedEvent;
  /** Events that one coder told apart at one time stay apart. */
  readonly teller: string;
  readonly corrections: KeptCorrection[];
}

/** An event with what was said of it, from however many versions of the coder. */
interface Slot {
  readonly coded: CodedEvent | null;
  readonly base: CodedEvent;
  readonly targets: Target[];
}

/**
 * The events of a document as analysts left them. What an analyst confirmed, changed or added stands even where the coder no
 * longer finds it; a rejection holds for the reading that was rejected, so that a coder who reads otherwise is heard again.
 * Events that the coder does not have come last, named `<document>#a<number of the correction>`.
 */
export function applyCorrections(
  coded: CodedDocument,
  corrections: readonly KeptCorrection[],
): EffectiveEvent[] {
  const slots: Slot[] = coded.events.map((event) => ({ coded: event, base: event, targets: [] }));
  for (const target of assignTargets(slots, gatherTargets(corrections))) {
    const slot = bestSlot(slots.slice(coded.events.length), target);
    if (slot) {
      slot.targets.push(target);
    } else if (target.corrections.some(({ kind }) => kind !== 'reject')) {
      const base = { ...target.anchor, id: `${coded.id}#a${target.corrections[0].number}` };
      slots.push({ coded: null, base, targets: [target] });
    }
  }
  return slots.map(settle);
}

/** Groups corrections by the event that was meant. Corrections of an added event wait where its adding is undone. */
function gatherTargets(corrections: readonly KeptCorrection[]): Target[] {
  const targets = new Map<string, Target>();
  for (const correction of corrections) {
    const { kind, number, coder, anchor, added, payload } = correction;
    const addedBy = kind === 'add-event' ? number : added;
    const key = addedBy === null ? JSON.stringify([coder, anchor?.id]) : `added ${addedBy}`;
    const target = targets.get(key);
    if (target) {
      target.corrections.push(correction);
    } else if (kind === 'add-event') {
      targets.set(key, { anchor: payload as CodedEvent, teller: key, corrections: [correction] });
    } else if (anchor !== null) {
      targets.set(key, { anchor, teller: `coder ${coder}`, corrections: [correction] });
    }
  }
  return [...targets.values()];
}

/** Gives each target the event that fits it best, the surest first. Returns those that none fits. */
function assignTargets(slots: readonly Slot[], targets: readonly Target[]): Target[] {
  const pairs = targets.flatMap((target) =>
    slots.map((slot) => ({ target, slot, score: fitOf(target, slot) })),
  );
  const left = new Set(targets);
  for (const { target, slot } of pairs
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)) {
    if (!left.has(target) || isTaken(slot, target)) continue;
    slot.targets.push(target);
    left.delete(target);
  }
  return targets.filter((target) => left.has(target));
}

function bestSlot(slots: readonly Slot[], target: Target): Slot | null {
  let best: Slot | null = null;
  let bestScore = 0;
  for (const slot of slots) {
    const score = isTaken(slot, target) ? 0 : fitOf(target, slot);
    if (score > bestScore) [best, bestScore] = [slot, score];
  }
  return best;
}

function isTaken(slot: Slot, target: Target): boolean {
  return slot.targets.some(({ teller }) => teller === target.teller);
}

/** How well an event fits what was said; an added event and a mere rejection want the same reading. */
function fitOf(target: Target, { base }: Slot): number {
  const wantsReading =
    target.corrections.some(({ kind }) => kind === 'add-event') ||
    target.corrections.every(({ kind }) => kind === 'reject');
  if (wantsReading && !sameReading(target.anchor, base)) return 0;
  return matchEvents(target.anchor, base);
}

/** Applies all that was said of one event, in the order of saying. */
function settle({ coded, base, targets }: Slot): EffectiveEvent {
  if (targets.length === 0) return { event: base, coded, state: 'coded', corrections: [] };
  let event = base;
  let state: EventState = 'coded';
  let rejected = false;
  const bearing: number[] = [];
  const said = targets
    .flatMap((target) => target.corrections.map((correction) => ({ correction, target })))
    .sort((a, b) => a.correction.number - b.correction.number);
  for (const { correction, target } of said) {
    const { kind, number, payload } = correction;
    if (kind === 'reject') {
      if (coded !== null && !sameReading(target.anchor, base)) continue;
      rejected = true;
    } else if (kind === 'set-field') {
      event = { ...event, ...payload };
      if (state !== 'added') state = 'corrected';
    } else {
      event = { ...(payload as CodedEvent), id: base.id };
      rejected = false;
      if (kind === 'add-event') state = 'added';
      else if (state !== 'added') state = 'confirmed';
    }
    bearing.push(number);
  }
  return { event, coded, state: rejected ? 'rejected' : state, corrections: bearing };
}
