import type { GazetteerEntry } from './entry.ts';
import { cutUnits, type Unit } from './term.ts';

/** One way of writing one entry's name, at the node where its last unit ends. */
export interface Ending {
  readonly units: readonly Unit[];
  readonly ordinary: boolean;
  /** null: the words are known and name no party ("Korean War"). */
  readonly entry: GazetteerEntry | null;
  /** Whether the user's own files say so: then other readings of the same words do not count. */
  readonly own: boolean;
}

export interface TrieNode {
  next: Map<string, TrieNode> | null;
  endings: Ending[] | null;
  /** What all endings together stand for; undefined as long as nobody asked. */
  named: NamedEntries | null | undefined;
}

/** What a name stands for: the more telling entry first. */
export interface NamedEntries {
  readonly entries: readonly GazetteerEntry[];
  /** Whether it is a surname alone. */
  readonly short: boolean;
}

/** An entry that is made when it is first needed. */
export interface LazyEntry {
  make(): GazetteerEntry;
}

/** null where the name is known and is no party's. */
export type EntrySource = GazetteerEntry | LazyEntry | null;

/** A way of writing a name, before it is cut. */
export interface NameWriting {
  readonly text: string;
  readonly ordinary: boolean;
  readonly entry: EntrySource;
  /** As in `Ending`. */
  readonly own?: true;
}

/** Ways of writing names by the key of their first unit, in the order of the lexicon. */
export type WritingsByUnit = ReadonlyMap<string, readonly NameWriting[]>;

/**
 * Names by the units they are cut into. What starts with a unit is cut and grown into a tree when that unit is first
 * met in a text, since most texts meet few of them.
 */
export class NameTrie {
  readonly #planted: WritingsByUnit;
  readonly #grown = new Map<string, TrieNode>();

  constructor(writings: WritingsByUnit) {
    this.#planted = writings;
  }

  /** Whether a name starts with this unit (folded, in lower case). */
  has(key: string): boolean {
    return this.#planted.has(key);
  }

  /** Names that start with this unit. */
  root(key: string): TrieNode {
    let root = this.#grown.get(key);
    if (root === undefined) {
      root = grow(this.#planted.get(key) ?? []);
      this.#grown.set(key, root);
    }
    return root;
  }

  /** Every entry once, in no order. */
  *entries(): Generator<GazetteerEntry> {
    const seen = new Set<EntrySource>([null]);
    for (const writings of this.#planted.values()) {
      for (const { entry } of writings) {
        if (seen.has(entry)) continue;
        seen.add(entry);
        yield makeEntry(entry)!;
      }
    }
  }
}

/** The entry itself, read now where that was left for later. */
export function makeEntry(source: EntrySource): GazetteerEntry | null {
  return source !== null && 'make' in source ? source.make() : source;
}

function grow(writings: readonly NameWriting[]): TrieNode {
  const top: TrieNode = { next: null, endings: null, named: undefined };
  for (const { text, ordinary, entry, own = false } of writings) {
    const units = cutUnits(text);
    let node = top;
    for (let i = 1; i < units.length; i++) {
      node.next ??= new Map();
      let child = node.next.get(units[i].key);
      if (child === undefined) {
        child = { next: null, endings: null, named: undefined };
        node.next.set(units[i].key, child);
      }
      node = child;
    }
    node.endings ??= [];
    node.endings.push({ units, ordinary, entry: makeEntry(entry), own });
  }
  return top;
}
