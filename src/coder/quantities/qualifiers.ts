import type { Atom } from './atoms.ts';

/** What the words around a number say of it: exact, about, at least (`low`), at most (`high`). */
export interface Qualifier {
  readonly kind: 'low' | 'high' | 'about' | 'nearly';
  /** Where its words begin (before a number) or end (behind one). */
  readonly at: number;
}

/** Phrases before a number, read from its end. Longer ones first among those that end alike. */
const before: readonly (readonly [string, Qualifier['kind']])[] = [
  ['no more than', 'high'],
  ['not more than', 'high'],
  ['no fewer than', 'low'],
  ['no less than', 'low'],
  ['not less than', 'low'],
  ['more than', 'low'],
  ['greater than', 'low'],
  ['fewer than', 'high'],
  ['less than', 'high'],
  ['at least', 'low'],
  ['at the least', 'low'],
  ['a minimum of', 'low'],
  ['in excess of', 'low'],
  ['upwards of', 'low'],
  ['well over', 'low'],
  ['just over', 'low'],
  ['over', 'low'],
  ['above', 'low'],
  ['exceeding', 'low'],
  ['up to', 'high'],
  ['at most', 'high'],
  ['as many as', 'high'],
  ['as much as', 'high'],
  ['a maximum of', 'high'],
  ['just under', 'high'],
  ['under', 'high'],
  ['below', 'high'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['close to', 'nearly'],
  ['about', 'about'],
  ['around', 'about'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['circa', 'about'],
  ['~', 'about'],
];
const phrases = before.map(([words, kind]) => ({ words: words.split(' '), kind }));
/** Words that a phrase may end with: everything else needs no search. */
const endings = new Set(phrases.map(({ words }) => words.at(-1)));

/** The qualifier that ends right before atom `at`: "at least", "up to", "nearly". */
export function qualifierBefore(atoms: readonly Atom[], at: number): Qualifier | null {
  const last = atoms[at - 1];
  if (last === undefined || !endings.has(last.lower)) return null;
  for (const { words, kind } of phrases) {
    const from = at - words.length;
    if (from >= 0 && words.every((word, index) => atoms[from + index].lower === word)) {
      return { kind, at: from };
    }
  }
  return null;
}

/** The qualifier that begins at `at`, behind a number: "or more", "or so", "+", "-odd". */
export function qualifierBehind(atoms: readonly Atom[], at: number): Qualifier | null {
  const [first, second] = [atoms[at], atoms[at + 1]];
  if (first === undefined) return null;
  if (first.form === '+' && first.glued) return { kind: 'low', at: at + 1 };
  if (second === undefined) return null;
  if (first.lower === 'or') {
    if (second.lower === 'more') return { kind: 'low', at: at + 2 };
    if (second.lower === 'so') return { kind: 'about', at: at + 2 };
    if (second.lower === 'fewer' || second.lower === 'less') return { kind: 'high', at: at + 2 };
  }
  if (first.form === '-' && first.glued && second.glued) {
    if (second.lower === 'odd') return { kind: 'about', at: at + 2 };
    if (second.lower === 'plus') return { kind: 'low', at: at + 2 };
  }
  return null;
}
