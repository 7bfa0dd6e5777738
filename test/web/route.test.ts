import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentAddress, parseRoute, shortEventId } from '../../src/web/router/route.ts';

describe('parseRoute', () => {
  test.each([
    ['/', 'documents'],
    ['/documents', 'documents'],
    ['/documents/', 'documents'],
    ['/events', 'events'],
    ['/paste', 'paste'],
    ['/documents/a/b', 'unknown'],
    ['/documents/%', 'unknown'],
    ['/nowhere', 'unknown'],
  ])('%s is %s', (path, name) => {
    expect(parseRoute(path).name).toBe(name);
  });

  test('a document of any id is found at its address', () => {
    const ids = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(ids, (id) => {
        const { pathname } = new URL(documentAddress(id), 'http://localhost');
        fc.pre(id !== '.' && id !== '..');
        expect(parseRoute(pathname)).toEqual({ name: 'document', id });
      }),
    );
  });
});

test('an event is named within its document', () => {
  expect(shortEventId('note', 'note#3')).toBe('3');
  expect(shortEventId('note', 'other#3')).toBe('other#3');
  expect(documentAddress('a b', 'a b#3')).toBe('/documents/a%20b?event=3');
});
