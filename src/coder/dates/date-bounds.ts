import type { DateReading, DateSpec } from './date-spec.ts';
import type { ResolvedRange } from './resolve-date.ts';
import { beforeThe, type DateScan, isDash, isNounAt, lowerAt } from './scan.ts';

/** How an event stands to its date: on it, or on one side of it. */
export type DateBound = 'on' | 'since' | 'from' | 'until' | 'by' | 'before' | 'after';

/** A date read from the text and the side of it that is meant. */
export interface FoundDate extends DateReading {
  readonly bound: DateBound;
}

const bounds: Readonly<Record<string, DateBound>> = {
  since: 'since',
  from: 'from',
  starting: 'from',
  beginning: 'from',
  effective: 'from',
  until: 'until',
  till: 'until',
  by: 'by',
  before: 'before',
  pre: 'before',
  after: 'after',
  post: 'after',
};

/** Takes in the preposition that sets the event on one side of its date. */
export function withBound(scan: DateScan, date: DateReading, floor: number): FoundDate {
  let at = beforeThe(scan, date.from);
  if (isDash(scan.atoms[at]?.form)) at--;
  if (/^(on|early|late)$/.test(lowerAt(scan, at))) at--;
  const word = lowerAt(scan, at);
  if (isRange(scan, date) && (word === 'between' || word === 'from') && at >= floor) {
    return { ...date, from: at, bound: 'on' };
  }
  const bound = Object.hasOwn(bounds, word) && at >= floor ? bounds[word] : 'on';
  if (bound === 'on' || date.spec.kind === 'window' || isOfClause(date.spec)) {
    return { ...date, bound: 'on' };
  }
  if (namesThing(scan, date)) return { ...date, bound: 'on' };
  return { ...date, from: at, bound };
}

/** Two ends are told: "3–7 May", "1986-1990", "Monday to Friday". */
function isRange(scan: DateScan, date: DateReading): boolean {
  if (date.spec.kind === 'month') return date.spec.lastDay !== null;
  return (
    date.spec.kind === 'range' ||
    (date.spec.kind === 'fixed' &&
      /^[-–—/]$/.test(lowerAt(scan, date.from + 1)) &&
      date.to === date.from + 3)
  );
}

/** "a day after the speech": a date for what it speaks of, not for the clause it stands in. */
export function isOfClause(spec: DateSpec): boolean {
  return spec.kind === 'distance' && spec.anchor === 'clause';
}

/** "by Friday's deadline", "before the 2014 protests": what is bounded is the thing, not the day. */
function namesThing(scan: DateScan, date: DateReading): boolean {
  if (/^['’]/.test(lowerAt(scan, date.to))) return true;
  const isDay =
    date.spec.kind === 'month' || date.spec.kind === 'fixed' || date.spec.kind === 'weekday';
  return isDay && lowerAt(scan, date.from - 1) === 'the' && isNounAt(scan, date.to);
}

export function bounded(
  range: ResolvedRange,
  bound: DateBound,
  document: number | null,
): ResolvedRange {
  switch (bound) {
    case 'on':
    case 'from':
      return range;
    case 'since':
      return { from: range.from, to: Math.max(range.to, document ?? range.to), precise: false };
    case 'until':
    case 'by': {
      const isAhead = document !== null && document <= range.to;
      return { from: isAhead ? document : range.from, to: range.to, precise: false };
    }
    case 'before':
    case 'after':
      return { ...range, precise: false };
  }
}
