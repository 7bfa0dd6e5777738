import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/app/load-language.ts';
import { cutDateline } from '../../../src/coder/cut-dateline.ts';

const language = loadLanguage();

describe('a dateline is parted from the sentence', () => {
  test.each([
    ['NAIROBI, Kenya (AP) -- Police arrested five men.', 'Police arrested five men.'],
    ['LILONGWE (Reuters) - Malawi recalled its envoy.', 'Malawi recalled its envoy.'],
    ['PORT-AU-PRINCE: The president resigned.', 'The president resigned.'],
    ['Lisbon, 4 May – Portugal signed the treaty.', 'Portugal signed the treaty.'],
    ['KUALA LUMPUR-- Malaysia condemned the raid.', 'Malaysia condemned the raid.'],
    ['THE HAGUE, Netherlands (AP): The court acquitted him.', 'The court acquitted him.'],
  ])('%s', (text, rest) => {
    const [sentence] = language.split(text);
    const cut = cutDateline(sentence);
    expect(cut && text.slice(cut.rest.start, cut.rest.end)).toBe(rest);
    expect(cut?.dateline.start).toBe(0);
  });

  test.each([
    'The African Union (AU) condemned the coup.',
    'NATO - Russia talks failed.',
    'OPEC: output will stay as it is.',
    'President Boni Yayi - a banker by trade - lost the vote.',
    'Kenya, Uganda and Rwanda signed the pact.',
    'Well-known writers protested.',
    'ECOWAS sent troops - the first in years - to Bissau.',
  ])('%s', (text) => {
    const [sentence] = language.split(text);
    expect(cutDateline(sentence)).toBeNull();
  });
});
