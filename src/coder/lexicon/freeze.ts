/**
 * Frozen data: what reading the lexicon's text yields, written down so that a later start need not read it again.
 * It is text in ASCII, a value of JSON a line, the first line the whole. Objects that several others hold stand in a
 * line of their own and `{"$":7}` points to it; so do the values of maps, which `thaw` reads one by one when they are
 * asked for. Sets and maps are `{"$set":[…]}`, `{"$map":[line of the keys, line of the first value]}`, and
 * `{"$pairs":[[key,value],…]}` where the values are no objects.
 */

/**
 * Writes plain data down: objects, arrays, sets, maps with strings for keys, strings, numbers, booleans, null. An
 * object held twice is one object again after `thaw`. Throws TypeError at anything else, and at circles RangeError.
 */
export function freeze(data: unknown): string {
  const writer = new Writer(heldTwice(data));
  return writer.write(data);
}

class Writer {
  readonly #shared: ReadonlySet<object>;
  readonly #lines: string[] = [''];
  readonly #numbers = new Map<object, number>();

  constructor(shared: ReadonlySet<object>) {
    this.#shared = shared;
  }

  write(data: unknown): string {
    this.#lines[0] = toAscii(this.#encodeBody(data));
    return this.#lines.join('\n');
  }

  #encode(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !this.#shared.has(value)) {
      return this.#encodeBody(value);
    }
    let number = this.#numbers.get(value);
    if (number === undefined) {
      const body = toAscii(this.#encodeBody(value));
      number = this.#lines.push(body) - 1;
      this.#numbers.set(value, number);
    }
    return { $: number };
  }

  #encodeBody(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#encode(one));
    if (value instanceof Set) return { $set: [...value].map((one) => this.#encode(one)) };
    if (value instanceof Map) return this.#encodeMap(value);
    if (typeof value !== 'object' || value === null) return checkPlain(value);
    if (Object.getPrototypeOf(value) !== Object.prototype) throw notPlain(value);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#encode(one)]));
  }

  #encodeMap(map: ReadonlyMap<unknown, unknown>): unknown {
    const keys = [...map.keys()];
    if (keys.some((key) => typeof key !== 'string')) throw notPlain(keys[0]);
    if ([...map.values()].every((value) => typeof value !== 'object')) return { $pairs: [...map] };
    const bodies = [...map.values()].map((value) => toAscii(this.#encode(value)));
    const first = this.#lines.length + 1;
    this.#lines.push(toAscii(keys), ...bodies);
    return { $map: [first - 1, first] };
  }
}

/** Objects that are held by more than one other. */
function heldTwice(data: unknown): Set<object> {
  const seen = new Set<object>();
  const twice = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (seen.has(value)) {
      twice.add(value);
      return;
    }
    seen.add(value);
    const members = value instanceof Map || value instanceof Set ? value.values() : null;
    for (const member of members ?? Object.values(value)) visit(member);
  };
  visit(data);
  return twice;
}

function checkPlain(value: unknown): unknown {
  const plain =
    value === null ||
    ['string', 'boolean', 'undefined'].includes(typeof value) ||
    Number.isFinite(value);
  if (!plain) throw notPlain(value);
  return value;
}

function notPlain(value: unknown): TypeError {
  return new TypeError(`found ${String(value)} in data to freeze; expected plain data`);
}

function toAscii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
