import type { Word } from '#language';
import { LexiconError } from '../lexicon-error.ts';
import type { GazetteerEntry, GazetteerKind, GazetteerMatch, OfficeTerm } from './entry.ts';
import { readLexiconLines, readTerms } from './lexicon-lines.ts';
import { type Ending, NameTrie, type TrieNode } from './name-trie.ts';
import { isSurname, Plausibility } from './plausibility.ts';
import { earliest, latest, readActors } from './read-actors.ts';
import { readCities } from './read-cities.ts';
import { readCountries, type TermSink } from './read-countries.ts';
import { readRoles } from './read-roles.ts';
import { UnitReader } from './sentence-units.ts';
import { foldLetters } from './term.ts';

export type { GazetteerEntry, GazetteerKind, GazetteerMatch, OfficeTerm } from './entry.ts';

/** Knows names: finds them in sentences and tells whose they are. Holds a cache of words; use one per thread. */
export interface Gazetteer {
  /**
   * The names in a sentence, longest first from left to right, none overlapping. Names match as written, in capitals
   * or in title case; roles ("foreign minister") in any case. Works on words and on tokens alike.
   */
  match(words: readonly Word[]): GazetteerMatch[];
  /**
   * The best reading of a match on a day (`YYYY-MM-DD`, or null where it is unknown): among several persons the one
   * in office. Null for a surname whose bearer held no office within eight years of the day.
   */
  pick(match: GazetteerMatch, date: string | null): GazetteerEntry | null;
  /** The office held on that day; without a day the last one. Null outside all terms. */
  office(entry: GazetteerEntry, date: string | null): OfficeTerm | null;
  /** Country and sector on that day. A person outside all terms of office is ELI; a group or body keeps its own sector. */
  party(
    entry: GazetteerEntry,
    date: string | null,
  ): { country: string | null; sector: string | null };
  /** "South Korea" for KOR; null for codes that no country bears. */
  countryName(code: string): string | null;
  /** How many ways of writing names are known. */
  readonly size: number;
}

const kinds: readonly GazetteerKind[] = [
  'country',
  'people',
  'metonym',
  'capital',
  'organization',
  'group',
  'person',
  'role',
  'region',
  'city',
];
const rank = Object.fromEntries(kinds.map((kind, i) => [kind, i])) as Record<GazetteerKind, number>;

/** Years around the terms of office within which a surname alone still means its bearer. */
const memory = 8;

/**
 * Reads the files of lexicon/actors, lexicon/roles and lexicon/places: name under lexicon/ → content. Other files
 * are left alone. The first line of each says what it holds: `kind country`. Throws LexiconError.
 */
export function loadGazetteer(files: Readonly<Record<string, string>>): Gazetteer {
  const trie = new NameTrie();
  const givenNames = new Set<string>();
  const countryNames = new Map<string, string>();
  const sink: TermSink = (term, entry) => {
    if (entry.kind === 'country' && !countryNames.has(entry.country!))
      countryNames.set(entry.country!, entry.name);
    if (!trie.add(term.text, term.ordinary, entry)) {
      throw new LexiconError(term.where, `"${term.text}" without a letter`, 'a name with letters');
    }
  };
  for (const file of Object.keys(files).sort()) {
    if (/^(actors|roles|places)\/[^/]+\.txt$/.test(file))
      readFile(file, files[file], sink, trie, givenNames);
  }
  return new TrieGazetteer(trie, givenNames, countryNames);
}

function readFile(
  file: string,
  content: string,
  sink: TermSink,
  trie: NameTrie,
  givenNames: Set<string>,
): void {
  const end = content.indexOf('\n');
  const header = content.slice(0, end < 0 ? content.length : end).trim();
  const kind = header.startsWith('kind ') ? header.slice(5) : '';
  if (kind === 'city') {
    readCities(file, content, sink);
    return;
  }
  const lines = readLexiconLines(file, content);
  lines.next();
  switch (kind) {
    case 'country':
      readCountries(lines, sink);
      return;
    case 'organization':
    case 'group':
    case 'person':
    case 'region':
      readActors(kind, lines, sink);
      return;
    case 'role':
      readRoles(lines, sink);
      return;
    case 'no-party':
      for (const { text, where } of lines) {
        for (const term of readTerms(text, where)) trie.add(term.text, term.ordinary, null);
      }
      return;
    case 'given-name':
      for (const { text } of lines) {
        for (const name of text.split(/[\s;]+/)) givenNames.add(foldLetters(name).toLowerCase());
      }
      return;
    default:
      throw new LexiconError(
        `${file}:1`,
        `"${header.slice(0, 40)}"`,
        'a first line such as "kind country"; one of country, organization, group, person, region, role, city, no-party, given-name',
      );
  }
}

