import { LexiconError } from '../lexicon-error.ts';
import type { GazetteerEntry } from './entry.ts';
import type { TermSink } from './read-countries.ts';

/**
 * Reads `name<TAB>country<TAB>latitude<TAB>longitude<TAB>population`, one city a line, after the file's `kind city`.
 * Names may have further spellings, parted by semicolons; `?` marks names that are ordinary words.
 */
export function readCities(file: string, content: string, sink: TermSink): void {
  let number = 0;
  for (const line of content.split('\n')) {
    number++;
    if (number === 1 || line === '' || line[0] === '#') continue;
    const [names, country, latitude, longitude, population] = line.split('\t');
    const entry: GazetteerEntry = {
      name: '',
      country,
      sector: null,
      kind: 'city',
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
      by: `${file}:${number}`,
    };
    if (!isCity(entry)) {
      throw new LexiconError(
        entry.by,
        `"${line.slice(0, 60)}"`,
        'name, three-letter country, latitude, longitude and population with tabs between',
      );
    }
    for (const written of names.split(';')) {
      const ordinary = written[0] === '?';
      const text = (ordinary ? written.slice(1) : written).trim();
      if (entry.name === '') (entry as { name: string }).name = text;
      sink({ text, ordinary, where: entry.by }, entry);
    }
  }
}

function isCity({ country, latitude, longitude, population }: GazetteerEntry): boolean {
  return (
    country?.length === 3 &&
    Math.abs(latitude!) <= 90 &&
    Math.abs(longitude!) <= 180 &&
    population! >= 0
  );
}
