import { spanOf } from '../entities/noun-phrase.ts';
import type { PartyReader } from '../entities/party-reader.ts';
import type { GazetteerEntry } from '../gazetteer/index.ts';
import type { Reading } from '../predicates/reading.ts';
import type { Place } from '../record.ts';
import { introducers, type Tree } from '../syntax/tree.ts';

const locative = new Set([
  'in',
  'at',
  'near',
  'on',
  'inside',
  'outside',
  'across',
  'around',
  'off',
  'throughout',
  'within',
]);
const placeKinds = new Set<GazetteerEntry['kind']>(['city', 'region', 'capital', 'country']);

/** Where the event took place: a phrase such as "in Seoul" on the event, on its arguments or on the clause above. */
export function readPlace(
  tree: Tree,
  text: string,
  reading: Reading,
  parties: PartyReader,
): Place | null {
  const { tokens } = tree;
  const starts = [reading.head, ...reading.trigger, ...reading.recipients, ...reading.actors];
  for (const start of starts) {
    const found = placeOn(tree, text, start, parties, new Set(reading.recipients));
    if (found) return found;
  }
  for (let at = reading.head; at >= 0; at = tokens[at].head) {
    const found = placeOn(tree, text, at, parties, new Set(reading.recipients));
    if (found) return found;
    const relation = tree.relations[at];
    if (relation === 'ccomp' || relation === 'advcl' || relation === 'parataxis') return null;
  }
  return null;
}

function placeOn(
  tree: Tree,
  text: string,
  index: number,
  parties: PartyReader,
  recipients: ReadonlySet<number>,
): Place | null {
  for (const child of tree.children[index]) {
    const relation = tree.relations[child];
    if ((relation !== 'obl' && relation !== 'nmod') || recipients.has(child)) continue;
    if (!introducers(tree, child).some((word) => locative.has(word))) continue;
    const match = parties.names.at(child);
    const known = match?.entries.filter((one) => placeKinds.has(one.kind)) ?? [];
    const entry = known.find((one) => one.kind === 'city') ?? known[0];
    if (match && entry) {
      const span = spanOf(tree, text, match.from, match.to);
      // A capital named as a place is the city, not the state that sits in it.
      const name = entry.kind === 'capital' ? span.text : entry.name;
      return {
        ...span,
        name,
        country: entry.country,
        latitude: entry.latitude ?? null,
        longitude: entry.longitude ?? null,
      };
    }
    const deeper = placeOn(tree, text, child, parties, recipients);
    if (deeper) return deeper;
  }
  return null;
}
