import { hashString } from './hash.ts';

/** Hashes per form: what taggers and splitters look at instead of strings. */
export const attributes = {
  word: 0,
  lower: 1,
  suffix1: 2,
  suffix2: 3,
  suffix3: 4,
  suffix4: 5,
  prefix1: 6,
  prefix2: 7,
  prefix3: 8,
  shape: 9,
} as const;
export const ATTRIBUTE_COUNT = 10;

/** How a form is written. `small` are words that stay in lower case in titles. */
export const letterCases = { none: 0, lower: 1, upper: 2, allUpper: 3, small: 4 } as const;

export const FORM_CAPACITY = 1 << 16;
const SLOT_MASK = 2 * FORM_CAPACITY - 1;
/** Longer forms are known by their ends: a hostile "word" of megabytes is neither hashed nor kept. */
const LONGEST_FORM = 64;
/** Engines keep a shorter slice of a string as a copy, a longer one as a view of the whole text. */
const SHORTEST_VIEW = 13;

/** Numbers the forms it meets and keeps their hashes, so that a string is looked at once. */
export class FormTable {
  /** Forms by id. */
  private readonly forms: string[] = [];
  /** Open addressing by `quickHash`: id + 1, 0 where free. Engines' own maps hash each new slice of a text at length. */
  private readonly slots = new Int32Array(2 * FORM_CAPACITY);
  readonly hashes = new Int32Array(FORM_CAPACITY * ATTRIBUTE_COUNT);
  /** Case per form, one of `letterCases`. */
  readonly cases = new Uint8Array(FORM_CAPACITY);
  /** Grows by one whenever the table is emptied; ids of an earlier generation are void. */
  generation = 0;

  /** Makes room for `count` new forms, so that ids stay valid for one sentence. Throws away all ids when full. */
  reserve(count: number): void {
    if (this.forms.length + count < FORM_CAPACITY) return;
    this.forms.length = 0;
    this.slots.fill(0);
    this.generation++;
  }

  idOf(form: string): number {
    const short = form.length <= LONGEST_FORM ? form : shortened(form);
    const { slots, forms } = this;
    let slot = quickHash(short) & SLOT_MASK;
    for (; slots[slot] !== 0; slot = (slot + 1) & SLOT_MASK) {
      const id = slots[slot] - 1;
      if (forms[id] === short) return id;
    }
    const id = forms.length;
    forms.push(detached(short));
    slots[slot] = id + 1;
    this.describe(id, short);
    return id;
  }

  private describe(id: number, short: string): void {
    const normal = normalize(short);
    const { hashes } = this;
    const base = id * ATTRIBUTE_COUNT;
    hashes[base + attributes.word] = hashString(straightenQuotes(short), 11);
    hashes[base + attributes.lower] = hashString(normal, 12);
    for (let length = 1; length <= 4; length++) {
      hashes[base + attributes.suffix1 + length - 1] = hashString(
        normal.slice(-length),
        12 + length,
      );
    }
    hashes[base + attributes.prefix1] = hashString(short.slice(0, 1), 17);
    hashes[base + attributes.prefix2] = hashString(normal.slice(0, 2), 18);
    hashes[base + attributes.prefix3] = hashString(normal.slice(0, 3), 19);
    hashes[base + attributes.shape] = hashString(shapeOf(short), 20);
    this.cases[id] = caseOf(short);
  }
}

function quickHash(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function shortened(form: string): string {
  return form.slice(0, LONGEST_FORM / 2) + form.slice(-LONGEST_FORM / 2);
}

/** A copy that does not hold on to the text that the form was cut from. */
export function detached(form: string): string {
  return form.length < SHORTEST_VIEW ? form : form.split('').join('');
}

/** Lower case, digits as 0, straight quotes: what a form is known by. */
export function normalize(form: string): string {
  return straightenQuotes(form.toLowerCase().replace(/\p{Nd}/gu, '0'));
}

function straightenQuotes(form: string): string {
  return form.replace(/[‘’‚‛`´ʼ]/g, "'").replace(/[“”„‟«»]/g, '"');
}

/** "Xx", "dd-d", "X.X.": classes of characters, each repeated at most twice at the start and once later. */
function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  for (const character of straightenQuotes(form)) {
    const lower = character.toLowerCase();
    const upper = character.toUpperCase();
    const kind = /\p{Nd}/u.test(character)
      ? 'd'
      : character !== lower
        ? 'X'
        : character !== upper
          ? 'x'
          : character;
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape;
}

const smallWords = new Set(
  'a an the of to in on at by for and or but nor as if is be it its no not per via vs with from into over up off out so than that yet'.split(
    ' ',
  ),
);

function caseOf(form: string): number {
  const first = form[0] ?? '';
  if (first.toLowerCase() === first.toUpperCase()) return letterCases.none;
  if (first === first.toLowerCase()) {
    return smallWords.has(form) ? letterCases.small : letterCases.lower;
  }
  const letters = form.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase()
    ? letterCases.allUpper
    : letterCases.upper;
}
