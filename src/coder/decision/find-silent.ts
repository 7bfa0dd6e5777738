import type { PartyReader } from '../entities/party-reader.ts';
import { agentOf, frameOf } from '../syntax/frame.ts';
import { nounPhrases } from '../syntax/phrases.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import { isTitle } from './is-title.ts';

/**
 * Where an event may be that no rule knows: a verb with a known party as its subject and another beside it; in a
 * headline its main word, if any party is known.
 */
export function findSilent(tree: Tree, parties: PartyReader): Candidate[] {
  const found: Candidate[] = [];
  const headline = isTitle(tree.tokens);
  for (let head = 0; head < tree.tokens.length; head++) {
    const { upos } = tree.tokens[head];
    const main = headline && tree.tokens[head].head < 0;
    if (upos !== 'VERB' && !main) continue;
    const { actor, recipient } = endsOf(tree, parties, head);
    const known = Number(isKnown(parties, actor)) + Number(isKnown(parties, recipient));
    if (known < (main ? 1 : 2)) continue;
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

function isKnown(parties: PartyReader, token: number): boolean {
  return (
    token >= 0 &&
    parties.identify(token).some(({ country, sector }) => country !== null || sector !== null)
  );
}
