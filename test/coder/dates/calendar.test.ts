import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  civilDay,
  dayNumber,
  daysInMonth,
  formatDay,
  monthRange,
  parseDay,
  weekdayOf,
} from '../../../src/coder/dates/calendar.ts';

const someDay = fc.integer({ min: -300_000, max: 300_000 });

test('days agree with the calendar of JavaScript', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const date = new Date(day * 86_400_000);
      expect(formatDay(day)).toBe(date.toISOString().slice(0, 10));
      expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
    }),
  );
});

test('a day comes back from its date and from its text', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const { year, month, day: ofMonth } = civilDay(day);
      expect(dayNumber(year, month, ofMonth)).toBe(day);
      expect(parseDay(formatDay(day))).toBe(day);
    }),
  );
});

test('what is no day is refused', () => {
  expect(parseDay('2023-02-29')).toBeNull();
  expect(parseDay('2023-13-01')).toBeNull();
  expect(parseDay('2023-1-1')).toBeNull();
  expect(parseDay('yesterday')).toBeNull();
});

test('months follow one another over the turn of the year', () => {
  expect(formatDay(monthRange(2023, 14).from)).toBe('2024-02-01');
  expect(formatDay(monthRange(2024, 0).to)).toBe('2023-12-31');
  expect(daysInMonth(2024, 2)).toBe(29);
  expect(formatDay(addMonths(dayNumber(2024, 1, 31), 1))).toBe('2024-02-29');
});
