/**
 * Cuts text into words as Universal Dependencies does for English (EWT and GUM): hyphenated words
 * fall into parts except after prefixes (non-, anti-), clitics stand alone ("do n't", "Seoul 's"),
 * abbreviations keep their period. Every word is a slice of the text; the scan only goes forward.
 */
import {
  abbreviations,
  attachedUnits,
  capitalisedAbbreviations,
  hyphenPrefixes,
  lowercaseAbbreviations,
  splitContractions,
} from './abbreviations.ts';
import { scanAddress } from './addresses.ts';
import {
  classOf,
  DIGIT,
  HIGH_SURROGATE,
  isApostrophe,
  isSpace,
  isUpper,
  isWordCharacter,
  LETTER,
  LOW_SURROGATE,
} from './characters.ts';
import { scanNumber } from './numbers.ts';

const AMPERSAND = 0x26;
const DOLLAR = 0x24;
const HYPHEN = 0x2d;
const PERIOD = 0x2e;
/** Longest word that is looked up in a list: keeps the work per character bounded. */
const LONGEST_LISTED = 12;

/** Receives the bounds of each word, in the order of the text. */
export type WordSink = (start: number, end: number) => void;

/** Calls `sink` for each word of `text`. */
export function tokenize(text: string, sink: WordSink): void {
  const length = text.length;
  let position = 0;
  while (position < length) {
    while (position < length && isSpace(text.charCodeAt(position))) position++;
    if (position === length) break;
    let end = position;
    let plain = true;
    while (end < length) {
      const kind = classOf(text.charCodeAt(end));
      if (kind !== LETTER) {
        if (kind < LETTER) break;
        plain = false;
      }
      end++;
    }
    if (plain) emitLetters(text, position, end, sink);
    else tokenizeChunk(text, position, end, sink);
    position = end;
  }
}

/** Cuts one run of text without white space. */
function tokenizeChunk(text: string, start: number, end: number, sink: WordSink): void {
  let position = start;
  while (position < end && isOpening(text.charCodeAt(position))) {
    sink(position, position + 1);
    position++;
  }
  const address = scanAddress(text, position, end);
  if (address > position) {
    sink(position, address);
    position = address;
  }
  while (position < end) position = emitNext(text, position, end, start, sink);
}

/** Emits the word or words that begin at `position`; returns where they end. */
function emitNext(
  text: string,
  position: number,
  end: number,
  chunkStart: number,
  sink: WordSink,
): number {
  const unit = text.charCodeAt(position);
  const kind = classOf(unit);
  if (kind === LETTER) return emitWord(text, position, end, sink);
  let next = position + 1;
  if (kind === DIGIT) next = scanNumberWord(text, position, end);
  else if (kind === HIGH_SURROGATE) {
    if (next < end && classOf(text.charCodeAt(next)) === LOW_SURROGATE) next++;
    next = skipMarks(text, next, end);
  } else if (isApostrophe(unit)) next = scanApostrophe(text, position, end);
  else if (unit === PERIOD && next < end && classOf(text.charCodeAt(next)) === DIGIT)
    next = scanNumberWord(text, next, end);
  else next = scanPunctuation(text, position, end, chunkStart);
  sink(position, next);
  return next;
}

/** Emits a word that begins with a letter, and its clitic if it has one. */
function emitWord(text: string, start: number, end: number, sink: WordSink): number {
  let position = skipWordCharacters(text, start, end);
  for (;;) {
    const unit = position < end ? text.charCodeAt(position) : 0;
    if (isApostrophe(unit)) {
      const rest = skipLetters(text, position + 1, end);
      if (isNegation(text, position, rest) && position - 1 > start) {
        sink(start, position - 1);
        sink(position - 1, rest);
        return rest;
      }
      if (rest === position + 1 || isClitic(text, position + 1, rest)) {
        sink(start, position);
        if (rest > position + 1) sink(position, rest);
        return rest > position + 1 ? rest : position;
      }
      position = skipWordCharacters(text, position + 1, end);
    } else if (unit === PERIOD) {
      const after = scanAbbreviation(text, start, position, end);
      sink(start, after);
      return after;
    } else if (unit === HYPHEN && joinsHyphen(text, start, position, end)) {
      position = skipWordCharacters(text, position + 1, end);
    } else if (unit === AMPERSAND && joinsAmpersand(text, start, position, end)) {
      position = skipWordCharacters(text, position + 1, end);
    } else {
      if (unit === DOLLAR && position - start <= 2 && isUpper(text.charCodeAt(start))) position++;
      emitLetters(text, start, position, sink);
      return position;
    }
  }
}

