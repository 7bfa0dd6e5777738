import { join } from 'node:path';
import type { Lexicon } from '#coder';
import type { Language } from '#language';
import { loadDecision } from '../../src/app/load-decision.ts';
import { packageRoot } from '../../src/app/load-language.ts';
import { readLexiconFolder } from '../../src/app/load-lexicon.ts';
import { collectCandidates, exampleLines, readGold } from './collect.ts';
import { CrossValidation } from './cross-validate.ts';
import { groupWords } from './group-words.ts';
import { packDecision } from './pack-decision.ts';
import { trainDecision } from './train-decision.ts';

/** Sets that the decision is trained on. */
export const trainedSets = ['plv', 'gsr', 'headlines'] as const;

/** The development sets in the folder `shared`; an absent one is empty. */
export function readTrainedSets(shared: string) {
  return Object.fromEntries(trainedSets.map((set) => [set, readGold(shared, set)]));
}

/** All that the decision is trained on: the development sets and the lexicon's own examples. */
export function readTrainingLines(shared: string) {
  const files = readLexiconFolder(join(packageRoot(), 'lexicon'));
  return { ...readTrainedSets(shared), examples: exampleLines(files) };
}

/** Bytes of the trained decision, before compression, learned from the development sets in `shared`. */
export function makeDecision(
  language: Language,
  lexicon: Lexicon,
  shared: string,
  log: (line: string) => void,
): Uint8Array {
  const sets = readTrainingLines(shared);
  const groups = groupWords(language, shared);
  log(`decision: ${groups.lemmas.length} words in groups`);
  const collected = collectCandidates(language, lexicon, groups, sets);
  log(`decision: ${collected.length} candidates of ${Object.keys(sets).join(', ')}`);
  const weights = trainDecision(collected, groups);
  log(`decision: ${weights.keys.length} features`);
  return packDecision(weights);
}

/** Deciders trained each without a part of the development documents, to be measured on it. */
export function crossValidateDecision(
  language: Language,
  lexicon: Lexicon,
  shared: string,
): CrossValidation {
  // Learned from text without labels, the groups may be those of the delivered model.
  const groups = loadDecision()?.groups ?? null;
  const lines = readTrainingLines(shared);
  return new CrossValidation(lines, collectCandidates(language, lexicon, groups, lines), groups);
}
