/** Undoes regular inflection by the rules of English spelling. All in lower case. */
import { irregularAdjective, irregularNoun, irregularVerb } from './irregular-forms.ts';

/** Says whether a word is a known base form; settles "planed" and "hoping" where spelling alone does not. */
export type IsBase = (word: string) => boolean;

/** Penn tags of inflected forms that `baseForm` knows. */
export type InflectedTag = 'VBD' | 'VBN' | 'VBG' | 'VBZ' | 'NNS' | 'JJR' | 'JJS' | 'RBR' | 'RBS';

/** Base form of an inflected form; other tags leave it as it is. */
export function baseForm(form: string, xpos: string, isBase: IsBase): string {
  const hyphen = form.lastIndexOf('-') + 1;
  // "co-wrote", "vice-presidents"
  if (hyphen > 0 && hyphen < form.length) {
    return form.slice(0, hyphen) + baseForm(form.slice(hyphen), xpos, isBase);
  }
  switch (xpos) {
    case 'VBD':
    case 'VBN':
      return irregularVerb(form) ?? withoutEnding(form, 'ed', isBase);
    case 'VBG':
      return irregularVerb(form) ?? withoutEnding(form, 'ing', isBase);
    case 'VBZ':
      return irregularVerb(form) ?? withoutS(form, isBase);
    case 'NNS':
    case 'NNPS':
      return irregularNoun(form) ?? withoutS(form, isBase);
    case 'JJR':
    case 'RBR':
      return irregularAdjective(form) ?? withoutEnding(form, 'er', isBase);
    case 'JJS':
    case 'RBS':
      return irregularAdjective(form) ?? withoutEnding(form, 'est', isBase);
    default:
      return form;
  }
}

function withoutEnding(form: string, ending: string, isBase: IsBase): string {
  if (!form.endsWith(ending) || form.length < ending.length + 2) return form;
  const stem = form.slice(0, -ending.length);
  if (ending !== 'ing' && stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (stem.endsWith('e')) return ending === 'ing' ? stem : `${stem}e`;
  const candidates = [`${stem}e`, stem, undoubled(stem)];
  const likely = spelledBase(stem);
  if (isBase(likely)) return likely;
  return candidates.find((candidate) => candidate !== likely && isBase(candidate)) ?? likely;
}

function withoutS(form: string, isBase: IsBase): string {
  if (!/[a-z]s$/.test(form) || /(?:ss|us|is)$/.test(form)) return form;
  const stem = form.slice(0, -1);
  if (isBase(stem)) return stem;
  if (stem.endsWith('ie') && stem.length > 3) return `${stem.slice(0, -2)}y`;
  if (/(?:ss|sh|x|zz|[^e]ch|[aeou]tch|each|eech)e$/.test(stem)) return stem.slice(0, -1);
  if (/(?:[aeiou]che)$/.test(stem)) return stem.slice(0, -1);
  if (stem.endsWith('oe') && isBase(stem.slice(0, -1))) return stem.slice(0, -1);
  return stem;
}

function undoubled(stem: string): string {
  return stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
}

/** Stems that take an "e" back, or do not, the first that fits decides. */
const stemRules: readonly (readonly [RegExp, boolean])[] = [
  // One vowel group and a doubled vowel or two consonants before the end: heat, raid, look.
  [/(?:[aeo]a|[aeo]e|[aeiou]i|[aeo]u|oo|ie|io)[bdfklmnprt]$/, false],
  [/[cvuz]$/, true],
  [/ss$/, false],
  [/s$/, true],
  [/^.{0,5}[io]ng$/, false],
  [/[aeiou]ng$/, true],
  [/g$/, true],
  [/[bcdfgkpstz]l$/, true],
  [/[bcgt]r$/, true],
  [/(?:[^o]el|[^aeiou][aeiou][^aeiou]+al|[rw]l)$/, false],
  [/(?:ev|enc|er)il$/, false],
  [/[aiou]l$/, true],
  [/(?:^|[^aeiou])[aiuy]r$/, true],
  [/(?:^[^aeiou]*|st|pl|gn|ad)or$/, true],
  [/r$/, false],
  [/(?:^|[^aeiou])[aiou]d$/, true],
  [/(?:^[cb]?|[cps])ed$/, true],
  [/(?:comb|form|rebe)at$/, false],
  [/(?:^|[^aeo])at$/, true],
  [/(?:^[^aeiou]*|inv|un|gn|inc|exc|rec|exped|extrad)it$/, true],
  [/(?:del|compl|comp|depl)et$/, true],
  [/(?:^[^aeiou]*|prom|dev|den|dem|em)ot$/, true],
  [/(?:^|[^aeo])ut$/, true],
  [/(?:^|[^l])(?:t|w|p|h)ast$/, true],
  [/(?:^|[^aeiou])[aiouy]k$/, true],
  [/(?:^|[^aeiou])(?:[aiuy]|c?o)m$/, true],
  [/(?:^|[^aeiou])in$/, true],
  [
    /(?:(?:con|inter|contra)ven|(?:^[^aeiou]*|postp|cond|at|eph|thr)on|(?:^|[^aeiou])un|^[^aeiou]+an)$/,
    true,
  ],
  [/(?:^[^aeiou]*[aiou]|[^aeiou]a|yp|tyi)p$/, true],
  [/(?:^|[^aeiou])[aiou]b$/, true],
  [/(?:brea|ba|clo|loa|soo|see|wri|swa)th$/, true],
  [/^[^aeiou]+[ai]f$/, true],
];

/** What the spelling of a stem makes the base form: without the doubled consonant, or with an "e". */
function spelledBase(stem: string): string {
  const last = stem.at(-1)!;
  if (last === stem.at(-2) && !/[aeiou]/.test(last)) {
    if (/[sfz]/.test(last)) return stem;
    // "call", "kill" against "control", "expel".
    if (last === 'l' && !/[aeiouy].*[aeiouy].*ll$/.test(stem)) return stem;
    return stem.slice(0, -1);
  }
  if (stem.endsWith('qu')) return `${stem}e`;
  if (/[aeoy]$/.test(stem) || stem.length < 2) return stem;
  // What sounds like a consonant is one: "request", "guide", "persuade", "negotiate".
  const sounds = stem
    .replace(/qu/g, 'kw')
    .replace(/gu(?=[aeiou])/g, 'g')
    .replace(/[iu](?=a)/g, 'w');
  const rule = stemRules.find(([pattern]) => pattern.test(sounds));
  return rule?.[1] ? `${stem}e` : stem;
}
