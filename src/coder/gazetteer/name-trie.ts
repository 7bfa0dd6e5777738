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

interface PlantedName {
  readonly text: string;
  readonly ordinary: boolean;
  readonly entry: GazetteerEntry | null;
}

/**
 * Names by the units they are cut into. Loading only sorts them by their first unit; what starts with a unit is cut
 * and grown into a tree when that unit is first met in a text, since most texts meet few of them.
 */
export class NameTrie {
  readonly #roots = new Map<string, NameRoot>();
  #size = 0;

  /** Names that start with this unit (folded, in lower case). */
  root(key: string): NameRoot | undefined {
    return this.#roots.get(key);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a name. False where the text holds no word. */
  add(text: string, ordinary: boolean, entry: GazetteerEntry | null): boolean {
    const key = firstKey(text);
    if (key === '') return false;
    const root = this.#roots.get(key);
    if (root === undefined) this.#roots.set(key, new NameRoot({ text, ordinary, entry }));
    else root.plant({ text, ordinary, entry });
    this.#size++;
    return true;
  }
}

/** All names that start with one unit. */
export class NameRoot {
  readonly #planted: PlantedName[];
  #node: TrieNode | null = null;

  constructor(first: PlantedName) {
    this.#planted = [first];
  }

  plant(name: PlantedName): void {
    this.#planted.push(name);
    this.#node = null;
  }

  get node(): TrieNode {
    this.#node ??= grow(this.#planted);
    return this.#node;
  }
}

function grow(names: readonly PlantedName[]): TrieNode {
  const top: TrieNode = { next: null, endings: null };
  for (const { text, ordinary, entry } of names) {
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
    node.endings.push({ units, ordinary, entry });
  }
  return top;
}
