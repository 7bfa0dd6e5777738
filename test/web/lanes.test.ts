import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLanes, mostLanes } from '../../src/web/reader/lanes.ts';
import type { Mark } from '../../src/web/reader/marks.ts';

const evidence = (event: number, start: number, end: number): Mark => ({
  event,
  start,
  end,
  role: 'evidence',
});

describe('assignLanes', () => {
  test('events whose words do not touch share the lane next to the text', () => {
    const { lanes, count } = assignLanes([evidence(0, 0, 10), evidence(1, 10, 20)]);
    expect([...lanes]).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(count).toBe(1);
  });

  test('of two that begin together the shorter is next to the text', () => {
    const { lanes } = assignLanes([evidence(0, 5, 50), evidence(1, 5, 10)]);
    expect(lanes.get(1)).toBe(0);
    expect(lanes.get(0)).toBe(1);
  });

  test('overlapping events never share a lane while there are lanes left', () => {
    const ranges = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(ranges, (list) => {
        const marks = list.map(([start, length], event) => evidence(event, start, start + length));
        const { lanes, count } = assignLanes(marks);
        expect(count).toBeLessThanOrEqual(mostLanes);
        for (const a of marks) {
          for (const b of marks) {
            const overlap = a.event < b.event && a.start < b.end && b.start < a.end;
            const lane = lanes.get(a.event);
            if (overlap && lane === lanes.get(b.event)) expect(lane).toBe(mostLanes - 1);
          }
        }
      }),
    );
  });
});
