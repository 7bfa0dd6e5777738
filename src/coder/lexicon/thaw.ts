/** What `freeze` wrote. Maps read their values when they are first asked for. */
export function thaw(frozen: string): unknown {
  return new Thaw(frozen.split('\n')).line(0);
}

type Tagged = Readonly<Record<string, unknown>> & {
  readonly $?: number;
  readonly $set?: unknown[];
  readonly $map?: readonly [number, number];
  readonly $pairs?: readonly (readonly [string, unknown])[];
};

class Thaw {
  readonly #lines: readonly string[];
  readonly #read: unknown[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The value in a line, the same object each time. */
  line(number: number): unknown {
    this.#read[number] ??= this.#revive(JSON.parse(this.#lines[number]));
    return this.#read[number];
  }

  text(number: number): string {
    return this.#lines[number];
  }

  #revive(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.#reviveAll(value);
    const { $: line, $set: members, $map: map, $pairs: pairs } = value as Tagged;
    if (line !== undefined) return this.line(line);
    if (members !== undefined) return new Set(this.#reviveAll(members));
    if (map !== undefined) return new FrozenMap(this, map[0], map[1]);
    if (pairs !== undefined) return new Map(pairs);
    const object = value as Record<string, unknown>;
    for (const key in object) {
      const member = object[key];
      if (typeof member === 'object') object[key] = this.#revive(member);
    }
    return object;
  }

  #reviveAll(values: unknown[]): unknown[] {
    for (let at = 0; at < values.length; at++) {
      if (typeof values[at] === 'object') values[at] = this.#revive(values[at]);
    }
    return values;
  }
}

/** A map whose keys are read at the first question, and each value when it is asked for. */
class FrozenMap implements ReadonlyMap<string, unknown> {
  readonly #thaw: Thaw;
  readonly #keysLine: number;
  readonly #firstLine: number;
  /** The value, or the number of its line as long as nobody has asked for it. */
  #found: Map<string, unknown> | null = null;

  constructor(thaw: Thaw, keysLine: number, firstLine: number) {
    this.#thaw = thaw;
    this.#keysLine = keysLine;
    this.#firstLine = firstLine;
  }

  get(key: string): unknown {
    const map = this.#found ?? this.#readKeys();
    const found = map.get(key);
    if (typeof found !== 'number') return found;
    const value = this.#thaw.line(found);
    // A number would be taken for a line.
    if (typeof value !== 'number') map.set(key, value);
    return value;
  }

  has(key: string): boolean {
    return (this.#found ?? this.#readKeys()).has(key);
  }

  get size(): number {
    return (this.#found ?? this.#readKeys()).size;
  }

  keys(): MapIterator<string> {
    return (this.#found ?? this.#readKeys()).keys();
  }

  *values(): MapIterator<unknown> {
    for (const key of this.keys()) yield this.get(key);
  }

  *entries(): MapIterator<[string, unknown]> {
    for (const key of this.keys()) yield [key, this.get(key)];
  }

  [Symbol.iterator](): MapIterator<[string, unknown]> {
    return this.entries();
  }

  forEach(
    callback: (value: unknown, key: string, map: ReadonlyMap<string, unknown>) => void,
  ): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  #readKeys(): Map<string, unknown> {
    const keys = JSON.parse(this.#thaw.text(this.#keysLine)) as readonly string[];
    this.#found = new Map(keys.map((key, at) => [key, this.#firstLine + at]));
    return this.#found;
  }
}
