import { type DecisionWeights, eventTypes, featureKinds } from '#coder';
import { writeWeights } from '../../src/language/weights-file.ts';

/** Bytes of `models/decision.gz` before compression; `readDecisionModel` reads them back. */
export function packDecision({ keys, rows, unit, groups }: DecisionWeights): Uint8Array {
  const settings = { types: eventTypes.join(' '), kinds: featureKinds.length, unit };
  return writeWeights('decision', settings, {
    keys,
    rows,
    words: new TextEncoder().encode(groups?.lemmas.join(' ') ?? ''),
    groups: groups?.numbers ?? new Uint8Array(0),
  });
}
