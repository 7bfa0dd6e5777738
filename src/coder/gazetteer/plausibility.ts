import type { Ending } from './name-trie.ts';
import type { SentenceUnits } from './sentence-units.ts';
import { fitsCase, type Unit } from './term.ts';

/** Capitalised words beside a name that do not make it part of a longer one. */
const looseWords = new Set(
  (
    'the a an this that these those it he she they we i you his her their its our my when but and as after before if ' +
    'while since although though then yet so or nor for in on at by with without from to of into onto like unlike ' +
    'because until despite during under over against between among about amid not only even both also now later ' +
    'earlier meanwhile however still once again today yesterday tomorrow tonight did does do is was were are has have ' +
    'had will would can could should might must what who whom whose why how where which there here all some many ' +
    'most several two three mr mrs ms miss dr lord lady sir dame sheikh sheik ayatollah imam pope comrade ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december says said'
  ).split(' '),
);

/** Words that follow a name whose bearer speaks or acts, and seldom follow the same word as a common noun. */
const speakingWords = new Set(
  (
    's said says told tells met meets urged urges warned warns called calls vowed denied accused announced added ' +
    'arrived visited visits flew asked asks declined insisted condemned praised welcomed thanked testified resigned ' +
    'has had also spoke speaks signed and'
  ).split(' '),
);

/** What is named after persons: "the Clinton Foundation" is not Clinton. */
const institutions = new Set(
  (
    'foundation institute university college school hospital center centre airport library street avenue boulevard ' +
    'square park stadium prize museum bridge dam highway road city island memorial doctrine plan hotel tower'
  ).split(' '),
);

/** Decides whether a name that fits the letters is meant: what is known of case, of neighbours, of given names. */
export class Plausibility {
  readonly #givenNames: ReadonlySet<string>;

  constructor(givenNames: ReadonlySet<string>) {
    this.#givenNames = givenNames;
  }

  /** Whether units `from` to `to` (exclusive) of the sentence may be read as the ending's name. */
  holds(ending: Ending, sentence: SentenceUnits, from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      if (!fitsCase(sentence.units[i], ending.units[i - from], ending.ordinary)) return false;
    }
    if (ending.ordinary && !this.#fitsOrdinary(ending, sentence, from, to)) return false;
    if (ending.entry === null) return true;
    if (ending.entry.kind === 'person' && namesInstitution(sentence.units[to])) return false;
    if (to - from > 1) return true;
    if (this.#isShouted(ending, sentence, from)) return false;
    if (ending.entry.kind === 'city' && from > 1 && this.#isStranger(sentence, from - 1)) {
      return sentence.style !== 'plain';
    }
    if (isSurname(ending)) return !this.#inLongerName(sentence, from, to);
    return ending.entry.kind === 'role' || !this.#isPersonsName(sentence, from, to);
  }

  /** An ordinary word is a name only where its capital is telling. */
  #fitsOrdinary(ending: Ending, sentence: SentenceUnits, from: number, to: number): boolean {
    if (isNumber(sentence.units[from - 1]) || isNumber(sentence.units[to])) return false;
    if (sentence.style === 'capitals') return false;
    const acronym = ending.units.every(({ shape }) => shape === 'capitals');
    if (acronym || ending.units[0].shape === 'lower') return true;
    if (sentence.style === 'titles') return false;
    return !startsSentence(sentence, from) || speakingWords.has(sentence.units[to]?.key);
  }

  /** "POA" is not the town of Poá: a short name in capitals within ordinary text is an acronym, save datelines. */
  #isShouted({ entry, units }: Ending, sentence: SentenceUnits, at: number): boolean {
    if (sentence.units[at].shape !== 'capitals' || units[0].shape !== 'title') return false;
    if (entry!.kind === 'country' || entry!.kind === 'capital' || entry!.kind === 'role')
      return false;
    return units[0].form.length <= 4 && sentence.style !== 'capitals';
  }

  /** "Laura Bush", "Kim Dae-jung", "the Clinton Foundation": a surname beside a capitalised word that nobody knows. */
  #inLongerName(sentence: SentenceUnits, from: number, to: number): boolean {
    const before = sentence.units[from - 1];
    if (before?.shape === 'title' && this.#givenNames.has(before.key)) return true;
    if (sentence.style !== 'plain') return false;
    return this.#isStranger(sentence, from - 1) || this.#isStranger(sentence, to);
  }

  /** "Michael Jordan", "Paris Hilton": a place that is given name or surname here. */
  #isPersonsName(sentence: SentenceUnits, from: number, to: number): boolean {
    const before = sentence.units[from - 1];
    if (
      before?.shape === 'title' &&
      sentence.glue[from] === 'none' &&
      this.#givenNames.has(before.key)
    ) {
      return true;
    }
    if (!this.#givenNames.has(sentence.units[from].key) || sentence.style !== 'plain') return false;
    return sentence.glue[to] === 'none' && this.#isStranger(sentence, to);
  }

  #isStranger(sentence: SentenceUnits, at: number): boolean {
    const unit = sentence.units[at];
    if (unit === undefined || unit.shape !== 'title') return false;
    if (sentence.isKnown(at) || looseWords.has(unit.key)) return false;
    // "Vladimir Vladimirovich Putin": a patronymic is no other person's name.
    return !/(?:ov|ev)(?:ich|na)$/.test(unit.key);
  }
}

/** A person's name of one word. */
export function isSurname({ entry, units }: Ending): boolean {
  return entry !== null && entry.kind === 'person' && units.length === 1;
}

function namesInstitution(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.shape === 'title' && institutions.has(unit.key);
}

function isNumber(unit: Unit | undefined): boolean {
  return unit?.shape === 'digits';
}

function startsSentence(sentence: SentenceUnits, at: number): boolean {
  return at === 0 || sentence.units[at - 1].form === '';
}
