import { readNumeral } from '../quantities/numerals.ts';
import type { CalendarUnit, DateReading, DateSpec } from './date-spec.ts';
import { dateWord } from './date-words.ts';
import { type DateScan, isDash, lowerAt } from './scan.ts';

export interface UnitWord {
  readonly unit: CalendarUnit;
  readonly plural: boolean;
  /** The word is "hour(s)", counted in days of 24. */
  readonly hours: boolean;
}

export interface Count {
  readonly count: number;
  readonly vague: boolean;
  /** A vague count that still names a number: "a couple of". */
  readonly exactish: boolean;
  readonly to: number;
}

/** The unit of time at `at`, not one inside a compound such as "two-day" or "year-long". */
export function unitAt(scan: DateScan, at: number): UnitWord | null {
  const lower = lowerAt(scan, at);
  const word = dateWord(lower);
  if (word?.role !== 'unit') return null;
  const next = scan.atoms[at + 1];
  if (next?.glued && isDash(next.form) && scan.atoms[at + 2]?.kind === 'word') return null;
  if (scan.atoms[at].glued && isDash(scan.atoms[at - 1]?.form)) return null;
  return { unit: word.value, plural: word.plural, hours: lower.startsWith('hour') };
}

/** "two", "a", "few", "a couple of", "several", "1½"-less: what stands before a unit of time. */
export function readCount(scan: DateScan, at: number): Count | null {
  const lower = lowerAt(scan, at);
  const article = lower === 'a' || lower === 'an' ? 1 : 0;
  const next = lowerAt(scan, at + article);
  if (next === 'few' || next === 'several') {
    return { count: 3, vague: true, exactish: false, to: at + article + 1 };
  }
  if (next === 'couple') {
    const to = at + article + (lowerAt(scan, at + article + 1) === 'of' ? 2 : 1);
    return { count: 2, vague: true, exactish: true, to };
  }
  const numeral = readNumeral(scan.atoms, at);
  if (numeral) {
    const half = halfTo(scan, numeral.to);
    const count = half ? numeral.value + 0.5 : numeral.value;
    return { count, vague: false, exactish: true, to: skipSize(scan, half ?? numeral.to) };
  }
  if (article) return { count: 1, vague: false, exactish: true, to: skipSize(scan, at + 1) };
  return null;
}

/** The end of "and a half" or "1/2" behind a number. */
function halfTo(scan: DateScan, at: number): number | null {
  const words = [0, 1, 2].map((index) => lowerAt(scan, at + index)).join(' ');
  return words === 'and a half' || words === '1 / 2' ? at + 3 : null;
}

function skipSize(scan: DateScan, at: number): number {
  return /^(full|whole|long|short|more|mere|calendar|further)$/.test(lowerAt(scan, at))
    ? at + 1
    : at;
}

/** The largest count of units that still lies within the calendar; more is no date of news. */
const mostUnits = 5000;

/** "two days ago", "three weeks earlier", "a year later", "a day after the vote", "years ago". */
export function readDistance(scan: DateScan, at: number): DateReading | null {
  const half =
    lowerAt(scan, at) === 'half' &&
    /^an?$/.test(lowerAt(scan, at + 1)) &&
    lowerAt(scan, at + 2) === 'year';
  const count = half ? { count: 6, vague: false, exactish: true, to: at + 2 } : readCount(scan, at);
  const unitFrom = count ? count.to : at;
  const unit = unitAt(scan, unitFrom);
  if (!unit || (!count && !unit.plural) || (count && count.count > mostUnits)) return null;
  // "13 billion years ago": the number before was none to count with.
  if (
    !count &&
    /^(?:[\d\])]|half$|hundred$|thousand$|million$|billion$)/.test(lowerAt(scan, at - 1))
  ) {
    return null;
  }
  const cue = lowerAt(scan, unitFrom + 1);
  const to = unitFrom + 2;
  const spec = distanceSpec(half ? { ...unit, unit: 'month' } : unit, count, cue);
  if (!spec) return null;
  if (cue === 'from') return lowerAt(scan, to) === 'now' ? { spec, from: at, to: to + 1 } : null;
  if (lowerAt(scan, to) === 'than') return null;
  if ((cue === 'before' || cue === 'after') && tellsOf(scan, to)) {
    // "days after the vote" says too little to be kept.
    if (!count || spec.kind !== 'distance') return null;
    return { spec: dayOfClause(spec), from: at, to };
  }
  return { spec, from: at, to };
}

/** "on Thursday, two days after the vote": seen from Thursday the vote lies two days back. */
function dayOfClause(spec: Extract<DateSpec, { kind: 'distance' }>): DateSpec {
  return { ...spec, direction: spec.direction < 0 ? 1 : -1, anchor: 'clause' };
}

function distanceSpec(unit: UnitWord, count: Count | null, cue: string): DateSpec | null {
  const direction = /^(ago|earlier|before|prior|previously)$/.test(cue)
    ? -1
    : /^(later|after|afterwards|hence|from)$/.test(cue)
      ? 1
      : null;
  if (direction === null) return null;
  const amount = count ? count.count : 1;
  return {
    kind: 'distance',
    unit: unit.unit,
    count: unit.hours ? Math.floor((count?.vague ? 0 : amount) / 24) : amount,
    direction,
    anchor: /^(ago|hence|from)$/.test(cue) ? 'document' : 'narrative',
    // Hours less than a day leave the day as it is.
    vague: !unit.hours && (count === null || count.vague),
    onlyFuture: false,
  };
}

/** "day before", "week earlier", "year after" behind "the"; "day after tomorrow". */
export function readTheDay(scan: DateScan, at: number): DateReading | null {
  const unit = unitAt(scan, at);
  if (!unit || unit.plural || unit.hours || lowerAt(scan, at - 1) !== 'the') return null;
  const cue = lowerAt(scan, at + 1);
  if (cue !== 'before' && cue !== 'after') return null;
  // "two years to the day after the invasion"
  if (lowerAt(scan, at - 2) === 'to') return null;
  const offset = cue === 'before' ? -1 : 1;
  const next = lowerAt(scan, at + 2);
  if (unit.unit === 'day' && next === (offset < 0 ? 'yesterday' : 'tomorrow')) {
    return { spec: { kind: 'days', from: 2 * offset, to: 2 * offset }, from: at, to: at + 3 };
  }
  if (next === 'last' && offset < 0 && unit.unit !== 'day') {
    return { spec: { kind: 'period', unit: unit.unit, offset: -2 }, from: at, to: at + 3 };
  }
  if (next === 'next' && offset > 0 && unit.unit !== 'day') {
    return { spec: { kind: 'period', unit: unit.unit, offset: 2 }, from: at, to: at + 3 };
  }
  const spec: DateSpec = tellsOf(scan, at + 2)
    ? {
        kind: 'distance',
        unit: unit.unit,
        count: 1,
        direction: offset < 0 ? 1 : -1,
        anchor: 'clause',
        vague: false,
        onlyFuture: false,
      }
    : { kind: 'narrative', unit: unit.unit, offset };
  return { spec, from: at, to: at + 2 };
}

/** Does something follow that "before" or "after" speaks of, rather than the end of the phrase? */
function tellsOf(scan: DateScan, at: number): boolean {
  const atom = scan.atoms[at];
  if (atom === undefined || atom.kind === 'mark') return false;
  const upos = scan.sentence.tokens[atom.token].upos;
  return upos !== 'CCONJ' && upos !== 'VERB' && upos !== 'AUX' && upos !== 'ADP';
}
