import type { GazetteerEntry } from './entry.ts';
import { cutUnits, type Unit } from './term.ts';

/** One way of writing one entry's name, at the node where its last unit ends. */
export interface Ending {
  readonly units: readonly Unit[];
  readonly ordinary: boolean;
  /** null: the words are known and name no party ("South China Sea"). */
  readonly entry: GazetteerEntry | null;
}

export interface TrieNode {
  next: Map<number, TrieNode> | null;
  endings: Ending[] | null;
}

/** Names cut into units, shared beginnings once. Units are looked up by number: see `unitNumber`. */
export class NameTrie {
  readonly #numbers = new Map<string, number>();
  /** By unit number: where names that start with it go on. */
  readonly #roots: (TrieNode | undefined)[] = [];
  #endings = 0;

  /** Number of the folded, lower-case unit; −1 where no name holds it. */
  unitNumber(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }

  root(unit: number): TrieNode | undefined {
    return this.#roots[unit];
  }

  get size(): number {
    return this.#endings;
  }

  /** Adds a name. False where the text holds no word. The same name of the same entry twice is kept once. */
  add(text: string, ordinary: boolean, entry: GazetteerEntry | null): boolean {
    const units = cutUnits(text);
    if (units.length === 0) return false;
    const first = this.#number(units[0].key);
    this.#roots[first] ??= { next: null, endings: null };
    let node = this.#roots[first];
    for (let i = 1; i < units.length; i++) {
      node.next ??= new Map();
      const number = this.#number(units[i].key);
      let child = node.next.get(number);
      if (child === undefined) {
        child = { next: null, endings: null };
        node.next.set(number, child);
      }
      node = child;
    }
    node.endings ??= [];
    if (node.endings.some((ending) => ending.entry === entry && sameForms(ending.units, units)))
      return true;
    node.endings.push({ units, ordinary, entry });
    this.#endings++;
    return true;
  }

  #number(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

function sameForms(left: readonly Unit[], right: readonly Unit[]): boolean {
  return left.every((unit, i) => unit.form === right[i].form);
}
