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
  'between',
  'by',
  'under',
]);
const placing = new Set(['in', 'near', 'across', 'inside', 'throughout', 'around']);
/** Deeds that fall on those where they take place. */
const local: ReadonlySet<EventType> = new Set([
  'PROTEST',
  'COERCE',
  'MOBILIZE',
  'ASSAULT',
  'AID',
  'RETREAT',
]);
/** What is promised or threatened falls where it will be done: "agreed to set up a clinic in Mumbai". */
const promising: ReadonlySet<EventType> = new Set(['AGREE', 'THREATEN']);
/** Places without a name: "declared a state of siege in the town". */
const placeNouns = new Set(
  'town city village district province region area county state capital suburb neighborhood neighbourhood territory enclave camp island port valley country north south east west'.split(
    ' ',
  ),
);
const phraseRelations = /^(obj|iobj|obl|nmod|amod|compound|nummod)$/;
const clauseRelations = /^(xcomp|ccomp|acl|advcl)$/;
const partnering =
  /^(coordination|cooperation|collaboration|concert|tandem|line|conjunction|consultation|partnership|accordance|agreement|keeping)$/;
const maxDepth = 5;

/**
 * The phrase that an event is most likely directed at where its pattern leaves that open or names a mere thing: a
 * party inside its object ("rejected a U.S. offer"), after a preposition ("imposed a ban over its ties with Iran"),
 * in an infinitive below it ("sent experts to train the Kenyan police"), or the place abroad where it happens ("sent
 * troops in Mali"). The nearest to the event's words wins. −1 where there is none.
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
  const places: { readonly token: number; readonly inner: boolean }[] = [];
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
        if (clauseRelations.test(relation)) {
          seen.add(child);
          if (leadsOn(tree, child)) next.push(child);
          continue;
        }
        if (!phraseRelations.test(relation)) continue;
        seen.add(child);
        const words = introducers(tree, child);
        // "According to Ukraine": who tells it.
        if (words.includes('accord') || words.includes('according')) continue;
        if (words.some((word) => placing.has(word))) {
          places.push({ token: child, inner: depth > 0 });
          continue;
        }
        const bare = words.length === 0 && relation !== 'obl';
        if (!bare && !words.some((word) => aiming.has(word))) continue;
        // "in coordination with the allies" tells with whom, not against whom.
        if (words.includes('with') && partnering.test(tree.lemmas[index])) continue;
        if (other(child)) return child;
        next.push(child);
      }
    }
    level = next;
  }
  const abroad = places.find(({ token }) => other(token));
  if (abroad !== undefined) return abroad.token;
  const here = places.find(({ token, inner }) => {
    if (!local.has(reading.type) && !(inner && promising.has(reading.type))) return false;
    return parties.identify(token).some(({ country }) => country !== null);
  });
  if (here !== undefined) return here.token;
  if (!local.has(reading.type)) return -1;
  return places.find(({ token }) => placeNouns.has(tree.lemmas[token]))?.token ?? -1;
}

/** Infinitives and participles belong to the deed; a clause with a subject of its own tells of another. */
function leadsOn(tree: Tree, clause: number): boolean {
  const { upos, deprel, xpos } = tree.tokens[clause];
  if (upos !== 'VERB' || deprel === 'acl:relcl' || xpos === 'VBN') return false;
  return !tree.children[clause].some((child) => tree.relations[child] === 'nsubj');
}
