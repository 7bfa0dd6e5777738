import { isCapitalised } from '../quantities/atoms.ts';
import { dayNumber, yearRange } from './calendar.ts';
import type { DateReading } from './date-spec.ts';
import { dateWord } from './date-words.ts';
import { type DateScan, isDash, isStuck, lowerAt, pluralFollows, tokenAt } from './scan.ts';

/** Words after which a number is a name: "Resolution 1874", "Flight 1549", "Vision 2030". */
const numbered = new Set(
  (
    'resolution flight article room no nos number numbers order decree law act bill case section ' +
    'chapter page issue lot vision agenda mission task route highway model form unit channel ' +
    'line version series type point at hill height area block'
  ).split(' '),
);
/** Words before a count, never before a year. */
const approximators = new Set(
  'some nearly almost approximately roughly least exactly another estimated'.split(' '),
);
/** Words after a count or a time of day. */
const counted = new Set(
  (
    'people persons men women km kms kilometres kilometers metres meters miles feet percent per ' +
    'dollars euros pounds won yen roubles rubles yuan gmt utc hours hrs local tons tonnes kg mm ' +
    'thousand million billion trillion dead year years month months day days old strong'
  ).split(' '),
);
/** Words that only a year or another date can follow. */
const yearCues = new Set(
  'in since of from until till by during before after through between early late mid year fiscal'.split(
    ' ',
  ),
);

const lowestYear = 1500;
const highestYear = 2149;

/** The four digits of a year at `at`, or null. `cued` where words before it already ask for one. */
export function yearAt(scan: DateScan, at: number, cued: boolean): number | null {
  const atom = scan.atoms[at];
  if (atom?.kind !== 'number' || !/^\d{4}$/.test(atom.form)) return null;
  if (atom.value < (cued ? 1000 : lowestYear) || atom.value > highestYear) return null;
  const next = scan.atoms[at + 1];
  if (next?.glued && next.kind === 'word') return null;
  if (next?.glued && /^[%:/]$/.test(next.form)) return null;
  if (next?.glued && isDash(next.form) && scan.atoms[at + 2]?.kind === 'word') return null;
  if (next && counted.has(next.lower)) return null;
  if (atom.value % 50 === 0 && pluralFollows(scan, at + 1)) return null;
  return atom.value;
}

