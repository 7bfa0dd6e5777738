import type { Atom } from './atoms.ts';
import { currencySign } from './currencies.ts';
import {
  type Numeral,
  numberWords,
  readNumeral,
  scaleOf,
  scaleSuffix,
  smallNumber,
} from './numerals.ts';

/** A number, a range of numbers or a number word, with the money sign before it. */
export interface Amount {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
  /** Currency told by a sign, "share" for fractions; null where nouns have to tell. */
  readonly unit: string | null;
  readonly from: number;
  readonly to: number;
  /** Atoms of the number itself, without the sign of money. */
  readonly numberFrom: number;
  readonly digits: boolean;
}

/** "dozens" is at least two dozen and less than a hundred, and so on. */
const vague = new Map<string, readonly [number, number]>([
  ['dozens', [24, 99]],
  ['scores', [40, 199]],
  ['tens', [20, 99]],
  ['hundreds', [200, 999]],
  ['thousands', [2000, 9999]],
  ['millions', [2e6, 9_999_999]],
  ['billions', [2e9, 9_999_999_999]],
  ['trillions', [2e12, 9_999_999_999_999]],
  ['lakhs', [2e5, 9_999_999]],
  ['crores', [2e7, 999_999_999]],
]);
const parts = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fourth', 4],
  ['fourths', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['tenths', 10],
]);

const amountWords = new Set([
  ...numberWords(),
  ...vague.keys(),
  ...parts.keys(),
  'dozen',
  'couple',
]);
/** Every spelling that can open an amount in words, so that a scan needs no lower-casing. */
const openers = new Set<string>();
for (const word of amountWords) {
  for (const form of [word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()]) {
    openers.add(form);
  }
}

/** A cheap look at one token: may an amount begin in it? Never false for one that does. */
export function mayOpenAmount(form: string): boolean {
  const first = form.charCodeAt(0);
  if (first >= 48 && first <= 57) return true;
  // Pounds, yen and the block of currency signs; "~".
  if (first === 0xa3 || first === 0xa5 || (first >= 0x20a0 && first <= 0x20cf) || first === 126) {
    return true;
  }
  if (openers.has(form) || form.includes('$')) return true;
  const dash = form.indexOf('-');
  return dash > 0 && openers.has(form.slice(0, dash));
}

/** Whether an atom is a number or one of the words without which no amount is told. */
export function isNumeric({ kind, lower }: Atom): boolean {
  return kind === 'number' || (kind === 'word' && amountWords.has(lower));
}

/** Reads the amount that begins at atom `at`. Null where none does. */
export function readAmount(atoms: readonly Atom[], at: number): Amount | null {
  const sign = currencySign(atoms, at);
  if (sign) return readMoney(atoms, at, sign.to, sign.code);
  const first = atoms[at];
  if (first.kind === 'mark') return null;
  const loose = readVague(atoms, at) ?? readShare(atoms, at) ?? readSeveral(atoms, at);
  if (loose) return loose;
  const numeral = readNumeral(atoms, at);
  if (!numeral) return null;
  const letter = scaleLetter(atoms, numeral);
  return readRange(atoms, at, letter, null);
}

/** "1.5m people" is millions where a plain word follows, not metres. */
function scaleLetter(atoms: readonly Atom[], numeral: Numeral): Numeral {
  const suffix = atoms[numeral.to];
  if (suffix?.lower !== 'm' || !suffix.glued || !numeral.digits) return numeral;
  const next = atoms[numeral.to + 1];
  if (
    next?.kind !== 'word' ||
    /^(of|from|in|to|and|or|away|above|below|long|high|deep|wide|off)$/.test(next.lower)
  ) {
    return numeral;
  }
  return { ...numeral, value: scaled(numeral.value, 1e6), scale: 1e6, to: numeral.to + 1 };
}

function readMoney(atoms: readonly Atom[], from: number, at: number, code: string): Amount | null {
  const numeral = readNumeral(atoms, at);
  if (!numeral?.digits) return null;
  const amount = readRange(atoms, at, moneyLetter(atoms, numeral), code);
  return amount && { ...amount, from };
}

/** Behind a sign of money "m" and "b" are million and billion. */
function moneyLetter(atoms: readonly Atom[], numeral: Numeral): Numeral {
  if (numeral.scale !== 1) return numeral;
  const factor = scaleSuffix(atoms, numeral.to);
  if (factor === undefined) return numeral;
  return { ...numeral, value: scaled(numeral.value, factor), scale: factor, to: numeral.to + 1 };
}

