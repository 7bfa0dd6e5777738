import type { GazetteerEntry, GazetteerKind } from './entry.ts';
import {
  checkSector,
  faultAt,
  type LexiconLine,
  type NameSink,
  placeOf,
  readSpellings,
} from './lexicon-lines.ts';

const lineKinds: Readonly<Record<string, GazetteerKind>> = {
  name: 'country',
  people: 'people',
  capital: 'capital',
  metonym: 'metonym',
  place: 'region',
};

/**
 * Reads `South Korea = KOR` with its indented lines `name:`, `people:`, `capital:`, `metonym:` and `place:`.
 * Spellings of one place are parted by a slash: `Kyiv / Kiev`. `metonym MIL:` gives the sector of the whole line,
 * `Pentagon = MIL` that of one name; a metonym without one is GOV. Returns the countries' names by code.
 */
export function readCountries(
  lines: readonly LexiconLine[],
  sink: NameSink,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let country: GazetteerEntry | null = null;
  for (const line of lines) {
    const { text, indented } = line;
    if (!indented) {
      country = readHead(line);
      sink(country.name, false, country, line);
      if (!names.has(country.country!)) names.set(country.country!, country.name);
      continue;
    }
    if (country === null) {
      const expected = 'a line such as "South Korea = KOR" above it';
      throw faultAt(line, `"${text}" before any country`, expected);
    }
    const colon = text.indexOf(':');
    const [label, sector, ...more] = text.slice(0, Math.max(colon, 0)).split(' ');
    const kind = lineKinds[label];
    if (colon < 0 || kind === undefined || more.length > 0) {
      const expected = `one of ${Object.keys(lineKinds).join(', ')} and a colon`;
      throw faultAt(line, `unknown line "${text.slice(0, 30)}"`, expected);
    }
    if (sector !== undefined) checkSector(sector, line);
    for (const item of text.slice(colon + 1).split(';')) {
      if (item.trim() !== '') readItem(item, kind, sector ?? null, country, line, sink);
    }
  }
  return names;
}

function readHead(line: LexiconLine): GazetteerEntry {
  const equals = line.text.indexOf('=');
  const name = line.text.slice(0, Math.max(equals, 0)).trim();
  const code = line.text.slice(equals + 1).trim();
  if (equals < 0 || name === '' || !/^[A-Z]{3}$/.test(code)) {
    const expected = 'a country such as "South Korea = KOR", with its ISO 3166-1 alpha-3 code';
    throw faultAt(line, `"${line.text}"`, expected);
  }
  return { name, country: code, sector: null, kind: 'country', by: placeOf(line) };
}

const expectedItem = 'a name and a sector such as "Pentagon = MIL"';

function readItem(
  item: string,
  kind: GazetteerKind,
  lineSector: string | null,
  country: GazetteerEntry,
  line: LexiconLine,
  sink: NameSink,
): void {
  const [written, own, ...more] = item.split('=').map((part) => part.trim());
  if (more.length > 0) throw faultAt(line, `a second "=" in "${item.trim()}"`, expectedItem);
  if (own !== undefined) checkSector(own, line);
  const sector = own ?? lineSector ?? (kind === 'metonym' ? 'GOV' : null);
  const { name, country: code } = country;
  const entry =
    kind === 'country' ? country : { name, country: code, sector, kind, by: placeOf(line) };
  const first = readSpellings(written, entry, line, sink);
  if (first === null) throw faultAt(line, `"${item.trim()}" without a name`, expectedItem);
  if (kind !== 'country' && kind !== 'people') (entry as { name: string }).name = first;
}
