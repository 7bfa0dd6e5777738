import { LexiconError } from '../lexicon-error.ts';
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

/** Reads the files by name under lexicon/; those of other folders are left alone. Throws LexiconError. */
export function readNameFiles(files: Readonly<Record<string, string>>): NameFiles {
  const writings = new Map<string, NameWriting[]>();
  const givenNames = new Set<string>();
  const countryNames = new Map<string, string>();
  const sink: NameSink = (text, ordinary, entry, line) => {
    const key = firstKey(text);
    if (key === '') throw faultAt(line, `"${text}" without a letter`, 'a name with letters');
    const known = writings.get(key);
    if (known) known.push({ text, ordinary, entry });
    else writings.set(key, [{ text, ordinary, entry }]);
  };
  const names = Object.keys(files).filter((name) =>
    /^(actors|roles|places)\/[^/]+\.txt$/.test(name),
  );
  for (const file of names.sort()) {
    const content = files[file].includes('\r') ? files[file].replaceAll('\r\n', '\n') : files[file];
    if (cityHeader.test(content)) {
      readCities(file, content, sink);
      continue;
    }
    const [first, ...lines] = readLexiconLines(file, content);
    const kind = readKind(first, file);
    if (kind === 'role') readRoles(lines, sink);
    else if (kind === 'no-party') readPhrases(lines, sink);
    else if (kind === 'given-name') readGivenNames(lines, givenNames);
    else if (kind !== 'country') readActors(kind, lines, sink);
    else for (const [code, name] of readCountries(lines, sink)) countryNames.set(code, name);
  }
  return { writings, givenNames, countryNames };
}

/** The same with every entry read: plain data. Throws LexiconError where an entry is faulty that was left for later. */
export function settleNameFiles(names: NameFiles): NameFiles {
  const writings = new Map<string, NameWriting[]>();
  for (const [key, list] of names.writings) {
    writings.set(
      key,
      list.map(({ text, ordinary, entry }) => ({ text, ordinary, entry: makeEntry(entry) })),
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
