import type { Sentence, Token } from '#language';

/**
 * A piece of a token: a number, a run of letters, or one mark. Tokens may or may not be cut at
 * hyphens, currency signs and units ("1986-1990", "€45m", "two-day"); atoms always are, so dates
 * and quantities read the same whichever way the words were cut.
 */
export interface Atom {
  readonly kind: 'number' | 'word' | 'mark';
  readonly form: string;
  /** Lower case, without the full stop of an abbreviation: "Sept." is "sept". */
  readonly lower: string;
  /** UTF-16 offset into the text. */
  readonly start: number;
  readonly end: number;
  /** Index of the token that holds it. */
  readonly token: number;
  /** No space stands between this atom and the one before. */
  readonly glued: boolean;
  /** What the digits say, thousands separators taken out; NaN for words and marks. */
  readonly value: number;
}

/** The sentence cut last: dates and quantities are read one after the other. */
let last: { readonly sentence: Sentence; readonly atoms: readonly Atom[] } | null = null;

/** Cuts the tokens of a sentence into atoms. Linear in their length. */
export function atomsOf(sentence: Sentence): readonly Atom[] {
  if (last?.sentence !== sentence) last = { sentence, atoms: cutAtoms(sentence) };
  return last.atoms;
}

function cutAtoms({ tokens }: Sentence): Atom[] {
  const atoms: Atom[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    let at = 0;
    while (at < token.form.length) {
      const first = token.form.charCodeAt(at);
      const until = isDigit(first)
        ? endOfNumber(token.form, at, atoms)
        : isLetter(first)
          ? endOfWord(token.form, at)
          : at + 1;
      atoms.push(makeAtom(token, index, at, until, atoms.at(-1)));
      at = until;
    }
  }
  return atoms;
}

/**
 * The words of the tokens `from` … `to` (exclusive), with as many spaces between them as there are
 * characters of white space in the text: equal to the text's slice but for line breaks and the like.
 */
export function wordsOf(sentence: Sentence, from: number, to: number): string {
  let words = '';
  for (let index = from; index < to; index++) {
    const token = sentence.tokens[index];
    if (index > from) {
      const gap = token.start - sentence.tokens[index - 1].end;
      words += ' '.repeat(Math.max(0, gap));
    }
    words += token.form;
  }
  return words;
}

export function isCapitalised(form: string): boolean {
  const first = form[0];
  return first !== undefined && first !== first.toLowerCase();
}

function makeAtom(
  token: Token,
  index: number,
  from: number,
  to: number,
  before: Atom | undefined,
): Atom {
  const whole = to - from === token.form.length;
  const form = whole ? token.form : token.form.slice(from, to);
  const first = form.charCodeAt(0);
  const kind = isDigit(first) ? 'number' : isLetter(first) ? 'word' : 'mark';
  const lower = kind === 'word' ? lowerOf(form) : form;
  return {
    kind,
    form,
    lower,
    start: token.start + from,
    end: token.start + to,
    token: index,
    glued: before !== undefined && before.end === token.start + from,
    value: kind === 'number' ? Number(form.replaceAll(',', '')) : Number.NaN,
  };
}

const lowers = new Map<string, string>();
const cacheSize = 20_000;

/** In lower case without the full stop of an abbreviation; the same string each time, which look-ups hash but once. */
function lowerOf(form: string): string {
  let lower = lowers.get(form);
  if (lower === undefined) {
    lower = form.toLowerCase();
    if (lower.endsWith('.')) lower = lower.slice(0, -1);
    if (lowers.size >= cacheSize) lowers.clear();
    lowers.set(form, lower);
  }
  return lower;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  // Everything beyond Latin-1's signs but general punctuation and currency: good enough to keep
  // names in other scripts in one piece.
  return code >= 0xc0 && (code < 0x2000 || code > 0x2bff) && code !== 0xd7 && code !== 0xf7;
}

/** A full stop belongs to a word when a letter follows ("U.S.") or the token ends with it ("Sept."). */
function endOfWord(form: string, from: number): number {
  let at = from;
  while (at < form.length) {
    const code = form.charCodeAt(at);
    if (isLetter(code)) at++;
    else if (code === 46 && (at + 1 === form.length || isLetter(form.charCodeAt(at + 1)))) at++;
    else break;
  }
  return at;
}

/** "1,900.5" is one number; "13.09.2023" and "5,6" are several. */
function endOfNumber(form: string, from: number, atoms: readonly Atom[]): number {
  let at = endOfDigits(form, from);
  while (form[at] === ',' && endOfDigits(form, at + 1) === at + 4) at += 4;
  if (form[at] === '.' && isDigit(form.charCodeAt(at + 1)) && !followsDot(atoms)) {
    const end = endOfDigits(form, at + 1);
    if (form[end] !== '.' || !isDigit(form.charCodeAt(end + 1))) at = end;
  }
  return at;
}

function endOfDigits(form: string, from: number): number {
  let at = from;
  while (isDigit(form.charCodeAt(at))) at++;
  return at;
}

function followsDot(atoms: readonly Atom[]): boolean {
  const last = atoms.at(-1);
  return last !== undefined && last.form === '.' && last.glued && atoms.at(-2)?.kind === 'number';
}
