import { describe, expect, test } from 'vitest';
import { deliveredGazetteer, findNames } from './find-names.ts';

describe('countries', () => {
  test.each([
    ['South Korea and N. Korea met', ['South Korea = KOR', 'N. Korea = PRK']],
    ['Two South-Korean diplomats', ['South-Korean = KOR']],
    ['S. Koreans and the U.S.-led force', ['S. Koreans = KOR', 'U.S. = USA']],
    ['He told us that the US would help us', ['US = USA']],
    [
      'The United States’ allies, the UK and the U.A.E.',
      ['United States = USA', 'UK = GBR', 'U.A.E. = ARE'],
    ],
    ["Côte d’Ivoire and Cote d'Ivoire", ['Côte d’Ivoire = CIV', "Cote d'Ivoire = CIV"]],
    ['Danes, a Dane and the Danish minister', ['Danes = DNK', 'Dane = DNK', 'Danish = DNK']],
    ['Türkiye, Turkey and TURKEY', ['Türkiye = TUR', 'Turkey = TUR', 'TURKEY = TUR']],
    ['cold turkey on fine china', []],
    ['South Sudan is not Sudan', ['South Sudan = SSD', 'Sudan = SDN']],
    [
      'Papua New Guinea, Guinea-Bissau, Guinea',
      ['Papua New Guinea = PNG', 'Guinea-Bissau = GNB', 'Guinea = GIN'],
    ],
    ['The Pentagon and the White House', ['Pentagon = USA MIL', 'White House = USA GOV']],
    ['the Elysee and the Élysée Palace', ['Elysee = FRA GOV', 'Élysée Palace = FRA GOV']],
    ['Polish troops polish boots', ['Polish = POL']],
    ['anti-American and non-Russian', ['American = USA', 'Russian = RUS']],
    ["Kyiv's and Kiev's envoys", ['Kyiv = UKR', 'Kiev = UKR']],
    ['SOUTH KOREA WARNS NORTH KOREA', ['SOUTH KOREA = KOR', 'NORTH KOREA = PRK']],
    ['A 27-year-old male nurse in Male', ['Male = MDV']],
    ['Male Suspect Arrested After Chase', []],
    ['Gazans left Gaza for the West Bank', ['Gazans = PSE', 'Gaza = PSE', 'West Bank = PSE']],
  ])('%s', (text, expected) => {
    expect(findNames(text, null, { roles: false })).toEqual(expected);
  });

  test('an ambiguous name lists its readings, best first', () => {
    const gazetteer = deliveredGazetteer();
    const word = (form: string) => [{ form, start: 0, end: form.length }];
    const codes = (form: string) =>
      gazetteer.match(word(form))[0].entries.map(({ country }) => country);
    expect(codes('Congo')).toEqual(['COD', 'COG']);
    expect(codes('Korea').slice(0, 2)).toEqual(['KOR', 'PRK']);
    expect(codes('Dominicans')).toEqual(['DOM', 'DMA']);
  });

  test('a code has its country’s name', () => {
    expect(deliveredGazetteer().countryName('KOR')).toBe('South Korea');
    expect(deliveredGazetteer().countryName('UNO')).toBeNull();
  });
});
