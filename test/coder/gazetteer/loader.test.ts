import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../../src/coder/gazetteer/index.ts';
import { LexiconError } from '../../../src/coder/lexicon-error.ts';
import { cutWords, findNames } from './find-names.ts';

describe('faults are told with file and line', () => {
  test.each([
    [
      'actors/countries.txt',
      'kind country\n\nSouth Korea = KOR\n  nmae: ROK',
      'actors/countries.txt:4: unknown line "nmae: ROK"; expected one of name, people, capital, metonym, place and a colon',
    ],
    [
      'actors/countries.txt',
      'kind country\nSouth Korea = Korea',
      'actors/countries.txt:2: "South Korea = Korea"; expected a country',
    ],
    [
      'actors/countries.txt',
      'kind country\n  name: ROK',
      'actors/countries.txt:2: "name: ROK" before any country',
    ],
    [
      'actors/countries.txt',
      'kind country\nUnited States = USA\n  metonym: Pentagon = ARM',
      'actors/countries.txt:3: unknown sector "ARM"; expected one of COP, GOV',
    ],
    [
      'actors/x.txt',
      '# note\nkind countries',
      'actors/x.txt:2: "kind countries"; expected a first line such as "kind country"',
    ],
    ['actors/x.txt', '', 'actors/x.txt:1: ""; expected a first line'],
    [
      'actors/groups.txt',
      'kind group\nHamas = PSE RBE',
      'actors/groups.txt:2: unknown sector "RBE"',
    ],
    [
      'actors/groups.txt',
      'kind group\nHamas PSE REB',
      'actors/groups.txt:2: "Hamas PSE REB"; expected an entry such as',
    ],
    [
      'actors/groups.txt',
      'kind group\n  GOV 2000..',
      'actors/groups.txt:2: "GOV 2000.." before any entry',
    ],
    [
      'actors/people.txt',
      'kind person\nAnn = KOR\n  minister GOV 2013-2014',
      'actors/people.txt:3: "minister GOV 2013-2014"; expected a term of office such as',
    ],
    [
      'actors/people.txt',
      'kind person\nAnn = KOR\n  minister 2013..2014',
      'actors/people.txt:3: no sector in "minister 2013..2014"',
    ],
    [
      'actors/people.txt',
      'kind person\nAnn = KOR ; Ann(a',
      'actors/people.txt:2: "Ann(a"; expected alternatives in brackets',
    ],
    [
      'actors/people.txt',
      'kind person\nAnn = KOR ; !!',
      'actors/people.txt:2: "!!" without a letter; expected a name',
    ],
    [
      'roles/roles.txt',
      'kind role\nGVO: minister',
      'roles/roles.txt:2: unknown sector "GVO"; expected one of COP',
    ],
    ['roles/roles.txt', 'kind role\n  minister', 'roles/roles.txt:2: "minister" before any sector'],
    [
      'places/cities.txt',
      'kind city\nSeoul\tKOR\t37.5',
      'places/cities.txt:2: "Seoul\tKOR\t37.5"; expected name',
    ],
  ])('%s: %j', (file, content, message) => {
    const load = () => loadGazetteer({ [file]: content });
    expect(load).toThrow(LexiconError);
    expect(load).toThrow(message);
  });

  test('a term that ends before it begins is found when the entry is read', () => {
    const gazetteer = loadGazetteer({
      'actors/people.txt': 'kind person\nAnn = KOR\n  minister GOV 2014..2013',
    });
    expect(() => [...gazetteer.entries()]).toThrow(
      'actors/people.txt:3: a term that ends before it begins, 2014..2013',
    );
  });

  test('files of other folders are left alone', () => {
    expect(loadGazetteer({ 'events/agree.txt': 'type AGREE' }).size).toBe(0);
  });
});

describe('formats', () => {
  const gazetteer = loadGazetteer({
    'actors/a.txt': [
      'kind organization   # comment',
      'Alpha Body = IGO ; AB ; Alph(a|e)-Body',
      '  ; the Alphas',
      'JPN BUS: Beta ; Gamma / Gama   # two firms',
      '-: Delta',
    ].join('\n'),
    'actors/none.txt': 'kind no-party\nAlpha Body Building ; beta version(s)',
    'roles/r.txt': 'kind role\nMIL: gunm(a|e)n ;\n  soldier(s)\nFORMER: ex',
  });
  const find = (text: string) => findNames(text, null, {}, gazetteer);

  test.each([
    ['Alpha Body met AB', ['Alpha Body = IGO', 'AB = IGO']],
    ['alpha body and ab', []],
    ['ALPHA BODY MET', ['ALPHA BODY = IGO']],
    ['the Alphas and Alphas', ['the Alphas = IGO']],
    ['Alpha-Body and Alphe Body', ['Alpha-Body = IGO', 'Alphe Body = IGO']],
    ['Alpha, Body', []],
    ['Alpha Body Building grew', []],
    ['Beta and Gama', ['Beta = JPN BUS', 'Gama = JPN BUS']],
    ['a beta version', []],
    ['Delta', ['Delta = -']],
    ['GUNMEN, Gunman, soldiers', ['GUNMEN = MIL', 'Gunman = MIL', 'soldiers = MIL']],
    ['ex-soldiers', ['ex = ELI', 'soldiers = MIL']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test('an entry tells where it stands', () => {
    const [match] = gazetteer.match(cutWords('Gama'));
    expect(match.entries).toEqual([
      { name: 'Gamma', country: 'JPN', sector: 'BUS', kind: 'organization', by: 'actors/a.txt:4' },
    ]);
  });

  test('a city has its place on the map', () => {
    const cities = loadGazetteer({
      'places/c.txt': 'kind city\nSmall;Smal\tKOR\t37.57\t126.98\t10\nSmall\tUSA\t1\t-2\t500',
    });
    const [match] = cities.match(cutWords('Small'));
    expect(match.entries.map(({ country }) => country)).toEqual(['USA', 'KOR']);
    expect(match.entries[1]).toEqual({
      name: 'Small',
      country: 'KOR',
      sector: null,
      kind: 'city',
      latitude: 37.57,
      longitude: 126.98,
      population: 10,
      by: 'places/c.txt:2',
    });
  });
});
