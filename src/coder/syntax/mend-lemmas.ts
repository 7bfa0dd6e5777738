import type { Token } from '#language';
import { baseForms } from '../gate.ts';
import { irregularForms } from '../irregular-forms.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { OwnToken } from './copy-tokens.ts';

interface Vocabulary {
  readonly verbs: KnownWords;
  readonly others: KnownWords;
}

/** Words of the lexicon with what was asked of them, once for each lexicon. */
const vocabularies = new WeakMap<Lexicon, Vocabulary>();

/** Forms remembered; a text of a new kind starts afresh. */
const cacheSize = 50_000;

/** Words of the lexicon of one part of speech. Holds a cache of forms. */
class KnownWords {
  readonly #words: ReadonlySet<string>;
  readonly #bases = new Map<string, string | undefined>();

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The first base form of a form in lower case that is among the words. */
  baseOf(form: string): string | undefined {
    let base = this.#bases.get(form);
    if (base !== undefined || this.#bases.has(form)) return base;
    base = baseForms(form).find((one) => this.#words.has(one));
    if (this.#bases.size >= cacheSize) this.#bases.clear();
    this.#bases.set(form, base);
    return base;
  }
}

/**
 * Puts a base form that the lexicon knows in the place of a lemma that it does not know, for inflected nouns and verbs:
 * a trained lemmatizer guesses ("battled" → "battl") where a list of words need not. Mends parts of speech that the
 * tree itself contradicts.
 */
export function mendLemmas(tokens: readonly OwnToken[], lexicon: Lexicon): void {
  const known = vocabularyOf(lexicon);
  for (let index = 0; index < tokens.length; index++) {
    // What stands whole in the lexicon is looked up before the part is mended.
    const whole =
      index > 0 && tokens[index - 1].form === '-'
        ? joinedNoun(tokens, index, known.others)
        : undefined;
    mendToken(tokens, index, known);
    // Either part may stand for the whole in the tree: "sit ← staged" or "fire ← declared".
    if (whole !== undefined)
      makeNoun(tokens[tokens[index].head === index - 2 ? index - 2 : index], whole);
  }
}

function mendToken(tokens: readonly OwnToken[], index: number, known: Vocabulary): void {
  const token = tokens[index];
  switch (token.upos) {
    case 'ADJ': {
      const verb = verbBehindAdjective(tokens, index, known.verbs);
      if (verb !== undefined) {
        token.lemma = verb;
        token.upos = 'VERB';
        token.xpos = 'VBD';
      } else if (known.others.has(token.lemma) && isOwned(tokens, index)) {
        // "Turkey's offensive": what has an owner is no adjective.
        makeNoun(token, token.lemma);
      }
      return;
    }
    case 'NOUN':
      token.lemma = mendedLemma(token, known.others) ?? token.lemma;
      return;
    case 'VERB': {
      const noun = nounBehindVerb(tokens, index, known.others);
      if (noun !== undefined) makeNoun(token, noun);
      else {
        token.lemma =
          joinedLemma(tokens, index, known.verbs) ?? mendedLemma(token, known.verbs) ?? token.lemma;
      }
    }
  }
}

function makeNoun(token: OwnToken, lemma: string): void {
  token.lemma = lemma;
  token.upos = 'NOUN';
  token.xpos = /s$/i.test(token.form) ? 'NNS' : 'NN';
}

/** "sit-in", "cease-fire": a noun of the lexicon that the tokenizer cuts at its hyphen. */
function joinedNoun(
  tokens: readonly Token[],
  index: number,
  nouns: KnownWords,
): string | undefined {
  if (tokens[index].upos === 'VERB') return undefined;
  return joinedLemma(tokens, index, nouns);
}

/** "Clashes between troops left two dead": what stands where a noun stands, without a subject or object, is one. */
function nounBehindVerb(
  tokens: readonly Token[],
  index: number,
  nouns: KnownWords,
): string | undefined {
  const { xpos, deprel, form } = tokens[index];
  if (xpos === 'VBG' || !/^(nsubj|obj|obl|nmod)/.test(deprel)) return undefined;
  for (let at = Math.max(0, index - 6); at < Math.min(index + 7, tokens.length); at++) {
    const one = tokens[at];
    if (one.head === index && /^(nsubj|obj|aux|mark)/.test(one.deprel)) return undefined;
  }
  return nouns.baseOf(form.toLowerCase());
}

/** "Vietnam deepened ties": what has an object of its own is no adjective. */
function verbBehindAdjective(
  tokens: readonly Token[],
  index: number,
  verbs: KnownWords,
): string | undefined {
  if (!hasObject(tokens, index)) return undefined;
  const lower = tokens[index].form.toLowerCase();
  return [irregularForms.get(lower), ...baseForms(lower)].find(
    (base) => base !== undefined && base !== lower && verbs.has(base),
  );
}

function hasObject(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < Math.min(index + 8, tokens.length); at++) {
    if (tokens[at].head === index && tokens[at].deprel === 'obj') return true;
  }
  return false;
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
  known: KnownWords,
): string | undefined {
  if (index < 2 || tokens[index - 1].form !== '-') return undefined;
  const first = tokens[index - 2];
  const hyphen = tokens[index - 1];
  const last = tokens[index];
  if (first.end !== hyphen.start || hyphen.end !== last.start) return undefined;
  const start = first.form.toLowerCase();
  for (const end of [last.lemma.toLowerCase(), ...baseForms(last.form.toLowerCase())]) {
    if (known.has(`${start}-${end}`)) return `${start}-${end}`;
  }
  return undefined;
}

/** The lemma that the lexicon knows in the place of one that it does not; undefined where nothing is to mend. */
function mendedLemma({ form: written, lemma, upos, xpos }: Token, known: KnownWords) {
  const form = written.toLowerCase();
  const isKnown = known.has(lemma);
  if (isKnown && lemma !== form) return undefined;
  const irregular = upos === 'VERB' || xpos === 'NNS' ? irregularForms.get(form) : undefined;
  if (irregular !== undefined && known.has(irregular)) return irregular;
  return isKnown ? undefined : known.baseOf(form);
}

function vocabularyOf(lexicon: Lexicon): Vocabulary {
  let words = vocabularies.get(lexicon);
  if (!words) {
    const { verbs, others } = lexicon.words;
    words = { verbs: new KnownWords(verbs), others: new KnownWords(others) };
    vocabularies.set(lexicon, words);
  }
  return words;
}
