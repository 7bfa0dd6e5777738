import type { CalendarUnit } from './date-spec.ts';

/** What a word can be at the beginning of a date. */
export type DateWord =
  | { readonly role: 'month'; readonly value: number; readonly short: boolean }
  | { readonly role: 'weekday'; readonly value: number; readonly short: boolean }
  | { readonly role: 'season'; readonly value: number }
  | { readonly role: 'unit'; readonly value: CalendarUnit; readonly plural: boolean }
  | { readonly role: 'days'; readonly from: number; readonly to: number }
  | { readonly role: 'holiday' }
  | { readonly role: 'lead' };

const words = new Map<string, DateWord>();

'january february march april may june july august september october november december'
  .split(' ')
  .forEach((word, index) => {
    words.set(word, { role: 'month', value: index + 1, short: false });
  });
['jan', 'feb', 'mar', 'apr', '', 'jun', 'jul', 'aug', 'sep sept', 'oct', 'nov', 'dec'].forEach(
  (names, index) => {
    for (const word of names.split(' ').filter(Boolean)) {
      words.set(word, { role: 'month', value: index + 1, short: true });
    }
  },
);
'monday tuesday wednesday thursday friday saturday sunday'.split(' ').forEach((word, index) => {
  words.set(word, { role: 'weekday', value: index, short: false });
});
['mon', 'tue tues', 'wed', 'thu thur thurs', 'fri', 'sat', 'sun'].forEach((names, index) => {
  for (const word of names.split(' ')) {
    words.set(word, { role: 'weekday', value: index, short: true });
  }
});
['spring springtime', 'summer summertime', 'autumn fall', 'winter wintertime'].forEach(
  (names, index) => {
    for (const word of names.split(' ')) words.set(word, { role: 'season', value: index });
  },
);
for (const unit of ['day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade'] as const) {
  words.set(unit, { role: 'unit', value: unit, plural: false });
  words.set(`${unit}s`, { role: 'unit', value: unit, plural: true });
}
words.set('century', { role: 'unit', value: 'century', plural: false });
words.set('centuries', { role: 'unit', value: 'century', plural: true });
words.set('hour', { role: 'unit', value: 'day', plural: false });
words.set('hours', { role: 'unit', value: 'day', plural: true });
words.set('fortnight', { role: 'unit', value: 'week', plural: false });

words.set('today', { role: 'days', from: 0, to: 0 });
words.set('tonight', { role: 'days', from: 0, to: 0 });
words.set('yesterday', { role: 'days', from: -1, to: -1 });
words.set('tomorrow', { role: 'days', from: 1, to: 1 });
words.set('overnight', { role: 'days', from: -1, to: 0 });
words.set('christmas', { role: 'holiday' });
for (const word of ['recently', 'lately']) words.set(word, { role: 'lead' });

/** Words above bring a date by themselves or stand in every date that the leads below begin. */
const openers = new Set<string>();
for (const word of [...words.keys(), 'night', 'morning', 'afternoon', 'evening']) {
  const capital = word[0].toUpperCase() + word.slice(1);
  for (const form of [word, capital, word.toUpperCase()]) {
    openers.add(form);
    openers.add(`${form}.`);
  }
}

words.set('new', { role: 'holiday' });
const leads =
  'last this next past previous following coming upcoming recent same that early earlier late ' +
  'later mid middle end beginning start close turn outset first second third fourth in within';
for (const word of leads.split(' ')) words.set(word, { role: 'lead' });

const roles = new Map<string, DateWord['role']>();
for (const [word, { role }] of words) roles.set(word, role);

/** What a word can be at the beginning of a date, in lower case; undefined for most words. */
export function dateRole(lower: string): DateWord['role'] | undefined {
  return roles.get(lower);
}

/** Looks a word up, in lower case and without its full stop. */
export function dateWord(lower: string): DateWord | undefined {
  return words.get(lower);
}

// Hyphenated words that a tokeniser may leave in one piece: "mid-June", "year-end", "end-March".
const hyphenated = ['mid-', 'end-', 'early-', 'late-', 'pre-', 'post-', 'year-', 'month-', 'week-'];

/** A cheap look at one token: may a date begin in it? Never false for one that does. */
export function mayOpenDate(form: string): boolean {
  const first = form.charCodeAt(0);
  if (isDigit(first)) return true;
  if ((first === 39 || first === 0x2019) && form.length > 1) return isDigit(form.charCodeAt(1));
  if (openers.has(form)) return true;
  if (form.length < 5 || !form.includes('-')) return false;
  const lower = form.toLowerCase();
  return hyphenated.some((start) => lower.startsWith(start));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