/** "5-10", "5 to 10", "five or six", "between 5 and 10", "$5-10 million", or the number alone. */
function readRange(
  atoms: readonly Atom[],
  at: number,
  first: Numeral,
  unit: string | null,
): Amount | null {
  const joint = atoms[first.to];
  const between = atoms[at - 1]?.lower === 'between' || atoms[at - 2]?.lower === 'between';
  const dash = /^[-–—]$/.test(joint?.form ?? '') && joint?.glued;
  const joins =
    dash || joint?.lower === 'to' || joint?.lower === 'or' || (between && joint?.lower === 'and');
  const alone: Amount = {
    value: first.value,
    low: null,
    high: null,
    approximate: false,
    unit,
    from: at,
    to: first.to,
    numberFrom: at,
    digits: first.digits,
  };
  if (!joins) return alone;
  const sign = unit === null ? null : currencySign(atoms, first.to + 1);
  const secondAt = sign ? sign.to : first.to + 1;
  const read = readNumeral(atoms, secondAt);
  if (!read || read.digits !== first.digits) return dash && read ? null : alone;
  const second = unit === null ? scaleLetter(atoms, read) : moneyLetter(atoms, read);
  const low =
    first.scale === 1 && second.scale > 1 && first.value < second.value / second.scale
      ? scaled(first.value, second.scale)
      : first.value;
  // "2-1" is a score and "5 or 3" no range; "from 10 to 5" tells of two numbers.
  if (low >= second.value) return dash ? null : alone;
  // "rose from 5 to 10" tells a change; "sentenced two to three years" is left as it reads.
  if (joint.lower === 'to' && atoms[at - 1]?.lower === 'from' && !between) return { ...alone };
  return {
    ...alone,
    value: (low + second.value) / 2,
    low,
    high: second.value,
    approximate: true,
    to: second.to,
  };
}

/** "dozens", "hundreds of thousands". */
function readVague(atoms: readonly Atom[], at: number): Amount | null {
  const bounds = vague.get(atoms[at].lower);
  if (!bounds) return null;
  let [low, high] = bounds;
  let to = at + 1;
  const second = atoms[at + 1]?.lower === 'of' ? vague.get(atoms[at + 2]?.lower ?? '') : undefined;
  if (second) {
    // Half of "two thousand" and up: the second word's own "at least two" is not doubled.
    const unit = second[0] / 2;
    [low, high] = [low * unit, (high + 1) * unit - 1];
    to = at + 3;
  } else if (atoms[at].lower === 'tens') return null;
  return loose(low, low, high, at, to, null);
}

/** "two thirds of", "a third of", "half of the", "one-quarter of". */
function readShare(atoms: readonly Atom[], at: number): Amount | null {
  const first = atoms[at];
  let count = 1;
  let next = at;
  if (first.lower === 'a' || first.lower === 'an') next = at + 1;
  else if (first.lower !== 'half') {
    count = smallNumber(first.lower) ?? Number.NaN;
    next = at + 1;
    if (atoms[next]?.form === '-' && atoms[next].glued) next++;
  }
  const part = parts.get(atoms[next]?.lower ?? '');
  if (part === undefined || !(count < part) || count < 1) return null;
  const of = atoms[next + 1]?.lower;
  const whole = of === 'of' || (part === 2 && (of === 'the' || of === 'its' || of === 'their'));
  if (!whole && !(count > 1 && of !== 'majority')) return null;
  return loose(Number((count / part).toPrecision(4)), null, null, at, next + 1, 'share');
}

/** "a couple of", "several hundred", "a few thousand". */
function readSeveral(atoms: readonly Atom[], at: number): Amount | null {
  const article = atoms[at].lower === 'a' ? 1 : 0;
  const word = atoms[at + article]?.lower;
  if (word === 'couple' && atoms[at + article + 1]?.lower === 'of') {
    return loose(2, 2, 3, at, at + article + 1, null);
  }
  if (word !== 'several' && word !== 'few') return null;
  const next = atoms[at + article + 1]?.lower ?? '';
  const scale = next === 'dozen' ? 12 : scaleOf(next);
  if (scale === undefined) return null;
  return loose(3 * scale, 2 * scale, 9 * scale, at, at + article + 2, null);
}

function loose(
  value: number,
  low: number | null,
  high: number | null,
  from: number,
  to: number,
  unit: string | null,
): Amount {
  return { value, low, high, approximate: true, unit, from, to, numberFrom: from, digits: false };
}

function scaled(value: number, factor: number): number {
  const product = value * factor;
  return Number.isInteger(product) ? product : Number(product.toPrecision(12));
}
