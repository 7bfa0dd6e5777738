import {
  type Contexts,
  type ContextWords,
  type Gazetteer,
  type NameFiles,
  openContexts,
  openGazetteer,
  ownPrefix,
  readContexts,
  readNameFiles,
  settleNameFiles,
} from '../gazetteer/index.ts';
import { LexiconError, type LexiconFault } from '../lexicon-error.ts';
import { type CausalCue, loadCausalCues } from './causal-cues.ts';
import { type ConfidenceWeights, loadConfidenceWeights } from './confidence-weights.ts';
import { type EntryWithExamples, type EventEntry, loadEventEntries } from './event-entries.ts';
import type { EventPattern } from './event-pattern.ts';
import { freeze } from './freeze.ts';
import { collectWords, type LexiconWords } from './lexicon-words.ts';
import { type LightVerb, loadLightVerbs } from './light-verbs.ts';
import { loadOperators, type Operator } from './operators.ts';
import { indexPatterns, type PatternIndex } from './pattern-index.ts';
import { type NumberedSets, SetIndex, SetNumberer } from './set-index.ts';
import { loadSpeechVerbs, type SpeechVerbs } from './speech-verbs.ts';
import { loadStatusWords, type StatusWords } from './status-words.ts';
import { thaw } from './thaw.ts';
import { WordBook } from './word-book.ts';
import { loadWordClasses, type WordClasses } from './word-classes.ts';

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
  readonly confidence: ConfidenceWeights;
  readonly fingerprint: string;
}

export interface Lexicon {
  readonly gazetteer: Gazetteer;
  readonly events: PatternIndex<EventEntry>;
  readonly operators: PatternIndex<Operator>;
  /** The word sets that the patterns of `events` and `operators` ask for. */
  readonly sets: SetIndex;
  /** `events`, `operators` and `sets` by word. */
  readonly book: WordBook;
  /** Operators that are auxiliaries, by the forms that the text writes: will, 'll, wo (n't). */
  readonly auxiliaries: ReadonlyMap<string, readonly Operator[]>;
  /** Words of all patterns. */
  readonly words: LexiconWords;
  readonly lightVerbs: ReadonlyMap<string, readonly LightVerb[]>;
  readonly speech: SpeechVerbs;
  readonly status: StatusWords;
  readonly cues: readonly CausalCue[];
  readonly contexts: Contexts;
  readonly confidence: ConfidenceWeights;
  /** Eight hexadecimal digits that change with any change of the files. */
  readonly fingerprint: string;
  /** What had to be left out of the user's dictionaries. */
  readonly faults: readonly LexiconFault[];
}

/**
 * Reads all files. Throws LexiconError with file and line at the first fault.
 *
 * @param own the user's own files, by path below their folder: in the forms of the lexicon, or actor and agent
 * dictionaries of PETRARCH and TABARI. They are added; of two readings of the same words theirs wins. In errors and
 * in records `own/` stands before their paths.
 */
export function loadLexicon(files: LexiconFiles, own: LexiconFiles = {}): Lexicon {
  return openLexicon(readLexicon(files, own));
}

/** Reads all files and writes down what they say, for `thawLexicon`. Throws as `loadLexicon` does. */
export function freezeLexicon(files: LexiconFiles): string {
  const data = readLexicon(files, {});
  return freeze({ ...data, names: settleNameFiles(data.names) });
}

/** The lexicon that `freezeLexicon` wrote: the same as from its files, ready in a few milliseconds. */
export function thawLexicon(frozen: string): Lexicon {
  return openLexicon(thaw(frozen) as LexiconData);
}

function openLexicon({ names, sets, contexts, ...rest }: LexiconData): Lexicon {
  const numbered = new SetIndex(sets);
  return {
    ...rest,
    gazetteer: openGazetteer(names),
    faults: names.faults,
    sets: numbered,
    book: new WordBook(rest.events, rest.operators, numbered),
    contexts: openContexts(contexts),
  };
}

