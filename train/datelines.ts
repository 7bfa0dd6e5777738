/** Treebanks hold few datelines: these put one before some paragraphs, for the splitter to learn that no sentence ends there. */
import type { TreebankSentence } from './conllu.ts';
import type { Random } from './random.ts';

const cities = (
  'SEOUL MOSCOW LONDON PARIS WASHINGTON GENEVA CAIRO LIMA ANKARA TOKYO BEIJING NAIROBI KYIV WARSAW ' +
  'DELHI TEHRAN BAGHDAD BERLIN MANILA HAVANA LAGOS JAKARTA Seoul Brussels Vienna Dakar'
).split(' ');
const longCities = ['UNITED NATIONS', 'NEW YORK', 'MEXICO CITY', 'HONG KONG', 'TEL AVIV'];
const regions = ['Ukraine', 'Nigeria', 'India', 'Va.', 'Calif.', 'Turkey', 'South Korea', 'N.Y.'];
const agencies = ['Reuters', 'AP', 'AFP', 'Sample Wire', 'Xinhua', 'UPI', 'TASS', 'Sample News'];
const months = ['Jan.', 'Feb.', 'March', 'April', 'May', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
const dashes = ['—', '--', '-', '–', ':'];

const SHARE = 0.15;
const SHORTEST = 7;

/** Words of a dateline: with a space after all but those before a comma or a closing bracket. */
function dateline(random: Random): string[] {
  const pick = <T>(items: readonly T[]) => items[random.below(items.length)];
  const words = (random.next() < 0.2 ? pick(longCities) : pick(cities)).split(' ');
  if (random.next() < 0.3) words.push(',', ...pick(regions).split(' '));
  if (random.next() < 0.4) words.push(',', pick(months), String(1 + random.below(30)));
  if (random.next() < 0.7) words.push('(', ...pick(agencies).split(' '), ')');
  words.push(pick(dashes));
  return words;
}

/** The sentences, some of those that open a paragraph with a dateline. */
export function withDatelines(
  sentences: readonly TreebankSentence[],
  random: Random,
): TreebankSentence[] {
  return sentences.map((sentence) => {
    if (!sentence.startsParagraph || sentence.forms.length < SHORTEST) return sentence;
    if (random.next() > SHARE) return sentence;
    const words = dateline(random);
    const spaces = words.map((word, i) => word !== '(' && !/^[,):]$/.test(words[i + 1] ?? ''));
    return {
      ...sentence,
      forms: [...words, ...sentence.forms],
      spaceAfter: [...spaces, ...sentence.spaceAfter],
    };
  });
}
