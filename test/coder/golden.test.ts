import { readdirSync, readFileSync } from 'node:fs';
import { expect, describe as suite, test } from 'vitest';
import { createCoder } from '#coder';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon } from '../../src/app/load-lexicon.ts';
import { describe } from './expected-parties.ts';
import { type GoldenSentence, golden, goldenFault } from './golden-sentences.ts';

const coder = createCoder(loadLanguage(), loadPackagedLexicon());
const folder = new URL('../golden/', import.meta.url);

suite('golden sentences', () => {
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.txt'))
    .sort()) {
    const sentences = golden(readFileSync(new URL(name, folder), 'utf8'), name);
    test(`${name}: ${sentences.length} sentences`, () => {
      const faults = sentences.map(check).filter((one) => one !== null);
      expect(faults, `${faults.length} of ${sentences.length}\n${faults.join('\n')}`).toHaveLength(
        0,
      );
    });
  }
});

function check(sentence: GoldenSentence): string | null {
  const { events } = coder.code({
    id: 'golden',
    text: sentence.text,
    ...(sentence.date ? { date: sentence.date } : {}),
  });
  const fault = goldenFault(sentence, events);
  const found = events.map(describe).join('\n      ') || 'nothing';
  if (sentence.knownToFail) {
    return fault
      ? null
      : `${sentence.where}: ${sentence.text}\n   passes although marked "!": take the mark away`;
  }
  return fault ? `${sentence.where}: ${sentence.text}\n   ${fault}; found\n      ${found}` : null;
}