class TrieGazetteer implements Gazetteer {
  readonly #trie: NameTrie;
  readonly #plausibility: Plausibility;
  readonly #reader: UnitReader;
  readonly #countryNames: ReadonlyMap<string, string>;

  constructor(
    trie: NameTrie,
    givenNames: ReadonlySet<string>,
    countryNames: ReadonlyMap<string, string>,
  ) {
    this.#trie = trie;
    this.#plausibility = new Plausibility(givenNames);
    this.#reader = new UnitReader(trie);
    this.#countryNames = countryNames;
  }

  get size(): number {
    return this.#trie.size;
  }

  match(words: readonly Word[]): GazetteerMatch[] {
    const matches: GazetteerMatch[] = [];
    const sentence = this.#reader.read(words);
    const { roots, glue, units } = sentence;
    const path: TrieNode[] = [];
    for (let from = 0; from < roots.length; from++) {
      const root = roots[from];
      if (root === undefined || glue[from] === 'apostrophe') continue;
      path.length = 0;
      let node: TrieNode | undefined = root.node;
      for (let to = from + 1; node !== undefined; to++) {
        path.push(node);
        node = to < units.length ? node.next?.get(units[to].key) : undefined;
      }
      for (let length = path.length; length > 0; length--) {
        const endings = path[length - 1].endings;
        const to = from + length;
        if (endings === null || (glue[to] === 'apostrophe' && units[to].key !== 's')) continue;
        const meant = endings.filter((ending) =>
          this.#plausibility.holds(ending, sentence, from, to),
        );
        if (meant.length === 0) continue;
        if (meant.every((ending) => ending.entry !== null)) {
          matches.push({
            from: sentence.words[from],
            to: sentence.words[to - 1] + 1,
            entries: rankEntries(meant),
            short: meant.some(isSurname),
          });
        }
        from = to - 1;
        break;
      }
    }
    return matches;
  }

  pick({ entries, short }: GazetteerMatch, date: string | null): GazetteerEntry | null {
    const known =
      short && date !== null
        ? entries.filter((entry) => entry.kind !== 'person' || isRemembered(entry, date))
        : entries;
    const first = known[0] ?? null;
    if (first?.kind !== 'person' || date === null) return first;
    return known.find((entry) => entry.kind === 'person' && this.office(entry, date)) ?? first;
  }

  office({ terms = [] }: GazetteerEntry, date: string | null): OfficeTerm | null {
    if (date === null) return terms[terms.length - 1] ?? null;
    const [first, last] = [earliest(date), latest(date)];
    const covers = ({ from, to }: OfficeTerm) =>
      (from === null || earliest(from) <= last) && (to === null || latest(to) >= first);
    return terms.findLast(covers) ?? null;
  }

  party(
    entry: GazetteerEntry,
    date: string | null,
  ): { country: string | null; sector: string | null } {
    const term = this.office(entry, date);
    if (term !== null) return { country: term.country, sector: term.sector };
    const ended = entry.kind === 'person' && entry.terms !== undefined;
    return { country: entry.country, sector: ended ? 'ELI' : entry.sector };
  }

  countryName(code: string): string | null {
    return this.#countryNames.get(code) ?? null;
  }
}

/** Each entry once, the more telling kind first, cities by size, else in the order of the lexicon. */
function rankEntries(endings: readonly Ending[]): GazetteerEntry[] {
  const entries = [...new Set(endings.map(({ entry }) => entry!))];
  return entries.sort(
    (left, right) =>
      rank[left.kind] - rank[right.kind] || (right.population ?? 0) - (left.population ?? 0),
  );
}

function isRemembered({ terms = [] }: GazetteerEntry, date: string): boolean {
  if (terms.length === 0) return true;
  const year = Number(date.slice(0, 4));
  return terms.some(({ from, to }) => {
    const begins = from === null ? -Infinity : Number(from.slice(0, 4)) - memory;
    const ends = to === null ? Infinity : Number(to.slice(0, 4)) + memory;
    return begins <= year && year <= ends;
  });
}