function readLexicon(files: LexiconFiles, own: LexiconFiles): LexiconData {
  const sources = sourcesOf(files, own);
  const classes = readClasses(files, own);
  const entries = [
    ...eventEntriesOf(own, classes, ownPrefix).map(({ entry }) => preferred(entry)),
    ...eventEntriesOf(files, classes, '').map(({ entry }) => entry),
  ];
  const operators = sources('operators.txt').flatMap(({ path, content, isOwn }) =>
    loadOperators(path, content, classes).flatMap((group) =>
      isOwn ? group.operators.map(preferred) : group.operators,
    ),
  );
  const lightVerbs = new Map<string, LightVerb[]>();
  for (const { path, content } of sources('lightverbs.txt')) {
    for (const light of loadLightVerbs(path, content, classes)) push(lightVerbs, light.verb, light);
  }
  const numberer = new SetNumberer();
  const read = <T>(file: string, load: (path: string, content: string) => T): T[] =>
    sources(file).map(({ path, content }) => load(path, content));
  return {
    names: readNameFiles(files, own),
    events: indexPatterns(entries, numberer),
    operators: indexPatterns(operators, numberer),
    sets: numberer.sets,
    auxiliaries: auxiliariesOf(operators),
    words: collectWords(
      lightVerbs.keys(),
      [...entries, ...operators].map(({ pattern }) => pattern),
    ),
    lightVerbs,
    status: joinMaps(read('status.txt', loadStatusWords), ([value]) => value),
    cues: read('links.txt', loadCausalCues)
      .flat()
      .sort((one, other) => other.words.length - one.words.length),
    speech: joinMaps(read('speech.txt', loadSpeechVerbs), ([value]) => value),
    contexts: joinMaps(read('contexts.txt', readContexts), (lists) => lists.flat()),
    confidence: joinMaps(read('confidence.txt', loadConfidenceWeights), ([value]) => value),
    fingerprint: fingerprintOf(files, own),
  };
}

interface SourceFile {
  /** As errors and records name it. */
  readonly path: string;
  readonly content: string;
  readonly isOwn: boolean;
}

/** Where a file of the lexicon comes from: the user's own folder first, then the package. */
function sourcesOf(files: LexiconFiles, own: LexiconFiles): (file: string) => SourceFile[] {
  return (file) => {
    const content = files[file];
    if (content === undefined)
      throw new LexiconError(file, 'no such file', 'the file in the lexicon folder');
    const packaged = { path: file, content, isOwn: false };
    if (own[file] === undefined) return [packaged];
    return [{ path: `${ownPrefix}${file}`, content: own[file], isOwn: true }, packaged];
  };
}

/** Word classes of the package with those that the user's own file adds. */
export function readClasses(files: LexiconFiles, own: LexiconFiles): WordClasses {
  const sources = sourcesOf(files, own)('classes.txt').reverse();
  return loadWordClasses(...sources.map(({ path, content }) => [path, content] as const));
}

/** Event entries with their examples in the order of the files; `prefix` stands before their names. */
export function eventEntriesOf(
  files: LexiconFiles,
  classes: WordClasses,
  prefix: string,
): EntryWithExamples[] {
  return Object.keys(files)
    .filter((path) => path.startsWith('events/') && path.endsWith('.txt'))
    .sort()
    .flatMap((path) => loadEventEntries(`${prefix}${path}`, files[path], classes));
}

/** What the user's own entries are worth beyond the packaged ones that ask for as much. */
const ownBonus = 0.25;

function preferred<T extends { readonly pattern: EventPattern }>(entry: T): T {
  const { pattern } = entry;
  return { ...entry, pattern: { ...pattern, specificity: pattern.specificity + ownBonus } };
}

type MapsOf<K extends string, V> = Readonly<Record<K, ReadonlyMap<string, V>>>;

/** Records of maps as one; where several have a key, `choose` says what holds, given the values in order. */
function joinMaps<K extends string, V>(
  records: readonly MapsOf<K, V>[],
  choose: (values: readonly V[]) => V,
): MapsOf<K, V> {
  if (records.length === 1) return records[0];
  const names = Object.keys(records[0]) as K[];
  const joined = names.map((name) => {
    const values = new Map<string, V[]>();
    for (const record of records) {
      for (const [key, value] of record[name]) push(values, key, value);
    }
    return [name, new Map([...values].map(([key, list]) => [key, choose(list)]))];
  });
  return Object.fromEntries(joined);
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
function fingerprintOf(files: LexiconFiles, own: LexiconFiles): string {
  let hash = 0x811c9dc5;
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  };
  for (const path of Object.keys(files).sort()) {
    add(path);
    add(files[path]);
  }
  for (const path of Object.keys(own).sort()) {
    add(`${ownPrefix}${path}`);
    add(own[path]);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
