import type { Word } from '#language';
import type { Gazetteer } from './gazetteer/index.ts';

/** Names of more words have their later words tell what they are. */
const longestName = 4;
/** Where capitals tell nothing, a country's name may be any rare word to a tagger: an interjection, an adverb. */
const properNoun = 'PROPN/NNP';
const capitalized = /^\p{Lu}/u;

/** Tags of the words of a country's name, or its capital's, with which a sentence begins; empty where it does not. */
export function findStartingName(
  words: readonly Word[],
  gazetteer: Pick<Gazetteer, 'match' | 'mayBegin'>,
): ReadonlyMap<number, string> {
  const tags = new Map<number, string>();
  if (words.length === 0 || !capitalized.test(words[0].form)) return tags;
  if (!gazetteer.mayBegin(words[0].form)) return tags;
  const [name] = gazetteer.match(words.slice(0, longestName));
  if (name === undefined || name.from > 0 || isPossessive(words, name.to)) return tags;
  const { kind } = name.entries[0];
  if (kind !== 'country' && kind !== 'capital') return tags;
  for (let index = 0; index < name.to; index++) {
    if (capitalized.test(words[index].form)) tags.set(index, properNoun);
  }
  return tags;
}

/** What belongs to a country is named as such by taggers; forced tags would only mislead the words between. */
function isPossessive(words: readonly Word[], at: number): boolean {
  return /^['’]s?$/.test(words[at]?.form ?? '');
}
