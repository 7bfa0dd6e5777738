import type { Sentence } from '#language';
import { type DateExpression, findDates } from '../dates/find-dates.ts';
import type { Quantity } from '../record.ts';
import { type Atom, atomsOf, wordsOf } from './atoms.ts';
import { isNoQuantity } from './no-quantity.ts';
import { qualifierBefore, qualifierBehind } from './qualifiers.ts';
import { type Amount, isNumeric, mayOpenAmount, readAmount } from './read-amount.ts';
import { readCounted } from './read-counted.ts';

/** A quantity and where it stands in its sentence. */
export interface QuantityExpression extends Quantity {
  /** Tokens of the sentence from the first to the last, `tokenTo` exclusive. */
  readonly tokenFrom: number;
  readonly tokenTo: number;
  /** Token of the thing counted ("soldiers", "shells", "package"); −1 where the text leaves it out. */
  readonly headToken: number;
}

const none: readonly QuantityExpression[] = [];

/**
 * Finds the quantities a sentence tells, in the order of the text: counts, sums of money, shares,
 * measures and lengths of time. Dates, ages, ordinals, times of day and numbers that are names
 * ("F-16", "G7", "Resolution 1718") are none; "155 mm" is part of what is counted.
 *
 * - `value` of a range is its middle, of a vague word its least ("dozens" 24, `low` 24, `high` 99);
 * - `low` alone is "at least", "more than"; `high` alone "up to", "nearly", "fewer than";
 * - `approximate` is true for "about", "nearly", ranges and vague words, not for mere bounds;
 * - `unit` is `person` for people of any kind, a currency code, `percent`, `share` for fractions
 *   (value 0 … 1), a measure, a parcelling noun ("round", "tonne"), else the noun's base form, or
 *   `item` for things called by a name;
 * - `object` is what is counted without number and article; empty where the text leaves it out.
 *
 * @param dates what `findDates` gave for the sentence; found anew where it is left out
 */
export function findQuantities(
  sentence: Sentence,
  dates: readonly DateExpression[] | null = null,
): readonly QuantityExpression[] {
  if (!sentence.tokens.some((token) => mayOpenAmount(token.form))) return none;
  const atoms = atomsOf(sentence);
  const spans = dates ?? findDates(sentence, { documentDate: null });
  const isDate = (token: number) =>
    spans.some((date) => token >= date.tokenFrom && token < date.tokenTo);
  const found: QuantityExpression[] = [];
  for (let at = nextAmount(atoms, 0); at < atoms.length; at = nextAmount(atoms, at)) {
    const amount = isDate(atoms[at].token) ? null : readAmount(atoms, at);
    if (!amount || isDate(atoms[amount.to - 1].token)) {
      at++;
      continue;
    }
    const quantity = isNoQuantity(sentence, atoms, amount)
      ? null
      : makeQuantity(sentence, atoms, amount, isDate);
    if (quantity) found.push(quantity);
    at = amount.to;
  }
  return found;
}

/** Atoms from the first of an amount to the number or number word that makes it one: "a few thousand", "US $ 5". */
const longestOpening = 3;

/** The first atom from `at` on with which an amount may begin; the number of atoms where there is none. */
function nextAmount(atoms: readonly Atom[], at: number): number {
  for (let number = at; number < atoms.length; number++) {
    if (isNumeric(atoms[number])) return Math.max(at, number - longestOpening);
  }
  return atoms.length;
}

function makeQuantity(
  sentence: Sentence,
  atoms: readonly Atom[],
  amount: Amount,
  isDate: (token: number) => boolean,
): QuantityExpression | null {
  const before = qualifierBefore(atoms, amount.from);
  const behind = qualifierBehind(atoms, amount.to);
  const counted = readCounted(sentence, atoms, amount, behind ? behind.at : amount.to, isDate);
  if (!counted) return null;
  const between =
    amount.low !== null && before === null && atoms[amount.from - 1]?.lower === 'between';
  const first = before ? before.at : between ? amount.from - 1 : amount.from;
  const tokenFrom = atoms[first].token;
  const qualifier = before?.kind ?? behind?.kind ?? null;
  return {
    value: amount.value,
    ...boundsOf(amount, qualifier),
    approximate: amount.approximate || qualifier === 'about' || qualifier === 'nearly',
    unit: counted.unit,
    object: counted.object ? wordsOf(sentence, counted.object.from, counted.object.to) : '',
    text: wordsOf(sentence, tokenFrom, counted.to),
    start: sentence.tokens[tokenFrom].start,
    end: sentence.tokens[counted.to - 1].end,
    tokenFrom,
    tokenTo: counted.to,
    headToken: counted.head,
  };
}

function boundsOf(amount: Amount, qualifier: string | null): { low?: number; high?: number } {
  const low = qualifier === 'low' ? (amount.low ?? amount.value) : amount.low;
  const high =
    qualifier === 'high' || qualifier === 'nearly' ? (amount.high ?? amount.value) : amount.high;
  // "at least 5 to 10" keeps both, "at least dozens" only the lower bound.
  return {
    ...(low !== null && qualifier !== 'high' ? { low } : {}),
    ...(high !== null && qualifier !== 'low' ? { high } : {}),
  };
}
