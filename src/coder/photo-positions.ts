import type { PlainSentence, Word } from '#language';

/** What a caption says in brackets of where someone stands in the picture: "(left)", "(2nd from R)", "(second right)". */
const position =
  /^(?:(?:top|bottom|front|back|far|third|second|first|\d(?:st|nd|rd|th))\s?)?(?:from\s)?(?:left|right|center|centre|middle|[LRC])$/i;
const longest = 4;

/** A sentence without the places in the picture, which part the names of a caption. */
export function dropPhotoPositions(sentence: PlainSentence): PlainSentence {
  const { words } = sentence;
  let kept: Word[] | null = null;
  for (let at = 0; at < words.length; at++) {
    const end = words[at].form === '(' ? bracketEnd(words, at) : -1;
    if (end < 0) {
      kept?.push(words[at]);
      continue;
    }
    kept ??= words.slice(0, at);
    at = end;
  }
  return kept && kept.length > 0 ? { ...sentence, words: kept } : sentence;
}

/** Index of the bracket that closes such a remark; −1 where it is none. */
function bracketEnd(words: readonly Word[], open: number): number {
  for (let at = open + 2; at < words.length && at <= open + longest + 1; at++) {
    if (words[at].form !== ')') continue;
    const inside = words.slice(open + 1, at).map(({ form }) => form);
    return position.test(inside.join(' ')) ? at : -1;
  }
  return -1;
}
