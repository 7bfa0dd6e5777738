import {
  addMonths,
  civilDay,
  type DayRange,
  dayNumber,
  isDay,
  monthRange,
  weekdayOf,
  yearRange,
} from './calendar.ts';
import type { CalendarUnit, DateSpec, Part, SpecYear, Which } from './date-spec.ts';
import type { Outlook } from './outlook.ts';

export interface Surroundings {
  /** The document's day; null where it has none. */
  readonly document: number | null;
  /** The date told before, from which "a day later" counts. */
  readonly anchor: DayRange | null;
  readonly outlook: Outlook;
}

export interface ResolvedRange extends DayRange {
  readonly precise: boolean;
}

/** Lays the calendar against a spec. Null where the surroundings do not tell the day. */
export function resolveDate(spec: DateSpec, around: Surroundings): ResolvedRange | null {
  switch (spec.kind) {
    case 'fixed':
      return spec;
    case 'open':
      return null;
    case 'month':
      return exact(resolveMonth(spec, around));
    case 'narrative':
      return around.anchor && exact(unitRange(spec.unit, around.anchor.from, spec.offset));
    case 'distance':
      return resolveDistance(spec, around);
    case 'part': {
      const whole = resolveDate(spec.of, around);
      return whole && cut(whole, spec.part);
    }
    case 'range':
      return resolveRange(spec.first, spec.last, around);
    case 'season':
      return resolveSeason(spec, around);
  }
  const { document } = around;
  if (document === null) return null;
  switch (spec.kind) {
    case 'days':
      return { from: document + spec.from, to: document + spec.to, precise: spec.from === spec.to };
    case 'weekday':
      return resolveWeekday(spec, document, around.outlook);
    case 'weekend':
      return resolveWeekend(spec.which, document, around.outlook);
    case 'dayOfMonth':
      return resolveDayOfMonth(spec.day, document, around.outlook);
    case 'period':
      return exact(unitRange(spec.unit, document, spec.offset));
    case 'window': {
      const other = step(document, spec.unit, spec.count * spec.direction);
      const range =
        spec.direction < 0 ? { from: other, to: document } : { from: document, to: other };
      return { ...range, precise: !spec.vague };
    }
    case 'soFar': {
      const whole = resolveDate(spec.of, around);
      return whole && { from: whole.from, to: Math.max(whole.from, document), precise: false };
    }
    case 'rest': {
      const whole = resolveDate(spec.of, around);
      return whole && { from: Math.min(document, whole.to), to: whole.to, precise: false };
    }
  }
}

function exact(range: DayRange | null): ResolvedRange | null {
  return range && { from: range.from, to: range.to, precise: true };
}

/** Where the tense tells nothing, a date this near ahead is meant rather than last year's. */
const nearAhead = 45;
/** A report may be dated the day before what it tells of, by its time zone. */
const slack = 1;

/** Chooses among ranges in order of time by tense: the last begun, or the first not over. */
function choose(ranges: readonly DayRange[], document: number, outlook: Outlook): DayRange | null {
  const last = ranges.findLast((range) => range.from <= document + slack) ?? null;
  const next = ranges.find((range) => range.to >= document) ?? null;
  if (outlook === 'future') return next ?? last;
  if (outlook === 'past' || !next || !last) return last ?? next;
  const isNear = next.from - document <= nearAhead && document - last.to > nearAhead;
  return isNear ? next : last;
}

function chooseWhich(
  ranges: readonly DayRange[],
  document: number,
  which: Which,
  outlook: Outlook,
): DayRange | null {
  if (which === 'last') return ranges.findLast((range) => range.to < document) ?? null;
  if (which === 'next') return ranges.find((range) => range.from > document) ?? null;
  return choose(ranges, document, outlook);
}

function yearOf(year: SpecYear, document: number | null): number | null {
  if (typeof year === 'number') return year;
  if (year === null || document === null) return null;
  return civilDay(document).year + year.offset;
}

