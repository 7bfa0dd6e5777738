import type { GazetteerEntry } from './entry.ts';
import { faultAt, type LexiconLine, type NameSink, placeOf } from './lexicon-lines.ts';
import type { LazyEntry } from './name-trie.ts';

const row = /^([^\t]+)\t([A-Z]{3})\t(-?\d{1,2}(?:\.\d+)?)\t(-?\d{1,3}(?:\.\d+)?)\t(\d+)$/;

/**
 * Reads `name<TAB>country<TAB>latitude<TAB>longitude<TAB>population`, one city a line, after `kind city`. Names may have
 * further spellings, parted by semicolons; `?` marks names that are ordinary words. `#` starts a comment line.
 */
export function readCities(file: string, content: string, sink: NameSink): void {
  const rows = content.split('\n');
  const header = rows.findIndex((text) => text.startsWith('kind '));
  for (let i = header + 1; i < rows.length; i++) {
    const text = rows[i];
    if (text === '' || text[0] === '#') continue;
    const city = new City(text, file, i + 1);
    if (!row.test(text)) {
      const expected =
        'name, three-letter country, latitude, longitude and population with tabs between';
      throw faultAt(city, `"${text.slice(0, 60)}"`, expected);
    }
    const names = text.slice(0, text.indexOf('\t'));
    for (const name of names.includes(';') ? names.split(';') : [names]) {
      const ordinary = name[0] === '?';
      sink(ordinary ? name.slice(1) : name, ordinary, city, city);
    }
  }
}

/** A row that is read when a text names the city first: most of the thousands are never named. */
class City implements LazyEntry, LexiconLine {
  readonly text: string;
  readonly file: string;
  readonly number: number;
  #entry: GazetteerEntry | null = null;

  constructor(text: string, file: string, number: number) {
    this.text = text;
    this.file = file;
    this.number = number;
  }

  get indented(): boolean {
    return false;
  }

  make(): GazetteerEntry {
    this.#entry ??= readRow(this);
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