/** "2019", "1986-1990", "2022/23", "the 1990s", "the '90s", "19th century" at `at`. */
export function readYear(scan: DateScan, at: number): DateReading | null {
  const decade = readDecade(scan, at) ?? readCentury(scan, at);
  if (decade) return decade;
  if (isStuck(scan, at) && !followsEra(scan, at)) return null;
  const before = scan.atoms[at - 1];
  const cued = yearCues.has(before?.lower ?? '') || followsEra(scan, at);
  const ranged = readYearRange(scan, at);
  const year = ranged ? ranged.first : yearAt(scan, at, cued);
  if (year === null) return null;
  if (before && (numbered.has(before.lower) || /^[$€£¥#№]$/.test(before.form))) return null;
  if (before && approximators.has(before.lower) && !ranged) return null;
  if (/^(over|than)$/.test(before?.lower ?? '') && pluralFollows(scan, at + 1)) return null;
  if (!cued && isNameNumber(scan, at)) return null;
  const range = yearRange(year, ranged ? ranged.last : year);
  return {
    spec: { kind: 'fixed', ...range, precise: true },
    from: at,
    to: ranged ? ranged.to : at + 1,
  };
}

/** "pre-2014", "post-2022": the dash belongs to the year's side of time. */
function followsEra(scan: DateScan, at: number): boolean {
  return isDash(scan.atoms[at - 1]?.form) && /^(pre|post)$/.test(lowerAt(scan, at - 2));
}

/** "1986-1990", "1986–90", "2022/23". */
function readYearRange(
  scan: DateScan,
  at: number,
): { first: number; last: number; to: number } | null {
  const [first, mark, second] = [scan.atoms[at], scan.atoms[at + 1], scan.atoms[at + 2]];
  if (!mark?.glued || !second?.glued || second.kind !== 'number') return null;
  if (!isDash(mark.form) && mark.form !== '/') return null;
  if (!/^\d{4}$/.test(first.form) || first.value < lowestYear || first.value > highestYear) {
    return null;
  }
  const after = scan.atoms[at + 3];
  if (after?.glued && (after.kind !== 'mark' || isDash(after.form) || after.form === '/')) {
    return null;
  }
  const last = /^\d{4}$/.test(second.form)
    ? second.value
    : /^\d{2}$/.test(second.form)
      ? first.value - (first.value % 100) + second.value
      : Number.NaN;
  return last > first.value && last <= highestYear
    ? { first: first.value, last, to: at + 3 }
    : null;
}

/** "Tokyo 2020", "Peugeot 2008": the number hangs on a name to its left. */
function isNameNumber(scan: DateScan, at: number): boolean {
  const before = scan.atoms[at - 1];
  if (before?.kind !== 'word' || at < 2 || !isCapitalised(before.form)) return false;
  const role = dateWord(before.lower)?.role;
  if (role === 'month' || role === 'season' || role === 'weekday') return false;
  const token = tokenAt(scan, at);
  return (
    token !== undefined &&
    token.head === before.token &&
    scan.sentence.tokens[before.token].upos === 'PROPN'
  );
}

function readDecade(scan: DateScan, at: number): DateReading | null {
  const atom = scan.atoms[at];
  const apostrophe = scan.atoms[at + 1]?.glued && /^['’]$/.test(scan.atoms[at + 1].form) ? 1 : 0;
  const ending = scan.atoms[at + 1 + apostrophe];
  if (!ending?.glued || ending.lower !== 's' || atom.value % 10 !== 0) return null;
  let first = atom.value;
  if (/^\d{2}$/.test(atom.form)) {
    const before = lowerAt(scan, at - 1);
    const quoted = /^['’‘]$/.test(before) && atom.glued;
    // "in the 90s" is a decade, "temperatures in the 40s" mostly is not.
    if (!quoted && !(before === 'the' && first >= 50) && !isPartOfDecade(scan, at)) return null;
    first += 1900;
  } else if (
    !/^\d{4}$/.test(atom.form) ||
    first < 1000 ||
    first > highestYear ||
    isStuckToNumber(scan, at)
  ) {
    return null;
  }
  return {
    spec: { kind: 'fixed', ...yearRange(first, first + 9), precise: true },
    from: at,
    to: at + 2 + apostrophe,
  };
}

function isPartOfDecade(scan: DateScan, at: number): boolean {
  const before = isDash(scan.atoms[at - 1]?.form) ? at - 2 : at - 1;
  return /^(early|mid|late)$/.test(lowerAt(scan, before)) && lowerAt(scan, before - 1) === 'the';
}

function isStuckToNumber(scan: DateScan, at: number): boolean {
  return scan.atoms[at].glued && /^[$€£¥,.]$/.test(scan.atoms[at - 1].form);
}

function readCentury(scan: DateScan, at: number): DateReading | null {
  const atom = scan.atoms[at];
  if (atom.form.length > 2 || !/^(st|nd|rd|th)$/.test(lowerAt(scan, at + 1))) return null;
  const to = isDash(scan.atoms[at + 2]?.form) ? at + 3 : at + 2;
  if (lowerAt(scan, to) !== 'century' || atom.value < 11 || atom.value > 21) return null;
  return {
    spec: {
      kind: 'fixed',
      from: dayNumber((atom.value - 1) * 100 + 1, 1, 1),
      to: dayNumber(atom.value * 100, 12, 31),
      precise: true,
    },
    from: at,
    to: to + 1,
  };
}