function resolveMonth(
  spec: Extract<DateSpec, { kind: 'month' }>,
  around: Surroundings,
): DayRange | null {
  const { document } = around;
  const told = yearOf(spec.which === 'this' ? { offset: 0 } : spec.year, document);
  if (told !== null) return monthIn(spec, told);
  if (document === null || spec.year !== null) return null;
  const year = civilDay(document).year;
  // The 29th of February may be eight years off, a given weekday five.
  const ranges = [];
  for (let candidate = year - 8; candidate <= year + 8; candidate++) {
    const range = monthIn(spec, candidate);
    if (range && (spec.weekday === null || weekdayOf(range.from) === spec.weekday))
      ranges.push(range);
  }
  const chosen = chooseWhich(ranges, document, spec.which, around.outlook);
  const misfit = spec.weekday !== null && chosen && Math.abs(chosen.from - document) > 400;
  return misfit ? resolveMonth({ ...spec, weekday: null }, around) : chosen;
}

function monthIn(spec: Extract<DateSpec, { kind: 'month' }>, year: number): DayRange | null {
  if (spec.day === null) return monthRange(year, spec.month);
  if (!isDay(year, spec.month, spec.day)) return null;
  const from = dayNumber(year, spec.month, spec.day);
  return { from, to: spec.lastDay === null ? from : from + spec.lastDay - spec.day };
}

function resolveWeekday(
  spec: Extract<DateSpec, { kind: 'weekday' }>,
  document: number,
  outlook: Outlook,
): ResolvedRange {
  const monday = document - weekdayOf(document);
  const ahead = (spec.weekday - weekdayOf(document) + 7) % 7;
  const back = (7 - ahead) % 7;
  let day = outlook === 'future' ? document + ahead : document - back;
  if (spec.week !== null) day = monday + 7 * spec.week + spec.weekday;
  else if (spec.which === 'last') day = document - (back === 0 ? 7 : back);
  // Nobody says "next Tuesday" for today or tomorrow.
  else if (spec.which === 'next') day = document + (ahead < 2 ? ahead + 7 : ahead);
  else if (spec.which === 'this') day = monday + spec.weekday;
  return { from: day, to: day, precise: true };
}

function resolveWeekend(which: Which, document: number, outlook: Outlook): ResolvedRange {
  const saturday = document - weekdayOf(document) + 5;
  const begun = saturday <= document;
  let from = saturday;
  if (which === 'last') from = saturday - 7;
  else if (which === 'next') from = saturday + 7;
  else if (begun || outlook === 'future') from = saturday;
  else if (which === 'near' || outlook === 'past') from = saturday - 7;
  return { from, to: from + 1, precise: true };
}

function resolveDayOfMonth(day: number, document: number, outlook: Outlook): ResolvedRange | null {
  const { year, month } = civilDay(document);
  const ranges = [];
  for (let offset = -2; offset <= 2; offset++) {
    const whole = monthRange(year, month + offset);
    const from = whole.from + day - 1;
    if (from <= whole.to) ranges.push({ from, to: from });
  }
  return exact(choose(ranges, document, outlook));
}

function resolveSeason(
  spec: Extract<DateSpec, { kind: 'season' }>,
  around: Surroundings,
): ResolvedRange | null {
  const { document } = around;
  const seasonOf = (year: number): DayRange => {
    const first = monthRange(year, 3 + 3 * spec.season);
    return { from: first.from, to: monthRange(year, 5 + 3 * spec.season).to };
  };
  const told = yearOf(spec.year, document);
  let range = told === null ? null : seasonOf(told);
  if (!range && document !== null && spec.year === null) {
    const year = civilDay(document).year;
    const ranges = [-2, -1, 0, 1, 2].map((offset) => seasonOf(year + offset));
    range = chooseWhich(ranges, document, spec.which, around.outlook);
  }
  return range && { ...range, precise: false };
}

/** "two weeks ago" is a few days about that day, "two years ago" that whole year. */
function resolveDistance(
  spec: Extract<DateSpec, { kind: 'distance' }>,
  around: Surroundings,
): ResolvedRange | null {
  if (spec.onlyFuture && around.outlook !== 'future') return null;
  // "A day earlier" with no date before it looks back from the report itself; "later" does not.
  const fallsBack = spec.anchor === 'document' || (around.anchor === null && spec.direction < 0);
  const base = fallsBack
    ? around.document === null
      ? null
      : { from: around.document, to: around.document }
    : around.anchor;
  if (base === null) return null;
  const told = spec.anchor === 'document' || around.anchor !== null;
  const by = (count: number) => count * spec.direction;
  if (spec.vague) {
    const far = step(base.from, spec.unit, by(Math.max(spec.count, vagueReach(spec.unit))));
    return { from: Math.min(far, base.from), to: Math.max(far, base.to), precise: false };
  }
  if (spec.unit === 'day') {
    return { from: base.from + by(spec.count), to: base.to + by(spec.count), precise: told };
  }
  const middle = step(base.from, spec.unit, by(spec.count));
  if (spec.unit === 'week' || spec.unit === 'weekend') {
    return { from: middle - 3, to: middle + 3, precise: false };
  }
  const unit = spec.unit === 'month' ? 'month' : 'year';
  return { ...unitRange(unit, middle, 0), precise: false };
}

