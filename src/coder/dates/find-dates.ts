import type { Sentence } from '#language';
import { atomsOf, wordsOf } from '../quantities/atoms.ts';
import { startsNumeral } from '../quantities/numerals.ts';
import type { Span } from '../record.ts';
import { type DayRange, formatDay, parseDay } from './calendar.ts';
import { bounded, type DateBound, type FoundDate, isOfClause, withBound } from './date-bounds.ts';
import type { DateReading, DateSpec } from './date-spec.ts';
import { dateWord, mayOpenDate } from './date-words.ts';
import { type Dependents, dependentsOf, outlookOf } from './outlook.ts';
import {
  readDayAlone,
  readDayFirst,
  readMonthFirst,
  readNumericDate,
  readWeekday,
} from './read-calendar-date.ts';
import { readDistance, readTheDay } from './read-distance.ts';
import { readLead } from './read-relative-date.ts';
import { readHoliday, readSeason, readWeekend } from './read-season.ts';
import { readYear } from './read-year.ts';
import { type ResolvedRange, resolveDate } from './resolve-date.ts';
import { beforeThe, type DateScan, isDash, lowerAt, standingAlone } from './scan.ts';

interface DateWords extends Span {
  /** Tokens of the sentence from the first to the last, `tokenTo` exclusive. */
  readonly tokenFrom: number;
  readonly tokenTo: number;
  readonly basis: 'text';
  readonly bound: DateBound;
  /** The days do not depend on the document's date. */
  readonly absolute: boolean;
}

export type { DateBound };

/** Days named by the text, both ends included, `YYYY-MM-DD`, UTC. */
export interface ResolvedDate extends DateWords {
  readonly from: string;
  readonly to: string;
  /** False where the range is our estimate ("early March", "recently") or only a bound ("since 2014"). */
  readonly precise: boolean;
}

/** Words of time whose days the text does not tell: relative to a document without a date, or to an event. */
export interface OpenDate extends DateWords {
  readonly from: null;
  readonly to: null;
  readonly precise: false;
}

export type DateExpression = ResolvedDate | OpenDate;

export interface DateContext {
  /** Day of publication, `YYYY-MM-DD`; null leaves relative dates open. */
  readonly documentDate: string | null;
  /** The date last told before this sentence; "a day later" counts from it. */
  readonly anchor?: { readonly from: string; readonly to: string } | null;
}

const none: readonly DateExpression[] = [];

/**
 * Finds the dates a sentence tells and lays them on the calendar, in the order of the text.
 * Durations ("for three years", "a two-day visit") are none. How days are chosen:
 *
 * - a day or month without a year, and a weekday, is the last one by the document's date, or the
 *   next one where the clause looks ahead ("will meet on Friday"); the document's own day counts;
 * - weeks begin on Monday, seasons are northern, `9/11/2001` is read month first;
 * - "recently" is the last 30 days, "recent weeks" the last four, never precise;
 * - "since" reaches to the document's day, "by" and "until" from it where the date lies ahead;
 * - "two days earlier" counts from the date told before it, else back from the document's; in "on
 *   Thursday, a day after the speech" it is the speech that is dated.
 *
 * Throws nothing; a document date that is no day counts as none.
 */
export function findDates(sentence: Sentence, context: DateContext): readonly DateExpression[] {
  if (!sentence.tokens.some((token) => mayOpenDate(token.form))) return none;
  const scan: DateScan = { sentence, atoms: atomsOf(sentence) };
  const found = shareYears(scan, scanDates(scan));
  if (found.length === 0) return none;
  const document = context.documentDate === null ? null : parseDay(context.documentDate);
  return resolveAll(sentence, scan, found, document, anchorOf(context)).map(({ date, plain }) => {
    const tokenFrom = scan.atoms[date.from].token;
    const tokenTo = scan.atoms[date.to - 1].token + 1;
    const range = plain && bounded(plain, date.bound, document);
    const words: DateWords = {
      text: wordsOf(sentence, tokenFrom, tokenTo),
      start: sentence.tokens[tokenFrom].start,
      end: sentence.tokens[tokenTo - 1].end,
      tokenFrom,
      tokenTo,
      basis: 'text',
      bound: date.bound,
      absolute: isAbsolute(date.spec),
    };
    return range && isSane(range)
      ? { from: formatDay(range.from), to: formatDay(range.to), ...words, precise: range.precise }
      : { from: null, to: null, ...words, precise: false };
  });
}

