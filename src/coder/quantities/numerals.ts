import type { Atom } from './atoms.ts';

/** A number as written or spelt out, over the atoms `from` … `to` (exclusive). */
export interface Numeral {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Factor of its last scale word ("million": 1e6), 1 where there is none. */
  readonly scale: number;
  /** Written with digits. */
  readonly digits: boolean;
}

const underTwenty =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const smallNumbers = new Map<string, number>([
  ...underTwenty.split(' ').map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, 10 * (index + 2)]),
]);
const scaleWords = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);
/** Scale letters, only glued to digits: "€45m", "3bn". */
const scaleSuffixes = new Map<string, number>([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

/** The value of a number word below a hundred: "two", "forty". */
export function smallNumber(lower: string): number | undefined {
  return smallNumbers.get(lower);
}

/** The factor of a scale word: "million". */
export function scaleOf(lower: string): number | undefined {
  return scaleWords.get(lower);
}

/** All words that numbers are spelt with. */
export function numberWords(): string[] {
  return [...smallNumbers.keys(), ...scaleWords.keys()];
}

/** True for words that a spelt-out number can begin with. */
export function startsNumeral(lower: string): boolean {
  return smallNumbers.has(lower) || scaleWords.has(lower) || lower === 'half' || lower === 'dozen';
}

/**
 * Reads the number that begins at atom `at`: "1,900", "1.5 million", "twenty-five", "two hundred
 * and six thousand", "a million", "half a million", "a dozen", "45m". Null where none begins there.
 */
export function readNumeral(atoms: readonly Atom[], at: number): Numeral | null {
  const first = atoms[at];
  if (first === undefined) return null;
  if (first.kind === 'number') return readDigits(atoms, at);
  if (first.kind !== 'word') return null;
  if (first.lower === 'half') return readHalf(atoms, at);
  if (first.lower === 'a' || first.lower === 'an') {
    const next = atoms[at + 1];
    if (next === undefined) return null;
    if (next.lower === 'dozen') return plain(12, at, at + 2);
    if (!scaleWords.has(next.lower)) return null;
    const scaled = readSpelt(atoms, at + 1);
    return scaled && { ...scaled, from: at };
  }
  return readSpelt(atoms, at);
}

function plain(value: number, from: number, to: number): Numeral {
  return { value, from, to, scale: 1, digits: false };
}

function readDigits(atoms: readonly Atom[], at: number): Numeral {
  let value = atoms[at].value;
  let to = at + 1;
  let scale = 1;
  const suffix = atoms[to];
  if (suffix?.glued && suffix.kind === 'word') {
    const factor = scaleSuffixes.get(suffix.lower);
    // "9m" alone may be nine metres: only the caller, who sees the currency, takes the letter.
    if (factor !== undefined && suffix.lower !== 'm' && suffix.lower !== 'b') {
      scale = factor;
      to++;
    }
  }
  for (let factor = followingScale(atoms, to); factor > 0; factor = followingScale(atoms, to)) {
    scale *= factor;
    to += atoms[to].form === '-' ? 2 : 1;
  }
  value *= scale;
  return { value: tidy(value), from: at, to, scale, digits: true };
}

/** The scale word at `at`, also behind a hyphen ("$5-million"); 0 where there is none. */
function followingScale(atoms: readonly Atom[], at: number): number {
  const atom = atoms[at];
  if (atom === undefined) return 0;
  if (atom.form === '-' && atom.glued && atoms[at + 1]?.glued) {
    return scaleWords.get(atoms[at + 1].lower) ?? 0;
  }
  return scaleWords.get(atom.lower) ?? 0;
}

/** The factor of a letter glued behind digits, the doubtful "m" and "b" among them. */
export function scaleSuffix(atoms: readonly Atom[], at: number): number | undefined {
  const atom = atoms[at];
  return atom?.glued && atom.kind === 'word' ? scaleSuffixes.get(atom.lower) : undefined;
}

function readHalf(atoms: readonly Atom[], at: number): Numeral | null {
  const next = atoms[at + 1];
  if (next?.lower !== 'a') return null;
  const unit = atoms[at + 2]?.lower;
  if (unit === 'dozen') return plain(6, at, at + 3);
  const scale = scaleWords.get(unit ?? '');
  return scale === undefined
    ? null
    : { value: scale / 2, from: at, to: at + 3, scale, digits: false };
}

function readSpelt(atoms: readonly Atom[], at: number): Numeral | null {
  let total = 0;
  let group = 0;
  let to = at;
  let scale = 1;
  let seen = false;
  for (let index = at; index < atoms.length; ) {
    const atom = atoms[index];
    const small = smallNumbers.get(atom.lower);
    const factor = scaleWords.get(atom.lower);
    if (small !== undefined && !(seen && !joins(group, small, scale, total))) {
      group += small;
    } else if (factor !== undefined) {
      group = Math.max(group, 1) * factor;
      scale = factor;
      if (factor >= 1000) {
        total += group;
        group = 0;
      }
    } else if (atom.lower === 'dozen' && group > 0) {
      return plain((total + group) * 12, at, index + 1);
    } else break;
    seen = true;
    to = index + 1;
    index = to;
    // "twenty-five", "two hundred and six"
    const between = atoms[index];
    const bridge =
      (between?.form === '-' && between.glued && atoms[index + 1]?.glued) ||
      (between?.lower === 'and' && scale > 1 && smallNumbers.has(atoms[index + 1]?.lower ?? ''));
    if (bridge && isNumberWord(atoms[index + 1]?.lower)) index++;
  }
  return seen ? { value: total + group, from: at, to, scale, digits: false } : null;
}

function isNumberWord(lower: string | undefined): boolean {
  return lower !== undefined && (smallNumbers.has(lower) || scaleWords.has(lower));
}

/** Whether a small number may follow what has been read: "twenty five", "hundred six", never "two three". */
function joins(group: number, small: number, scale: number, total: number): boolean {
  if (group === 0) return total > 0 && small < scale;
  if (group % 100 === 0) return small < 100;
  return group % 10 === 0 && group % 100 >= 20 && small > 0 && small < 10;
}

/** Takes off what binary fractions leave behind: 1.1 × 1e6. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
