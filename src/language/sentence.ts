/**
 * What the language layer hands out. Offsets are UTF-16 units into the untouched text:
 * `text.slice(word.start, word.end) === word.form`, always.
 */

/** A stretch of text that Universal Dependencies counts as one word. */
export interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence cut into words; no tags yet. The cheap product: what a gate looks at before anything is parsed. */
export interface PlainSentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

/** A word with its place in the tree. */
export interface Token extends Word {
  /** Base form, in lower case except for proper nouns. */
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX … */
  readonly upos: string;
  /** Penn Treebank tag: NN, NNP, VBD … */
  readonly xpos: string;
  /** Index of the head in the sentence's tokens, 0-based; −1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation to the head, with its subtype: nsubj:pass, nmod:poss … */
  readonly deprel: string;
}

/** A sentence with its dependency tree: exactly one root, no cycle. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}
