/** Text and what was done to it. */
export interface MendedText {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Replaces what neither UTF-8 nor SQLite's text functions can hold, NUL characters and lone surrogates,
 * by U+FFFD, one for one: every offset into the text stays what it was. All else is untouched.
 */
export function mendCharacters(text: string): MendedText {
  const notes: string[] = [];
  let mended = text;
  if (mended.includes('\0')) {
    const parts = mended.split('\0');
    mended = parts.join('\uFFFD');
    notes.push(`${count(parts.length - 1, 'NUL character')} replaced by U+FFFD`);
  }
  let surrogates = 0;
  // With the u flag a surrogate pair is one character, so that only lone halves match.
  mended = mended.replace(/\p{Surrogate}/gu, () => {
    surrogates++;
    return '\uFFFD';
  });
  if (surrogates > 0) notes.push(`${count(surrogates, 'lone surrogate')} replaced by U+FFFD`);
  return { text: mended, notes };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
