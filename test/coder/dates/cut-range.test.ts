import { expect, test } from 'vitest';
import { cutRange } from '../../../src/coder/dates/cut-range.ts';

const parts = ['early', 'mid', 'late', 'start', 'end', 'half1', 'half2', 'quarter1', 'quarter4'];

test('a part of any stretch, a single day included, lies within it and is no shorter than a day', () => {
  for (const days of [1, 2, 3, 5, 7, 30, 31, 90, 365, 366, 3653, 36_525]) {
    for (const part of parts) {
      const whole = { from: 19_000, to: 19_000 + days - 1, precise: true };
      const { from, to } = cutRange(whole, part as Parameters<typeof cutRange>[1]);
      const what = `${part} of ${days} days`;
      expect(from, what).toBeGreaterThanOrEqual(whole.from);
      expect(to, what).toBeGreaterThanOrEqual(from);
      expect(to, what).toBeLessThanOrEqual(whole.to);
    }
  }
});
