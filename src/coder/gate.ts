import type { PlainSentence } from '#language';
import { irregularForms } from './irregular-forms.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/** Lets a sentence through to tagger and parser if one of its words may tell of an event. Holds a cache of words. */
export class Gate {
  readonly #lemmas = new Set<string>();
  readonly #known = new Map<string, boolean>();

  constructor(lexicon: Lexicon) {
    for (const index of [lexicon.events, lexicon.operators]) {
      for (const kind of [index.verb, index.noun, index.copula])
        for (const lemma of kind.keys()) this.#lemmas.add(lemma);
    }
  }

  passes({ words }: PlainSentence): boolean {
    for (const { form } of words) if (this.#mayTell(form)) return true;
    return false;
  }

  #mayTell(form: string): boolean {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const found = baseForms(form.toLowerCase()).some((base) => this.#lemmas.has(base));
    if (this.#known.size > 100_000) this.#known.clear();
    this.#known.set(form, found);
    return found;
  }
}

/** What a word's base form may be, by its ending: more than one, and not all of them words. */
export function baseForms(word: string): string[] {
  const forms = [word];
  const irregular = irregularForms.get(word);
  if (irregular) forms.push(irregular);
  for (const ending of ['s', 'es', 'ed', 'd', 'ing']) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    forms.push(stem);
    if (ending === 'ing') forms.push(`${stem}e`);
    if ((ending === 'ing' || ending === 'ed') && stem.at(-1) === stem.at(-2))
      forms.push(stem.slice(0, -1));
    if (stem.endsWith('i')) forms.push(`${stem.slice(0, -1)}y`);
  }
  return forms;
}
