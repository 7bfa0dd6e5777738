import type { PartyReader } from '../entities/party-reader.ts';
import { isMutual, type Reading } from '../predicates/reading.ts';
import type { Range, SourceDocument } from '../record.ts';
import { conjuncts, type Tree } from '../syntax/tree.ts';
import type { Candidate } from './candidate.ts';

type Focus = NonNullable<SourceDocument['focus']>;

/** The two ends that somebody asks about, with what the rules read between them; null where the sentence lacks one. */
export function findFocus(
  tree: Tree,
  parties: PartyReader,
  readings: readonly Reading[],
  focus: Focus,
): Candidate | null {
  const actor = headIn(tree, focus.actor);
  const recipient = headIn(tree, focus.recipient);
  if (actor < 0 || recipient < 0) return null;
  const touches = (tokens: readonly number[], range: Range): boolean =>
    tokens
      .flatMap((token) => conjuncts(tree, token))
      .some((token) => overlap(parties.spanOf(token), range));
  let reading: Reading | null = null;
  let fit: Candidate['fit'] = 'none';
  let best = 0;
  for (const one of readings) {
    const acts = touches(one.actors, focus.actor);
    const receives =
      touches(one.recipients, focus.recipient) ||
      (isMutual(one) && touches(one.actors, focus.recipient));
    const score = (acts ? 2 : 0) + (receives ? 2 : 0) + (one.weak ? 0 : 1);
    if (!(acts || receives) || score <= best) continue;
    best = score;
    reading = one;
    fit = acts && receives ? 'both' : acts ? 'actor' : 'recipient';
  }
  const head = reading?.head ?? predicateAbove(tree, actor, recipient);
  return { kind: 'focus', head, actor, recipient, reading, fit };
}

/** The first word in the range that hangs on none in it; −1 where the sentence has no word there. */
function headIn({ tokens }: Tree, range: Range): number {
  const inside = (token: number): boolean => token >= 0 && overlap(tokens[token], range);
  let first = -1;
  for (let token = 0; token < tokens.length; token++) {
    if (!inside(token) || inside(tokens[token].head) || tokens[token].upos === 'PUNCT') continue;
    const { upos } = tokens[token];
    if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') return token;
    if (first < 0) first = token;
  }
  return first;
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The verb over the actor, or else over the recipient, or else the word itself. */
function predicateAbove({ tokens }: Tree, actor: number, recipient: number): number {
  for (const end of [actor, recipient])
    for (let at = tokens[end].head; at >= 0; at = tokens[at].head)
      if (tokens[at].upos === 'VERB') return at;
  return tokens[actor].head >= 0 ? tokens[actor].head : recipient;
}
