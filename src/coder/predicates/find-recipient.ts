import type { PartyReader } from '../entities/party-reader.ts';
import type { EventType } from '../record.ts';
import { introducers, type Tree } from '../syntax/tree.ts';
import type { Reading } from './reading.ts';

/** Prepositions whose phrase may be the one aimed at, though no pattern names it. */
const aiming = new Set([
  'against',
  'on',
  'upon',
  'to',
  'toward',
  'towards',
  'from',
  'over',
  'with',
  'of',
  'at',
  'for',
  'about',
  'into',
]);
/** Deeds that fall on those where they take place. */
const local: ReadonlySet<EventType> = new Set([
  'PROTEST',
  'COERCE',
  'MOBILIZE',
  'ASSAULT',
  'AID',
  'RETREAT',
]);
const maxDepth = 3;

/**
 * The phrase that an event is most likely directed at where its pattern leaves that open: a party inside its object
 * ("rejected a U.S. offer"), after a preposition ("imposed a ban over its ties with Iran"), or the place abroad where
 * it happens ("sent troops in Mali"). −1 where there is none.
 */
export function findRecipient(tree: Tree, reading: Reading, parties: PartyReader): number {
  const actors = new Set(
    reading.actors.flatMap((token) =>
      parties.partiesOf(token).map(({ country, name }) => country ?? name),
    ),
  );
  const other = (token: number): boolean =>
    parties
      .identify(token)
      .some(({ country, name }) => country !== null && !actors.has(country) && !actors.has(name));
  const seen = new Set<number>([...reading.actors, ...reading.trigger]);
  let places: number[] = [];
  let level = [reading.head, ...reading.trigger];
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    const next: number[] = [];
    for (const index of level) {
      for (const child of tree.children[index]) {
        if (seen.has(child)) {
          if (!reading.actors.includes(child)) next.push(child);
          continue;
        }
        const relation = tree.relations[child];
        if (!/^(obj|iobj|obl|nmod|amod|compound|xcomp|ccomp|acl)$/.test(relation)) continue;
        seen.add(child);
        if (relation === 'xcomp' || relation === 'ccomp' || relation === 'acl') {
          if (tree.tokens[child].upos === 'VERB' && depth === 0) next.push(child);
          continue;
        }
        const words = introducers(tree, child);
        if (words.some((word) => word === 'in' || word === 'near' || word === 'across')) {
          places = [...places, child];
          continue;
        }
        const aimed =
          words.length === 0 ? relation !== 'obl' : words.some((word) => aiming.has(word));
        if (aimed && other(child)) return child;
        next.push(child);
      }
    }
    level = next;
  }
  const abroad = places.find(other);
  if (abroad !== undefined) return abroad;
  if (!local.has(reading.type)) return -1;
  return (
    places.find((token) => parties.identify(token).some(({ country }) => country !== null)) ?? -1
  );
}
