import type { OfficeTerm } from '../gazetteer/entry.ts';
import type { CodedParty } from './cameo-code.ts';

/** A code with the days on which it holds, both ends among them; null where an end is open. */
export interface Restriction extends CodedParty {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Reads YYYYMMDD or YYMMDD; years 00 to 30 of two digits are 2000 to 2030, as in PETRARCH. Returns `YYYY-MM-DD`, or
 * null where there is no such day.
 */
export function readDay(text: string): string | null {
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, written, month, day] = match;
  const century = written.length === 4 ? '' : Number(written) <= 30 ? '20' : '19';
  const year = `${century}${written}`;
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = month === '02' && isLeap ? 29 : (monthDays[Number(month) - 1] ?? 0);
  return Number(day) >= 1 && Number(day) <= days ? `${year}-${month}-${day}` : null;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const beginning = '0000-00-00';
const end = '9999-99-99';

/**
 * Terms of office from restrictions, of which the first that covers a day holds for it. The terms come in the order
 * of time and do not overlap, as a gazetteer's must.
 */
export function layTerms(restrictions: readonly Restriction[]): OfficeTerm[] {
  const starts = new Set<string>();
  for (const { from, to } of restrictions) {
    starts.add(from ?? beginning);
    if (to !== null) starts.add(dayAfter(to));
  }
  const days = [...starts].sort();
  const terms: OfficeTerm[] = [];
  days.forEach((start, index) => {
    const next = days[index + 1];
    const holds = restrictions.find(
      ({ from, to }) => (from ?? beginning) <= start && start <= (to ?? end),
    );
    if (!holds) return;
    const { country, sector } = holds;
    const from = start === beginning ? null : start;
    const to = next === undefined ? null : dayBefore(next);
    const last = terms.at(-1);
    const goesOn = last?.to != null && dayAfter(last.to) === start;
    if (goesOn && last.country === country && last.sector === sector) {
      terms[terms.length - 1] = { ...last, to };
    } else terms.push({ office: '', country, sector, from, to });
  });
  return terms;
}

function dayAfter(day: string): string {
  return shiftDay(day, 1);
}

function dayBefore(day: string): string {
  return shiftDay(day, -1);
}

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
