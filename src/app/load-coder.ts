import { type Coder, createCoder } from '#coder';
import { loadDecision } from './load-decision.ts';
import { loadLanguage } from './load-language.ts';
import { loadPackagedLexicon } from './load-lexicon.ts';

/** The coder with the models and the lexicon of the package. Takes some tenths of a second; keep it. */
export function loadCoder(): Coder {
  return createCoder(loadLanguage(), loadPackagedLexicon(), loadDecision());
}
