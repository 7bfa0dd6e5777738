/**
 * Treebanks hold few headlines. These rewrite ordinary sentences the way headlines are written, tree and
 * all, so that tagger and parser learn that a capital may tell nothing and that small words may be missing.
 */
import type { TreebankSentence } from './conllu.ts';
import type { Random } from './random.ts';

const LONGEST_HEADLINE = 20;
const LONGEST_CAPITALS = 30;
const smallWords = new Set(
  'a an the of to in on at by for and or but nor as if is be it its vs with from into over up off out so'.split(
    ' ',
  ),
);
/** Small words that some papers capitalise all the same. */
const LONGEST_SMALL = 3;

/** Shares of the sentences that get a copy of each kind. */
export interface CopyShares {
  readonly headlines: number;
  readonly titles: number;
  readonly capitals: number;
}

/** Rewritten copies of some of the sentences, each with the number of the sentence it comes from. */
export function rewrittenCopies(
  sentences: readonly TreebankSentence[],
  shares: CopyShares,
  random: Random,
): { readonly source: number; readonly sentence: TreebankSentence }[] {
  return sentences.flatMap((sentence, source) => {
    const draw = random.next();
    const copy =
      draw < shares.headlines
        ? headlineOf(sentence, random)
        : draw < shares.headlines + shares.titles
          ? titleOf(sentence, random)
          : draw < shares.headlines + shares.titles + shares.capitals
            ? capitalsOf(sentence)
            : undefined;
    return copy === undefined ? [] : [{ source, sentence: copy }];
  });
}

