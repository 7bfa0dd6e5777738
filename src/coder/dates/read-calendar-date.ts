import { dayNumber, isDay } from './calendar.ts';
import type { DateReading, DateSpec, SpecYear, Which } from './date-spec.ts';
import { dateWord } from './date-words.ts';
import { isMonthName, isWeekdayName } from './names.ts';
import { yearAt } from './read-year.ts';
import { type DateScan, isDash, isStuck, lowerAt, pluralFollows, tokenAt } from './scan.ts';

type MonthSpec = Extract<DateSpec, { kind: 'month' }>;

/** "2024-04-01", "9/11/2001", "01.04.2024": days that are all digits. "9/11" is the day of 2001. */
export function readNumericDate(scan: DateScan, at: number): DateReading | null {
  const { atoms } = scan;
  if (isStuck(scan, at)) return null;
  const separator = atoms[at + 1]?.form;
  if (separator !== '-' && separator !== '/' && separator !== '.') return null;
  const numbers = [atoms[at], atoms[at + 2], atoms[at + 4]];
  const glued = (to: number) =>
    atoms.slice(at + 1, to).every((atom) => atom.glued) &&
    !(atoms[to]?.glued && isJoin(atoms[to].form));
  const digits = (index: number, shape: RegExp) => shape.test(numbers[index]?.form ?? '');
  if (atoms[at + 3]?.form === separator && glued(at + 5)) {
    if (digits(0, /^\d{4}$/) && digits(1, /^\d\d?$/) && digits(2, /^\d\d?$/)) {
      return fixedDay(at, at + 5, numbers[0].value, numbers[1].value, numbers[2].value);
    }
    if (digits(0, /^\d\d?$/) && digits(1, /^\d\d?$/) && digits(2, /^\d{4}$/)) {
      const [a, b, year] = numbers.map((atom) => atom.value);
      // With slashes American order, unless the first number can be no month; with full stops or
      // hyphens the day comes first.
      const monthFirst = separator === '/' ? a <= 12 : b > 12;
      return fixedDay(at, at + 5, year, monthFirst ? a : b, monthFirst ? b : a);
    }
  }
  if (separator === '/' && atoms[at].form === '9' && digits(1, /^11$/) && glued(at + 3)) {
    return fixedDay(at, at + 3, 2001, 9, 11);
  }
  return null;
}

function isJoin(form: string): boolean {
  return form === '-' || form === '/' || /^[\d\w]/.test(form);
}

function fixedDay(from: number, to: number, year: number, month: number, day: number) {
  if (!isDay(year, month, day)) return null;
  const number = dayNumber(year, month, day);
  const spec: DateSpec = { kind: 'fixed', from: number, to: number, precise: true };
  return { spec, from, to };
}

/** "13 September 2023", "the 3rd of May", "3-7 May", "between 3 and 7 May" at the first number. */
export function readDayFirst(scan: DateScan, at: number): DateReading | null {
  if (isStuck(scan, at)) return null;
  const first = dayOfMonthAt(scan, at);
  if (!first) return null;
  let next = first.to;
  let last: number | null = null;
  const joined =
    isDash(scan.atoms[next]?.form) || /^(to|and|through|until)$/.test(lowerAt(scan, next));
  if (joined) {
    const second = dayOfMonthAt(scan, next + 1);
    if (!second || second.day <= first.day) return null;
    last = second.day;
    next = second.to;
  }
  if (lowerAt(scan, next) === 'of') next++;
  const month = monthAt(scan, next, 'beside a day');
  if (!month) return null;
  const year = yearTail(scan, month.to);
  const spec = monthSpec(month.month, first.day, last, year.year);
  return spec && { spec, from: at, to: year.to };
}