interface LaidDate {
  readonly date: FoundDate;
  readonly plain: ResolvedRange | null;
}

/** Lays the dates of a sentence on the calendar; each may count from the one before it. */
function resolveAll(
  sentence: Sentence,
  scan: DateScan,
  found: readonly FoundDate[],
  document: number | null,
  told: DayRange | null,
): LaidDate[] {
  let dependents: Dependents | null = null;
  let anchor = told;
  const laid: LaidDate[] = [];
  for (const date of found) {
    if (leansOnTense(date.spec) && !dependents) dependents = dependentsOf(sentence);
    const tokens = [scan.atoms[date.from].token, scan.atoms[date.to - 1].token + 1] as const;
    const outlook = dependents ? outlookOf(sentence, dependents, ...tokens) : 'open';
    if (date.spec.kind === 'distance' && date.spec.onlyFuture && outlook !== 'future') continue;
    const plain = resolveDate(date.spec, { document, anchor, outlook });
    if (plain && !isOfClause(date.spec)) anchor = plain;
    laid.push({ date, plain });
  }
  // "A day after the speech, Moscow summoned the envoy on Friday": the date beside it comes later.
  return laid.map(({ date, plain }, index) => {
    const next = plain === null && isOfClause(date.spec) ? laid[index + 1]?.plain : null;
    if (!next) return { date, plain };
    return { date, plain: resolveDate(date.spec, { document, anchor: next, outlook: 'open' }) };
  });
}

/** Whether past and future would lay it on different days. */
function leansOnTense(spec: DateSpec): boolean {
  switch (spec.kind) {
    case 'fixed':
    case 'days':
    case 'period':
    case 'window':
    case 'narrative':
      return false;
    case 'month':
      return typeof spec.year !== 'number';
    case 'part':
      return leansOnTense(spec.of);
    case 'distance':
      return spec.onlyFuture;
    default:
      return true;
  }
}

function anchorOf(context: DateContext) {
  if (!context.anchor) return null;
  const [from, to] = [parseDay(context.anchor.from), parseDay(context.anchor.to)];
  return from === null || to === null || to < from ? null : { from, to };
}

/** Days whose year has four digits. */
function isSane(range: ResolvedRange): boolean {
  return range.from >= -719_162 && range.to <= 2_932_896;
}

function isAbsolute(spec: DateSpec): boolean {
  if (spec.kind === 'month') return typeof spec.year === 'number';
  if (spec.kind === 'season') return typeof spec.year === 'number';
  if (spec.kind === 'range') return isAbsolute(spec.first) && isAbsolute(spec.last);
  if (spec.kind === 'part') return isAbsolute(spec.of);
  return spec.kind === 'fixed';
}

function scanDates(scan: DateScan): FoundDate[] {
  const found: FoundDate[] = [];
  for (let at = 0; at < scan.atoms.length; ) {
    const point = readPoint(scan, at);
    if (!point) {
      at++;
      continue;
    }
    const range = readRange(scan, point);
    found.push(withBound(scan, range ?? point, found.at(-1)?.to ?? 0));
    at = (range ?? point).to;
  }
  return found;
}

