import type { Word } from '#language';
import type { NameTrie, TrieNode } from './name-trie.ts';
import { cutUnits, fitsCase, foldLetters, type Glue, type Unit } from './term.ts';

/** How a sentence is set: capitals and title case tell nothing about what is a name. */
export type SentenceStyle = 'plain' | 'titles' | 'capitals';

/** A unit with the names that start with it, looked up once for all texts. */
class KnownUnit {
  readonly unit: Unit;
  /** Whether a name starts with it. */
  readonly known: boolean;
  #root: TrieNode | null | undefined;

  constructor(unit: Unit, known: boolean) {
    this.unit = unit;
    this.known = known;
  }

  /** The names that start with it; null where none may be written as it is: "to" begins no name, "To" does. */
  rootIn(trie: NameTrie): TrieNode | null {
    if (this.#root === undefined) {
      const root = trie.root(this.unit.key);
      this.#root = mayStart(this.unit, root) ? root : null;
    }
    return this.#root;
  }
}

/** Whether some name at or below the node starts with a unit that may be written so. */
function mayStart(written: Unit, { endings, next }: TrieNode): boolean {
  if (endings?.some(({ units, ordinary }) => fitsCase(written, units[0], ordinary))) return true;
  if (next === null) return false;
  for (const child of next.values()) if (mayStart(written, child)) return true;
  return false;
}

/** Stands for punctuation: no name goes across it. */
const barrier = new KnownUnit({ form: '', key: '', shape: 'other', glue: 'none' }, false);
const barriers: readonly KnownUnit[] = [barrier];
const longestWord = 60;
const cacheLimit = 50_000;

/** Cuts words into units and remembers those it has seen. */
export class UnitReader {
  readonly #trie: NameTrie;
  readonly #seen = new Map<string, readonly KnownUnit[]>();

  constructor(trie: NameTrie) {
    this.#trie = trie;
  }

  read(words: readonly Word[]): SentenceUnits {
    const sentence = new SentenceUnits();
    let glue: Glue = 'none';
    for (let i = 0; i < words.length; i++) {
      const units = this.#unitsOf(words[i].form);
      if (units === barriers) {
        glue = jointOf(words, i);
        if (glue === 'none') sentence.push(barrier, i, 'none');
        continue;
      }
      sentence.push(units[0], i, glue);
      for (let j = 1; j < units.length; j++) sentence.push(units[j], i, units[j].unit.glue);
      glue = 'none';
    }
    return sentence;
  }

  /** Whether some name may begin in a word as it is written. */
  mayBegin(form: string): boolean {
    return this.#unitsOf(form).some((unit) => unit.known && unit.rootIn(this.#trie) !== null);
  }

  #unitsOf(form: string): readonly KnownUnit[] {
    let units = this.#seen.get(form);
    if (units === undefined) {
      const cut = form.length > longestWord ? [] : cutUnits(form);
      units =
        cut.length === 0
          ? barriers
          : cut.map((unit) => new KnownUnit(unit, this.#trie.has(unit.key)));
      if (this.#seen.size >= cacheLimit) this.#seen.clear();
      this.#seen.set(form, units);
    }
    return units;
  }
}

/** A hyphen or apostrophe with no space on either side joins; other punctuation parts. */
function jointOf(words: readonly Word[], i: number): Glue {
  const word = words[i];
  if (i === 0 || i + 1 === words.length) return 'none';
  if (words[i - 1].end !== word.start || word.end !== words[i + 1].start) return 'none';
  const sign = foldLetters(word.form);
  return sign === '-' ? 'hyphen' : sign === "'" ? 'apostrophe' : 'none';
}

/** The units of one sentence, side by side. */
export class SentenceUnits {
  readonly #known: KnownUnit[] = [];
  readonly units: Unit[] = [];
  /** Index of the word each unit belongs to. */
  readonly words: number[] = [];
  readonly glue: Glue[] = [];
  #style: SentenceStyle | null = null;

  push(known: KnownUnit, word: number, glue: Glue): void {
    this.#known.push(known);
    this.units.push(known.unit);
    this.words.push(word);
    this.glue.push(glue);
  }

  get length(): number {
    return this.units.length;
  }

  /** Whether a name starts with the unit. */
  isKnown(at: number): boolean {
    return this.#known[at].known;
  }

  /** The names that start with the unit. */
  rootAt(at: number, trie: NameTrie): TrieNode | null {
    return this.#known[at].rootIn(trie);
  }

  /** Title case: three capitalised words, and in lower case none but small ones ("of", "with"). Capitals: seven words of ten. */
  get style(): SentenceStyle {
    this.#style ??= this.#readStyle();
    return this.#style;
  }

  #readStyle(): SentenceStyle {
    let capitals = 0;
    let titles = 0;
    let lower = 0;
    let small = 0;
    for (const { shape, key } of this.units) {
      if (shape === 'capitals') capitals++;
      else if (shape === 'title') titles++;
      else if (shape === 'lower') {
        lower++;
        if (smallWords.has(key)) small++;
      }
    }
    if (capitals >= 2 && capitals >= 0.7 * (capitals + titles + lower)) return 'capitals';
    return titles >= 3 && small === lower ? 'titles' : 'plain';
  }
}

/** What stands in lower case in a headline in title case. */
const smallWords = new Set(
  'a an the and but or nor as at by for from in into of off on onto out over per s to up via vs with after amid'.split(
    ' ',
  ),
);
