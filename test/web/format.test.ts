import { describe, expect, test } from 'vitest';
import {
  formatCounted,
  formatDay,
  formatDayAligned,
  formatDays,
  formatIntensity,
  formatUnit,
} from '../../src/web/parts/format.ts';

describe('formatDays', () => {
  test.each([
    ['2023-12-26', '2023-12-26', '26 Dec 2023'],
    ['2024-02-01', '2024-02-29', 'Feb 2024'],
    ['2023-02-01', '2023-02-28', 'Feb 2023'],
    ['2024-02-01', '2024-02-28', '1 – 28 Feb 2024'],
    ['2024-01-01', '2024-12-31', '2024'],
    ['2024-01-01', '2024-03-31', 'Jan – Mar 2024'],
    ['2024-01-05', '2024-03-31', '5 Jan – 31 Mar 2024'],
    ['2023-12-30', '2024-01-02', '30 Dec 2023 – 2 Jan 2024'],
    ['2023-11-01', '2024-01-31', 'Nov 2023 – Jan 2024'],
  ])('%s … %s is %s', (from, to, words) => {
    expect(formatDays(from, to)).toBe(words);
  });
});

test('a day that is none is shown as it stands', () => {
  expect(formatDay('2024-13-01')).toBe('2024-13-01');
});

test('days in a column are equally long', () => {
  expect(formatDayAligned('2024-02-03')).toHaveLength(formatDayAligned('2024-02-13').length);
});

test.each([
  [2.5, '+2.5'],
  [0, '0.0'],
  [-6, '−6.0'],
  [-10, '−10.0'],
])('intensity %s is %s', (value, words) => {
  expect(formatIntensity(value)).toBe(words);
});

test('counts agree with their nouns', () => {
  expect(formatCounted(1, 'event')).toBe('1 event');
  expect(formatCounted(2250, 'event')).toBe('2,250 events');
  expect(formatCounted(2, 'match', 'matches')).toBe('2 matches');
});

test.each([
  [1, 'item', 'item'],
  [682, 'item', 'items'],
  [3, 'country', 'countries'],
  [2, 'person', 'people'],
  [5, 'percent', 'percent'],
  [20, 'USD', 'USD'],
])('%s of %s is counted in %s', (value, unit, words) => {
  expect(formatUnit(value, unit)).toBe(words);
});
