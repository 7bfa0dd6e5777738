import type { PartyReader } from '../entities/party-reader.ts';
import type { SpeechVerbs } from '../lexicon/speech-verbs.ts';
import { agentOf, frameOf } from '../syntax/frame.ts';
import { nounPhrases } from '../syntax/phrases.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import { isTitle } from './is-title.ts';

/**
 * Where an event may be that no rule knows: a verb with a party of a known country as its subject and another beside it;
 * in a title its main word, if any party is known. Verbs of speech are left to what is said.
 */
export function findSilent(tree: Tree, parties: PartyReader, speech: SpeechVerbs): Candidate[] {
  const found: Candidate[] = [];
  const headline = isTitle(tree.tokens);
  for (let head = 0; head < tree.tokens.length; head++) {
    const { upos } = tree.tokens[head];
    const main = headline && tree.tokens[head].head < 0;
    if ((upos !== 'VERB' && !main) || speech.verbs.has(tree.lemmas[head])) continue;
    const { actor, recipient } = endsOf(tree, parties, head);
    const both = isPlaced(parties, actor) && isPlaced(parties, recipient);
    const one = isKnown(parties, actor) || isKnown(parties, recipient);
    if (!(main ? one : both)) continue;
    found.push({ kind: 'silent', head, actor, recipient, reading: null, fit: 'none' });
  }
  return found;
}

/** Who may be the two sides of what a word tells: known parties before others, −1 where there is nobody. */
function endsOf(
  tree: Tree,
  parties: PartyReader,
  head: number,
): { actor: number; recipient: number } {
  const frame = frameOf(tree, head);
  const agent = frame.passive ? agentOf(tree, frame) : frame.subject;
  const sufferer = frame.passive ? frame.subject : -1;
  const nominal = tree.tokens[head].upos === 'VERB' ? [] : [head];
  const others = [
    sufferer,
    ...frame.objects,
    ...frame.phrases.map((phrase) => phrase.head),
    ...nominal,
  ]
    .filter((token) => token >= 0 && token !== agent)
    .flatMap((token) => [token, ...nounPhrases(tree, token).map((phrase) => phrase.head)]);
  const recipient = others.find((token) => isKnown(parties, token)) ?? others[0] ?? -1;
  return { actor: agent, recipient };
}

/** Whether the text tells whose side it is. */
function isPlaced(parties: PartyReader, token: number): boolean {
  return token >= 0 && parties.identify(token).some(({ country }) => country !== null);
}

function isKnown(parties: PartyReader, token: number): boolean {
  return (
    token >= 0 &&
    parties.identify(token).some(({ country, sector }) => country !== null || sector !== null)
  );
}
