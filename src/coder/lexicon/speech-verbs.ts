import type { Certainty } from '../record.ts';
import { readSections } from './status-words.ts';

/** Words of attribution by kind, with the certainty they lend. */
export interface SpeechVerbs {
  readonly verbs: ReadonlyMap<string, Certainty>;
  readonly nouns: ReadonlyMap<string, Certainty>;
  readonly adverbs: ReadonlyMap<string, Certainty>;
  readonly introducers: ReadonlyMap<string, Certainty>;
}

const certainties: readonly Certainty[] = [
  'asserted',
  'reported',
  'alleged',
  'speculated',
  'denied',
];
const kinds = ['verbs', 'nouns', 'adverbs', 'introducers'] as const;

/** Reads `lexicon/speech.txt`; its head explains the form. Throws LexiconError with file and line. */
export function loadSpeechVerbs(file: string, content: string): SpeechVerbs {
  const speech = {
    verbs: new Map<string, Certainty>(),
    nouns: new Map<string, Certainty>(),
    adverbs: new Map<string, Certainty>(),
    introducers: new Map<string, Certainty>(),
  };
  readSections(file, content, kinds, certainties, (kind, certainty, word) =>
    speech[kind].set(word, certainty),
  );
  return speech;
}
