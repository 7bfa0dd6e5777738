import { describe, expect, test } from 'vitest';
import { readCameoCode } from '../../../src/coder/dictionaries/cameo-code.ts';
import { writePhrase } from '../../../src/coder/dictionaries/phrase.ts';
import { recogniseDictionary } from '../../../src/coder/dictionaries/recognise-dictionary.ts';
import { layTerms, readDay } from '../../../src/coder/dictionaries/restrictions.ts';
import { openGazetteer, readNameFiles } from '../../../src/coder/gazetteer/index.ts';
import { findNames } from '../gazetteer/find-names.ts';

const countries = new Set(['USA', 'GHA', 'PSE', 'ROU', 'SUN', 'TGO']);

/** Countries as the packaged lexicon has them. */
const packaged = {
  'actors/countries.txt': 'kind country\nGhana = GHA\n  people: Ghanaian(s)\nTogo = TGO',
  'roles/roles.txt': 'kind role\nAGR: reed cutter(s)\nGOV: minister(s)',
};

function load(files: Record<string, string>) {
  const names = readNameFiles(packaged, files);
  const gazetteer = openGazetteer(names);
  return {
    faults: names.faults.map(({ where, found }) => `${where}: ${found}`),
    find: (text: string, date: string | null = null) => findNames(text, date, {}, gazetteer),
  };
}

test.each([
  ['USA', 'USA', null],
  ['USAGOV', 'USA', 'GOV'],
  ['GHAGOVMIL', 'GHA', 'GOV'],
  ['GHAMED', 'GHA', 'JRN'],
  ['GHAHLH', 'GHA', 'MED'],
  ['GHASEP', 'GHA', 'REB'],
  ['GHAMOSREB', 'GHA', 'REB'],
  ['GHACHRCTH', 'GHA', 'REL'],
  ['PALGOV', 'PSE', 'GOV'],
  ['ROM', 'ROU', null],
  ['SUN', 'SUN', null],
  ['GHASUN', 'GHA', 'REL'],
  ['IGOUNO', 'UNO', null],
  ['IGOUNOJUDICJ', 'UNO', 'JUD'],
  ['IGOEUREEC', 'EUR', null],
  ['IGOWAF', 'IGO', null],
  ['NGM', 'NGO', null],
  ['MNCUSAMED', 'MNC', 'JRN'],
  ['EURGOV', null, 'GOV'],
  ['REB', null, 'REB'],
])('code %s is %s %s', (code, country, sector) => {
  expect(readCameoCode(code, countries)).toEqual({ country, sector });
});

test.each(['kur', 'QQQ', 'USAG', '---', 'ISR/PAL'])('code %s says nothing we could say', (code) => {
  expect(readCameoCode(code, countries)).toBeNull();
});

test.each([
  ['010120', '2001-01-20'],
  ['301231', '2030-12-31'],
  ['310101', '1931-01-01'],
  ['19270101', '1927-01-01'],
  ['20000229', '2000-02-29'],
  ['010229', null],
  ['2004017', null],
])('day %s is %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test('the first restriction that covers a day holds; terms neither overlap nor go back', () => {
  const open = { country: 'GHA', sector: 'ELI', from: null, to: null };
  const restrictions = [
    { country: 'GHA', sector: 'GOV', from: '2001-01-20', to: '2005-01-20' },
    { country: 'GHA', sector: 'OPP', from: '2004-06-01', to: '2008-12-31' },
    open,
  ];
  expect(layTerms(restrictions)).toEqual([
    { ...open, office: '', to: '2001-01-19' },
    { ...restrictions[0], office: '' },
    { ...restrictions[1], office: '', from: '2005-01-21' },
    { ...open, office: '', from: '2009-01-01' },
  ]);
});

test.each([
  ['AMA_DARKOH_', 'Ama Darkoh'],
  ['THE_RIVER_GUARD', 'River Guard'],
  ['LEAGUE OF_THE_LAKES_', 'League of the Lakes'],
  ['KO-FI_MEN-SAH', 'Ko-fi Men-sah'],
  ['HASSAN_AL-BASHO', 'Hassan al-basho'],
  ['JO_MCTAVISH', 'Jo mctavish'],
  ['MCTAVISH', 'mctavish'],
  ['AL-BASHO', 'al-basho'],
  ['UNESCO_', 'UNESCO'],
  ['J.B._DARKOH', 'J.B. Darkoh'],
])('%s is written "%s"', (phrase, written) => {
  expect(writePhrase(phrase)).toBe(written);
});

