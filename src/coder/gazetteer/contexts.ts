import { LexiconError } from '../lexicon-error.ts';
import { placeOf, readLexiconLines } from './lexicon-lines.ts';
import { foldLetters } from './term.ts';

/** PLOVER's contexts, in the order of its manual. */
export const contextNames = [
  'military',
  'intelligence',
  'executive',
  'legislative',
  'election',
  'political_institutions',
  'pro_democracy',
  'pro_autocracy',
  'economic',
  'legal',
  'reparations',
  'human_rights',
  'rights_freedoms',
  'repression',
  'human_security',
  'gender',
  'lgbt',
  'religion_ethnicity',
  'inequality',
  'diplomatic',
  'territory',
  'peacekeeping',
  'health',
  'asylum',
  'migration',
  'disasters',
  'natural_resource',
  'environment',
  'technology',
  'terrorism',
  'cbrn',
  'cyber',
  'misinformation',
  'crime',
  'corruption',
  'illegal_drugs',
  'trafficking',
] as const;

/** Words that bring a PLOVER context. */
export interface Contexts {
  /** The contexts that a sentence's lemmas bring, each once, in the order of the manual. Case and diacritics do not count. */
  contextsOf(lemmas: readonly string[]): string[];
}

/** A phrase after its first word, and the index of the context it brings. */
interface Phrase {
  readonly rest: readonly string[];
  readonly context: number;
}

/** Phrases by their first word, or by its beginning where it ends in `*`. */
export interface ContextWords {
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  readonly beginnings: ReadonlyMap<string, readonly Phrase[]>;
}

/**
 * Reads `military: troops ; missile ; peace* ; air defense`, continued on indented lines. Words are lemmas; `*` at
 * the end of a word stands for any ending. Throws LexiconError.
 */
export function readContexts(file: string, content: string): ContextWords {
  const whole = new Map<string, Phrase[]>();
  const beginnings = new Map<string, Phrase[]>();
  let context = -1;
  for (const line of readLexiconLines(file, content)) {
    const { text, indented } = line;
    let list = text;
    if (!indented) {
      const colon = text.indexOf(':');
      const name = text.slice(0, Math.max(colon, 0)).trim();
      context = (contextNames as readonly string[]).indexOf(name);
      if (context < 0)
        throw new LexiconError(
          placeOf(line),
          `unknown context "${name || text.slice(0, 30)}"`,
          `one of ${contextNames.join(', ')} and a colon`,
        );
      list = text.slice(colon + 1);
    } else if (context < 0) {
      throw new LexiconError(
        placeOf(line),
        `"${text}" before any context`,
        'a line such as "military: troops ; missile" above it',
      );
    }
    for (const item of list.split(';')) {
      const words = foldLetters(item)
        .toLowerCase()
        .split(/[\s-]+/)
        .filter(Boolean);
      if (words.length === 0) continue;
      if (words.some((word) => word.length < 3 && word.endsWith('*'))) {
        throw new LexiconError(
          placeOf(line),
          `"${item.trim()}"`,
          'two letters at least before "*"',
        );
      }
      const [first, ...rest] = words;
      const stem = first.endsWith('*');
      const phrases = stem ? beginnings : whole;
      const key = stem ? first.slice(0, -1) : first;
      phrases.set(key, [...(phrases.get(key) ?? []), { rest, context }]);
    }
  }
  return { whole, beginnings };
}

/** Finds the contexts of words that are read. */
export function openContexts(words: ContextWords): Contexts {
  return new PhraseContexts(words);
}

const cacheLimit = 50_000;
const longestWord = 60;
const none: readonly Phrase[] = [];

class PhraseContexts implements Contexts {
  readonly #whole: ReadonlyMap<string, readonly Phrase[]>;
  readonly #beginnings: ReadonlyMap<string, readonly Phrase[]>;
  readonly #lengths: readonly number[];
  readonly #seen = new Map<string, readonly Phrase[]>();

  constructor({ whole, beginnings }: ContextWords) {
    this.#whole = whole;
    this.#beginnings = beginnings;
    this.#lengths = [...new Set([...beginnings.keys()].map((key) => key.length))];
  }

  contextsOf(lemmas: readonly string[]): string[] {
    let found: Set<number> | null = null;
    for (let i = 0; i < lemmas.length; i++) {
      for (const { rest, context } of this.#phrasesOf(lemmas[i])) {
        if (found?.has(context) || !follows(lemmas, i + 1, rest)) continue;
        found ??= new Set();
        found.add(context);
      }
    }
    if (found === null) return [];
    return [...found].sort((left, right) => left - right).map((context) => contextNames[context]);
  }

  #phrasesOf(lemma: string): readonly Phrase[] {
    if (lemma.length > longestWord) return none;
    let phrases = this.#seen.get(lemma);
    if (phrases === undefined) {
      const word = foldLetters(lemma).toLowerCase();
      const found = [...(this.#whole.get(word) ?? none)];
      for (const length of this.#lengths) {
        if (length <= word.length)
          found.push(...(this.#beginnings.get(word.slice(0, length)) ?? none));
      }
      phrases = found.length === 0 ? none : found;
      if (this.#seen.size >= cacheLimit) this.#seen.clear();
      this.#seen.set(lemma, phrases);
    }
    return phrases;
  }
}

/** Whether the words stand at `from`; a hyphen between them does not count. */
function follows(lemmas: readonly string[], from: number, words: readonly string[]): boolean {
  let at = from;
  for (const word of words) {
    if (lemmas[at] === '-') at++;
    const lemma = lemmas[at++]?.toLowerCase();
    if (lemma === undefined) return false;
    if (word.endsWith('*') ? !lemma.startsWith(word.slice(0, -1)) : lemma !== word) return false;
  }
  return true;
}
