import {
  addMonths,
  civilDay,
  type DayRange,
  dayNumber,
  isDay,
  monthRange,
  weekdayOf,
} from './calendar.ts';
import { step, unitRange } from './calendar-units.ts';
import { cutRange } from './cut-range.ts';
import type { CalendarUnit, DateSpec, SpecYear, Which } from './date-spec.ts';
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
    case 'month':
      return exact(resolveMonth(spec, around));
    case 'narrative':
      return around.anchor && exact(unitRange(spec.unit, around.anchor.from, spec.offset));
    case 'distance':
      return resolveDistance(spec, around);
    case 'part': {
      const whole = resolveDate(spec.of, around);
      return whole && cutRange(whole, spec.part);
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
  const fallsBack =
    spec.anchor === 'document' ||
    (spec.anchor === 'narrative' && around.anchor === null && spec.direction < 0);
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
    const near = step(base.to, spec.unit, by(1));
    return { from: Math.min(far, near), to: Math.max(far, near), precise: false };
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