/** Emits a plain word, in two where it is a contraction such as "cannot". */
function emitLetters(text: string, start: number, end: number, sink: WordSink): void {
  const length = end - start;
  if (length === 5 || length === 6) {
    const last = text.charCodeAt(end - 1) | 0x20;
    if (last === 0x74 || last === 0x61) {
      const first = splitContractions.get(text.slice(start, end).toLowerCase());
      if (first !== undefined) {
        sink(start, start + first);
        sink(start + first, end);
        return;
      }
    }
  }
  sink(start, end);
}

/** "n't" around an apostrophe at `position`, with the letters after it ending at `rest`. */
function isNegation(text: string, position: number, rest: number): boolean {
  return (
    rest === position + 2 &&
    (text.charCodeAt(position + 1) | 0x20) === 0x74 &&
    (text.charCodeAt(position - 1) | 0x20) === 0x6e
  );
}

function isClitic(text: string, start: number, end: number): boolean {
  if (end - start === 1) {
    const unit = text.charCodeAt(start) | 0x20;
    return unit === 0x73 || unit === 0x6d || unit === 0x64; // s m d
  }
  if (end - start !== 2) return false;
  const pair = text.slice(start, end).toLowerCase();
  return pair === 're' || pair === 've' || pair === 'll';
}

/** End of a word whose letters end in a period at `position`: with the period where it is an abbreviation. */
function scanAbbreviation(text: string, start: number, position: number, end: number): number {
  const length = position - start;
  if (length === 1) {
    let next = position + 1;
    let letters = 1;
    while (next + 1 < end && isLetter(text, next) && text.charCodeAt(next + 1) === PERIOD) {
      next += 2;
      letters++;
    }
    if (letters > 1) {
      // "U.S" without its last period, or "U.S.A" with a letter to come.
      if (next < end && isLetter(text, next) && !(next + 1 < end && isLetter(text, next + 1)))
        next++;
      return next;
    }
    if (isLoneLetter(text, next, end)) return next + 1;
    if (isUpper(text.charCodeAt(start)) && initialGoesOn(text, position + 1, end)) {
      return position + 1;
    }
    return position;
  }
  if (length > LONGEST_LISTED) return position;
  const word = text.slice(start, position);
  if (word === 'Ph' && text.startsWith('D.', position + 1)) return position + 3;
  const lower = word.toLowerCase();
  if (!abbreviations.has(lower)) return position;
  const next = position + 1 < end ? text.charCodeAt(position + 1) : 0x20;
  if (isWordCharacter(next) || next === PERIOD) return position;
  if (lower === 'no' || lower === 'nos')
    return numberFollows(text, position + 1) ? position + 1 : position;
  if (capitalisedAbbreviations.has(lower) && !isUpper(text.charCodeAt(start))) {
    return lowercaseAbbreviations.has(lower) && !endsText(text, position + 1)
      ? position + 1
      : position;
  }
  return position + 1;
}

function isLetter(text: string, position: number): boolean {
  return classOf(text.charCodeAt(position)) === LETTER;
}

/** "a.m" or "U.S" written without the last period: one letter that nothing follows. */
function isLoneLetter(text: string, position: number, end: number): boolean {
  return (
    position < end &&
    isLetter(text, position) &&
    !(position + 1 < end && isWordCharacter(text.charCodeAt(position + 1)))
  );
}

/** Whether a capitalised word follows an initial's period: "George W. Bush", "J.Smith". */
function initialGoesOn(text: string, position: number, end: number): boolean {
  if (position < end)
    return isUpper(text.charCodeAt(position)) || text.charCodeAt(position) === HYPHEN;
  return (
    position + 1 < text.length &&
    text.charCodeAt(position) === 0x20 &&
    isUpper(text.charCodeAt(position + 1))
  );
}

function numberFollows(text: string, position: number): boolean {
  const next = text.charCodeAt(position) === 0x20 ? position + 1 : position;
  return next < text.length && classOf(text.charCodeAt(next)) === DIGIT;
}

/** Whether a line or the text ends here, or a capital follows: a lower-case "al." then ends a sentence. */
function endsText(text: string, position: number): boolean {
  if (position >= text.length) return true;
  const unit = text.charCodeAt(position);
  if (unit !== 0x20) return unit === 0x0a || unit === 0x0d;
  return position + 1 < text.length && isUpper(text.charCodeAt(position + 1));
}

