import { supranational } from '../gazetteer/entry.ts';
import { conjuncts } from '../syntax/tree.ts';
import type { Identity } from './document-memory.ts';
import type { IdentityReader } from './identity-reader.ts';

/** Nouns that mean countries taken together: "the two countries", "both sides". */
const pairNouns = new Set(
  'country side nation government leader party neighbor neighbour state capital power ally rival foe republic kingdom minister president team delegation official army force'.split(
    ' ',
  ),
);
/** Plurals that need no number: "the neighbours signed". */
const plainPairs = new Set(['neighbor', 'neighbour', 'rival', 'foe', 'ally']);
/** What a pair is called on its own. */
const pairNames = new Set(['pair', 'duo', 'two']);
/** "the island nation", "the Himalayan kingdom": what a country is called when it was named before. */
const countryNouns = new Set(
  'country nation kingdom republic state island emirate sultanate monarchy archipelago superpower sheikdom sheikhdom dictatorship autocracy democracy principality'.split(
    ' ',
  ),
);
const definite = new Set(['the', 'this', 'that']);

/** "the two countries", "both sides", "the pair": the two named last; null where `head` is no such phrase. */
export function readTogether(reader: IdentityReader, head: number): readonly Identity[] | null {
  const { tree, names, memory, sentence } = reader;
  const lemma = tree.lemmas[head];
  const children = tree.children[head];
  const named = pairNames.has(lemma);
  if (!named && !pairNouns.has(lemma)) return null;
  const counted = children.some((child) => /^(two|both|2)$/.test(tree.forms[child]));
  const the = children.some((child) => tree.forms[child] === 'the');
  const plain = plainPairs.has(lemma) && tree.tokens[head].xpos === 'NNS' && the;
  if (!(counted || plain || (named && the))) return null;
  if (children.some((child) => names.at(child) && !tree.forms[child].startsWith('two')))
    return null;
  if (named && children.some((child) => tree.relations[child] === 'nmod')) return null;
  const countries = memory.recentCountries(sentence, head, 2);
  return countries.length === 2 ? countries.reverse() : null;
}

/** "the island nation", "his country": the country last spoken of, or the possessor's. Null for other phrases. */
export function readCountryNoun(reader: IdentityReader, head: number): readonly Identity[] | null {
  const { tree, names, memory, sentence } = reader;
  if (!countryNouns.has(tree.lemmas[head]) || names.at(head)) return null;
  const children = tree.children[head];
  const owner = children.find((child) => tree.tokens[child].deprel === 'nmod:poss');
  if (owner !== undefined) {
    if (tree.tokens[owner].upos !== 'PRON') return null;
    const owners = reader.identify(owner).flatMap(({ country }) => country ?? []);
    const countries = [...new Set(owners)].filter((country) => !supranational.has(country));
    if (countries.length === 0) return null;
    return countries.map((country) => reader.countryOf(country));
  }
  if (tree.tokens[head].xpos === 'NNS') return null;
  if (!children.some((child) => definite.has(tree.forms[child]))) return null;
  if (children.some((child) => tree.relations[child] === 'nmod' && child > head)) return null;
  const found = memory.antecedent(
    sentence,
    head,
    ({ identity: { country }, class: kind }) =>
      kind === 'country' && country !== null && !supranational.has(country),
  );
  const country = found?.identity.country;
  return country ? [reader.countryOf(country)] : null;
}

/** "each other": all who stand as subject of the verb. */
export function readReciprocal(reader: IdentityReader, subject: number): readonly Identity[] {
  return conjuncts(reader.tree, subject).flatMap((token) => reader.identify(token));
}
