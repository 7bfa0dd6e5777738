import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contextNames, openContexts, readContexts } from '../../../src/coder/gazetteer/index.ts';

const content = readFileSync('lexicon/contexts.txt', 'utf8');
const delivered = openContexts(readContexts('contexts.txt', content));

describe('contexts of lemmas', () => {
  test.each([
    ['the army shell a village', ['military']],
    ['two spy be arrest for espionage', ['intelligence', 'repression']],
    ['voter cast ballot in the referendum', ['election']],
    ['Seoul ban the export of semiconductor', ['economic', 'technology']],
    ['the court sentence he to death', ['legal']],
    ['police use tear gas against protester', ['repression']],
    ['peacekeeper patrol the border', ['territory', 'peacekeeping']],
    ['hacker steal datum in a cyber attack', ['cyber', 'crime']],
    ['the minister be charge with bribery', ['executive', 'legal', 'corruption']],
    ['cocaine be seize', ['illegal_drugs']],
    ['an earthquake shake the island', ['disasters']],
    ['a gay pride parade be ban', ['lgbt']],
    ['North Korea test a ballistic missile with a nuclear warhead', ['military', 'cbrn']],
    ['the ambassador be summon', ['diplomatic']],
    ['refugee seek asylum', ['asylum']],
    ['he walk home', []],
    ['', []],
  ])('%s', (text, contexts) => {
    expect(delivered.contextsOf(text.split(' '))).toEqual(contexts);
  });

  test('case, diacritics and hyphens do not count', () => {
    expect(delivered.contextsOf(['DDoS'])).toEqual(['cyber']);
    expect(delivered.contextsOf(['Al', '-', 'Qaeda'])).toEqual(['terrorism']);
  });

  test('all of PLOVER’s contexts have 8 words or more', () => {
    expect(contextNames).toHaveLength(37);
    for (const name of contextNames) {
      const line = content.split('\n').find((text) => text.startsWith(`${name}:`));
      expect(line?.split(';').length, name).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('faults are told with file and line', () => {
  test.each([
    [
      'military: troops\nmilitery: tank',
      'c.txt:2: unknown context "militery"; expected one of military, intelligence',
    ],
    ['  troops', 'c.txt:1: "troops" before any context'],
    ['military: t*', 'c.txt:1: "t*"; expected two letters at least before "*"'],
  ])('%j', (text, message) => {
    expect(() => readContexts('c.txt', text)).toThrow(message);
  });

  test('lists go on in indented lines, comments end them', () => {
    const contexts = openContexts(
      readContexts('c.txt', '# head\ncyber: hack ;\n  worm ; # the virus\n  dark net'),
    );
    expect(contexts.contextsOf(['worm'])).toEqual(['cyber']);
    expect(contexts.contextsOf(['dark', 'net'])).toEqual(['cyber']);
    expect(contexts.contextsOf(['dark', 'sea'])).toEqual([]);
    expect(contexts.contextsOf(['virus'])).toEqual([]);
  });
});