describe('an actors dictionary', () => {
  const { faults, find } = load({
    'field.actors.txt': [
      '# head <!-- and more -->',
      '<!-- a comment',
      'NOT_READ [GHA]',
      '-->',
      '<NOUN>',
      'AMA_DARKOH_  ; who she is',
      '+DARKOH',
      '\t[GHAGOV 010120-050120]',
      '\t[GHAELI]',
      'RIVER_GUARD_ [TGOUAF]',
      'LAKE_STATE [GHA] # another name of a country',
      'KOFI_TWICE_ [GHAMIL <991231] [GHAOPP >20000101]',
      'LAKE_ACCORD [---]',
      'LANTERN_FESTIVAL',
      'OLD_FRONT [kur]',
      'BOTH_SIDES [GHA/TGO]',
      'ODD_DATE [GHAGOV 20040231-20050101]',
      'ODD_ORDER [GHAGOV 20040201-20030101]',
      '  NO_PLUS [GHA]',
    ].join('\n'),
  });

  test.each([
    ['Ama Darkoh spoke', '2003-05-01', ['Ama Darkoh = GHA GOV']],
    ['DARKOH SPOKE', '2013-05-01', ['DARKOH = GHA ELI']],
    ['Ama Darkoh spoke', '2001-01-19', ['Ama Darkoh = GHA ELI']],
    ['the River Guard and Lake State', null, ['River Guard = TGO UAF', 'Lake State = GHA']],
    ['Kofi Twice spoke', '1990-01-01', ['Kofi Twice = GHA MIL']],
    ['Kofi Twice spoke', '2010-01-01', ['Kofi Twice = GHA OPP']],
    ['the Lake Accord, the Lantern Festival, Not Read', null, []],
    ['the river guard', null, []],
  ])('%s on %s', (text, date, expected) => {
    expect(find(text, date)).toEqual(expected);
  });

  test('what cannot be used is told with its line, the rest goes on', () => {
    expect(faults).toEqual([
      'own/field.actors.txt:15: code kur',
      'own/field.actors.txt:16: [GHA/TGO]',
      'own/field.actors.txt:17: date 20040231 in [GHAGOV 20040231-20050101]',
      'own/field.actors.txt:18: a time that ends before it begins, [GHAGOV 20040201-20030101]',
      'own/field.actors.txt:19: "NO_PLUS [GHA]"',
    ]);
  });
});

describe('an agents dictionary', () => {
  const { faults, find } = load({
    'dictionaries/a.txt': [
      '!PERSON! = MAN, MEN, WOMAN',
      'FERRY!PERSON! [~LAB]',
      'WATER_THIEF {WATER_THIEVES} [~CRM]',
      'LOCK_COMPANY [~BUS]',
      'RIVER_POLICE {} [~COP]',
      'RELIEF_CREW [NGO~]',
      'REED_CUTTER [~CVL]',
      'MINIST!X! [~GOV]',
      'UNCLOSED [~GOV}',
      'STRANGER [~QQQ]',
    ].join('\r\n'),
  });

  test.each([
    ['ferrymen and a Ferrywoman', ['ferrymen = LAB', 'Ferrywoman = LAB']],
    ['water thieves', ['water thieves = CRM']],
    ['lock companies', ['lock companies = BUS']],
    ['river polices', []],
    ['relief crews', ['relief crews = NGO']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test('wins over what the package says of the same words', () => {
    expect(find('reed cutters and ministers')).toEqual(['reed cutters = CVL', 'ministers = GOV']);
  });

  test('what cannot be used is told with its line', () => {
    expect(faults).toEqual([
      'own/dictionaries/a.txt:8: !X!',
      'own/dictionaries/a.txt:9: "UNCLOSED [~GOV}"',
      'own/dictionaries/a.txt:10: code ~QQQ',
    ]);
  });
});

describe('recognising', () => {
  test.each([
    ['GHANA [GHA]\n+GHANAIAN', 'actors'],
    ['AMA\n\t[GHAGOV >010101]', 'actors'],
    ['FARMER [~AGR]', 'agents'],
    ['--- GRANT [070] ---\nGRANT\n- ** LOAN [071]', 'verbs'],
    ['&MONEY\n+CASH\n', 'verbs'],
    ['Minutes of a meeting', null],
  ])('%j', (content, kind) => {
    expect(recogniseDictionary(content)).toBe(kind);
  });

  test('verbs and what is no dictionary are named as such', () => {
    const { faults } = load({ 'v.txt': '&MONEY\n+CASH', 'notes.txt': 'Minutes of a meeting' });
    expect(faults).toEqual([
      'own/notes.txt:1: no lexicon file',
      'own/v.txt:1: a PETRARCH or TABARI verb dictionary',
    ]);
  });
});

test("the user's names and no-party words win over those of the package", () => {
  const { find } = load({
    'actors/mine.txt': 'kind organization\nTogo = GHA BUS',
    'actors/none.txt': 'kind no-party\nGhana',
  });
  expect(find('Togo and Ghana')).toEqual(['Togo = GHA BUS']);
});
