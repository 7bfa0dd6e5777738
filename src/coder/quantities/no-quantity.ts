import type { Sentence } from '#language';
import { type Atom, isCapitalised } from './atoms.ts';
import { smallNumber } from './numerals.ts';
import type { Amount } from './read-amount.ts';
import { isCalibre, measureOf } from './units.ts';

/** Words after which a number is a name: "Resolution 1718", "Article 5", "Phase 2". */
const numbered = new Set(
  (
    'resolution flight article room no nos number numbers order decree law act bill case section ' +
    'chapter page issue lot vision agenda mission task route highway model form unit channel line ' +
    'version series phase day stage level category grade tier title type mark area sector zone block ' +
    'camp paragraph clause annex appendix figure table item part volume question step rule protocol ' +
    'war aged age # № №. group gate terminal pier berth hill point apollo top big boeing airbus'
  ).split(' '),
);

/** "one day", "one thing", "one way": no count is meant. */
const idleNouns = new Set(
  'day time side hand point of thing way option fact example reason step word world number moment morning'.split(
    ' ',
  ),
);

/** True where the number at atom `at` is a name, an ordinal, an age, a time of day or a score. */
export function isNoQuantity(sentence: Sentence, atoms: readonly Atom[], amount: Amount): boolean {
  const { numberFrom: at, to } = amount;
  if (amount.unit !== null && amount.unit !== 'share') return false;
  return (
    isStuck(atoms, at, to) ||
    isNamed(sentence, atoms, at) ||
    isTime(atoms, at, to) ||
    isAge(atoms, at, to) ||
    isBullet(atoms, at, to) ||
    isScore(atoms, at, to) ||
    (!amount.digits && isIdleWord(sentence, atoms, at, to))
  );
}

/** "F-16", "G7", "9/11", "33rd", "5G", "#3": digits that are part of a longer sign. */
function isStuck(atoms: readonly Atom[], at: number, to: number): boolean {
  const [first, before, next] = [atoms[at], atoms[at - 1], atoms[to]];
  if (first.glued && before) {
    if (before.kind !== 'mark' || /^[/:#№.@_]$/.test(before.form)) return true;
    if (/^[-–]$/.test(before.form) && before.glued) return true;
  }
  if (!next?.glued) return false;
  if (next.kind === 'number') return true;
  if (next.kind === 'word')
    return (
      atoms[to - 1].kind === 'number' && measureOf(next.lower) === undefined && next.lower !== 'm'
    );
  if (/^[/:@_]$/.test(next.form)) return atoms[to + 1]?.glued === true;
  // A number behind a hyphen that made no range: a score, a telephone number.
  return (
    /^[-–]$/.test(next.form) && atoms[to + 1]?.glued === true && atoms[to + 1].kind === 'number'
  );
}

/** "Article 5", "Boeing 747", "the Group of Seven". */
function isNamed(sentence: Sentence, atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1];
  if (before === undefined) return false;
  if (numbered.has(before.lower)) return true;
  if (before.lower === 'of' && atoms[at - 2]?.lower === 'group') {
    return isCapitalised(atoms[at - 2].form);
  }
  const [token, other] = [sentence.tokens[atoms[at].token], sentence.tokens[before.token]];
  return (
    at > 1 &&
    before.kind === 'word' &&
    isCapitalised(before.form) &&
    other.upos === 'PROPN' &&
    token.head === before.token
  );
}

/** "at 10:30", "7 pm", "5 o'clock", "2100 GMT". */
function isTime(atoms: readonly Atom[], at: number, to: number): boolean {
  const next = atoms[to];
  if (!next) return false;
  if (/^(am|pm|a\.m|p\.m|gmt|utc|o|o'clock|o’clock)$/.test(next.lower)) {
    return next.lower !== 'o' || /^['’]/.test(atoms[to + 1]?.form ?? '');
  }
  return next.lower === 'local' && atoms[at - 1]?.lower === 'at';
}

/** "Kim, 45,", "a 28-month-old conflict", "45 years old". */
function isAge(atoms: readonly Atom[], at: number, to: number): boolean {
  const dash = atoms[to]?.form === '-' ? 1 : 0;
  const behind = to + dash + 1;
  const old = atoms[behind]?.form === '-' ? behind + 1 : behind;
  if (atoms[old]?.lower === 'old' && measureOf(atoms[to + dash]?.lower ?? '')) return true;
  return (
    atoms[at].kind === 'number' &&
    atoms[at].value < 120 &&
    atoms[at - 1]?.form === ',' &&
    /^[,.;)]$/.test(atoms[to]?.form ?? '') &&
    isCapitalised(atoms[at - 2]?.form ?? '')
  );
}

/** "3 – 0", "one in three": numbers that only mean something together. */
function isScore(atoms: readonly Atom[], at: number, to: number): boolean {
  const isDash = (atom: Atom | undefined) => /^[-–—]$/.test(atom?.form ?? '');
  if (isDash(atoms[to]) && atoms[to + 1]?.kind === 'number' && atoms[at].kind === 'number')
    return true;
  if (isDash(atoms[at - 1]) && atoms[at - 2]?.kind === 'number') return true;
  const ratio =
    atoms[at - 1]?.lower === 'in' ||
    (atoms[at - 1]?.lower === 'of' && atoms[at - 2]?.lower === 'out');
  const first = atoms[at - (atoms[at - 1]?.lower === 'in' ? 2 : 3)];
  return (
    ratio &&
    first !== undefined &&
    (first.kind === 'number' || smallNumber(first.lower) !== undefined)
  );
}

/** "1. Sanctions", "2) Talks" at the head of a line. */
function isBullet(atoms: readonly Atom[], at: number, to: number): boolean {
  return (
    at === 0 && /^[.)]$/.test(atoms[to]?.form ?? '') && atoms[to].glued && to + 1 < atoms.length
  );
}

/** "one another", "one of them", "World War Two", "the two countries", "zero tolerance". */
function isIdleWord(sentence: Sentence, atoms: readonly Atom[], at: number, to: number): boolean {
  const token = sentence.tokens[atoms[at].token];
  const { lower } = atoms[at];
  if (to === at + 1 && (lower === 'one' || lower === 'zero')) {
    const next = atoms[to];
    if (token.upos !== 'NUM' || token.deprel !== 'nummod' || next?.form === '-') return true;
    if (idleNouns.has(next?.lower ?? '')) return true;
  }
  if (token.upos === 'PROPN') return true;
  if (lower === 'two' && /^(the|both|these|those|our|their)$/.test(atoms[at - 1]?.lower ?? '')) {
    return /^(countries|sides|nations|neighbours|neighbors|leaders|governments|parties|states|presidents|ministers|capitals|koreas|allies|men)$/.test(
      atoms[to]?.lower ?? '',
    );
  }
  return false;
}

/** "155 mm shells": the size of the thing that follows, no count. */
export function isSizeOf(unit: string, nounFollows: boolean): boolean {
  return isCalibre(unit) && nounFollows;
}
