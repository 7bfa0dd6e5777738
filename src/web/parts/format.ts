const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2023-12-26` as `26 Dec 2023`; days are UTC and are never moved into the reader's time zone. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-');
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** The same, days of one digit set in by the width of a digit, so that a column of them stands in line. */
export const formatDayAligned = (day: string): string => formatDay(day).padStart(11, '\u2007');

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A range of days as short as it can be said: `26 Dec 2023`, `Dec 2023`, `2023`, `1 Jan – 15 Mar 2024`. */
export function formatDays(from: string, to: string): string {
  if (from === to) return formatDay(from);
  const [fromYear, fromMonth, fromDate] = from.split('-').map(Number);
  const [toYear, toMonth, toDate] = to.split('-').map(Number);
  const wholeMonths = fromDate === 1 && toDate === lastDayOfMonth(toYear, toMonth);
  if (wholeMonths && fromYear === toYear && fromMonth === 1 && toMonth === 12) return `${fromYear}`;
  const start = wholeMonths ? '' : `${fromDate} `;
  const end = wholeMonths ? '' : `${toDate} `;
  const last = `${end}${months[toMonth - 1]} ${toYear}`;
  if (fromYear !== toYear) return `${start}${months[fromMonth - 1]} ${fromYear} – ${last}`;
  if (fromMonth !== toMonth) return `${start}${months[fromMonth - 1]} – ${last}`;
  return wholeMonths ? last : `${fromDate} – ${last}`;
}

/** With its sign and one decimal: `+2.5`, `−6.0`, `0.0`. The minus is a real one, as wide as the plus. */
export function formatIntensity(intensity: number): string {
  const digits = Math.abs(intensity).toFixed(1);
  if (intensity > 0) return `+${digits}`;
  return intensity < 0 ? `−${digits}` : digits;
}

const grouped = new Intl.NumberFormat('en');

/** `330,000`. */
export const formatCount = (count: number): string => grouped.format(count);

const irregular: Readonly<Record<string, string>> = {
  person: 'people',
  percent: 'percent',
  foot: 'feet',
};

/** A quantity's unit as it stands after a number: `item` is `items` but after one; codes of currencies stay. */
export function formatUnit(value: number, unit: string): string {
  if (Math.abs(value) === 1 || unit !== unit.toLowerCase()) return unit;
  if (Object.hasOwn(irregular, unit)) return irregular[unit];
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
}

/** `1 event`, `12 events`. */
export function formatCounted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
