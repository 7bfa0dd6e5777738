import { period, reading } from './date-reading.ts';
import type { DateReading, DateSpec, Part } from './date-spec.ts';
import { unitAt } from './read-distance.ts';
import { readYear } from './read-year.ts';
import { type DateScan, isDash, isNounAt, lowerAt, standingAlone } from './scan.ts';

/** Reads any date that begins at an atom; given from outside because dates contain dates. */
export type ReadPoint = (scan: DateScan, at: number) => DateReading | null;

const ordinalParts: Readonly<Record<string, Part>> = {
  'first half': 'half1',
  'second half': 'half2',
  'latter half': 'half2',
  'first quarter': 'quarter1',
  'second quarter': 'quarter2',
  'third quarter': 'quarter3',
  'fourth quarter': 'quarter4',
  'last quarter': 'quarter4',
  'first week': 'start',
  'first weeks': 'start',
  'first days': 'start',
  'last week': 'end',
  'last weeks': 'end',
  'last days': 'end',
  'final days': 'end',
  'final weeks': 'end',
};
/** Nouns for an end of a stretch of time: "the end of", "the start of". */
export const edges: Readonly<Record<string, Part>> = {
  end: 'end',
  close: 'end',
  beginning: 'start',
  start: 'start',
  turn: 'start',
  outset: 'start',
  middle: 'mid',
};

/** "early March", "mid-June", "late last year", "the early 1990s", "late on Friday". */
export function readPart(
  scan: DateScan,
  at: number,
  part: 'early' | 'mid' | 'late',
  readPoint: ReadPoint,
): DateReading | null {
  let next = at + 1;
  if (isDash(scan.atoms[next]?.form)) next++;
  else if (/^(in|on|of|from)$/.test(lowerAt(scan, next))) next++;
  // "the early '90s"
  if (/^['’‘]$/.test(lowerAt(scan, next))) next++;
  const inner = readPeriod(scan, next, readPoint) ?? readCuedYear(scan, next);
  if (!inner) return null;
  return reading(
    at,
    inner.to,
    isLong(inner.spec) ? { kind: 'part', part, of: inner.spec } : inner.spec,
  );
}

/** A year that "mid-" or "early" asks for: "mid-2023". */
function readCuedYear(scan: DateScan, at: number): DateReading | null {
  const atom = scan.atoms[at];
  if (atom?.kind !== 'number' || !isDash(scan.atoms[at - 1]?.form)) return null;
  return readYear(standingAlone(scan, at), at);
}

/** "earlier this year", "later in the month", "earlier on Friday", "later today". */
export function readEarlier(
  scan: DateScan,
  at: number,
  word: 'earlier' | 'later',
  readPoint: ReadPoint,
): DateReading | null {
  const next = /^(in|on)$/.test(lowerAt(scan, at + 1)) ? at + 2 : at + 1;
  const inner = readPeriod(scan, next, readPoint);
  if (!inner) return null;
  const { spec } = inner;
  const current = spec.kind === 'period' && spec.offset === 0 && spec.unit !== 'day';
  if (!current) return reading(at, inner.to, spec);
  return reading(at, inner.to, { kind: word === 'earlier' ? 'soFar' : 'rest', of: spec });
}

/** "end of the year", "start of March", "end-2024". */
export function readEdge(
  scan: DateScan,
  at: number,
  part: Part,
  readPoint: ReadPoint,
): DateReading | null {
  const next = at + 1;
  const joined =
    /^(of|in)$/.test(lowerAt(scan, next)) || (part === 'end' && isDash(scan.atoms[next]?.form));
  if (!joined) return null;
  const inner = readPeriod(scan, next + 1, readPoint) ?? readCuedYear(scan, next + 1);
  if (!inner || !isLong(inner.spec)) return null;
  // "the start of the 2014 games" is the games' start.
  if (
    lowerAt(scan, next + 1) === 'the' &&
    inner.spec.kind === 'fixed' &&
    isNounAt(scan, inner.to)
  ) {
    return null;
  }
  return reading(at, inner.to, { kind: 'part', part, of: inner.spec });
}

/** "first half of 2023", "third quarter of the year", "last week of May". */
export function readOrdinalPart(
  scan: DateScan,
  at: number,
  readPoint: ReadPoint,
): DateReading | null {
  if (lowerAt(scan, at + 2) !== 'of') return null;
  const part = ordinalParts[`${lowerAt(scan, at)} ${lowerAt(scan, at + 1)}`];
  if (part === undefined) return null;
  const inner = readPeriod(scan, at + 3, readPoint);
  if (!inner || !isLong(inner.spec)) return null;
  return reading(at, inner.to, { kind: 'part', part, of: inner.spec });
}

/** A date, or "the year" for the document's own. */
function readPeriod(scan: DateScan, at: number, readPoint: ReadPoint): DateReading | null {
  const the = lowerAt(scan, at) === 'the';
  const start = the ? at + 1 : at;
  const point = readPoint(scan, start);
  if (point) return point;
  const unit = unitAt(scan, start);
  if (!the || !unit || unit.plural || unit.hours) return null;
  // "the end of the year-long siege"
  if (scan.atoms[start + 1]?.glued && isDash(scan.atoms[start + 1].form)) return null;
  return period(at, start + 1, unit.unit, 0);
}

/** Longer than a few days, so that "early" and "end" can cut it. */
function isLong(spec: DateSpec): boolean {
  switch (spec.kind) {
    case 'fixed':
      return spec.to - spec.from > 20;
    case 'month':
      return spec.day === null;
    case 'period':
      return spec.unit !== 'day' && spec.unit !== 'weekend';
    case 'season':
    case 'narrative':
      return true;
    default:
      return false;
  }
}
