import type { Party } from '../record.ts';

/** Sectors of a state and its people; rebels, firms and the press may come from anywhere. */
const homely = new Set([
  'GOV',
  'MIL',
  'COP',
  'JUD',
  'LEG',
  'OPP',
  'PTY',
  'ELI',
  'CVL',
  'LAB',
  'EDU',
]);
const aboveStates = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'MNC']);

/**
 * "The police arrested …", "President Awori declined …": an office whose country goes without saying gets the one
 * where the event takes place, or the one that the document is about, unless that is the other side's.
 */
export function placeAtHome(
  parties: readonly Party[],
  others: readonly Party[],
  place: string | null,
  homes: () => readonly string[],
): readonly Party[] {
  if (!parties.some(isUnplaced)) return parties;
  const country =
    place ?? homes().find((home) => !others.some((other) => other.country === home)) ?? null;
  if (country === null || aboveStates.has(country)) return parties;
  return parties.map((party) => (isUnplaced(party) ? placedIn(party, country) : party));
}

function placedIn(party: Party, country: string): Party {
  const { start, end, text, name, sector, entity } = party;
  return { start, end, text, name, country, sector, entity };
}

function isUnplaced({ country, sector }: Party): boolean {
  return country === null && sector !== null && homely.has(sector);
}
