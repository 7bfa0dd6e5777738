import { describe, expect, test } from 'vitest';
import { placesFile, readPlaceNames } from '../../../train/places.ts';

const city = (name: string, country: string, population: number, featureCode = 'PPL') => ({
  name,
  country,
  population,
  featureCode,
  loc: { coordinates: [126.97841, 37.56826] as [number, number] },
});

describe('making the file of cities', () => {
  const names = readPlaceNames(
    [
      '# note',
      'also KOR: Hamlet ; Other',
      'drop KOR: Bad',
      'ordinary: Nice',
      'KOR Busan = Pusan ; Fusan',
    ].join('\n'),
  );

  test('takes large towns, capitals, seats from 20,000 on and those asked for; knows spellings', () => {
    const content = placesFile(
      [
        city('Busan', 'KR', 3_000_000),
        city('Bad', 'KR', 900_000),
        city('District', 'KR', 900_000, 'PPLX'),
        city('Hamlet', 'KR', 12),
        city('Village', 'KR', 12),
        city('Seat', 'KR', 20_000, 'PPLA'),
        city('Small Seat', 'KR', 19_999, 'PPLA'),
        city('Capital', 'DE', 1, 'PPLC'),
        city('Nice', 'FR', 300_000),
        city('Goyang-si', 'KR', 400_000),
        city('Halle (Saale)', 'DE', 200_000),
        city('Donostia / San Sebastian', 'ES', 180_000),
        city('Nowhere', 'ZZ', 900_000),
      ],
      names,
    );
    const place = (code: string, population: number) => `\t${code}\t37.57\t126.98\t${population}`;
    expect(content.split('\n')).toEqual([
      'kind city',
      `Halle${place('DEU', 200_000)}`,
      `Capital${place('DEU', 1)}`,
      `Donostia;San Sebastian${place('ESP', 180_000)}`,
      `?Nice${place('FRA', 300_000)}`,
      `Busan;Pusan;Fusan${place('KOR', 3_000_000)}`,
      `Goyang${place('KOR', 400_000)}`,
      `Seat${place('KOR', 20_000)}`,
      `Hamlet${place('KOR', 12)}`,
      '',
    ]);
  });

  test('a line of no known kind is told', () => {
    expect(() => readPlaceNames('\nwhat: ever')).toThrow('train/place-names.txt:2: "what: ever"');
  });
});
