/** One document → its coded record. No input or output; runs in a browser. */

export { type Coder, createCoder } from './coder.ts';
export * from './input-error.ts';
export {
  freezeLexicon,
  type Lexicon,
  type LexiconFiles,
  loadLexicon,
  thawLexicon,
} from './lexicon/lexicon.ts';
export { LexiconError } from './lexicon-error.ts';
export { intensityOf, isEventType, mutualTypes, ontology } from './ontology.ts';
export * from './record.ts';
