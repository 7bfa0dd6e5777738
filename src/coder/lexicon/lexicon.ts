import {
  type Contexts,
  type ContextWords,
  type Gazetteer,
  type NameFiles,
  openContexts,
  openGazetteer,
  readContexts,
  readNameFiles,
  settleNameFiles,
} from '../gazetteer/index.ts';
import { LexiconError } from '../lexicon-error.ts';
import { type CausalCue, loadCausalCues } from './causal-cues.ts';
import { type EventEntry, loadEventEntries } from './event-entries.ts';
import { freeze } from './freeze.ts';
import { collectWords, type LexiconWords } from './lexicon-words.ts';
import { type LightVerb, loadLightVerbs } from './light-verbs.ts';
import { loadOperators, type Operator } from './operators.ts';
import { indexPatterns, type PatternIndex } from './pattern-index.ts';
import { type NumberedSets, SetIndex, SetNumberer } from './set-index.ts';
import { loadSpeechVerbs, type SpeechVerbs } from './speech-verbs.ts';
import { loadStatusWords, type StatusWords } from './status-words.ts';
import { thaw } from './thaw.ts';
import { loadWordClasses } from './word-classes.ts';

/** The lexicon's files by path under its folder: `events/sanction.txt` → content. */
export type LexiconFiles = Readonly<Record<string, string>>;

/** What the files say: plain data, which `freeze` can write down. */
export interface LexiconData {
  readonly names: NameFiles;
  readonly events: PatternIndex<EventEntry>;
  readonly operators: PatternIndex<Operator>;
  readonly sets: NumberedSets;
  readonly auxiliaries: ReadonlyMap<string, readonly Operator[]>;
  readonly words: LexiconWords;
  readonly lightVerbs: ReadonlyMap<string, readonly LightVerb[]>;
  readonly speech: SpeechVerbs;
  readonly status: StatusWords;
  readonly cues: readonly CausalCue[];
  readonly contexts: ContextWords;
  readonly fingerprint: string;
}

export interface Lexicon {
  readonly gazetteer: Gazetteer;
  readonly events: PatternIndex<EventEntry>;
  readonly operators: PatternIndex<Operator>;
  /** The word sets that the patterns of `events` and `operators` ask for. */
  readonly sets: SetIndex;
  /** Operators that are auxiliaries, by the forms that the text writes: will, 'll, wo (n't). */
  readonly auxiliaries: ReadonlyMap<string, readonly Operator[]>;
  /** Words of all patterns. */
  readonly words: LexiconWords;
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
  return openLexicon(readLexicon(files));
}

/** Reads all files and writes down what they say, for `thawLexicon`. Throws as `loadLexicon` does. */
export function freezeLexicon(files: LexiconFiles): string {
  const data = readLexicon(files);
  return freeze({ ...data, names: settleNameFiles(data.names) });
}

/** The lexicon that `freezeLexicon` wrote: the same as from its files, ready in a few milliseconds. */
export function thawLexicon(frozen: string): Lexicon {
  return openLexicon(thaw(frozen) as LexiconData);
}

function openLexicon({ names, sets, contexts, ...rest }: LexiconData): Lexicon {
  return {
    ...rest,
    gazetteer: openGazetteer(names),
    sets: new SetIndex(sets),
    contexts: openContexts(contexts),
  };
}

function readLexicon(files: LexiconFiles): LexiconData {
  const file = (path: string): string => {
    const content = files[path];
    if (content === undefined)
      throw new LexiconError(path, 'no such file', 'the file in the lexicon folder');
    return content;
  };
  const classes = loadWordClasses('classes.txt', file('classes.txt'));
  const entries = eventFiles(files)
    .flatMap((path) => loadEventEntries(path, files[path], classes))
    .map(({ entry }) => entry);
  const operators = loadOperators('operators.txt', file('operators.txt'), classes).flatMap(
    (group) => group.operators,
  );
  const lightVerbs = new Map<string, LightVerb[]>();
  for (const light of loadLightVerbs('lightverbs.txt', file('lightverbs.txt'), classes)) {
    push(lightVerbs, light.verb, light);
  }
  const numberer = new SetNumberer();
  return {
    names: readNameFiles(files),
    events: indexPatterns(entries, numberer),
    operators: indexPatterns(operators, numberer),
    sets: numberer.sets,
    auxiliaries: auxiliariesOf(operators),
    words: collectWords(
      lightVerbs.keys(),
      [...entries, ...operators].map(({ pattern }) => pattern),
    ),
    lightVerbs,
    status: loadStatusWords('status.txt', file('status.txt')),
    cues: loadCausalCues('links.txt', file('links.txt')),
    speech: loadSpeechVerbs('speech.txt', file('speech.txt')),
    contexts: readContexts('contexts.txt', file('contexts.txt')),
    fingerprint: fingerprintOf(files),
  };
}

/** Names of the files that hold event entries. */
export function eventFiles(files: LexiconFiles): string[] {
  return Object.keys(files)
    .filter((path) => path.startsWith('events/') && path.endsWith('.txt'))
    .sort();
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