/** A prefix keeps the word behind its hyphen, unless another hyphen follows: "anti-war", but "re - entry - ban". */
function joinsHyphen(text: string, start: number, hyphen: number, end: number): boolean {
  if (hyphen - start > LONGEST_LISTED || hyphen + 1 >= end || !isLetter(text, hyphen + 1))
    return false;
  if (!hyphenPrefixes.has(text.slice(start, hyphen).toLowerCase())) return false;
  const after = skipWordCharacters(text, hyphen + 1, end);
  return !(after < end && text.charCodeAt(after) === HYPHEN);
}

function joinsAmpersand(text: string, start: number, position: number, end: number): boolean {
  return (
    position - start <= 4 &&
    isUpper(text.charCodeAt(start)) &&
    isUpper(text.charCodeAt(position - 1)) &&
    position + 1 < end &&
    isUpper(text.charCodeAt(position + 1))
  );
}

/** A number and the letters that belong to it: "33rd", "1990s", "4A"; not "155mm", which is two words. */
function scanNumberWord(text: string, start: number, end: number): number {
  const position = scanNumber(text, start, end);
  if (position >= end || !isLetter(text, position)) return position;
  const rest = skipWordCharacters(text, position, end);
  const letters = rest - position <= 4 ? text.slice(position, rest) : '';
  if (/^(?:st|nd|rd|th|s)$/i.test(letters)) return rest;
  return isUpper(text.charCodeAt(position)) && !attachedUnits.has(letters) ? rest : position;
}

/** A clitic cut off from its word, a clipped year ('07, '60s), "'em", or a quotation mark. */
function scanApostrophe(text: string, start: number, end: number): number {
  const next = start + 1;
  if (next >= end) return next;
  if (classOf(text.charCodeAt(next)) === DIGIT) {
    const digits = scanNumber(text, next, end);
    const rest = skipWordCharacters(text, digits, end);
    return digits - next === 2 && (rest === digits || text.slice(digits, rest) === 's')
      ? rest
      : next;
  }
  const rest = skipLetters(text, next, end);
  if (rest > next && start > 0 && isWordCharacter(text.charCodeAt(start - 1))) {
    return isClitic(text, next, rest) ? rest : next;
  }
  if (rest - next === 2 && text.slice(next, rest).toLowerCase() === 'em') return rest;
  if (text.charCodeAt(next) === text.charCodeAt(start)) return next + 1;
  return next;
}

/** Dots, dashes, repeated marks and faces made of signs are one word; other signs stand alone. */
function scanPunctuation(text: string, start: number, end: number, chunkStart: number): number {
  const unit = text.charCodeAt(start);
  let next = start + 1;
  if (
    (unit === 0x40 || unit === 0x23) &&
    start === chunkStart &&
    next < end &&
    isLetter(text, next)
  ) {
    return skipWordCharacters(text, next, end);
  }
  if ('.-*=_~#+<>`—–'.includes(text[start])) {
    while (next < end && text.charCodeAt(next) === unit) next++;
    return next;
  }
  if (unit === 0x21 || unit === 0x3f) {
    while (next < end && (text.charCodeAt(next) === 0x21 || text.charCodeAt(next) === 0x3f)) next++;
    return next;
  }
  if (
    start === chunkStart &&
    end - start <= 3 &&
    /^[:;=]-?[)(DPp\][|/]$/.test(text.slice(start, end))
  ) {
    return end;
  }
  return skipMarks(text, next, end);
}

function isOpening(unit: number): boolean {
  return (
    unit === 0x28 ||
    unit === 0x5b ||
    unit === 0x3c ||
    unit === 0x22 ||
    unit === 0x201c ||
    unit === 0xab
  );
}

function skipWordCharacters(text: string, position: number, end: number): number {
  let next = position;
  while (next < end && isWordCharacter(text.charCodeAt(next))) next++;
  return next;
}

function skipLetters(text: string, position: number, end: number): number {
  let next = position;
  while (next < end && isLetter(text, next)) next++;
  return next;
}

/** Combining marks and variation selectors stay with the sign before them. */
function skipMarks(text: string, position: number, end: number): number {
  let next = position;
  while (next < end) {
    const unit = text.charCodeAt(next);
    if (!((unit >= 0xfe00 && unit <= 0xfe0f) || (unit >= 0x0300 && unit <= 0x036f))) break;
    next++;
  }
  return next;
}
