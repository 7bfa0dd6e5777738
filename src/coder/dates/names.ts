import { isCapitalised } from '../quantities/atoms.ts';
import { dateWord } from './date-words.ts';
import { type DateScan, isStuck, lowerAt, tokenAt } from './scan.ts';

/** Months that are also a verb or a modal. */
const doubtful = new Set(['may', 'march']);
/** Months that are also somebody's first name. */
const namelike = new Set(['april', 'june', 'august']);

const prepositions = new Set(
  'in since until till by from during before after between through throughout around to on'.split(
    ' ',
  ),
);
const modifiers = new Set('last this next early late mid coming past previous'.split(' '));

/** Words that make a weekday a name: "Black Friday", "Bloody Sunday". */
const holyDays = new Set('black good bloody ash palm super cyber maundy easter'.split(' '));
/** "The Sunday Times", "the Friday Review". */
const newspapers = new Set(
  'times telegraph mail express mirror herald post tribune world review star people'.split(' '),
);

/**
 * Is the month's word at `at` a month? `beside a day`: a day or year is known to stand beside it;
 * `cued`: "last", "early" or the like stands before it; `alone`: nothing has been seen yet.
 */
export function isMonthName(
  scan: DateScan,
  at: number,
  beside: 'beside a day' | 'cued' | 'alone',
): boolean {
  const atom = scan.atoms[at];
  const word = dateWord(atom.lower);
  if (word?.role !== 'month') return false;
  const capital = isCapitalised(atom.form);
  if (!capital && (doubtful.has(atom.lower) || namelike.has(atom.lower) || word.short))
    return false;
  if (isStuck(scan, at) && !/^[-/]$/.test(scan.atoms[at - 1].form)) return false;
  if (beside === 'beside a day') return true;
  if (word.short && !atom.form.endsWith('.') && scan.atoms[at + 1]?.form !== '.') {
    return beside === 'cued' || lowerAt(scan, at - 1) === 'in';
  }
  if (beside === 'cued') return !doubtful.has(atom.lower) || tokenAt(scan, at)?.upos !== 'AUX';
  if (doubtful.has(atom.lower)) return isDoubtfulMonth(scan, at);
  if (!namelike.has(atom.lower)) return true;
  if (isNameBeside(scan, at + 1)) return false;
  return hasCue(scan, at) || !isNameBeside(scan, at - 1);
}

/** "May" and "March" are months where a preposition, "last" or the like or another month says so. */
function isDoubtfulMonth(scan: DateScan, at: number): boolean {
  const before = lowerAt(scan, at - 1);
  if (tokenAt(scan, at)?.upos === 'AUX' || isNameBeside(scan, at + 1)) return false;
  const possessive = /^['’]/.test(lowerAt(scan, at + 1));
  // "by May's government": the person.
  if (prepositions.has(before)) {
    const mayBePerson = /^(by|from|after|to|on)$/.test(before) && lowerAt(scan, at) === 'may';
    return !(mayBePerson && (possessive || before === 'on'));
  }
  if (modifiers.has(before)) return true;
  if (before === 'of') {
    return /^(end|beginning|start|middle|month|half|week|days)$/.test(lowerAt(scan, at - 2));
  }
  if (/^(and|or|,)$/.test(before)) {
    const other = dateWord(lowerAt(scan, at - 2));
    return other?.role === 'month' && !other.short;
  }
  // "the May election", "its March report"
  const owner = tokenAt(scan, at - 1);
  const next = tokenAt(scan, at + 1);
  return (
    (owner?.upos === 'DET' || owner?.deprel === 'nmod:poss') &&
    next?.upos === 'NOUN' &&
    !isCapitalised(next.form)
  );
}

function hasCue(scan: DateScan, at: number): boolean {
  const before = lowerAt(scan, at - 1);
  return prepositions.has(before) || modifiers.has(before);
}

/** A capitalised name that is no date stands at `at`. */
function isNameBeside(scan: DateScan, at: number): boolean {
  const atom = scan.atoms[at];
  if (atom?.kind !== 'word' || !isCapitalised(atom.form)) return false;
  return tokenAt(scan, at)?.upos === 'PROPN' && dateWord(atom.lower) === undefined;
}

/** Is the weekday's word at `at` a day, rather than part of a name or a short word? */
export function isWeekdayName(scan: DateScan, at: number): boolean {
  const atom = scan.atoms[at];
  const word = dateWord(atom.lower);
  if (word?.role !== 'weekday') return false;
  if (word.short) {
    const dotted = atom.form.endsWith('.') || scan.atoms[at + 1]?.form === '.';
    const next = scan.atoms[at + (scan.atoms[at + 1]?.kind === 'mark' ? 2 : 1)];
    const dated = next?.kind === 'number' || dateWord(next?.lower ?? '')?.role === 'month';
    return isCapitalised(atom.form) && (dated || (dotted && lowerAt(scan, at - 1) === 'on'));
  }
  const before = lowerAt(scan, at - 1);
  if (holyDays.has(before) && isCapitalised(scan.atoms[at - 1].form)) return false;
  const after = scan.atoms[at + 1];
  return !(after && newspapers.has(after.lower) && isCapitalised(after.form));
}