/** "Sept. 13, 2023", "March 2", "May 3-7", "December last year", "May 2018", "July" at the month. */
export function readMonthFirst(
  scan: DateScan,
  at: number,
  which: Which = 'near',
): DateReading | null {
  const beside = monthAt(scan, at, 'beside a day');
  if (!beside) return null;
  const withDay = readMonthDay(scan, at, beside.month, beside.to, which);
  if (withDay) return withDay;
  const year = yearTail(scan, beside.to);
  if (year.year !== null) {
    const spec = monthSpec(beside.month, null, null, year.year, which);
    return spec && { spec, from: at, to: year.to };
  }
  const alone = monthAt(scan, at, which === 'near' ? 'alone' : 'cued');
  const spec = alone && monthSpec(alone.month, null, null, null, which);
  return spec && { spec, from: at, to: alone.to };
}

function readMonthDay(
  scan: DateScan,
  at: number,
  month: number,
  afterMonth: number,
  which: Which,
): DateReading | null {
  const first = dayOfMonthAt(
    scan,
    lowerAt(scan, afterMonth) === 'the' ? afterMonth + 1 : afterMonth,
  );
  if (!first) return null;
  // "In March 20 people died": one says "on March 20", not "in March 20".
  if (!first.ordinal && lowerAt(scan, at - 1) === 'in' && pluralFollows(scan, first.to))
    return null;
  let to = first.to;
  let last: number | null = null;
  const second = secondDay(scan, to, first.day);
  if (second) [last, to] = [second.day, second.to];
  const year = yearTail(scan, to);
  const spec = monthSpec(month, first.day, last, year.year, which);
  return spec && { spec, from: at, to: year.to };
}

function secondDay(scan: DateScan, at: number, first: number) {
  const dash = isDash(scan.atoms[at]?.form);
  if (!dash && !/^(to|and|through)$/.test(lowerAt(scan, at))) return null;
  const second = dayOfMonthAt(scan, at + 1);
  if (!second || second.day <= first) return null;
  // "May 3 to 7 June" is two days; "March 5 and 6 soldiers" counts soldiers.
  if (monthAt(scan, second.to, 'beside a day')) return null;
  const after = tokenAt(scan, second.to);
  if (!dash && after && /^(NOUN|ADJ|PROPN)$/.test(after.upos)) return null;
  return second;
}

