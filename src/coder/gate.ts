import type { PlainSentence, Word } from '#language';
import { irregularForms } from './irregular-forms.ts';
import type { EventPattern, WordSet } from './lexicon/event-pattern.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/** Base forms remembered by written form; a text of a new kind starts afresh. */
const cacheSize = 100_000;

/**
 * Lets a sentence through to tagger and parser if some pattern of the lexicon could match: one of its heads and all
 * the other words that it asks for stand in the sentence, in any form. Loses no event that the lexicon could find.
 * Holds a cache of words.
 */
export class Gate {
  /** For each head word the fixed words that its patterns ask for besides; null where one asks for none. */
  readonly #demands = new Map<string, WordSet[][] | null>();
  readonly #forms = new Map<string, readonly string[]>();

  constructor(lexicon: Lexicon) {
    for (const { pattern } of lexicon.entries) {
      const demands = demandsOf(pattern);
      for (const head of pattern.heads) {
        const known = this.#demands.get(head);
        if (known === null) continue;
        if (demands.length === 0) this.#demands.set(head, null);
        else if (known) known.push(demands);
        else this.#demands.set(head, [demands]);
      }
    }
  }

  passes({ words }: PlainSentence): boolean {
    let open: WordSet[][] | undefined;
    const bases = this.#allBases(words);
    for (const forms of bases) {
      for (const base of forms) {
        const demands = this.#demands.get(base);
        if (demands === null) return true;
        if (demands) open = open ? open.concat(demands) : demands;
      }
    }
    if (!open) return false;
    const all = new Set(bases.flat());
    return open.some((demands) => demands.every((set) => meets(set, all)));
  }

  /** Base forms of every word, and of words that the tokenizer cuts at a hyphen: "cease-fire". */
  #allBases(words: readonly Word[]): (readonly string[])[] {
    const bases = words.map(({ form }) => this.#basesOf(form));
    for (let at = 1; at < words.length - 1; at++) {
      const [before, hyphen, after] = [words[at - 1], words[at], words[at + 1]];
      if (hyphen.form !== '-' || before.end !== hyphen.start || hyphen.end !== after.start)
        continue;
      bases.push(bases[at + 1].map((base) => `${before.form.toLowerCase()}-${base}`));
    }
    return bases;
  }

  #basesOf(form: string): readonly string[] {
    const known = this.#forms.get(form);
    if (known) return known;
    const forms = baseForms(form.toLowerCase());
    if (this.#forms.size > cacheSize) this.#forms.clear();
    this.#forms.set(form, forms);
    return forms;
  }
}

function meets(set: WordSet, words: ReadonlySet<string>): boolean {
  if (set.size > words.size) {
    for (const word of words) if (set.has(word)) return true;
    return false;
  }
  for (const word of set) if (words.has(word)) return true;
  return false;
}

/** The fixed words without which a pattern cannot match. */
function demandsOf(pattern: EventPattern): WordSet[] {
  const demands = [...pattern.headModifiers];
  if (pattern.subject?.heads && !pattern.subject.optional) demands.push(pattern.subject.heads);
  for (const element of pattern.elements) {
    if (element.kind === 'infinitive' && element.verbs) demands.push(element.verbs);
    if (element.kind === 'particle') demands.push(element.words);
    if (element.kind !== 'slot' || element.optional) continue;
    if (element.heads) demands.push(element.heads, ...element.modifiers);
    // A that-clause needs no "that", and the parties of a noun may stay unsaid.
    if (element.prepositions && pattern.kind === 'verb' && !element.prepositions.has('that')) {
      demands.push(element.prepositions);
    }
  }
  return demands;
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
    if ((ending === 'ing' || ending === 'ed') && stem.at(-1) === stem.at(-2)) {
      forms.push(stem.slice(0, -1));
    }
    if (stem.endsWith('i')) forms.push(`${stem.slice(0, -1)}y`);
  }
  return forms;
}
