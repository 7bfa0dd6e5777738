import type { PlainSentence, Word } from '#language';
import type { Gazetteer } from './gazetteer/index.ts';

/** Words this short may stand in lower case in a headline: "to", "and", "with". */
const shortWord = 4;
const leastShare = 0.75;

/**
 * A headline in Title Case or capitals as a sentence would write it: "Peru Leader Visits Turkey" → "Peru leader visits
 * Turkey", so that verbs are not taken for names. Names that the gazetteer knows keep their capitals; offsets stay as
 * they are. Other sentences come back unchanged.
 */
export function lowerHeadline(sentence: PlainSentence, gazetteer: Gazetteer): PlainSentence {
  if (!isTitleCase(sentence.words)) return sentence;
  const { words } = sentence;
  const names = new Set<number>();
  for (const { from, to, entries } of gazetteer.match(words)) {
    if (entries[0].kind === 'role') continue;
    for (let index = from; index < to; index++) names.add(index);
  }
  return {
    ...sentence,
    words: words.map((word, index) =>
      names.has(index) ? word : { ...word, form: lowered(word.form) },
    ),
  };
}

const longestHeadline = 25;

/** Whether a sentence has neither article nor full stop, as headlines do: "Rebels in Mali announce truce". */
export function isHeadline({ words }: PlainSentence): boolean {
  const last = words.at(-1);
  if (last === undefined || words.length > longestHeadline || /^[.!?…"”’']+$/.test(last.form))
    return false;
  return !words.some(({ form }) => /^(the|an?)$/i.test(form));
}

/** Abbreviations keep their capitals: "UAV", "U.S.". */
function lowered(form: string): string {
  return /^[^a-z]{2,5}$/.test(form) ? form : form.toLowerCase();
}

function isTitleCase(words: readonly Word[]): boolean {
  let long = 0;
  let capitals = 0;
  for (let index = 1; index < words.length; index++) {
    const { form } = words[index];
    if (form.length < shortWord || !/^\p{L}/u.test(form)) continue;
    long++;
    if (form[0] !== form[0].toLowerCase()) capitals++;
  }
  return long >= 2 && capitals / long >= leastShare;
}
