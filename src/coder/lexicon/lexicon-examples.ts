import type { EventType, Status } from '../record.ts';
import { loadEventEntries, parseExample } from './event-entries.ts';
import { eventFiles, type LexiconFiles } from './lexicon.ts';
import { loadOperators } from './operators.ts';
import { loadWordClasses } from './word-classes.ts';

/** A sentence of the lexicon with what must come of it. */
export interface LexiconExample {
  /** File and line. */
  readonly where: string;
  readonly sentence: string;
  readonly type: EventType;
  readonly mode: string | null;
  /** `RUS GOV`, `KOR`, or a party's words in quotes; empty where none is expected. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** null where any will do. */
  readonly status: Status | null;
  /** Marked `! `: misread today. Passing is a fault then, so that the mark is taken away. */
  readonly knownToFail: boolean;
  /** Whether no event of this type may be found. */
  readonly nothing: boolean;
}

/** All examples of event entries and operators, in the order of the files. Throws LexiconError. */
export function readLexiconExamples(files: LexiconFiles): LexiconExample[] {
  const classes = loadWordClasses('classes.txt', files['classes.txt'] ?? '');
  const examples: LexiconExample[] = [];
  for (const path of eventFiles(files)) {
    for (const { entry, examples: raw } of loadEventEntries(path, files[path], classes)) {
      const { type, mode, nothing } = entry;
      for (const example of raw.map(parseExample))
        examples.push({ ...example, type, mode, nothing, status: example.status ?? entry.status });
    }
  }
  for (const group of loadOperators('operators.txt', files['operators.txt'] ?? '', classes)) {
    for (const example of group.examples) examples.push({ ...example, nothing: false });
  }
  return examples;
}
