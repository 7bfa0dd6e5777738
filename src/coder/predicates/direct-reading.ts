import type { PartyReader } from '../entities/party-reader.ts';
import { isBelow, type Tree } from '../syntax/tree.ts';
import { findRecipient } from './find-recipient.ts';
import { isMutual, type Reading } from './reading.ts';
import type { SideReader } from './side-reader.ts';

/** A reading with a recipient where its pattern left it open, or found only a thing, and the sentence shows a party. */
export function directReading(
  tree: Tree,
  reading: Reading,
  parties: PartyReader,
  sides: SideReader,
): Reading {
  const { actors, recipients } = reading;
  if (actors.length === 0 || recipients.some((token) => sides.isParty(token))) return reading;
  if (isMutual(reading) && actors.flatMap((token) => parties.partiesOf(token)).length > 1)
    return reading;
  const found = findRecipient(tree, reading, parties);
  if (found < 0) return reading;
  const words = parties.spanOf(found).text;
  // "condemned the raid on a clinic in Goma": the words stay, the party inside them says whose they are.
  const around = recipients.find((token) => isBelow(tree, found, token));
  if (around !== undefined) parties.adopt(around, found);
  const why = recipients.length > 0 ? 'the pattern names a thing' : 'no pattern names one';
  return {
    ...reading,
    recipients: around === undefined ? [found] : [around],
    steps: [...reading.steps, `"${words}" is taken for the recipient: ${why}`],
  };
}
