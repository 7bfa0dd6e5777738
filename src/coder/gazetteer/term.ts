/**
 * Names are compared word by word after folding: diacritics and curly apostrophes go, full stops in abbreviations
 * go ("U.S." is "US"), and hyphens and apostrophes part words ("Jong-un" is "Jong un"). Case is kept, see `fitsCase`.
 */

/** The sign that joins a unit to the one before it. */
export type Glue = 'none' | 'hyphen' | 'apostrophe';

/** A part of a written word, folded. */
export interface Unit {
  /** Folded, case kept. */
  readonly form: string;
  /** Folded and lower-cased: what is looked up. */
  readonly key: string;
  readonly shape: Shape;
  /** What joins it to the unit before it in the same word. */
  readonly glue: Glue;
}

/** `capitals` needs two letters: a single capital is `title`. */
export type Shape = 'lower' | 'title' | 'capitals' | 'mixed' | 'digits' | 'other';

const foreign = /[^\0-~]/;
const dropped = /[\u0300-\u036f\u00ad\u200b]/g;
const apostrophes = /[\u2018\u2019\u02bb-\u02bf]/g;
const hyphens = /[\u2010-\u2013]/g;
const letters = /[øØłŁđĐıəƏßæÆœŒðÐþÞħĦ]/g;
const letterFolds: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ə: 'a',
  Ə: 'A',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ħ: 'h',
  Ħ: 'H',
};

/** Strips diacritics and makes apostrophes and hyphens plain. Returns plain ASCII input as it is. */
export function foldLetters(text: string): string {
  if (!foreign.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(dropped, '')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .replace(letters, (letter) => letterFolds[letter]);
}

/** Cuts one word of a text, or a whole name, into units. Punctuation alone gives no unit, save for `$` and `&`. */
export function cutUnits(text: string): Unit[] {
  const folded = foldLetters(text);
  const units: Unit[] = [];
  let form = '';
  let glue: Glue = 'none';
  for (let i = 0; i <= folded.length; i++) {
    const code = i < folded.length ? folded.charCodeAt(i) : 32;
    if (isWordCharacter(code)) {
      form += folded[i];
      continue;
    }
    if (code === 46) continue;
    if (form !== '') {
      units.push({ form, key: form.toLowerCase(), shape: shapeOf(form), glue });
      form = '';
    }
    glue = code === 45 ? 'hyphen' : code === 39 ? 'apostrophe' : 'none';
    if (units.length === 0) glue = 'none';
  }
  return units;
}

const plainFirst = /^[A-Za-z]+(?=[ -]|$)/;

/** Key of the first unit of a name; empty where it has none. */
export function firstKey(text: string): string {
  const plain = plainFirst.exec(text);
  if (plain !== null) return plain[0].toLowerCase();
  const space = text.indexOf(' ', 1);
  const units = cutUnits(space < 0 ? text : text.slice(0, space));
  if (units.length > 0) return units[0].key;
  return space < 0 ? '' : firstKey(text.slice(space + 1));
}

function isWordCharacter(code: number): boolean {
  if (code >= 97 && code <= 122) return true;
  if (code >= 65 && code <= 90) return true;
  if (code >= 48 && code <= 57) return true;
  return code === 36 || code === 38 || (code > 126 && !isUnicodePunctuation(code));
}

function isUnicodePunctuation(code: number): boolean {
  return (code >= 0x80 && code <= 0xbf) || (code >= 0x2000 && code <= 0x206f) || code === 0x3000;
}

function shapeOf(form: string): Shape {
  let uppers = 0;
  let lowers = 0;
  let digits = 0;
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (code >= 97 && code <= 122) lowers++;
    else if (code >= 65 && code <= 90) uppers++;
    else if (code >= 48 && code <= 57) digits++;
  }
  if (digits > 0) return uppers + lowers === 0 ? 'digits' : 'mixed';
  if (uppers + lowers === 0) return 'other';
  if (uppers === 0) return 'lower';
  if (lowers === 0 && uppers > 1) return 'capitals';
  const first = form.charCodeAt(0);
  return uppers === 1 && first >= 65 && first <= 90 ? 'title' : 'mixed';
}

/** Names with inner capitals are levelled from this length on: "Youtube", but never "Let" for LeT. */
const shortestLevelled = 6;

/**
 * Whether a word of a text is written as a word of a name may be. A name's lower-case word stands in any case; a
 * capitalised one as it is, in capitals, or with its inner capitals levelled ("Youtube"); an acronym of four letters
 * and more also as a title ("Nato"), unless the letters spell an ordinary word (`strict`).
 */
export function fitsCase(written: Unit, name: Unit, strict: boolean): boolean {
  if (name.shape === 'lower' || name.shape === 'digits' || name.shape === 'other') return true;
  if (written.form === name.form) return true;
  if (name.shape === 'mixed' && name.form.length < shortestLevelled) return false;
  if (written.shape === 'capitals') return true;
  if (written.shape !== 'title') return false;
  if (name.shape === 'capitals') return name.form.length >= 4 && !strict;
  return name.shape === 'mixed' && isUpper(name.form.charCodeAt(0));
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/**
 * Writes out the alternatives of a lexicon term: "South Korean(s)" gives both numbers, "gunm(a|e)n" both vowels.
 * Every bracket doubles the list at least, so a term with more than four is refused with null.
 */
export function expandTerm(term: string): string[] | null {
  const open = term.indexOf('(');
  if (open < 0) return term.includes(')') ? null : [term];
  let brackets = 0;
  for (let i = 0; i < term.length; i++) if (term[i] === '(') brackets++;
  const close = term.indexOf(')', open);
  if (close < 0 || brackets > 4) return null;
  const inside = term.slice(open + 1, close);
  const choices = inside.includes('|') ? inside.split('|') : ['', inside];
  const rests = expandTerm(term.slice(close + 1));
  if (rests === null || inside.includes('(')) return null;
  return choices.flatMap((choice) => rests.map((rest) => term.slice(0, open) + choice + rest));
}
