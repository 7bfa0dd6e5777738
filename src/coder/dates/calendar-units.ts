import {
  addMonths,
  civilDay,
  type DayRange,
  monthRange,
  weekdayOf,
  yearRange,
} from './calendar.ts';
import type { CalendarUnit } from './date-spec.ts';

/** The calendar unit that holds a day, some units on. Weeks begin on Monday. */
export function unitRange(unit: CalendarUnit, day: number, offset: number): DayRange {
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

/** The day some units on; months keep the day of the month where they can. */
export function step(day: number, unit: CalendarUnit, count: number): number {
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
  if (unit === 'day') return day + Math.round(count);
  if (unit === 'week' || unit === 'weekend') return day + Math.round(7 * count);
  return addMonths(day, Math.round(months[unit] * count));
}
