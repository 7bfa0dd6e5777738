import { describe, expect, test } from 'vitest';
import { findNames } from './find-names.ts';

/** Only what is no role word: "troops", "said the minister" have a table of their own. */
function findActors(text: string, date: string | null = null): string[] {
  return findNames(text, date, { roles: false });
}

describe('bodies, groups and persons', () => {
  test.each([
    ['UN, U.N. and the Security Council', ['UN = UNO', 'U.N. = UNO', 'Security Council = UNO']],
    ['Nato and NATO', ['Nato = IGO', 'NATO = IGO']],
    ['The European Commission met in Oslo', ['European Commission = EUR GOV', 'Oslo = NOR']],
    ['Hizbullah shelled a post', ['Hizbullah = LBN REB']],
    ['al-Qaida and Al Qaeda', ['al-Qaida = IMG REB', 'Al Qaeda = IMG REB']],
    ['the Tamil Tigers and Tamils', ['Tamil Tigers = LKA REB', 'Tamils = LKA CVL']],
    ['Uighurs fled from Xinjiang', ['Uighurs = CHN CVL', 'Xinjiang = CHN']],
    ['Yonhap and the Washington Post', ['Yonhap = KOR JRN', 'Washington Post = USA JRN']],
    ["The Kremlin's spokesman Dmitry Peskov", ['Kremlin = RUS GOV', 'Dmitry Peskov = RUS GOV']],
    ['Kim Jong-un and Kim Jong Un', ['Kim Jong-un = PRK GOV', 'Kim Jong Un = PRK GOV']],
    [
      'Zelensky, Zelenskyy and Zelenskiy',
      ['Zelensky = UKR GOV', 'Zelenskyy = UKR GOV', 'Zelenskiy = UKR GOV'],
    ],
    ['Recep Tayyip Erdoğan in İzmir', ['Recep Tayyip Erdoğan = TUR GOV', 'İzmir = TUR']],
    ['Officers of the FSB and the CIA', ['FSB = RUS SPY', 'CIA = USA SPY']],
    ['Wagner fighters left Bakhmut', ['Wagner fighters = RUS UAF', 'Bakhmut = UKR']],
    ['The West Bank is not the West', ['West Bank = PSE', 'the West = -']],
    ['Ships crossed the South China Sea', ['South China Sea = -']],
    ['Khan Younis and Rafah were hit', ['Khan Younis = PSE', 'Rafah = PSE']],
    ['Toyota and Honda', ['Toyota = JPN BUS', 'Honda = JPN BUS']],
    ['The EU foreign policy chief spoke', ['EU foreign policy chief = EUR GOV']],
    ['UN peacekeepers in Goma', ['UN peacekeepers = UNO MIL', 'Goma = COD']],
  ])('%s', (text, expected) => {
    expect(findActors(text)).toEqual(expected);
  });

  test('every firm of a list has its own name', () => {
    expect(findNames('Honda', null, { name: true })).toEqual(['Honda']);
    expect(findNames('Exxon', null, { name: true })).toEqual(['ExxonMobil']);
  });
});

describe('roles', () => {
  test.each([
    ['the Russian Foreign Ministry', ['Russian = RUS', 'Foreign Ministry = GOV']],
    ['FOREIGN MINISTER RESIGNS', ['FOREIGN MINISTER = GOV']],
    ['two vice-presidents', ['vice-presidents = GOV']],
    ['masked gunmen and riot police', ['masked gunmen = UAF', 'riot police = COP']],
    ['former prime minister', ['former = ELI', 'prime minister = GOV']],
    ['an ex-minister', ['ex = ELI', 'minister = GOV']],
    [
      'the secretary-general and attorneys general',
      ['secretary-general = GOV', 'attorneys general = GOV'],
    ],
    ['Warplanes and villagers', ['Warplanes = MIL', 'villagers = CVL']],
    ['the Supreme Court and lawmakers', ['Supreme Court = JUD', 'lawmakers = LEG']],
    ['striking dockworkers', ['dockworkers = LAB']],
    ['asylum-seekers and refugees', ['asylum-seekers = REF', 'refugees = REF']],
    ['PM says no', ['PM = GOV']],
  ])('%s', (text, expected) => {
    expect(findNames(text)).toEqual(expected);
  });
});

describe('what is no name', () => {
  test.each([
    'Who is it that they told us of?',
    'It is what it is',
    'He turned up at 3 PM',
    'IT STAFF WHO MAY STRIKE MAY WIN',
    'Let him go',
    'a nice reading of mobile phones',
    'The Korean War and the Paris Agreement',
    'general elections and a general strike',
    'a military exercise',
    'guinea pigs in china shops',
    'Michael Jordan met Paris Hilton',
    'Laura Bushnell and Jane Brown',
    'the Clinton Library',
    'English-language and French fries',
    'a US$5 note',
  ])('%s', (text) => {
    expect(findActors(text)).toEqual([]);
  });

  test('an ordinary word is a name where its capital tells', () => {
    expect(findActors('On Monday Rice met Putin', '2006-05-01')).toEqual([
      'Rice = USA GOV',
      'Putin = RUS GOV',
    ]);
    expect(findActors('Rice said so', '2006-05-01')).toEqual(['Rice = USA GOV']);
    expect(findActors('Rice prices rose', '2006-05-01')).toEqual([]);
    expect(findActors('Rice Prices Rise Again', '2006-05-01')).toEqual([]);
  });
});
