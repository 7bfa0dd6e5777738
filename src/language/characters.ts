/** Classes of UTF-16 units, as the tokenizer needs them. */

export const SPACE = 1;
export const NEWLINE = 2;
export const LETTER = 3;
export const DIGIT = 4;
export const PUNCTUATION = 5;
export const HIGH_SURROGATE = 6;
export const LOW_SURROGATE = 7;

/** Class per unit, filled in when a unit is first seen; 0 is not yet known. */
const known = new Uint8Array(65536);

/** Class of one UTF-16 unit. Control characters and invisible marks count as space. */
export function classOf(unit: number): number {
  const cached = known[unit];
  if (cached !== 0) return cached;
  const found = classify(unit);
  known[unit] = found;
  return found;
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit < 0xdc00) return HIGH_SURROGATE;
  if (unit >= 0xdc00 && unit < 0xe000) return LOW_SURROGATE;
  const character = String.fromCharCode(unit);
  if (/[\n\r\u2028\u2029]/.test(character)) return NEWLINE;
  // Cc: controls, NUL among them. Cf: direction marks, zero-width space, soft hyphen, byte order mark.
  if (/[\s\p{Cc}\p{Cf}]/u.test(character)) return SPACE;
  if (/[\p{L}\p{M}_]/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return PUNCTUATION;
}

export function isSpace(unit: number): boolean {
  const kind = classOf(unit);
  return kind === SPACE || kind === NEWLINE;
}

/** Letter or digit, outside the Basic Multilingual Plane too (a surrogate counts as neither). */
export function isWordCharacter(unit: number): boolean {
  const kind = classOf(unit);
  return kind === LETTER || kind === DIGIT;
}

/** Whether a unit is an upper-case letter (no surrogates). */
export function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  const character = String.fromCharCode(unit);
  return character !== character.toLowerCase();
}

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x02bc || unit === 0xff07;
}
