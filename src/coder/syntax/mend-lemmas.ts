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
 * a trained lemmatizer guesses ("battled" → "battl") where a list of words need not.
 */
export function mendLemmas(sentence: Sentence, lexicon: Lexicon): Sentence {
  const known = vocabularyOf(lexicon);
  let tokens: Token[] | undefined;
  sentence.tokens.forEach((token, index) => {
    const verb = verbBehindAdjective(sentence.tokens, index, known.verbs);
    if (verb !== undefined) {
      tokens ??= [...sentence.tokens];
      tokens[index] = { ...token, lemma: verb, upos: 'VERB', xpos: 'VBD' };
      return;
    }
    const words = token.upos === 'VERB' ? known.verbs : known.others;
    const joined = joinedLemma(sentence.tokens, index, words);
    const lemma = joined ?? mendedLemma(token, words) ?? token.lemma;
    // "staged a sit-in": the last part alone is no noun, the whole is. "Turkey's offensive": nor is it an adjective.
    const noun =
      (joined !== undefined && token.upos === 'ADP') ||
      (token.upos === 'ADJ' && known.others.has(lemma) && isOwned(sentence.tokens, index));
    if (lemma === token.lemma && !noun) return;
    tokens ??= [...sentence.tokens];
    tokens[index] = noun ? { ...token, lemma, upos: 'NOUN', xpos: 'NN' } : { ...token, lemma };
  });
  return tokens ? { ...sentence, tokens } : sentence;
}

/** "Vietnam deepened ties": what has an object of its own is no adjective. */
function verbBehindAdjective(
  tokens: readonly Token[],
  index: number,
  verbs: ReadonlySet<string>,
): string | undefined {
  const { upos, form } = tokens[index];
  if (upos !== 'ADJ') return undefined;
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
  return baseForms(form).find((base) => base !== form && known.has(base));
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
