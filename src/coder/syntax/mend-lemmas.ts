import type { Sentence, Token } from '#language';
import { baseForms } from '../gate.ts';
import { irregularForms } from '../irregular-forms.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

interface Vocabulary {
  readonly verbs: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/** Words of the lexicon, collected once for each lexicon. */
const vocabularies = new WeakMap<Lexicon, Vocabulary>();

/**
 * Puts a base form that the lexicon knows in the place of a lemma that it does not know, for inflected nouns and verbs:
 * a trained lemmatizer guesses ("battled" → "battl") where a list of words need not. Mends parts of speech that the
 * tree itself contradicts.
 */
export function mendLemmas(sentence: Sentence, lexicon: Lexicon): Sentence {
  const known = vocabularyOf(lexicon);
  const tokens = [...sentence.tokens];
  for (let index = 0; index < tokens.length; index++) {
    const mended = mendedToken(sentence.tokens, index, known);
    if (mended) tokens[index] = mended;
    if (tokens[index - 1]?.form !== '-') continue;
    const whole = joinedNoun(sentence.tokens, index, known.others);
    // Either part may stand for the whole in the tree: "sit ← staged" or "fire ← declared".
    if (whole !== undefined) {
      const part = tokens[index].head === index - 2 ? index - 2 : index;
      tokens[part] = asNoun(tokens[part], whole);
    }
  }
  return { ...sentence, tokens };
}

function mendedToken(
  tokens: readonly Token[],
  index: number,
  known: Vocabulary,
): Token | undefined {
  const token = tokens[index];
  if (token.upos === 'ADJ') {
    const verb = verbBehindAdjective(tokens, index, known.verbs);
    if (verb !== undefined) return { ...token, lemma: verb, upos: 'VERB', xpos: 'VBD' };
    // "Turkey's offensive": what has an owner is no adjective.
    const owned = known.others.has(token.lemma) && isOwned(tokens, index);
    return owned ? asNoun(token, token.lemma) : undefined;
  }
  let lemma: string | undefined;
  if (token.upos === 'NOUN') lemma = mendedLemma(token, known.others);
  else if (token.upos === 'VERB') {
    const noun = nounBehindVerb(tokens, index, known.others);
    if (noun !== undefined) return asNoun(token, noun);
    lemma = joinedLemma(tokens, index, known.verbs) ?? mendedLemma(token, known.verbs);
  }
  return lemma === undefined || lemma === token.lemma ? undefined : { ...token, lemma };
}

function asNoun(token: Token, lemma: string): Token {
  return { ...token, lemma, upos: 'NOUN', xpos: /s$/i.test(token.form) ? 'NNS' : 'NN' };
}

/** "sit-in", "cease-fire": a noun of the lexicon that the tokenizer cuts at its hyphen. */
function joinedNoun(
  tokens: readonly Token[],
  index: number,
  nouns: ReadonlySet<string>,
): string | undefined {
  if (tokens[index].upos === 'VERB') return undefined;
  return joinedLemma(tokens, index, nouns);
}

/** "Clashes between troops left two dead": what stands where a noun stands, without a subject or object, is one. */
function nounBehindVerb(
  tokens: readonly Token[],
  index: number,
  nouns: ReadonlySet<string>,
): string | undefined {
  const { xpos, deprel, form } = tokens[index];
  if (xpos === 'VBG' || !/^(nsubj|obj|obl|nmod)/.test(deprel)) return undefined;
  const near = tokens.slice(Math.max(0, index - 6), index + 7);
  if (near.some((one) => one.head === index && /^(nsubj|obj|aux|mark)/.test(one.deprel)))
    return undefined;
  return baseForms(form.toLowerCase()).find((base) => nouns.has(base));
}

/** "Vietnam deepened ties": what has an object of its own is no adjective. */
function verbBehindAdjective(
  tokens: readonly Token[],
  index: number,
  verbs: ReadonlySet<string>,
): string | undefined {
  const { form } = tokens[index];
  const after = tokens.slice(index + 1, index + 8);
  if (!after.some(({ head, deprel }) => head === index && deprel === 'obj')) return undefined;
  const lower = form.toLowerCase();
  return [irregularForms.get(lower), ...baseForms(lower)].find(
    (base) => base !== undefined && base !== lower && verbs.has(base),
  );
}

/** Whether a word has an article or a possessor of its own, as a noun has. */
function isOwned(tokens: readonly Token[], index: number): boolean {
  for (let at = Math.max(0, index - 4); at < index; at++) {
    const { head, deprel } = tokens[at];
    if (head === index && (deprel === 'nmod:poss' || deprel === 'det')) return true;
  }
  return false;
}

/** "cease - fire" → "cease-fire", for the last part of a word that is cut at its hyphen and stands whole in the lexicon. */
function joinedLemma(
  tokens: readonly Token[],
  index: number,
  known: ReadonlySet<string>,
): string | undefined {
  const [first, hyphen, last] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (hyphen?.form !== '-' || !first || first.end !== hyphen.start) return undefined;
  if (hyphen.end !== last.start) return undefined;
  const start = first.form.toLowerCase();
  for (const end of [last.lemma.toLowerCase(), ...baseForms(last.form.toLowerCase())]) {
    if (known.has(`${start}-${end}`)) return `${start}-${end}`;
  }
  return undefined;
}

function mendedLemma(token: Token, known: ReadonlySet<string>): string | undefined {
  if (token.upos !== 'VERB' && token.upos !== 'NOUN') return undefined;
  const form = token.form.toLowerCase();
  const irregular =
    token.upos === 'VERB' || token.xpos === 'NNS' ? irregularForms.get(form) : undefined;
  const lemma = token.lemma.toLowerCase();
  if (irregular !== undefined && lemma === form && known.has(irregular)) return irregular;
  if (known.has(lemma)) return undefined;
  if (irregular !== undefined && known.has(irregular)) return irregular;
  return baseForms(form).find((base) => known.has(base));
}

function vocabularyOf(lexicon: Lexicon): Vocabulary {
  let words = vocabularies.get(lexicon);
  if (!words) {
    words = collectWords(lexicon);
    vocabularies.set(lexicon, words);
  }
  return words;
}

function collectWords(lexicon: Lexicon): Vocabulary {
  const verbs = new Set<string>(lexicon.lightVerbs.keys());
  const others = new Set<string>();
  const add = (to: Set<string>, set: Iterable<string> | null | undefined): void => {
    for (const word of set ?? []) to.add(word);
  };
  for (const { pattern } of [...lexicon.entries, ...lexicon.allOperators]) {
    add(pattern.kind === 'verb' ? verbs : others, pattern.heads);
    for (const words of pattern.headModifiers) add(others, words);
    add(others, pattern.subject?.heads);
    for (const element of pattern.elements) {
      if (element.kind === 'slot') {
        add(others, element.heads);
        for (const words of element.modifiers) add(others, words);
      } else if (element.kind === 'infinitive') add(verbs, element.verbs);
    }
  }
  return { verbs, others };
}
