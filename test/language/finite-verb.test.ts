import { expect, test } from 'vitest';
import { findPastTense, readFiniteTags } from '../../src/language/finite-verb.ts';

const tags = [
  'PROPN/NNP',
  'NOUN/NNS',
  'VERB/VBN',
  'VERB/VBD',
  'AUX/VBD',
  'PART/TO',
  'VERB/VB',
  'PRON/WP',
  'NUM/CD',
  'ADP/IN',
  'PUNCT/.',
];
const kinds = readFiniteTags(tags);

/** Place of the verb that must be in the past tense, for words with the tags that a tagger gave them. */
function find(tagged: string): number {
  const pairs = tagged.split(' ').map((pair) => pair.split('/'));
  const words = pairs.map(([form], at) => ({ form, start: 10 * at, end: 10 * at + form.length }));
  const numbers = pairs.map(([, ...tag]) => tags.findIndex((one) => one.endsWith(`/${tag[0]}`)));
  return findPastTense(words, 0, Uint8Array.from(numbers), words.length, kinds);
}

test.each([
  ['Peru/NNP promised/VBN to/TO release/VB prisoners/NNS ./.', 1],
  ['Fiji/NNP volunteered/VBN troops/NNS ./.', 1],
  // The relative clause has the only finite verb.
  ['Peru/NNP released/VBN prisoners/NNS who/WP begged/VBD ./.', 1],
  // The main verb comes later: the participle is one.
  ['Prisoners/NNS denied/VBN visits/NNS protested/VBD ./.', -1],
  // Headlines have no full stop, and their participles are passive.
  ['Spy/NNP handed/VBN sentence/NNS', -1],
  // "taken" is no past tense.
  ['Prisoners/NNS taken/VBN to/TO hospital/NNS ./.', -1],
  ['Prisoners/NNS released/VBN in/IN Lima/NNP ./.', -1],
  ['Prisoners/NNS were/VBD denied/VBN visits/NNS ./.', -1],
])('%s', (tagged, expected) => {
  expect(find(tagged)).toBe(expected);
});
