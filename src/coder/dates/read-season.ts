import type { DateReading, DateSpec } from './date-spec.ts';
import { dateWord } from './date-words.ts';
import { yearAt } from './read-year.ts';
import { beforeThe, type DateScan, isDash, lowerAt } from './scan.ts';

const cues = new Set('in during over since until by of through throughout for'.split(' '));

/** "summer 2022", "the winter of 2022-23", "in the spring", "over the summer". */
export function readSeason(scan: DateScan, at: number): DateReading | null {
  const word = dateWord(lowerAt(scan, at));
  if (word?.role !== 'season') return null;
  const next = lowerAt(scan, at + 1) === 'of' ? at + 2 : at + 1;
  const year = yearAt(scan, next, true) ?? seasonYear(scan, next);
  if (year !== null) {
    const spec: DateSpec = { kind: 'season', season: word.value, year, which: 'near' };
    const ranged = scan.atoms[next + 1]?.glued && /^[-–/]$/.test(scan.atoms[next + 1].form);
    return { spec, from: at, to: ranged ? next + 3 : next + 1 };
  }
  const offset = ['last', 'this', 'next'].indexOf(lowerAt(scan, next)) - 1;
  if (offset > -2 && lowerAt(scan, next + 1) === 'year') {
    const spec: DateSpec = { kind: 'season', season: word.value, year: { offset }, which: 'near' };
    return { spec, from: at, to: next + 2 };
  }
  // "in the spring" is a time, "the spring offensive" and "in spring water" are not.
  const token = scan.sentence.tokens[scan.atoms[at].token];
  if (token.upos === 'VERB' || /^(compound|amod)/.test(token.deprel)) return null;
  if (lowerAt(scan, at - 1) !== 'the' || !cues.has(lowerAt(scan, beforeThe(scan, at)))) return null;
  if (lowerAt(scan, at + 1) === 'of') return null;
  const spec: DateSpec = { kind: 'season', season: word.value, year: null, which: 'near' };
  return { spec, from: at, to: at + 1 };
}

/** The first year of "winter of 2022-23". */
function seasonYear(scan: DateScan, at: number): number | null {
  const [atom, mark, second] = [scan.atoms[at], scan.atoms[at + 1], scan.atoms[at + 2]];
  if (!atom || !/^\d{4}$/.test(atom.form) || !mark?.glued || second?.kind !== 'number') return null;
  return isDash(mark.form) || mark.form === '/' ? atom.value : null;
}

/** "over the weekend", "at the weekend", "weekend talks". "Weekends" are a habit. */
export function readWeekend(scan: DateScan, at: number): DateReading | null {
  if (lowerAt(scan, at) !== 'weekend') return null;
  const spec: DateSpec = { kind: 'weekend', which: 'near' };
  return { spec, from: at, to: at + 1 };
}

/** Christmas Eve, Christmas (Day), New Year's Eve, New Year's Day. */
export function readHoliday(scan: DateScan, at: number): DateReading | null {
  if (lowerAt(scan, at) === 'christmas') {
    const eve = lowerAt(scan, at + 1) === 'eve';
    const day = lowerAt(scan, at + 1) === 'day';
    if (!eve && !day && !/^(at|on|before|since|until|by|this|last)$/.test(lowerAt(scan, at - 1))) {
      return null;
    }
    return feast(scan, at, at + (eve || day ? 2 : 1), 12, eve ? 24 : 25);
  }
  if (lowerAt(scan, at + 1) !== 'year') return null;
  let to = at + 2;
  while (/^['’]?s?$/.test(lowerAt(scan, to)) && scan.atoms[to]?.glued) to++;
  const word = lowerAt(scan, to);
  if (word === 'eve') return feast(scan, at, to + 1, 12, 31);
  return word === 'day' ? feast(scan, at, to + 1, 1, 1) : null;
}

function feast(scan: DateScan, from: number, to: number, month: number, day: number): DateReading {
  const year = yearAt(scan, scan.atoms[to]?.form === ',' ? to + 1 : to, true);
  const spec: DateSpec = {
    kind: 'month',
    month,
    day,
    lastDay: null,
    year,
    which: 'near',
    weekday: null,
  };
  return { spec, from, to: year === null ? to : scan.atoms[to].form === ',' ? to + 2 : to + 1 };
}
