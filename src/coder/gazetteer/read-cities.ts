import type { GazetteerEntry } from './entry.ts';
import { faultAt, type LexiconLine, type NameSink, placeOf } from './lexicon-lines.ts';
import type { LazyEntry } from './name-trie.ts';

/**
 * Reads `name<TAB>country<TAB>latitude<TAB>longitude<TAB>population`, one city a line. Names may have further
 * spellings, parted by semicolons; `?` marks names that are ordinary words.
 */
export function readCities(lines: readonly LexiconLine[], sink: NameSink): void {
  for (const line of lines) {
    if (!row.test(line.text)) {
      const expected =
        'name, three-letter country, latitude, longitude and population with tabs between';
      throw faultAt(line, `"${line.text.slice(0, 60)}"`, expected);
    }
    const city = new City(line);
    const names = line.text.slice(0, line.text.indexOf('\t'));
    for (const name of names.includes(';') ? names.split(';') : [names]) {
      const ordinary = name[0] === '?';
      sink(ordinary ? name.slice(1) : name, ordinary, city, line);
    }
  }
}

const row = /^([^\t]+)\t([A-Z]{3})\t(-?\d{1,2}(?:\.\d+)?)\t(-?\d{1,3}(?:\.\d+)?)\t(\d+)$/;

/** A row that is read when a text names the city first: most of the thousands are never named. */
class City implements LazyEntry {
  readonly #line: LexiconLine;
  #entry: GazetteerEntry | null = null;

  constructor(line: LexiconLine) {
    this.#line = line;
  }

  make(): GazetteerEntry {
    this.#entry ??= readRow(this.#line);
    return this.#entry;
  }
}

function readRow(line: LexiconLine): GazetteerEntry {
  const [, names, country, latitude, longitude, population] = row.exec(line.text)!;
  return {
    name: names.split(';')[0].replace('?', ''),
    country,
    sector: null,
    kind: 'city',
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: Number(population),
    by: placeOf(line),
  };
}