/** Reads one date that begins at an atom, by what its first word can be. */
function readPoint(scan: DateScan, at: number): DateReading | null {
  const atom = scan.atoms[at];
  if (atom === undefined || atom.kind === 'mark') return null;
  if (atom.kind === 'number') {
    return (
      readNumericDate(scan, at) ??
      readDayFirst(scan, at) ??
      readDistance(scan, at) ??
      readYear(scan, at) ??
      readDayAlone(scan, at)
    );
  }
  const { lower } = atom;
  const word = dateWord(lower);
  if (word === undefined) {
    return lower === 'a' ||
      lower === 'an' ||
      /^(few|several|couple)$/.test(lower) ||
      startsNumeral(lower)
      ? readDistance(scan, at)
      : null;
  }
  switch (word.role) {
    case 'month':
      return readMonthFirst(scan, at);
    case 'weekday':
      return readWeekday(scan, at);
    case 'season':
      return readSeason(scan, at);
    case 'days':
      return { spec: { kind: 'days', from: word.from, to: word.to }, from: at, to: at + 1 };
    case 'holiday':
      return readHoliday(scan, at);
    case 'unit':
      return (
        readWeekend(scan, at) ??
        readTheDay(scan, at) ??
        readDistance(scan, at) ??
        readYearEnd(scan, at)
      );
    case 'lead':
      return (
        readLead(scan, at, readPoint) ?? (startsNumeral(lower) ? readDistance(scan, at) : null)
      );
  }
}

/** "year-end", "by month's end". */
function readYearEnd(scan: DateScan, at: number): DateReading | null {
  const unit = lowerAt(scan, at);
  if (unit !== 'year' && unit !== 'month') return null;
  const mark = scan.atoms[at + 1];
  if (!mark?.glued) return null;
  const next =
    isDash(mark.form) || mark.lower === 's'
      ? at + 2
      : at + 2 + (lowerAt(scan, at + 2) === 's' ? 1 : 0);
  if (!isDash(mark.form) && !/^['’]/.test(mark.form)) return null;
  if (lowerAt(scan, next) !== 'end') return null;
  const spec: DateSpec = { kind: 'part', part: 'end', of: { kind: 'period', unit, offset: 0 } };
  return { spec, from: at, to: next + 1 };
}

/** "from Monday to Wednesday", "between March and May 2022", "May 3 – June 7". */
function readRange(scan: DateScan, first: DateReading): DateReading | null {
  const joint = scan.atoms[first.to];
  if (joint === undefined) return null;
  const between = lowerAt(scan, beforeThe(scan, first.from)) === 'between';
  const joins = isDash(joint.form) || /^(to|through|until|till)$/.test(joint.lower);
  if (!joins && !(between && joint.lower === 'and')) return null;
  const next = lowerAt(scan, first.to + 1) === 'the' ? first.to + 2 : first.to + 1;
  const last = readPoint(joint.glued ? standingAlone(scan, next) : scan, next);
  if (!last || !isAlike(first.spec, last.spec)) return null;
  const begin = withYearOf(first.spec, last.spec);
  return { spec: { kind: 'range', first: begin, last: last.spec }, from: first.from, to: last.to };
}

function isAlike(first: DateSpec, last: DateSpec): boolean {
  const kinds = [first.kind, last.kind].map((kind) => (kind === 'part' ? 'month' : kind));
  return kinds[0] === kinds[1] || kinds.every((kind) => kind === 'fixed' || kind === 'month');
}

/** "March and May 2022": the year told last holds for the month before it, too. */
function withYearOf(first: DateSpec, last: DateSpec): DateSpec {
  if (first.kind !== 'month' || last.kind !== 'month') return first;
  if (first.year !== null || last.year === null) return first;
  const wraps = first.month > last.month;
  const year = !wraps
    ? last.year
    : typeof last.year === 'number'
      ? last.year - 1
      : { offset: last.year.offset - 1 };
  return { ...first, year };
}

/** Hands the year told last to the months coordinated with it: "in March and April 2024". */
function shareYears(scan: DateScan, found: FoundDate[]): FoundDate[] {
  for (let index = found.length - 2; index >= 0; index--) {
    const [date, next] = [found[index], found[index + 1]];
    const between = scan.atoms.slice(date.to, next.from).map((atom) => atom.lower);
    if (between.length === 0 || !between.every((word) => /^(,|and|or|in|on)$/.test(word))) continue;
    found[index] = { ...date, spec: withYearOf(date.spec, next.spec) };
  }
  return found;
}