/** The sentence as a telegraphic headline in the present tense; undefined where it does not lend itself. */
export function headlineOf(
  sentence: TreebankSentence,
  random: Random,
): TreebankSentence | undefined {
  const root = sentence.heads.indexOf(-1);
  const subject = sentence.heads.findIndex(
    (head, i) => head === root && /^nsubj/.test(sentence.relations[i]),
  );
  const { length } = sentence.forms;
  if (length > LONGEST_HEADLINE || length < 5 || subject < 0 || subject > root) return undefined;
  if (sentence.upos[root] !== 'VERB' || !/[.]$/.test(sentence.forms[length - 1])) return undefined;
  if (sentence.forms.some((form) => /^(?:i|you|we|me|my|your|us|our|["“”?!])$/i.test(form))) {
    return undefined;
  }
  const draft = draftOf(sentence);
  toPresent(draft, root, subject, random);
  dropSmallWords(draft, random);
  const rest = compact(draft);
  return random.next() < 0.3 ? sentenceCase(rest) : titleCase(rest, random);
}

/** The sentence in Title Case, otherwise as it is. */
export function titleOf(sentence: TreebankSentence, random: Random): TreebankSentence | undefined {
  if (sentence.forms.length > LONGEST_HEADLINE || sentence.forms.length < 3) return undefined;
  const draft = draftOf(sentence);
  if (random.next() < 0.7) dropFinalPeriod(draft);
  return titleCase(compact(draft), random);
}

/** The sentence in CAPITALS. */
export function capitalsOf(sentence: TreebankSentence): TreebankSentence | undefined {
  if (sentence.forms.length > LONGEST_CAPITALS || sentence.forms.length < 3) return undefined;
  return { ...sentence, forms: sentence.forms.map((form) => form.toUpperCase()) };
}

interface Draft {
  readonly source: TreebankSentence;
  readonly forms: string[];
  readonly upos: string[];
  readonly xpos: string[];
  readonly relations: string[];
  readonly kept: boolean[];
}

function draftOf(source: TreebankSentence): Draft {
  return {
    source,
    forms: [...source.forms],
    upos: [...source.upos],
    xpos: [...source.xpos],
    relations: [...source.relations],
    kept: source.forms.map(() => true),
  };
}

/** "condemned" → "condemns", "will visit" → "to visit". */
function toPresent(draft: Draft, root: number, subject: number, random: Random): void {
  const { source } = draft;
  if (source.xpos[root] === 'VBD' && random.next() < 0.75) {
    const plural =
      /^NNP?S$/.test(source.xpos[subject]) ||
      /^(?:they|these|those|both|many)$/i.test(source.forms[subject]) ||
      source.heads.some((head, i) => head === subject && source.relations[i] === 'conj');
    const lemma = source.lemmas[root].toLowerCase();
    draft.forms[root] = plural ? lemma : thirdPerson(lemma);
    draft.xpos[root] = plural ? 'VBP' : 'VBZ';
  }
  for (let i = 0; i < root; i++) {
    if (source.heads[i] !== root || source.forms[i].toLowerCase() !== 'will') continue;
    if (source.xpos[root] !== 'VB' || random.next() > 0.75) continue;
    draft.forms[i] = 'to';
    draft.upos[i] = 'PART';
    draft.xpos[i] = 'TO';
    draft.relations[i] = 'mark';
  }
}

function thirdPerson(lemma: string): string {
  if (lemma === 'have') return 'has';
  if (/(?:[sxz]|[cs]h|[^aeiou]o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

/** Leaves out the final period, most articles, and some forms of "be"; "and" may become a comma. */
function dropSmallWords(draft: Draft, random: Random): void {
  const { source, kept } = draft;
  dropFinalPeriod(draft);
  const articles = random.next() < 0.85;
  const copulas = random.next() < 0.6;
  const commas = random.next() < 0.25;
  source.forms.forEach((form, i) => {
    if (source.heads.includes(i)) return;
    if (articles && source.relations[i] === 'det' && /^(?:a|an|the)$/i.test(form)) kept[i] = false;
    if (copulas && source.relations[i] === 'aux:pass' && /^(?:is|are|was|were)$/i.test(form)) {
      kept[i] = false;
    }
    if (commas && source.relations[i] === 'cc' && form.toLowerCase() === 'and') {
      draft.forms[i] = ',';
      draft.upos[i] = 'PUNCT';
      draft.xpos[i] = ',';
      draft.relations[i] = 'punct';
    }
  });
}

function dropFinalPeriod({ source, kept }: Draft): void {
  const last = source.forms.length - 1;
  if (source.forms[last] === '.' && !source.heads.includes(last)) kept[last] = false;
}

/** The draft without the words left out. */
function compact(draft: Draft): TreebankSentence {
  const { source, kept } = draft;
  const places = kept.map((_, i) => kept.slice(0, i).filter(Boolean).length);
  const only = <T>(values: readonly T[]) => values.filter((_, i) => kept[i]);
  return {
    ...source,
    forms: only(draft.forms),
    lemmas: only(source.lemmas),
    upos: only(draft.upos),
    xpos: only(draft.xpos),
    relations: only(draft.relations),
    heads: only(source.heads).map((head) => (head < 0 ? -1 : places[head])),
    spaceAfter: only(source.spaceAfter),
  };
}

function sentenceCase(sentence: TreebankSentence): TreebankSentence {
  return {
    ...sentence,
    forms: sentence.forms.map((form, i) => (i === 0 ? capitalized(form) : form)),
  };
}

function titleCase(sentence: TreebankSentence, random: Random): TreebankSentence {
  const all = random.next() < 0.15;
  const byLength = random.next() < 0.35;
  const afterHyphen = random.next() < 0.5;
  const last = sentence.forms.length - 1;
  const stays = (form: string, i: number) => {
    if (i === 0 || (i === last && !byLength)) return false;
    if (sentence.xpos[i] === 'POS' || /^['’]/.test(form) || /^n['’]t$/i.test(form)) return true;
    if (sentence.forms[i - 1] === '-' && !afterHyphen) return true;
    if (all) return false;
    return byLength ? form.length <= LONGEST_SMALL : smallWords.has(form.toLowerCase());
  };
  return {
    ...sentence,
    forms: sentence.forms.map((form, i) => (stays(form, i) ? form : capitalized(form))),
  };
}

function capitalized(form: string): string {
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}
