import type { PlainSentence, Word } from '#language';
import { dateWord } from './dates/date-words.ts';
import type { Gazetteer } from './gazetteer/index.ts';

/** Words this short may stand in lower case in a headline: "to", "and", "with". */
const shortWord = 4;
const leastShare = 0.75;
const none: ReadonlySet<number> = new Set();

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
  // A sentence full of names, as captions are, has capitals enough without being a headline.
  if (!isTitleCase(words, names)) return sentence;
  return {
    ...sentence,
    words: words.map((word, index) =>
      names.has(index) || tellsDay(words, index) ? word : { ...word, form: lowered(word.form) },
    ),
  };
}

const longestHeadline = 25;

/** Whether a sentence has neither article nor full stop, as headlines do: "Rebels in Mali announce truce". */
export function isHeadline({
  words,
}: {
  readonly words: readonly { readonly form: string }[];
}): boolean {
  const last = words.at(-1);
  if (last === undefined || words.length > longestHeadline || /^[.!?…"”’']+$/.test(last.form))
    return false;
  return !words.some(({ form }) => /^(the|an?)$/i.test(form));
}

/** A weekday, or a month beside a number: "Sept. 13", "3 May". */
function tellsDay(words: readonly Word[], index: number): boolean {
  const role = dateWord(words[index].form.toLowerCase().replace('.', ''))?.role;
  if (role === 'weekday') return true;
  const beside = [words[index - 1], words[index + 1]];
  return role === 'month' && beside.some((word) => word && /^\d/.test(word.form));
}

/** Abbreviations keep their capitals: "UAV", "U.S.". */
function lowered(form: string): string {
  return /^[^a-z]{2,5}$/.test(form) ? form : form.toLowerCase();
}

function isTitleCase(words: readonly Word[], names: ReadonlySet<number> = none): boolean {
  let long = 0;
  let capitals = 0;
  for (let index = 1; index < words.length; index++) {
    const { form } = words[index];
    if (form.length < shortWord || names.has(index)) continue;
    const isSmall = form[0] >= 'a' && form[0] <= 'z';
    if (!isSmall && !/^\p{L}/u.test(form)) continue;
    long++;
    if (isSmall) continue;
    if (form[0] !== form[0].toLowerCase()) capitals++;
  }
  return long >= (names.size > 0 ? 1 : 2) && capitals / long >= leastShare;
}
