import type { CodedEvent, Party } from '../record.ts';

/** `RUS GOV` or `"the rebels"`, as lexicon examples and golden sentences write a party. */
function agrees(expected: string, party: Party): boolean {
  const words = /^"(.*)"$/.exec(expected)?.[1];
  if (words !== undefined)
    return party.text.toLowerCase().includes(words.toLowerCase().replace(/^the /, ''));
  const [country, sector] = expected.split(/\s+/);
  return party.country === country && (sector === undefined || party.sector === sector);
}

/** Whether these are the parties expected, each one and no other country. */
export function partiesAgree(expected: readonly string[], parties: readonly Party[]): boolean {
  const all = expected.every((one) => parties.some((party) => agrees(one, party)));
  const placed = parties.filter(({ country }) => country !== null);
  return all && placed.every((party) => expected.some((one) => agrees(one, party)));
}

/** An event as the text tables write it. */
export function describe(event: CodedEvent): string {
  const side = (parties: readonly Party[]): string =>
    parties
      .map(({ country, sector, text }) =>
        country ? [country, sector].filter(Boolean).join(' ') : `"${text}"`,
      )
      .join(', ') || '-';
  const kind = event.mode ? `${event.type}/${event.mode}` : event.type;
  return `${side(event.actors)} | ${kind} | ${side(event.recipients)} | ${event.status}   (${event.by})`;
}
