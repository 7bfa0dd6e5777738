import { symbolOf } from './symbols.ts';

/** What a feature speaks of; the place in this list is part of its key, so new ones go to the end. */
export const featureKinds = [
  'always',
  'rule',
  'rule with mode',
  'rule and how much of it was found',
  'rule and its word',
  'rule about',
  'another rule of the sentence',
  'lexicon has the word under',
  'lexicon has the object under',
  'lexicon has a word on the path under',
  'lexicon has a word between under',
  'word',
  'word and voice',
  'word and object',
  'object',
  'modifier of the object',
  'word and preposition',
  'particle',
  'complement',
  'word and complement',
  'object of the complement',
  'auxiliary',
  'tense',
  'word above',
  'path',
  'word on the path',
  'word on the path and its relation',
  'preposition of the recipient',
  'relation of the recipient',
  'relation of the actor',
  'word that governs the recipient',
  'word that governs the actor',
  'word between',
  'words between',
  'word before',
  'word after',
  'word of the sentence',
  'class of the actor',
  'class of the recipient',
  'classes of both',
  'word of the actor',
  'word of the recipient',
  'kind of candidate',
  'rule and auxiliary',
  'group of the word',
  'group of the object',
  'group of a word on the path',
  'group of a word between',
  'lexicon has word and object under',
  'rule and the ends that it has',
  'asked, rule',
  'asked, word',
  'asked, word on the path',
  'asked, lexicon has the word under',
  'asked, lexicon has a word on the path under',
  'asked, auxiliary',
  'groups of word and object',
] as const;

export type FeatureKind = (typeof featureKinds)[number];

const numberOf = Object.fromEntries(featureKinds.map((kind, index) => [kind, index])) as Record<
  FeatureKind,
  number
>;

/** Longest list of features of one candidate; what comes after is left out. */
const longest = 1024;

/**
 * The features of one candidate as integer keys, filled afresh for each. Keeps the words too when asked to, for an
 * explanation.
 */
export class FeatureList {
  readonly keys = new Int32Array(longest);
  length = 0;
  /** In words, by the place of the key; null where nobody asked. */
  names: string[] | null = null;

  clear(withNames = false): void {
    this.length = 0;
    this.names = withNames ? [] : null;
  }

  add(kind: FeatureKind, value: string, second = ''): void {
    if (this.length === longest) return;
    let key = Math.imul(numberOf[kind] + 1, 0x9e3779b1) ^ symbolOf(value);
    key = Math.imul(key ^ (key >>> 15), 0x85ebca6b) ^ (second === '' ? 0 : symbolOf(second));
    key = Math.imul(key ^ (key >>> 13), 0xc2b2ae35);
    this.keys[this.length++] = key ^ (key >>> 16);
    this.names?.push(`${kind}: ${value}${second === '' ? '' : ` ${second}`}`);
  }
}
