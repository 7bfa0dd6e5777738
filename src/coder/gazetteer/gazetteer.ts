import type { Word } from '#language';
import type { GazetteerEntry, GazetteerKind, GazetteerMatch, OfficeTerm } from './entry.ts';
import { type Ending, type NamedEntries, NameTrie, type TrieNode } from './name-trie.ts';
import { earliest, latest } from './office-term.ts';
import { isSurname, Plausibility } from './plausibility.ts';
import { type NameFiles, readNameFiles } from './read-files.ts';
import { type SentenceUnits, UnitReader } from './sentence-units.ts';

export type { GazetteerEntry, GazetteerKind, GazetteerMatch, OfficeTerm } from './entry.ts';

/** Knows names: finds them in sentences and tells whose they are. Holds a cache of words; use one per thread. */
export interface Gazetteer {
  /**
   * The names in a sentence, longest first from left to right, none overlapping. Names match as written, in capitals
   * or in title case; roles ("foreign minister") in any case. Works on words and on tokens alike.
   */
  match(words: readonly Word[]): GazetteerMatch[];
  /** Whether some name may begin in a word as it is written: a cheap look before `match`. */
  mayBegin(form: string): boolean;
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
  /** Every entry once, in no order. Reads what loading left for later, and so throws LexiconError where that is faulty. */
  entries(): Iterable<GazetteerEntry>;
  /** How many ways of writing names are known. */
  readonly size: number;
}

/** The more telling kind first; bodies and groups are alike. */
const rankOf: Readonly<Record<GazetteerKind, number>> = {
  country: 0,
  people: 1,
  metonym: 2,
  capital: 3,
  organization: 4,
  group: 4,
  person: 5,
  role: 6,
  region: 7,
  city: 8,
};

/** Years around the terms of office within which a surname alone still means its bearer. */
const memory = 8;

/**
 * Reads the files of lexicon/actors, lexicon/roles and lexicon/places: name under lexicon/ → content. Other files
 * are left alone. The first line of each says what it holds: `kind country`. Throws LexiconError.
 */
export function loadGazetteer(files: Readonly<Record<string, string>>): Gazetteer {
  return openGazetteer(readNameFiles(files));
}

/** The gazetteer of files that are read. */
export function openGazetteer(names: NameFiles): Gazetteer {
  return new TrieGazetteer(names);
}

interface FoundName {
  /** Index of the first unit after it. */
  readonly to: number;
  /** Those at the node that may be meant. */
  readonly endings: readonly Ending[];
  readonly node: TrieNode;
}

class TrieGazetteer implements Gazetteer {
  readonly #trie: NameTrie;
  readonly #plausibility: Plausibility;
  readonly #reader: UnitReader;
  readonly #names: NameFiles;

  constructor(names: NameFiles) {
    this.#names = names;
    this.#trie = new NameTrie(names.writings);
    this.#plausibility = new Plausibility(names.givenNames);
    this.#reader = new UnitReader(this.#trie);
  }

  get size(): number {
    let size = 0;
    for (const writings of this.#names.writings.values()) size += writings.length;
    return size;
  }

  mayBegin(form: string): boolean {
    return this.#reader.mayBegin(form);
  }

  match(words: readonly Word[]): GazetteerMatch[] {
    const matches: GazetteerMatch[] = [];
    const sentence = this.#reader.read(words);
    for (let from = 0; from < sentence.length; from++) {
      if (!sentence.isKnown(from)) continue;
      const found = this.#longest(sentence, from);
      if (found === null) continue;
      if (sentence.units[from].key === 'the') {
        // "the West" gives way to "West Bank".
        const inner = from + 1 < sentence.length ? this.#longest(sentence, from + 1) : null;
        if (inner !== null && inner.to > found.to) continue;
      }
      const names = namesOf(found);
      if (names !== null) {
        const [first, last] = [sentence.words[from], sentence.words[found.to - 1]];
        matches.push({ from: first, to: last + 1, entries: names.entries, short: names.short });
      }
      from = found.to - 1;
    }
    return matches;
  }

  /** The longest name that starts at a unit and may be meant there, with all its readings. */
  #longest(sentence: SentenceUnits, from: number): FoundName | null {
    const { glue, units, length } = sentence;
    if (!sentence.isKnown(from) || glue[from] === 'apostrophe') return null;
    let longest: FoundName | null = null;
    let node = sentence.rootAt(from, this.#trie) ?? undefined;
    for (let to = from + 1; node !== undefined; to++) {
      const inside = to < length;
      if (
        node.endings !== null &&
        !(inside && glue[to] === 'apostrophe' && units[to].key !== 's')
      ) {
        const meant = this.#meant(node.endings, sentence, from, to);
        if (meant.length > 0) longest = { to, endings: ownFirst(meant), node };
      }
      node = inside && node.next !== null ? node.next.get(units[to].key) : undefined;
    }
    return longest;
  }

  /** The endings that may be meant, most often all of them. */
  #meant(
    endings: readonly Ending[],
    sentence: SentenceUnits,
    from: number,
    to: number,
  ): readonly Ending[] {
    let meant: Ending[] | null = null;
    for (let at = 0; at < endings.length; at++) {
      const holds = this.#plausibility.holds(endings[at], sentence, from, to);
      if (holds) meant?.push(endings[at]);
      else meant ??= endings.slice(0, at);
    }
    return meant ?? endings;
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

  entries(): Iterable<GazetteerEntry> {
    return this.#trie.entries();
  }

  countryName(code: string): string | null {
    return this.#names.countryNames.get(code) ?? null;
  }
}

/** What the user's own files say of the words, where they say anything. */
function ownFirst(endings: readonly Ending[]): readonly Ending[] {
  return endings.some(({ own }) => own) ? endings.filter(({ own }) => own) : endings;
}

/** What a name stands for; null where a reading is that the words name nobody. All endings of a node are ranked once. */
function namesOf({ node, endings }: FoundName): NamedEntries | null {
  if (endings !== node.endings) return rank(endings);
  if (node.named === undefined) node.named = rank(endings);
  return node.named;
}

function rank(endings: readonly Ending[]): NamedEntries | null {
  if (endings.some(({ entry }) => entry === null)) return null;
  return { entries: rankEntries(endings), short: endings.some(isSurname) };
}

/** Each entry once, the more telling kind first, cities by size, else in the order of the lexicon. */
function rankEntries(endings: readonly Ending[]): GazetteerEntry[] {
  const entries = [...new Set(endings.map(({ entry }) => entry!))];
  return entries.sort(
    (left, right) =>
      rankOf[left.kind] - rankOf[right.kind] || (right.population ?? 0) - (left.population ?? 0),
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
