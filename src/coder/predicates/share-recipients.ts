import type { PartyReader } from '../entities/party-reader.ts';
import { intensityOf } from '../ontology.ts';
import { isBelow, type Tree } from '../syntax/tree.ts';
import type { Reading } from './reading.ts';

/**
 * Gives an event whose recipient goes without saying the one of its neighbour in the sentence: of the clause that it is
 * coordinated with ("supports Benin while also sending arms"), or of a deed of its own kind told beneath it ("added
 * goods to its list in line with the sanctions against Chad").
 */
export function shareRecipients(
  tree: Tree,
  readings: readonly Reading[],
  parties: PartyReader,
): readonly Reading[] {
  if (readings.length < 2) return readings;
  const codes = (tokens: readonly number[]): string[] =>
    tokens
      .flatMap((token) => parties.partiesOf(token))
      .map(({ country }) => country)
      .filter((country) => country !== null);
  const open = (reading: Reading): boolean =>
    needRecipient.has(reading.type) && codes(reading.recipients).length === 0;
  return readings.map((reading) => {
    if (reading.actors.length === 0 || !open(reading)) return reading;
    const giver = readings.find((other) => {
      if (other === reading || !lends(tree, reading, other)) return false;
      const known = codes(other.recipients);
      const mine = codes(reading.actors);
      return known.length > 0 && !known.some((country) => mine.includes(country));
    });
    if (!giver) return reading;
    const words = parties.spanOf(giver.recipients[0]).text;
    return {
      ...reading,
      recipients: giver.recipients,
      steps: [...reading.steps, `"${words}" is taken for the recipient, as of the event beside it`],
    };
  });
}

/** Kinds of event that PLOVER does not code without a recipient. */
const needRecipient: ReadonlySet<string> = new Set(['AID', 'SANCTION', 'COOPERATE']);

function lends(tree: Tree, taker: Reading, giver: Reading): boolean {
  if (giver.type === taker.type && isBelow(tree, giver.head, taker.head)) return true;
  const { head } = tree.tokens[taker.head];
  const relation = tree.relations[taker.head];
  const beside = head === giver.head && (relation === 'conj' || relation === 'advcl');
  return beside && intensityOf(taker.type, null) * intensityOf(giver.type, null) > 0;
}
