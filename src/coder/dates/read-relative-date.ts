import { period, reading } from './date-reading.ts';
import type { CalendarUnit, DateReading, Which } from './date-spec.ts';
import { dateWord } from './date-words.ts';
import { readMonthFirst, readWeekday } from './read-calendar-date.ts';
import { readCount, unitAt } from './read-distance.ts';
import {
  edges,
  type ReadPoint,
  readEarlier,
  readEdge,
  readOrdinalPart,
  readPart,
} from './read-part.ts';
import { type DateScan, isStuck, lowerAt } from './scan.ts';

/** Reads a date that opens with a leading word: "last week", "this year", "early March", "the end of 2023". */
export function readLead(scan: DateScan, at: number, readPoint: ReadPoint): DateReading | null {
  const word = lowerAt(scan, at);
  const part = readOrdinalPart(scan, at, readPoint);
  if (part) return part;
  switch (word) {
    case 'last':
    case 'past':
      return readLast(scan, at, word);
    case 'this':
      return readThis(scan, at);
    case 'next':
    case 'coming':
    case 'upcoming':
      return readNext(scan, at, word);
    case 'previous':
    case 'following':
      return narrative(scan, at, word === 'previous' ? -1 : 1);
    case 'same':
      return lowerAt(scan, at - 1) === 'the' ? narrative(scan, at, 0) : null;
    case 'that':
      return narrative(scan, lowerAt(scan, at + 1) === 'same' ? at + 1 : at, 0, at);
    case 'recent':
      return readWindow(scan, at, -1);
    case 'recently':
    case 'lately':
      return reading(at, at + 1, {
        kind: 'window',
        unit: 'day',
        count: 30,
        direction: -1,
        vague: true,
      });
    case 'early':
    case 'mid':
    case 'late':
      return readPart(scan, at, word, readPoint);
    case 'earlier':
    case 'later':
      return readEarlier(scan, at, word, readPoint);
    case 'in':
    case 'within':
      return readAhead(scan, at);
  }
  return word in edges ? readEdge(scan, at, edges[word], readPoint) : null;
}

/** "last week", "last Friday", "last winter", "last night", "the past two weeks", "the last year". */
function readLast(scan: DateScan, at: number, word: 'last' | 'past'): DateReading | null {
  const next = lowerAt(scan, at + 1);
  const named = readNamed(scan, at, 'last');
  if (named) return named;
  if (word === 'last' && /^(night|evening)$/.test(next)) {
    return reading(at, at + 2, { kind: 'days', from: -1, to: -1 });
  }
  const unit = unitAt(scan, at + 1);
  if (unit && !unit.plural && word === 'last' && lowerAt(scan, at - 1) !== 'the') {
    return next === 'day' || next === 'hour' ? null : period(at, at + 2, unit.unit, -1);
  }
  return readWindow(scan, at, -1);
}

/** "this year", "this Friday", "this morning", "this past week", "this coming Monday". */
function readThis(scan: DateScan, at: number): DateReading | null {
  const next = lowerAt(scan, at + 1);
  if (/^(past|last|coming|next)$/.test(next)) {
    const inner =
      next === 'past' || next === 'last'
        ? readLast(scan, at + 1, 'past')
        : readNext(scan, at + 1, next);
    return inner && { ...inner, from: at };
  }
  if (/^(morning|afternoon|evening|night)$/.test(next)) {
    return reading(at, at + 2, { kind: 'days', from: 0, to: 0 });
  }
  const named = readNamed(scan, at, 'this');
  if (named) return named;
  const unit = unitAt(scan, at + 1);
  return unit && !unit.plural && unit.unit !== 'day' ? period(at, at + 2, unit.unit, 0) : null;
}

