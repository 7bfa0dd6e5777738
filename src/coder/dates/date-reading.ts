import type { CalendarUnit, DateReading, DateSpec } from './date-spec.ts';

export function reading(from: number, to: number, spec: DateSpec): DateReading {
  return { spec, from, to };
}

/** A calendar unit some units from the document's; days are counted, not looked up. */
export function period(from: number, to: number, unit: CalendarUnit, offset: number): DateReading {
  if (unit === 'day') return reading(from, to, { kind: 'days', from: offset, to: offset });
  return reading(from, to, { kind: 'period', unit, offset });
}
