import type { GazetteerEntry } from './entry.ts';
import { cutUnits, firstKey, type Unit } from './term.ts';

/** One way of writing one entry's name, at the node where its last unit ends. */
export interface Ending {
  readonly units: readonly Unit[];
  readonly ordinary: boolean;
  /** null: the words are known and name no party ("Korean War"). */
  readonly entry: GazetteerEntry | null;
}

export interface TrieNode {
  next: Map<string, TrieNode> | null;
  endings: Ending[] | null;
}

/** An entry that is made when it is first needed. */
export interface LazyEntry {
  make(): GazetteerEntry;
}

/** null where the name is known and is no party's. */
export type EntrySource = GazetteerEntry | LazyEntry | null;

/** A name as it was read, before it is cut; a chain of those that start with the same unit. */
interface PlantedName {
  readonly text: string;
  readonly ordinary: boolean;
  readonly entry: EntrySource;
  readonly before: PlantedName | undefined;
}

/**
 * Names by the units they are cut into. Loading only sorts them by their first unit; what starts with a unit is cut
 * and grown into a tree when that unit is first met in a text, since most texts meet few of them.
 */
export class NameTrie {
  readonly #planted = new Map<string, PlantedName>();
  readonly #grown = new Map<string, TrieNode>();
  #size = 0;

  /** Whether a name starts with this unit (folded, in lower case). */
  has(key: string): boolean {
    return this.#planted.has(key);
  }

  /** Names that start with this unit. */
  root(key: string): TrieNode {
    let root = this.#grown.get(key);
    if (root === undefined) {
      root = grow(this.#planted.get(key));
      this.#grown.set(key, root);
    }
    return root;
  }

  get size(): number {
    return this.#size;
  }

  /** Every entry once, in no order. */
  *entries(): Generator<GazetteerEntry> {
    const seen = new Set<EntrySource>([null]);
    for (const last of this.#planted.values()) {
      for (let name: PlantedName | undefined = last; name !== undefined; name = name.before) {
        if (seen.has(name.entry)) continue;
        seen.add(name.entry);
        yield makeEntry(name.entry)!;
      }
    }
  }

  /** Adds a name. False where the text holds no word. All names are added before the first is looked up. */
  add(text: string, ordinary: boolean, entry: EntrySource): boolean {
    const key = firstKey(text);
    if (key === '') return false;
    this.#planted.set(key, { text, ordinary, entry, before: this.#planted.get(key) });
    this.#size++;
    return true;
  }
}

function makeEntry(source: EntrySource): GazetteerEntry | null {
  return source !== null && 'make' in source ? source.make() : source;
}

function grow(last: PlantedName | undefined): TrieNode {
  const names: PlantedName[] = [];
  for (let name = last; name !== undefined; name = name.before) names.push(name);
  const top: TrieNode = { next: null, endings: null };
  for (const { text, ordinary, entry } of names.reverse()) {
    const units = cutUnits(text);
    let node = top;
    for (let i = 1; i < units.length; i++) {
      node.next ??= new Map();
      let child = node.next.get(units[i].key);
      if (child === undefined) {
        child = { next: null, endings: null };
        node.next.set(units[i].key, child);
      }
      node = child;
    }
    node.endings ??= [];
    node.endings.push({ units, ordinary, entry: makeEntry(entry) });
  }
  return top;
}