/** "next week", "next Tuesday", "next May", "the next two weeks", "the next day", "the coming weeks". */
function readNext(scan: DateScan, at: number, word: string): DateReading | null {
  const named = readNamed(scan, at, 'next');
  if (named) return named;
  const unit = unitAt(scan, at + 1);
  const definite = lowerAt(scan, at - 1) === 'the';
  if (word === 'next' && definite && /^(day|morning|night|evening)$/.test(lowerAt(scan, at + 1))) {
    return reading(at, at + 2, { kind: 'narrative', unit: 'day', offset: 1 });
  }
  if (unit && !unit.plural && word === 'next' && !definite) {
    return unit.unit === 'day' ? null : period(at, at + 2, unit.unit, 1);
  }
  return readWindow(scan, at, 1);
}

/** A weekday, month, season or weekend behind "last", "this" or "next". */
function readNamed(scan: DateScan, at: number, which: Which): DateReading | null {
  const word = dateWord(lowerAt(scan, at + 1));
  if (word?.role === 'weekday') return widen(readWeekday(scan, at + 1, which), at);
  if (word?.role === 'month') return widen(readMonthFirst(scan, at + 1, which), at);
  if (word?.role === 'season') {
    return reading(at, at + 2, { kind: 'season', season: word.value, year: null, which });
  }
  if (word?.role === 'unit' && word.value === 'weekend' && !word.plural) {
    return reading(at, at + 2, { kind: 'weekend', which });
  }
  return null;
}

/** "past two weeks", "last year" with "the", "coming months", "recent days". */
function readWindow(scan: DateScan, at: number, direction: -1 | 1): DateReading | null {
  const count = readCount(scan, at + 1);
  const to = count ? count.to : at + 1;
  const unit = unitAt(scan, to);
  if (!unit || isStuck(scan, to)) return null;
  if (!count && !unit.plural) {
    // "the last year of the war" is a part of the war; "the past day" is no usual window.
    if (unit.unit === 'day' && lowerAt(scan, to) === 'day') return null;
    if (lowerAt(scan, to + 1) === 'of') return null;
  }
  if (count && !unit.plural && count.count !== 1) return null;
  const hours = unit.hours ? 24 : 1;
  const vague = !count ? unit.plural : count.vague;
  const amount = vague && !count?.exactish ? vagueCount(unit.unit) : (count?.count ?? 1);
  return reading(at, to + 1, {
    kind: 'window',
    unit: unit.unit,
    count: vague ? amount : Math.ceil(amount / hours),
    direction,
    vague,
  });
}

/** How many units "recent days", "a few months" are taken to be at most. */
export function vagueCount(unit: CalendarUnit): number {
  return { day: 7, week: 4, weekend: 4, month: 6, quarter: 4, year: 5, decade: 3, century: 3 }[
    unit
  ];
}

/** "the following day", "the previous year", "that week", "the same day". */
function narrative(scan: DateScan, at: number, offset: number, from = at): DateReading | null {
  if (/^(morning|afternoon|evening|night)$/.test(lowerAt(scan, at + 1))) {
    return reading(from, at + 2, { kind: 'narrative', unit: 'day', offset });
  }
  const unit = unitAt(scan, at + 1);
  if (!unit || unit.plural || unit.hours) return null;
  return reading(from, at + 2, { kind: 'narrative', unit: unit.unit, offset });
}

/** "in two weeks", "within ten days", "in three months' time": dates only where the clause looks ahead. */
function readAhead(scan: DateScan, at: number): DateReading | null {
  const count = readCount(scan, at + 1);
  const unit = count && unitAt(scan, count.to);
  if (!count || !unit || unit.hours || isStuck(scan, count.to)) return null;
  const mark = scan.atoms[count.to + 1];
  let to = count.to + 1;
  let certain = false;
  if (mark && /^['’]s?$/.test(mark.form)) {
    to++;
    if (lowerAt(scan, to) === 's') to++;
  }
  if (lowerAt(scan, to) === 'time') [to, certain] = [to + 1, true];
  else to = count.to + 1;
  const within = lowerAt(scan, at) === 'within';
  if (within) return null;
  return reading(at, to, {
    kind: 'distance',
    unit: unit.unit,
    count: count.count,
    direction: 1,
    anchor: 'document',
    vague: count.vague,
    onlyFuture: !certain,
  });
}

function widen(inner: DateReading | null, from: number): DateReading | null {
  return inner && { ...inner, from };
}
