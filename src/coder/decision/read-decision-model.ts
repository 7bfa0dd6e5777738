import { readWeights } from '#language';
import { eventTypes } from '../record.ts';
import { DecisionModel } from './decision-model.ts';
import { featureKinds } from './feature-list.ts';
import { WordGroups } from './word-groups.ts';

function readGroups(file: ReturnType<typeof readWeights>): WordGroups | null {
  const words = new TextDecoder().decode(file.array('words', 'u8'));
  return words === '' ? null : new WordGroups(words.split(' '), file.array('groups', 'u8'));
}

/** Reads the decompressed `models/decision.gz`. Throws where the bytes are something else or for other features. */
export function readDecisionModel(bytes: Uint8Array): DecisionModel {
  const file = readWeights(bytes, 'decision');
  const { types, kinds, unit } = file.settings as { types: string; kinds: number; unit: number };
  if (types !== eventTypes.join(' ') || kinds !== featureKinds.length) {
    throw new Error(
      `decision weights: made for ${kinds} kinds of features and the types "${types}"; expected ${featureKinds.length} and "${eventTypes.join(' ')}". Run "npm run train decision" to make them again.`,
    );
  }
  return new DecisionModel({
    keys: file.array('keys', 'i32'),
    rows: file.array('rows', 'i8'),
    unit,
    groups: readGroups(file),
  });
}
