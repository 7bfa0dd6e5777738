import type { PlainSentence, Word } from '#language';
import { irregularForms } from './irregular-forms.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { type SetIndex, SetsFound } from './lexicon/set-index.ts';

/** Base forms remembered by written form; a text of a new kind starts afresh. */
const cacheSize = 100_000;

/**
 * Lets a sentence through to tagger and parser if some pattern of the lexicon could match: one of its heads and all
 * the other words that it asks for stand in the sentence, in any form. Loses no event that the lexicon could find.
 * Holds a cache of words.
 */
export class Gate {
  readonly #events: Lexicon['events'];
  readonly #sets: SetIndex;
  readonly #forms = new Map<string, WordReading>();

  constructor({ events, sets }: Lexicon) {
    this.#events = events;
    this.#sets = sets;
  }

  passes({ words }: PlainSentence): boolean {
    const readings: WordReading[] = [];
    for (let at = 0; at < words.length; at++) {
      const reading = this.#read(words[at].form);
      if (reading.free) return true;
      readings.push(reading);
      // The tokenizer cuts some words at a hyphen: "cease-fire".
      if (at < 2 || !isHyphen(words, at - 1)) continue;
      const whole = this.#readJoined(words[at - 2].form, words[at].form);
      if (whole.free) return true;
      readings.push(whole);
    }
    if (readings.every(({ demands }) => demands.length === 0)) return false;
    const found = new SetsFound(this.#sets);
    for (const { sets } of readings) found.mark(sets);
    return readings.some(({ demands }) => demands.some((one) => found.meets(one)));
  }

  #read(form: string): WordReading {
    let reading = this.#forms.get(form);
    if (!reading) {
      reading = readWord(baseForms(form.toLowerCase()), this.#events, this.#sets);
      if (this.#forms.size > cacheSize) this.#forms.clear();
      this.#forms.set(form, reading);
    }
    return reading;
  }

  #readJoined(before: string, after: string): WordReading {
    const bases = baseForms(after.toLowerCase()).map((base) => `${before.toLowerCase()}-${base}`);
    return readWord(bases, this.#events, this.#sets);
  }
}

/** What the lexicon knows of a word in any of its base forms. */
interface WordReading {
  /** Whether a pattern hangs on it that asks for nothing else. */
  readonly free: boolean;
  /** What the patterns that hang on it ask for besides. */
  readonly demands: readonly (readonly number[])[];
  /** The sets that it stands in. */
  readonly sets: readonly number[];
}

function readWord(
  bases: readonly string[],
  events: Lexicon['events'],
  sets: SetIndex,
): WordReading {
  const demands = bases.flatMap((base) =>
    [events.verb, events.noun, events.copula].flatMap((index) =>
      (index.get(base) ?? []).map((candidate) => candidate.demands),
    ),
  );
  const free = demands.some((one) => one.length === 0);
  return { free, demands, sets: bases.flatMap((base) => sets.numbersOf(base)) };
}

function isHyphen(words: readonly Word[], at: number): boolean {
  const { form, start, end } = words[at];
  return form === '-' && words[at - 1].end === start && end === words[at + 1].start;
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
