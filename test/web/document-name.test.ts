import { expect, test } from 'vitest';
import { documentName } from '../../src/web/parts/document-name.ts';

test.each([
  ['Envoys out', 'One.\n\nTwo.', { name: 'Envoys out', beginning: 'One. Two.' }],
  [null, 'A headline\n\nThe text.', { name: 'A headline', beginning: 'The text.' }],
  ['  ', ' \r\n First.', { name: 'First.', beginning: '' }],
  [null, ' \n ', { name: 'the-id', beginning: '' }],
])('title %j over %j', (title, opening, expected) => {
  expect(documentName({ id: 'the-id', title, opening })).toEqual(expected);
});

test('a first line that is long is cut at a word', () => {
  const { name } = documentName({ id: 'x', title: null, opening: 'word '.repeat(40) });
  expect(name).toBe(`${'word '.repeat(19)}word …`);
});
