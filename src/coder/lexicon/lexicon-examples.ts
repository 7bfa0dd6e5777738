import { ownPrefix } from '../gazetteer/index.ts';
import type { EventType, Status } from '../record.ts';
import { parseExample } from './event-entries.ts';
import { eventEntriesOf, type LexiconFiles, readClasses } from './lexicon.ts';
import { loadOperators } from './operators.ts';

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

/**
 * All examples of event entries and operators, in the order of the files. Throws LexiconError.
 *
 * @param own as for `loadLexicon`; then only their examples are read
 */
export function readLexiconExamples(files: LexiconFiles, own?: LexiconFiles): LexiconExample[] {
  const [read, prefix] = own === undefined ? [files, ''] : [own, ownPrefix];
  const classes = readClasses(files, own ?? {});
  const examples: LexiconExample[] = [];
  for (const { entry, examples: raw } of eventEntriesOf(read, classes, prefix)) {
    const { type, mode, nothing, status } = entry;
    for (const example of raw.map(parseExample))
      examples.push({ ...example, type, mode, nothing, status: example.status ?? status });
  }
  const operators = read['operators.txt'] ?? '';
  for (const group of loadOperators(`${prefix}operators.txt`, operators, classes)) {
    for (const example of group.examples) examples.push({ ...example, nothing: false });
  }
  return examples;
}
