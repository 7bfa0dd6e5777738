/** Small words that stand in lower case within names. */
const particles = new Set(
  `a abu al and ar as at bin bint da de del della der di do dos du e el for from ibn in la le of on or os the to ul und
  van vom von with y zu`.split(/\s+/),
);

/**
 * Writes a dictionary's `HAMID_KARZAI_` as a text does: "Hamid Karzai". A single word stays in capitals, which stand
 * for "Nato" as well as "NATO"; parts that a text may write either way are in lower case ("Ki-moon", "al-Assad").
 */
export function writePhrase(phrase: string): string {
  const [first, ...rest] = wordsOf(phrase);
  // "the United Nations": the article may be absent, and is seldom written large.
  const words = first?.toLowerCase() === 'the' && rest.length > 0 ? rest : [first ?? '', ...rest];
  if (words.length === 1 && !words[0].includes('-') && !innerCapital.test(words[0]))
    return words[0];
  const written = words.map(writeWord);
  if (words.length === 1 || written.some((word) => word !== word.toLowerCase()))
    return written.join(' ');
  return written.map((word) => word.replace(/\p{L}+$/u, capitalise)).join(' ');
}

/** "McNamara" and "MacArthur" have a capital within: in lower case they match as they are written. */
const innerCapital = /^ma?c[^aeiou-]/i;

/** The words of a phrase, which the dictionary parts by underscores or spaces. */
export function wordsOf(phrase: string): string[] {
  return phrase.split(/[\s_]+/).filter(Boolean);
}

function writeWord(word: string, index: number): string {
  const lower = word.toLowerCase();
  if (word.includes('.') || word.length < 2) return word;
  const parts = lower.split('-');
  if (parts.length > 1) {
    const [first, ...rest] = parts;
    return [particles.has(first) ? first : capitalise(first), ...rest].join('-');
  }
  if (particles.has(lower) && index > 0) return lower;
  if (innerCapital.test(word)) return lower;
  return capitalise(lower);
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
