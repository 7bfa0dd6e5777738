import { type Contexts, type Gazetteer, loadContexts, loadGazetteer } from '../gazetteer/index.ts';
import { LexiconError } from '../lexicon-error.ts';
import { type CausalCue, loadCausalCues } from './causal-cues.ts';
import { type EventEntry, loadEventEntries } from './event-entries.ts';
import { type LightVerb, loadLightVerbs } from './light-verbs.ts';
import { loadOperators, type Operator } from './operators.ts';
import { indexPatterns, type PatternIndex } from './pattern-index.ts';
import { SetIndex } from './set-index.ts';
import { loadSpeechVerbs, type SpeechVerbs } from './speech-verbs.ts';
import { loadStatusWords, type StatusWords } from './status-words.ts';
import { loadWordClasses } from './word-classes.ts';

/** The lexicon's files by path under its folder: `events/sanction.txt` → content. */
export type LexiconFiles = Readonly<Record<string, string>>;

export interface Lexicon {
  readonly gazetteer: Gazetteer;
  readonly events: PatternIndex<EventEntry>;
  readonly operators: PatternIndex<Operator>;
  /** The word sets that the patterns of `events` and `operators` ask for. */
  readonly sets: SetIndex;
  /** Operators that are auxiliaries, by the forms that the text writes: will, 'll, wo (n't). */
  readonly auxiliaries: ReadonlyMap<string, readonly Operator[]>;
  readonly entries: readonly EventEntry[];
  readonly allOperators: readonly Operator[];
  readonly lightVerbs: ReadonlyMap<string, readonly LightVerb[]>;
  readonly speech: SpeechVerbs;
  readonly status: StatusWords;
  readonly cues: readonly CausalCue[];
  readonly contexts: Contexts;
  /** Eight hexadecimal digits that change with any change of the files. */
  readonly fingerprint: string;
}

/** Reads all files. Throws LexiconError with file and line at the first fault. */
export function loadLexicon(files: LexiconFiles): Lexicon {
  const file = (path: string): string => {
    const content = files[path];
    if (content === undefined)
      throw new LexiconError(path, 'no such file', 'the file in the lexicon folder');
    return content;
  };
  const classes = loadWordClasses('classes.txt', file('classes.txt'));
  const entries = Object.keys(files)
    .filter((path) => path.startsWith('events/') && path.endsWith('.txt'))
    .sort()
    .flatMap((path) => loadEventEntries(path, files[path], classes));
  const allOperators = loadOperators('operators.txt', file('operators.txt'), classes);
  const lightVerbs = new Map<string, LightVerb[]>();
  for (const light of loadLightVerbs('lightverbs.txt', file('lightverbs.txt'), classes)) {
    push(lightVerbs, light.verb, light);
  }
  const sets = new SetIndex();
  return {
    gazetteer: loadGazetteer(files),
    events: indexPatterns(entries, sets),
    operators: indexPatterns(allOperators, sets),
    sets,
    auxiliaries: auxiliariesOf(allOperators),
    entries,
    allOperators,
    lightVerbs,
    status: loadStatusWords('status.txt', file('status.txt')),
    cues: loadCausalCues('links.txt', file('links.txt')),
    speech: loadSpeechVerbs('speech.txt', file('speech.txt')),
    contexts: loadContexts('contexts.txt', file('contexts.txt')),
    fingerprint: fingerprintOf(files),
  };
}

/** Written forms of auxiliaries that are not their lemma; "to" in headlines. */
const auxiliaryForms: Readonly<Record<string, readonly string[]>> = {
  will: ["'ll", '’ll', 'wo', 'to'],
  would: ["'d", '’d'],
  shall: ['sha'],
};

function auxiliariesOf(operators: readonly Operator[]): Map<string, Operator[]> {
  const found = new Map<string, Operator[]>();
  for (const operator of operators) {
    if (operator.pattern.kind !== 'auxiliary') continue;
    for (const lemma of operator.pattern.heads) {
      for (const form of [lemma, ...(auxiliaryForms[lemma] ?? [])]) push(found, form, operator);
    }
  }
  return found;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** FNV-1a over all files in the order of their names. */
function fingerprintOf(files: LexiconFiles): string {
  let hash = 0x811c9dc5;
  for (const path of Object.keys(files).sort()) {
    for (const text of [path, files[path]]) {
      for (let at = 0; at < text.length; at++)
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
