/** A day that exists, `YYYY-MM-DD`, in the proleptic Gregorian calendar. */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

/**
 * The day of `YYYY-MM-DD` or of an ISO 8601 time that begins with one ("2024-03-02T23:30:00-05:00").
 * The day is taken as it is written: "on Friday" counts from the publisher's own day. Null for anything else.
 */
export function parseDay(value: string): string | null {
  const day = value.trim().slice(0, 10);
  const rest = value.trim().slice(10);
  if (!isDay(day)) return null;
  return rest === '' || /^[T ]\d{2}(:?\d{2}|$)/.test(rest) ? day : null;
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** As parseDay, and days as pages write them: "Sat, 02 Mar 2024 10:00:00 GMT", "March 2, 2024", "2 March 2024", "20240302". */
export function parseLooseDay(value: string): string | null {
  const text = value.trim().slice(0, 80);
  const strict = parseDay(text);
  if (strict !== null) return strict;
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (compact !== null) return dayOf(compact[1], compact[2], compact[3]);
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/.exec(text);
  if (slashed !== null) return dayOf(slashed[1], slashed[2], slashed[3]);
  const dayFirst = /(?:^|[ ,])(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})\b/.exec(text);
  if (dayFirst !== null) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /(?:^|[ ,])([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(
    text,
  );
  if (monthFirst !== null) return dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  return null;
}

function monthOf(name: string): string {
  return String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year: string, month: string, day: string): string | null {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? value : null;
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
