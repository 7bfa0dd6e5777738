import { normalize } from '../src/language/forms.ts';
import { baseForm } from '../src/language/inflection.ts';
import { irregularVerb } from '../src/language/irregular-forms.ts';
import { writeLemmaTable } from '../src/language/lemmatizer.ts';
import type { TreebankSentence } from './conllu.ts';
import { entryOf, mostFrequent, tally } from './tally.ts';

/** Tags of open classes: an exception must be seen as often as this, for a treebank has typing errors. */
const RAREST_EXCEPTION = 2;
/** Parts of speech whose lemmas are the treebank's business: contractions, pronouns, auxiliaries. */
const closedClasses = new Set(['AUX', 'PRON', 'DET', 'PART', 'ADP', 'SCONJ', 'CCONJ']);
const openClasses = new Set(['VERB', 'NOUN', 'ADJ', 'ADV']);
const verbForms = new Set(['VBD', 'VBN', 'VBG', 'VBZ']);
/** Treebanks disagree about these plurals; the rules decide. */
const disputed = new Set(['people', 'data', 'media', 'troops', 'goods', 'bases']);

/** Learns where spelling rules fail; the text of `Lemmatizer`'s table. */
export function trainLemmatizer(sentences: readonly TreebankSentence[]): string {
  const counts = countLemmas(sentences);
  const bases = informativeBases(counts);
  const isBase = (word: string) => bases.has(word);
  const exceptions = new Map<string, Map<string, string>>();
  for (const [tag, byForm] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [upos, xpos] = tag.split('/');
    for (const [form, byLemma] of byForm) {
      const [lemma, times] = mostFrequent(byLemma);
      const total = [...byLemma.values()].reduce((a, b) => a + b);
      if (disputed.has(form) || total < RAREST_EXCEPTION || times < total / 2) continue;
      if (!openClasses.has(upos) && !closedClasses.has(upos)) continue;
      // The list of irregular forms knows better than a rare error of the treebank's.
      if (verbForms.has(xpos) && irregularVerb(form) !== undefined) continue;
      if (!isWord(form) || !isWord(lemma) || baseForm(form, xpos, isBase) === lemma) continue;
      entryOf(exceptions, tag, () => new Map<string, string>()).set(form, lemma);
    }
  }
  return writeLemmaTable({ exceptions, bases });
}

type LemmaCounts = Map<string, Map<string, Map<string, number>>>;

/** How often each form has each lemma, per joint tag. */
function countLemmas(sentences: readonly TreebankSentence[]): LemmaCounts {
  const counts: LemmaCounts = new Map();
  for (const { forms, lemmas, upos, xpos } of sentences) {
    for (let i = 0; i < forms.length; i++) {
      const byForm = entryOf(counts, `${upos[i]}/${xpos[i]}`, () => new Map());
      const form = normalize(forms[i].toLowerCase());
      tally(
        entryOf(byForm, form, () => new Map<string, number>()),
        lemmas[i].toLowerCase(),
      );
    }
  }
  return counts;
}

function isWord(text: string): boolean {
  return /^[\p{L}'.-]+$/u.test(text);
}

const inflected = new Set(['VBD', 'VBN', 'VBG', 'VBZ', 'NNS', 'JJR', 'JJS', 'RBR', 'RBS']);

/** Lemmas that the spelling rules alone do not find from one of their forms, but do when they are known. */
function informativeBases(counts: LemmaCounts): Set<string> {
  const bases = new Set<string>();
  for (const [tag, byForm] of counts) {
    if (!inflected.has(tag.split('/')[1])) continue;
    const xpos = tag.split('/')[1];
    for (const [form, byLemma] of byForm) {
      const [lemma] = mostFrequent(byLemma);
      if (!isWord(lemma) || !isWord(form)) continue;
      if (baseForm(form, xpos, () => false) === lemma) continue;
      if (baseForm(form, xpos, (word) => word === lemma) === lemma) bases.add(lemma);
    }
  }
  return new Set([...bases].sort());
}
