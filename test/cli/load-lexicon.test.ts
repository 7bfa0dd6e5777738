import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freezeLexicon } from '#coder';
import {
  loadLexiconFolder,
  readLexiconFolder,
  readTextFiles,
  sealOf,
} from '../../src/app/load-lexicon.ts';
import { makeFolder } from './run-tightrope.ts';

it('takes the frozen lexicon as long as its files are untouched, and the files once one is edited', () => {
  const home = makeFolder();
  const [folder, frozenPath] = [join(home, 'lexicon'), join(home, 'lexicon.frozen')];
  cpSync('lexicon', folder, { recursive: true });
  const read = loadLexiconFolder(folder, frozenPath).fingerprint;
  // Another fingerprint, so that it shows which of the two was read.
  const frozen = freezeLexicon(readLexiconFolder(folder)).replace(read, 'f0f0f0f0');
  writeFileSync(frozenPath, `${sealOf(readTextFiles(folder))}\n${frozen}`);
  expect(loadLexiconFolder(folder, frozenPath).fingerprint).toBe('f0f0f0f0');

  appendFileSync(join(folder, 'actors/groups.txt'), '\nLantern Brigade = GHA REB\n');
  const edited = loadLexiconFolder(folder, frozenPath);
  expect([read, 'f0f0f0f0']).not.toContain(edited.fingerprint);
  const [match] = edited.gazetteer.match([
    { form: 'Lantern', start: 0, end: 7 },
    { form: 'Brigade', start: 8, end: 15 },
  ]);
  expect(match.entries[0]).toMatchObject({ country: 'GHA', sector: 'REB' });
});
