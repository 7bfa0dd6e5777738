import type { EventLink } from '../record.ts';
import { readSections } from './status-words.ts';

/** A phrase that ties two events. */
export interface CausalCue {
  readonly place: 'backward' | 'forward' | 'openers';
  readonly relation: EventLink['relation'];
  readonly words: readonly string[];
}

const places = ['backward', 'forward', 'openers'] as const;
const relations: readonly EventLink['relation'][] = [
  'response',
  'cause',
  'condition',
  'purpose',
  'before',
  'after',
  'coincides',
];

/** Reads `lexicon/links.txt`, longest phrases first. Throws LexiconError with file and line. */
export function loadCausalCues(file: string, content: string): CausalCue[] {
  const cues: CausalCue[] = [];
  readSections(file, content, places, relations, (place, relation, phrase) => {
    cues.push({ place, relation, words: phrase.split(/\s+/) });
  });
  return cues.sort((a, b) => b.words.length - a.words.length);
}
