import type { Sentence, Token } from '#language';

/**
 * The verb after a modal or "to" that the tagger took for another word ("it would free 1,500 prisoners", "agreed to free
 * the prisoners"), as a tag to parse with again: a modal is followed by a base form, and before an article "to" is as
 * well. Null where there is none.
 */
export function findModalVerb(
  sentence: Sentence,
  isVerb: (lemma: string) => boolean,
): ReadonlyMap<number, string> | null {
  const { tokens } = sentence;
  for (let index = 0; index < tokens.length - 1; index++) {
    const modal = tokens[index].xpos === 'MD';
    if (!modal && tokens[index].form !== 'to') continue;
    let at = index + 1;
    while (modal && at < tokens.length - 1 && isAdverb(tokens[at])) at++;
    const { upos, form } = tokens[at];
    if ((upos !== 'ADJ' && upos !== 'NOUN') || form !== form.toLowerCase() || !isVerb(form))
      continue;
    const next = tokens[at + 1];
    const fits = modal ? !isVerbal(next) : /^(DT|PRP\$)$/.test(next?.xpos ?? '');
    if (fits) return new Map([[at, 'VERB/VB']]);
  }
  return null;
}

function isAdverb({ upos, form }: Token): boolean {
  return upos === 'ADV' || /^(not|n['’]t)$/i.test(form);
}

function isVerbal({ upos }: Token): boolean {
  return upos === 'VERB' || upos === 'AUX';
}
