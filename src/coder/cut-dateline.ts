import type { PlainSentence, Word } from '#language';

/** Longest dateline in words, signs included. */
const longest = 16;
const dash = /^(?:--+|[-–—])$/;
const months = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?$/i;

/**
 * Parts "BEIRUT, Lebanon (AP) -- " from the sentence that it stands before, so that the place is not taken for the
 * subject. Null where the sentence begins without one. The place stands in capitals, or is followed by a comma
 * ("Tehran, March 15, IRNA -") or an agency in brackets.
 */
export function cutDateline(
  sentence: PlainSentence,
): { readonly dateline: PlainSentence; readonly rest: PlainSentence } | null {
  const { words } = sentence;
  const end = datelineEnd(words);
  if (end < 0 || end >= words.length) return null;
  return {
    dateline: { start: sentence.start, end: words[end - 1].end, words: words.slice(0, end) },
    rest: { start: words[end].start, end: sentence.end, words: words.slice(end) },
  };
}

/** Index of the first word after the dateline, or −1. */
function datelineEnd(words: readonly Word[]): number {
  if (words.length < 4 || !/^\p{Lu}/u.test(words[0].form)) return -1;
  const place = shoutedPlace(words);
  const shouted = place > 2;
  // "NATO - Russia talks", "OPEC: …": so short a word is rather an acronym.
  const alone = place > 4;
  let comma = false;
  for (let at = 1; at < Math.min(words.length, longest); at++) {
    const { form } = words[at];
    if (form === ',') comma = true;
    else if (form === '(') {
      const close = agencyEnd(words, at);
      if (close < 0 || !(shouted || comma || isSign(words[close]))) return -1;
      return isSign(words[close]) ? close + 1 : close;
    } else if (isHyphen(words, at)) continue;
    else if (dash.test(form)) return isSpaced(words, at) && (alone || comma) ? at + 1 : -1;
    else if (form === ':') return alone ? at + 1 : -1;
    else if (!isPlaceWord(form, shouted)) return -1;
  }
  return -1;
}

/** How many letters of the beginning are set in capitals: "THE HAGUE", "PORT-AU-PRINCE". */
function shoutedPlace(words: readonly Word[]): number {
  let letters = 0;
  for (let at = 0; at < Math.min(words.length, longest); at++) {
    const { form } = words[at];
    if (!/^\p{Lu}[\p{Lu}'’.]*$/u.test(form) && !isHyphen(words, at)) break;
    letters += form.length;
  }
  return letters;
}

/** "PORT-AU-PRINCE" in five words. */
function isHyphen(words: readonly Word[], at: number): boolean {
  if (words[at].form !== '-' || at === 0 || at + 1 >= words.length) return false;
  return words[at - 1].end === words[at].start && words[at].end === words[at + 1].start;
}

function isSign(word: Word | undefined): boolean {
  return word !== undefined && (dash.test(word.form) || word.form === ':');
}

/** Two hyphens part by themselves, a single one only between spaces: "TEL AVIV--", "MOSCOW -". */
function isSpaced(words: readonly Word[], at: number): boolean {
  if (words[at].form !== '-') return true;
  return words[at - 1].end < words[at].start && words[at].end < (words[at + 1]?.start ?? 0);
}

/** "(Reuters)", "(AP / AFP)": index after the closing bracket, −1 for anything longer. */
function agencyEnd(words: readonly Word[], open: number): number {
  for (let at = open + 1; at < Math.min(words.length, open + 5); at++) {
    if (words[at].form === ')') return at > open + 1 ? at + 1 : -1;
    if (!/^[\p{Lu}/]/u.test(words[at].form)) return -1;
  }
  return -1;
}

/** Capitalised names, days and what joins them. A verb or a common noun ends the hope of a dateline. */
function isPlaceWord(form: string, shouted: boolean): boolean {
  if (/^(?:of|de|la|al|el|the|and|\/|\.)$/i.test(form) || /^\d{1,4}$/.test(form)) return true;
  return /^\p{Lu}/u.test(form) && (!shouted || months.test(form) || form.length > 1);
}
