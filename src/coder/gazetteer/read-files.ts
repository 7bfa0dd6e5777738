import {
  readActorDictionary,
  readAgentDictionary,
  recogniseDictionary,
  type TakeName,
} from '../dictionaries/index.ts';
import { LexiconError, type LexiconFault } from '../lexicon-error.ts';
import {
  faultAt,
  type LexiconLine,
  type NameSink,
  readLexiconLines,
  readTerms,
} from './lexicon-lines.ts';
import { makeEntry, type NameWriting, type WritingsByUnit } from './name-trie.ts';
import { readActors } from './read-actors.ts';
import { readCities } from './read-cities.ts';
import { readCountries } from './read-countries.ts';
import { readRoles } from './read-roles.ts';
import { firstKey, foldLetters } from './term.ts';

/** What the files of lexicon/actors, lexicon/roles and lexicon/places say. */
export interface NameFiles {
  readonly writings: WritingsByUnit;
  /** Folded, in lower case. */
  readonly givenNames: ReadonlySet<string>;
  /** By ISO code. */
  readonly countryNames: ReadonlyMap<string, string>;
  /** What had to be left out of dictionaries of other coders. */
  readonly faults: readonly LexiconFault[];
}

const kinds = [
  'country',
  'organization',
  'group',
  'person',
  'region',
  'role',
  'city',
  'no-party',
  'given-name',
] as const;

/** Cities are many: their file is read by rows of its own, without the objects that other lines need. */
const cityHeader = /^(?:#.*\n|\n)*kind city *\n/;

/** Files by path below their folder. */
type Files = Readonly<Record<string, string>>;

/**
 * Reads the files by name under lexicon/; those of other folders are left alone. Throws LexiconError.
 *
 * @param own the user's own files, whose names win; dictionaries of PETRARCH and TABARI may be among them
 */
export function readNameFiles(files: Files, own: Files = {}): NameFiles {
  const reader = new NameFileReader();
  for (const file of nameFiles(files)) reader.read(file, files[file], false);
  const ours = nameFiles(own).filter((file) => kindLine.test(own[file]));
  for (const file of ours) reader.read(`${ownPrefix}${file}`, own[file], true);
  for (const file of Object.keys(own).sort()) {
    if (ours.includes(file) || !isForeign(file)) continue;
    reader.readDictionary(`${ownPrefix}${file}`, own[file]);
  }
  return reader.names;
}

/** Stands before the paths of the user's own files. */
export const ownPrefix = 'own/';

/** A first line such as "kind country", after comments. */
const kindLine = /^(?:\s*(?:#.*)?\r?\n)*kind /;

function nameFiles(files: Files): string[] {
  return Object.keys(files)
    .filter((name) => /^(actors|roles|places)\/[^/]+\.txt$/.test(name))
    .sort();
}

/** Whether a file of the user's is none that the lexicon has by its path, and so may be a dictionary. */
function isForeign(file: string): boolean {
  return !/^(?:events\/.*|classes|contexts|lightverbs|links|operators|speech|status)\.txt$/.test(
    file,
  );
}

class NameFileReader {
  readonly #writings = new Map<string, NameWriting[]>();
  readonly #givenNames = new Set<string>();
  readonly #countryNames = new Map<string, string>();
  readonly #faults: LexiconFault[] = [];

  get names(): NameFiles {
    return {
      writings: this.#writings,
      givenNames: this.#givenNames,
      countryNames: this.#countryNames,
      faults: this.#faults,
    };
  }

  read(file: string, raw: string, own: boolean): void {
    const content = raw.includes('\r') ? raw.replaceAll('\r\n', '\n') : raw;
    const sink: NameSink = (text, ordinary, entry, line) => {
      if (!this.#add(text, own ? { text, ordinary, entry, own: true } : { text, ordinary, entry }))
        throw faultAt(line, `"${text}" without a letter`, 'a name with letters');
    };
    if (cityHeader.test(content)) {
      readCities(file, content, sink);
      return;
    }
    const [first, ...lines] = readLexiconLines(file, content);
    const kind = readKind(first, file);
    if (kind === 'role') readRoles(lines, sink);
    else if (kind === 'no-party') readPhrases(lines, sink);
    else if (kind === 'given-name') readGivenNames(lines, this.#givenNames);
    else if (kind !== 'country') readActors(kind, lines, sink);
    else for (const [code, name] of readCountries(lines, sink)) this.#countryNames.set(code, name);
  }

  readDictionary(file: string, content: string): void {
    const take: TakeName = (text, entry) =>
      this.#add(text, { text, ordinary: false, entry, own: true });
    const report = (fault: LexiconFault): number => this.#faults.push(fault);
    const kind = recogniseDictionary(content);
    if (kind === 'actors') {
      readActorDictionary(file, content, this.#countryNames, take, report);
    } else if (kind === 'agents') readAgentDictionary(file, content, take, report);
    else {
      const found = kind === null ? 'no lexicon file' : 'a PETRARCH or TABARI verb dictionary';
      const expected =
        kind === null
          ? 'a file of events/, actors/, roles/ or places/, or an actor or agent dictionary of PETRARCH or TABARI'
          : 'actors or agents: CAMEO verb patterns are not read; write events as events/*.txt in the way of lexicon/README.md';
      report({ where: `${file}:1`, found, expected });
    }
  }

  #add(text: string, writing: NameWriting): boolean {
    const key = firstKey(text);
    if (key === '') return false;
    const known = this.#writings.get(key);
    if (known) known.push(writing);
    else this.#writings.set(key, [writing]);
    return true;
  }
}

/** The same with every entry read: plain data. Throws LexiconError where an entry is faulty that was left for later. */
export function settleNameFiles(names: NameFiles): NameFiles {
  const writings = new Map<string, NameWriting[]>();
  for (const [key, list] of names.writings) {
    writings.set(
      key,
      list.map((writing) => ({ ...writing, entry: makeEntry(writing.entry) })),
    );
  }
  return { ...names, writings };
}

/** The first line says what the file holds: `kind country`. */
function readKind(
  first: LexiconLine | undefined,
  file: string,
): Exclude<(typeof kinds)[number], 'city'> {
  const text = first?.text ?? '';
  for (const kind of kinds) if (text === `kind ${kind}` && kind !== 'city') return kind;
  const place = `${file}:${first?.number ?? 1}`;
  const expected = `a first line such as "kind country"; one of ${kinds.join(', ')}`;
  throw new LexiconError(place, `"${text.slice(0, 40)}"`, expected);
}

function readPhrases(lines: readonly LexiconLine[], sink: NameSink): void {
  for (const line of lines) readTerms(line.text, null, line, sink);
}

function readGivenNames(lines: readonly LexiconLine[], givenNames: Set<string>): void {
  for (const { text } of lines) {
    for (const name of text.split(' ')) givenNames.add(foldLetters(name).toLowerCase());
  }
}
