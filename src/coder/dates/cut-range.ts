import { addMonths, type DayRange } from './calendar.ts';
import type { Part } from './date-spec.ts';

/** A part of a longer stretch; not precise where the words leave its ends to the reader. */
export interface CutRange extends DayRange {
  readonly precise: boolean;
}

/** Cuts a part out of a longer stretch; early, mid and late are its thirds. */
export function cutRange(whole: CutRange, part: Part): CutRange {
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

/** From the first to the last of so many equal pieces; a year is cut between months, a decade between years. */
function share(whole: CutRange, first: number, last: number, pieces: number): CutRange {
  const days = whole.to - whole.from + 1;
  const at = (index: number) => {
    if (index === pieces) return whole.to + 1;
    if (isYear(days)) return addMonths(whole.from, (12 * index) / pieces);
    if (days > 1000)
      return addMonths(whole.from, 12 * Math.round((days * index) / pieces / 365.25));
    return whole.from + Math.floor((days * index) / pieces);
  };
  const from = at(first);
  // A day has no thirds: what is left is a day.
  return { from, to: Math.max(from, at(last) - 1), precise: false };
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
