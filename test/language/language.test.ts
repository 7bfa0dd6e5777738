import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/app/load-language.ts';

const language = loadLanguage();

test('reads a sentence to a tree', () => {
  const text = 'Russia expelled two South Korean diplomats on Friday.';
  const [sentence] = language.split(text);
  const tree = language.parse(sentence);
  expect(tree.tokens.map((token) => token.form)).toEqual([
    'Russia',
    'expelled',
    'two',
    'South',
    'Korean',
    'diplomats',
    'on',
    'Friday',
    '.',
  ]);
  expect(tree.tokens[1]).toMatchObject({ lemma: 'expel', upos: 'VERB', head: -1, deprel: 'root' });
});