/** "Friday", "Friday, 13 September 2023", "Monday night", "Friday last week" at the weekday. */
export function readWeekday(scan: DateScan, at: number, which: Which = 'near'): DateReading | null {
  const word = dateWord(lowerAt(scan, at));
  if (word?.role !== 'weekday' || isStuck(scan, at) || !isWeekdayName(scan, at)) return null;
  if (isHabit(scan, at)) return null;
  let to = at + 1;
  if (word.short && scan.atoms[to]?.form === '.' && scan.atoms[to].glued) to++;
  if (/^(morning|afternoon|evening|night|noon|midnight)$/.test(lowerAt(scan, to))) to++;
  const comma = /^[,(]$/.test(scan.atoms[to]?.form ?? '') ? to + 1 : to;
  const day = readDayFirst(scan, comma) ?? readMonthFirst(scan, comma);
  if (day?.spec.kind === 'month' && day.spec.day !== null) {
    const spec: DateSpec = { ...day.spec, weekday: word.value };
    const closed = lowerAt(scan, comma - 1) === '(' && lowerAt(scan, day.to) === ')';
    return { spec, from: at, to: closed ? day.to + 1 : day.to };
  }
  if (day?.spec.kind === 'fixed' && day.spec.from === day.spec.to) return { ...day, from: at };
  const week = weekTail(scan, to);
  const spec: DateSpec = {
    kind: 'weekday',
    weekday: word.value,
    which,
    week: week?.offset ?? null,
  };
  return { spec, from: at, to: week?.to ?? to };
}

/** "every Friday", "on a Monday"; "a Monday meeting" is a day. */
function isHabit(scan: DateScan, at: number): boolean {
  const before = lowerAt(scan, at - 1);
  if (before === 'every' || before === 'each') return true;
  return before === 'a' && tokenAt(scan, at + 1)?.upos !== 'NOUN';
}

/** "on the 13th": a day of the month alone, in the way of news that names no month again. */
export function readDayAlone(scan: DateScan, at: number): DateReading | null {
  const day = dayOfMonthAt(scan, at);
  if (!day?.ordinal || lowerAt(scan, at - 1) !== 'the') return null;
  if (!/^(on|until|by|since|from)$/.test(lowerAt(scan, at - 2))) return null;
  const next = tokenAt(scan, day.to);
  if (next && /^(NOUN|ADJ|PROPN|NUM)$/.test(next.upos)) return null;
  if (scan.atoms[day.to]?.glued && scan.atoms[day.to].kind !== 'mark') return null;
  if (isDash(scan.atoms[day.to]?.form) && scan.atoms[day.to].glued) return null;
  return { spec: { kind: 'dayOfMonth', day: day.day }, from: at, to: day.to };
}

/** "last week", "of last week", "next week", "this week" behind a weekday. */
function weekTail(scan: DateScan, at: number): { offset: number; to: number } | null {
  const from = lowerAt(scan, at) === 'of' ? at + 1 : at;
  const offset = ['last', 'this', 'next'].indexOf(lowerAt(scan, from)) - 1;
  if (offset === -2 || lowerAt(scan, from + 1) !== 'week') return null;
  return { offset, to: from + 2 };
}

/** The year behind a month or day: ", 2023", "2023", "last year", "of this year". */
function yearTail(scan: DateScan, at: number): { year: SpecYear; to: number } {
  const from = scan.atoms[at]?.form === ',' || lowerAt(scan, at) === 'of' ? at + 1 : at;
  const year = yearAt(scan, from, true);
  if (year !== null) return { year, to: from + 1 };
  const offset = ['last', 'this', 'next'].indexOf(lowerAt(scan, from)) - 1;
  if (offset > -2 && lowerAt(scan, from + 1) === 'year') return { year: { offset }, to: from + 2 };
  return { year: null, to: at };
}

function monthSpec(
  month: number,
  day: number | null,
  lastDay: number | null,
  year: SpecYear,
  which: Which = 'near',
): MonthSpec | null {
  // Without a year the 29th of February may be meant of any.
  const probe = typeof year === 'number' ? year : 2000;
  if (day !== null && !isDay(probe, month, day)) return null;
  if (lastDay !== null && !isDay(probe, month, lastDay)) return null;
  return { kind: 'month', month, day, lastDay, year, which, weekday: null };
}

/** The month's name at `at`; how much must speak for it depends on what stands `beside`. */
function monthAt(
  scan: DateScan,
  at: number,
  beside: 'beside a day' | 'cued' | 'alone',
): { month: number; to: number } | null {
  const word = dateWord(lowerAt(scan, at));
  if (word?.role !== 'month' || !isMonthName(scan, at, beside)) return null;
  const dotted = word.short && scan.atoms[at + 1]?.form === '.' && scan.atoms[at + 1].glued;
  return { month: word.value, to: dotted ? at + 2 : at + 1 };
}

/** "2", "13th": a day of the month in digits. */
function dayOfMonthAt(
  scan: DateScan,
  at: number,
): { day: number; to: number; ordinal: boolean } | null {
  const atom = scan.atoms[at];
  if (atom?.kind !== 'number' || !/^\d\d?$/.test(atom.form)) return null;
  if (atom.value < 1 || atom.value > 31) return null;
  const next = scan.atoms[at + 1];
  if (next?.glued && /^(st|nd|rd|th)$/.test(next.lower)) {
    return { day: atom.value, to: at + 2, ordinal: true };
  }
  if (next?.glued && (next.kind === 'word' || /^[%:/$]$/.test(next.form))) return null;
  if (next && /^(hundred|thousand|million|billion|percent)$/.test(next.lower)) return null;
  return { day: atom.value, to: at + 1, ordinal: false };
}
