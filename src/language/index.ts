/** English text → sentences → words → tags, lemmas and a dependency tree. Knows nothing of politics; runs in a browser. */
export { createLanguage } from './create-language.ts';
export type { PlainSentence, Sentence, Token, Word } from './sentence.ts';
export { readWeights } from './weights-file.ts';

import type { PlainSentence, Sentence } from './sentence.ts';

/** Trained weights as they lie in models/, decompressed. `kernel` is the WebAssembly kernel; without it plain JavaScript computes the same trees. */
export interface LanguageWeights {
  readonly splitter: Uint8Array;
  readonly tagger: Uint8Array;
  readonly parser: Uint8Array;
  readonly kernel?: Uint8Array;
}

/** One reader of English. Holds its weights and caches; use one per thread. */
export interface Language {
  /** Cuts text into sentences and words. Linear in the text's length. */
  split(text: string): PlainSentence[];
  /**
   * Tags and parses one sentence. `known` are tags that the caller is sure of, `UPOS/XPOS` by word; a tag that the
   * model does not know is passed over.
   */
  parse(sentence: PlainSentence, known?: ReadonlyMap<number, string>): Sentence;
}
