import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon } from '../../src/app/load-lexicon.ts';
import { findStartingName } from '../../src/coder/find-starting-name.ts';

const language = loadLanguage();
const { gazetteer } = loadPackagedLexicon();

function tagsOf(text: string): Record<number, string> {
  return Object.fromEntries(findStartingName(language.split(text)[0].words, gazetteer));
}

test('the country with which a sentence begins is a name', () => {
  expect(tagsOf('Fiji volunteered troops.')).toEqual({ 0: 'PROPN/NNP' });
  expect(tagsOf('Burkina Faso recalled its envoy.')).toEqual({ 0: 'PROPN/NNP', 1: 'PROPN/NNP' });
});

test('what only begins like one, belongs to one or stands later is left to the tagger', () => {
  expect(tagsOf('Fijian troops arrived.')).toEqual({});
  expect(tagsOf("Fiji's army arrived.")).toEqual({});
  expect(tagsOf('Troops of Fiji arrived.')).toEqual({});
  expect(tagsOf('"')).toEqual({});
});

test('sentences of all countries have their verb', () => {
  for (const name of ['Peru', 'Belize', 'Somalia', 'Malawi', 'Cameroon', 'Barbados', 'Honduras']) {
    const [sentence] = language.split(`${name} promised to release prisoners.`);
    const { tokens } = language.parse(sentence, findStartingName(sentence.words, gazetteer));
    expect(tokens.map(({ xpos }) => xpos)).toEqual(['NNP', 'VBD', 'TO', 'VB', 'NNS', '.']);
  }
});
