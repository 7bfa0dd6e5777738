import { expect, describe as suite, test } from 'vitest';
import { createCoder } from '#coder';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon, readLexiconFolder } from '../../src/app/load-lexicon.ts';
import {
  type LexiconExample,
  readLexiconExamples,
} from '../../src/coder/lexicon/lexicon-examples.ts';
import { tryExample } from '../../src/coder/lexicon/try-example.ts';

const examples = readLexiconExamples(readLexiconFolder('lexicon'));
const coder = createCoder(loadLanguage(), loadPackagedLexicon());

suite('every example in the lexicon comes out as it says', () => {
  const byFile = new Map<string, LexiconExample[]>();
  for (const example of examples) {
    const file = example.where.split(':')[0];
    byFile.set(file, [...(byFile.get(file) ?? []), example]);
  }
  for (const [file, checks] of byFile) {
    test(`${file}: ${checks.length} examples`, () => {
      const faults = checks.map((check) => tryExample(coder, check)).filter((one) => one !== null);
      expect(faults, `${faults.length} of ${checks.length}\n${faults.join('\n')}`).toHaveLength(0);
    });
  }
});
