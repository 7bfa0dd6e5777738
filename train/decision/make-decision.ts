import type { Lexicon } from '#coder';
import type { Language } from '#language';
import { collectCandidates, readGold } from './collect.ts';
import { packDecision } from './pack-decision.ts';
import { trainDecision } from './train-decision.ts';

/** Sets that the decision is trained on. */
export const trainedSets = ['plv', 'gsr', 'headlines'] as const;

/** The development sets in the folder `shared`; an absent one is empty. */
export function readTrainedSets(shared: string) {
  return Object.fromEntries(trainedSets.map((set) => [set, readGold(shared, set)]));
}

/** Bytes of the trained decision, before compression, learned from the development sets in `shared`. */
export function makeDecision(
  language: Language,
  lexicon: Lexicon,
  shared: string,
  log: (line: string) => void,
): Uint8Array {
  const sets = readTrainedSets(shared);
  const collected = collectCandidates(language, lexicon, null, sets);
  log(`decision: ${collected.length} candidates of ${trainedSets.join(', ')}`);
  const weights = trainDecision(collected, null);
  log(`decision: ${weights.keys.length} features`);
  return packDecision(weights);
}
