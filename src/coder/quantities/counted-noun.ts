import type { Sentence, Token } from '#language';
import { isCalibre, measureOf } from './units.ts';

/** A noun with the words before it that belong to it; tokens, `to` exclusive. */
export interface CountedNoun {
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

/** The longest stretch of modifiers looked through for a noun. */
const longestPhrase = 10;

/**
 * The noun phrase that begins at token `at`, without determiner: modifiers and the noun that the
 * tree, or else the order of words, makes its head. `blocked` tokens (dates) end it. Null where no
 * noun comes.
 */
export function nounPhraseAt(
  sentence: Sentence,
  at: number,
  treeHead: number,
  blocked: (token: number) => boolean,
): CountedNoun | null {
  const { tokens } = sentence;
  let head = -1;
  const limit = Math.min(tokens.length, at + longestPhrase);
  for (let index = at; index < limit && !blocked(index); index++) {
    const token = tokens[index];
    if (isNoun(token)) {
      head = index;
      if (index === treeHead) break;
      // A noun that hangs to its left closes the phrase: "diplomats Friday", "12 people Monday".
      if (token.head < index && !isInside(tokens, index, at)) break;
    } else if (!continuesPhrase(tokens, index, at)) break;
  }
  return head < 0 ? null : { head, from: at, to: head + 1 };
}

/** The noun phrase behind a preposition at `at`, its determiner skipped. */
export function complementAt(
  sentence: Sentence,
  at: number,
  blocked: (token: number) => boolean,
): CountedNoun | null {
  const { tokens } = sentence;
  let from = at;
  while (from < tokens.length && isDeterminer(tokens[from])) from++;
  const head = tokens[from] ? headOfPhrase(tokens, from) : -1;
  return nounPhraseAt(sentence, from, head, blocked);
}

export function isNoun(token: Token): boolean {
  // A bullet or a dash may be taken for a noun.
  return (token.upos === 'NOUN' || token.upos === 'PROPN') && /^[\p{L}\p{N}]/u.test(token.form);
}

function isDeterminer(token: Token): boolean {
  return token.upos === 'DET' || (token.upos === 'PRON' && token.deprel === 'nmod:poss');
}

/** Climbs from a modifier to the noun to its right that it belongs to. */
function headOfPhrase(tokens: readonly Token[], from: number): number {
  let node = from;
  for (let climbs = 0; climbs < 4; climbs++) {
    const { head } = tokens[node];
    if (head <= node || !isNoun(tokens[head])) break;
    node = head;
  }
  return node;
}

function isInside(tokens: readonly Token[], index: number, from: number): boolean {
  const { head, deprel } = tokens[index];
  return head >= from && /^(flat|conj|fixed|goeswith)/.test(deprel);
}

function continuesPhrase(tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index];
  switch (token.upos) {
    case 'ADJ':
      return true;
    case 'NUM':
      // "mm" itself may be taken for a number.
      return (
        isMeasured(tokens, index) ||
        isMeasured(tokens, index - 1) ||
        isPartOfName(tokens, index, from)
      );
    case 'VERB':
      return /^(amod|compound)/.test(token.deprel) && token.head > index;
    case 'PUNCT':
    case 'SYM':
      // "K9" in "K9 howitzers" may be taken for a mark.
      return (token.form === '-' && index > from) || /^[A-Z]/.test(token.form);
    case 'ADV':
      return token.deprel === 'advmod' && token.head > index && tokens[token.head].upos === 'ADJ';
    case 'CCONJ':
      // "Russian and Belarusian soldiers"
      return index > from && tokens[index - 1].upos === 'ADJ' && tokens[index + 1]?.upos === 'ADJ';
    case 'PART':
      return token.deprel === 'case' && index > from;
    default:
      return false;
  }
}

/** A number that is the size of the thing: "155 mm artillery shells". */
function isMeasured(tokens: readonly Token[], index: number): boolean {
  const dash = tokens[index + 1]?.form === '-' ? 2 : 1;
  const unit = measureOf(tokens[index + dash]?.form.toLowerCase() ?? '');
  return unit !== undefined && isCalibre(unit);
}

/** "FA-50 jets", "K9 howitzers": digits inside a name. */
function isPartOfName(tokens: readonly Token[], index: number, from: number): boolean {
  if (/^[A-Z]/.test(tokens[index].form)) return true;
  return (
    index > from + 1 &&
    tokens[index - 1].form === '-' &&
    tokens[index - 1].end === tokens[index].start
  );
}
