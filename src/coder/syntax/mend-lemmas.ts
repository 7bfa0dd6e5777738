import type { Sentence, Token } from '#language';
import { baseForms } from '../gate.ts';
import { irregularForms } from '../irregular-forms.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

/** Words of the lexicon, collected once for each lexicon. */
const vocabularies = new WeakMap<Lexicon, ReadonlySet<string>>();

/**
 * Puts a base form that the lexicon knows in the place of a lemma that it does not know, for inflected nouns and verbs:
 * a trained lemmatizer guesses ("battled" → "battl") where a list of words need not.
 */
export function mendLemmas(sentence: Sentence, lexicon: Lexicon): Sentence {
  const known = vocabularyOf(lexicon);
  let tokens: Token[] | undefined;
  sentence.tokens.forEach((token, index) => {
    const joined = joinedLemma(sentence.tokens, index, known);
    const lemma = joined ?? mendedLemma(token, known) ?? token.lemma;
    // "staged a sit-in": the last part alone is no noun, the whole is. "Turkey's offensive": nor is it an adjective.
    const noun =
      (joined !== undefined && token.upos === 'ADP') ||
      (token.upos === 'ADJ' && known.has(lemma) && isOwned(sentence.tokens, index));
    if (lemma === token.lemma && !noun) return;
    tokens ??= [...sentence.tokens];
    tokens[index] = noun ? { ...token, lemma, upos: 'NOUN', xpos: 'NN' } : { ...token, lemma };
  });
  return tokens ? { ...sentence, tokens } : sentence;
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
  return baseForms(form).find((base) => base !== form && known.has(base));
}

function vocabularyOf(lexicon: Lexicon): ReadonlySet<string> {
  let words = vocabularies.get(lexicon);
  if (!words) {
    words = collectWords(lexicon);
    vocabularies.set(lexicon, words);
  }
  return words;
}

function collectWords(lexicon: Lexicon): Set<string> {
  const words = new Set<string>();
  const add = (set: Iterable<string> | null | undefined): void => {
    for (const word of set ?? []) words.add(word);
  };
  for (const { pattern } of [...lexicon.entries, ...lexicon.allOperators]) {
    add(pattern.heads);
    pattern.headModifiers.forEach(add);
    add(pattern.subject?.heads);
    for (const element of pattern.elements) {
      if (element.kind === 'slot') {
        add(element.heads);
        element.modifiers.forEach(add);
      } else if (element.kind === 'infinitive') add(element.verbs);
    }
  }
  return words;
}