/** How many units "days ago", "months ago" are taken to reach at most. */
function vagueReach(unit: CalendarUnit): number {
  return { day: 7, week: 8, weekend: 4, month: 12, quarter: 4, year: 10, decade: 5, century: 5 }[
    unit
  ];
}

function resolveRange(first: DateSpec, last: DateSpec, around: Surroundings): ResolvedRange | null {
  const begin = resolveDate(first, around);
  let end = resolveDate(last, around);
  if (!begin || !end) return null;
  if (end.from < begin.from && last.kind === 'weekday') {
    end = { ...end, from: end.from + 7, to: end.to + 7 };
  } else if (end.from < begin.from && last.kind === 'month' && last.year === null) {
    end = { ...end, from: addMonths(end.from, 12), to: addMonths(end.to, 12) };
  }
  if (end.to < begin.from) return null;
  return { from: begin.from, to: end.to, precise: begin.precise && end.precise };
}

/** The calendar unit that holds a day, some units on. Weeks begin on Monday. */
function unitRange(unit: CalendarUnit, day: number, offset: number): DayRange {
  const { year, month } = civilDay(day);
  switch (unit) {
    case 'day':
      return { from: day + offset, to: day + offset };
    case 'week': {
      const from = day - weekdayOf(day) + 7 * offset;
      return { from, to: from + 6 };
    }
    case 'weekend': {
      const from = day - weekdayOf(day) + 5 + 7 * offset;
      return { from, to: from + 1 };
    }
    case 'month':
      return monthRange(year, month + offset);
    case 'quarter': {
      const first = month - ((month - 1) % 3) + 3 * offset;
      return { from: monthRange(year, first).from, to: monthRange(year, first + 2).to };
    }
    case 'year':
      return yearRange(year + offset);
    case 'decade': {
      const first = year - (year % 10) + 10 * offset;
      return yearRange(first, first + 9);
    }
    case 'century': {
      const first = year - ((year - 1) % 100) + 100 * offset;
      return yearRange(first, first + 99);
    }
  }
}

function step(day: number, unit: CalendarUnit, count: number): number {
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
  if (unit === 'day') return day + Math.round(count);
  if (unit === 'week' || unit === 'weekend') return day + Math.round(7 * count);
  return addMonths(day, Math.round(months[unit] * count));
}

/** Cuts a part out of a longer stretch; early, mid and late are its thirds. */
function cut(whole: ResolvedRange, part: Part): ResolvedRange {
  const days = whole.to - whole.from + 1;
  switch (part) {
    case 'early':
      return share(whole, 0, 1, 3);
    case 'mid':
      return share(whole, 1, 2, 3);
    case 'late':
      return share(whole, 2, 3, 3);
    case 'start':
      return { from: whole.from, to: whole.from + edgeOf(days) - 1, precise: false };
    case 'end':
      return { from: whole.to - edgeOf(days) + 1, to: whole.to, precise: false };
  }
  const pieces = part.startsWith('half') ? 2 : 4;
  const index = Number(part.at(-1)) - 1;
  return { ...share(whole, index, index + 1, pieces), precise: isYear(days) };
}

/** From the first to the last of so many equal pieces; a year is cut between months. */
function share(whole: ResolvedRange, first: number, last: number, pieces: number): ResolvedRange {
  const days = whole.to - whole.from + 1;
  const at = (index: number) => {
    if (index === pieces) return whole.to + 1;
    if (isYear(days)) return addMonths(whole.from, (12 * index) / pieces);
    return whole.from + Math.floor((days * index) / pieces);
  };
  return { from: at(first), to: at(last) - 1, precise: false };
}

function isYear(days: number): boolean {
  return days === 365 || days === 366;
}

/** The days that count as the start or the end of a stretch of so many. */
function edgeOf(days: number): number {
  if (days > 5000) return 3652;
  if (days > 1000) return 730;
  if (days > 60) return 31;
  return days > 20 ? 7 : Math.min(2, days);
}
