import { LexiconError } from '../lexicon-error.ts';
import { type GazetteerEntry, type GazetteerKind, sectors } from './entry.ts';
import { type LexiconLine, readTerms, type Term } from './lexicon-lines.ts';

/** Receives each way of writing an entry's name. */
export type TermSink = (term: Term, entry: GazetteerEntry) => void;

const lineKinds: Readonly<Record<string, GazetteerKind>> = {
  name: 'country',
  people: 'people',
  capital: 'capital',
  metonym: 'metonym',
  place: 'region',
};

/**
 * Reads `South Korea = KOR` with its indented lines `name:`, `people:`, `capital:`, `metonym:` and `place:`.
 * Spellings of one place are parted by a slash: `Kyiv / Kiev`.
 * `metonym MIL:` gives the sector of the whole line, `Pentagon = MIL` that of one name; a metonym without one is GOV.
 */
export function readCountries(lines: Iterable<LexiconLine>, sink: TermSink): void {
  let country: GazetteerEntry | null = null;
  for (const { text, indented, where } of lines) {
    if (!indented) {
      country = readHead(text, where);
      for (const term of readTerms(country.name, where)) sink(term, country);
      continue;
    }
    if (country === null)
      throw new LexiconError(
        where,
        `"${text}" before any country`,
        'a line such as "South Korea = KOR" above it',
      );
    const colon = text.indexOf(':');
    const [label, sector, ...more] = text.slice(0, Math.max(colon, 0)).split(' ');
    const kind = lineKinds[label];
    if (colon < 0 || kind === undefined || more.length > 0) {
      throw new LexiconError(
        where,
        `unknown line "${text.slice(0, 30)}"`,
        `one of ${Object.keys(lineKinds).join(', ')} and a colon`,
      );
    }
    if (sector !== undefined) checkSector(sector, where);
    for (const item of text.slice(colon + 1).split(';')) {
      if (item.trim() !== '') addItem(item, kind, sector ?? null, country, where, sink);
    }
  }
}

function readHead(text: string, where: string): GazetteerEntry {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(equals, 0)).trim();
  const code = text.slice(equals + 1).trim();
  if (equals < 0 || name === '' || !/^[A-Z]{3}$/.test(code)) {
    throw new LexiconError(
      where,
      `"${text}"`,
      'a country such as "South Korea = KOR", with its ISO 3166-1 alpha-3 code',
    );
  }
  return { name, country: code, sector: null, kind: 'country', by: where };
}

function addItem(
  item: string,
  kind: GazetteerKind,
  lineSector: string | null,
  country: GazetteerEntry,
  where: string,
  sink: TermSink,
): void {
  const [written, own, ...more] = item.split('=').map((part) => part.trim());
  if (more.length > 0)
    throw new LexiconError(
      where,
      `a second "=" in "${item.trim()}"`,
      'a name and a sector such as "Pentagon = MIL"',
    );
  if (own !== undefined) checkSector(own, where);
  const terms = written.split(' / ').flatMap((name) => readTerms(name, where));
  if (terms.length === 0)
    throw new LexiconError(
      where,
      `"${item.trim()}" without a name`,
      'a name and a sector such as "Pentagon = MIL"',
    );
  const sector = own ?? lineSector ?? (kind === 'metonym' ? 'GOV' : null);
  const name = kind === 'people' ? country.name : terms[0].text;
  const entry = kind === 'country' ? country : { ...country, name, sector, kind, by: where };
  for (const term of terms) sink(term, entry);
}

export function checkSector(sector: string, where: string): void {
  if (!sectors.has(sector)) {
    throw new LexiconError(
      where,
      `unknown sector "${sector}"`,
      `one of ${[...sectors].join(', ')}`,
    );
  }
}
