import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../../src/coder/gazetteer/index.ts';
import { cutWords, findNames } from './find-names.ts';

describe('office-holders by date', () => {
  test.each([
    ['Medvedev', '2007-01-01', 'RUS GOV'],
    ['Medvedev', '2021-05-05', 'RUS GOV'],
    ['Barack Obama', '2007-05-01', 'USA LEG'],
    ['Barack Obama', '2012-05-01', 'USA GOV'],
    ['Barack Obama', '2020-05-01', 'USA ELI'],
    ['Boris Johnson', '2020-01-01', 'GBR GOV'],
    ['Boris Johnson', '2024-01-01', 'GBR ELI'],
    ['Jens Stoltenberg', '2008-01-01', 'NOR GOV'],
    ['Jens Stoltenberg', '2020-01-01', 'IGO'],
    ['Ban Ki-moon', '2005-03-01', 'KOR GOV'],
    ['Ban Ki-moon', '2010-03-01', 'UNO'],
    ['Aung San Suu Kyi', '2005-01-01', 'MMR OPP'],
    ['Aung San Suu Kyi', '2018-01-01', 'MMR GOV'],
    ['Volodymyr Zelensky', '2010-01-01', 'UKR ELI'],
    ['Taliban', '2020-06-01', 'AFG REB'],
    ['Taliban', '2021-08-15', 'AFG GOV'],
    ['Taliban', '1999-06-01', 'AFG GOV'],
    ['African National Congress', '1990-01-01', 'ZAF OPP'],
    ['African National Congress', '2010-01-01', 'ZAF GOV'],
    ['Eduard Shevardnadze', '1988-01-01', 'SUN GOV'],
    ['Eduard Shevardnadze', '1999-01-01', 'GEO GOV'],
    ['Yoon Suk-yeol', '2024-04-01', 'KOR GOV'],
  ])('%s on %s is %s', (name, date, code) => {
    expect(findNames(name, date)).toEqual([`${name} = ${code}`]);
  });

  test('of two bearers of a surname the one in office is meant', () => {
    expect(findNames('Bush spoke', '1990-08-01', { name: true })).toEqual(['George H.W. Bush']);
    expect(findNames('Bush spoke', '2004-08-01', { name: true })).toEqual(['George W. Bush']);
    expect(findNames('Clinton spoke', '1996-08-01', { name: true })).toEqual(['Bill Clinton']);
    expect(findNames('Clinton spoke', '2011-08-01', { name: true })).toEqual(['Hillary Clinton']);
  });

  test('a surname alone means nobody long after its bearer left', () => {
    expect(findNames('Eisenhower spoke', '2023-01-01')).toEqual(['Eisenhower = nobody']);
    expect(findNames('Dwight Eisenhower spoke', '2023-01-01')).toEqual([
      'Dwight Eisenhower = USA ELI',
    ]);
  });

  const gazetteer = loadGazetteer({
    'actors/people.txt': [
      'kind person',
      'Ann Example = KOR ; Example',
      '  minister GOV 2013..2013-05 ; judge JUD 2014-02-03..',
    ].join('\n'),
  });
  const [match] = gazetteer.match(cutWords('Ann Example'));

  test.each([
    ['2012-12-31', 'ELI'],
    ['2013-01-01', 'GOV'],
    ['2013-05-31', 'GOV'],
    ['2013-06-01', 'ELI'],
    ['2014-02-02', 'ELI'],
    ['2014-02-03', 'JUD'],
    ['2014-02', 'JUD'],
    ['2030-01-01', 'JUD'],
    [null, 'JUD'],
  ])('a term given by year or month covers its ends: %s', (date, sector) => {
    expect(gazetteer.party(match.entries[0], date)).toEqual({ country: 'KOR', sector });
  });

  test('the term itself is handed out', () => {
    expect(gazetteer.office(match.entries[0], '2013-03-03')).toEqual({
      office: 'minister',
      country: 'KOR',
      sector: 'GOV',
      from: '2013',
      to: '2013-05',
    });
    expect(gazetteer.office(match.entries[0], '2000-01-01')).toBeNull();
  });
});
