import type { Sentence, Token } from '#language';
import { baseForms } from './gate.ts';

/**
 * The verb of a headline that the tagger took for a noun ("Turkey and Poland sign trade agreement"), as a tag to parse
 * with again: the first word after a noun phrase that the lexicon knows as a verb. Null where the headline has a
 * finite verb, or no such word.
 */
export function findHeadlineVerb(
  sentence: Sentence,
  isVerb: (lemma: string) => boolean,
): ReadonlyMap<number, string> | null {
  const { tokens } = sentence;
  if (tokens.some(isFiniteVerb)) return null;
  for (let index = 1; index < tokens.length - 1; index++) {
    const token = tokens[index];
    if (token.upos !== 'NOUN' && token.upos !== 'ADJ' && token.upos !== 'PROPN') continue;
    if (token.form !== token.form.toLowerCase() || !endsPhrase(tokens[index - 1])) continue;
    const form = token.form;
    const third =
      form.endsWith('s') && baseForms(form).some((base) => base !== form && isVerb(base));
    if (third) return new Map([[index, 'VERB/VBZ']]);
    if (isVerb(form) && hasPluralBefore(tokens, index)) return new Map([[index, 'VERB/VBP']]);
  }
  return null;
}

function isFiniteVerb({ upos, xpos }: Token): boolean {
  return (upos === 'VERB' || upos === 'AUX') && /^(VBZ|VBP|VBD|MD|VBN)$/.test(xpos);
}

/** Whether a noun phrase may end with this word, so that a verb may follow. */
function endsPhrase({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'NUM' || upos === 'PRON';
}

/** "rebels sign", "Turkey and Poland sign": a plural or a coordination goes before a bare verb. */
function hasPluralBefore(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(0, index)
    .some(
      ({ xpos, upos, form }) =>
        xpos === 'NNS' ||
        xpos === 'NNPS' ||
        upos === 'CCONJ' ||
        upos === 'NUM' ||
        /^(police|people)$/i.test(form),
    );
}
