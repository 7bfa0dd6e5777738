import { type Coder, createCoder } from '#coder';
import { loadDecision } from './load-decision.ts';
import { loadLanguage } from './load-language.ts';
import { loadLexiconWith } from './load-lexicon.ts';

export interface LoadedCoder extends Coder {
  /** Lines of the user's own dictionaries that could not be used. */
  readonly leftOut: number;
}

/**
 * The coder with the models and the lexicon of the package. Takes some tenths of a second; keep it.
 *
 * @param ownLexicon folder of the user's own lexicon files
 */
export function loadCoder(ownLexicon: string | null = null): LoadedCoder {
  const lexicon = loadLexiconWith(ownLexicon);
  const coder = createCoder(loadLanguage(), lexicon, loadDecision());
  return { ...coder, leftOut: lexicon.faults.length };
}
