import { expect, describe as suite, test } from 'vitest';
import { createCoder } from '#coder';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon, readLexiconFolder } from '../../src/app/load-lexicon.ts';
import {
  type LexiconExample,
  readLexiconExamples,
} from '../../src/coder/lexicon/lexicon-examples.ts';
import { describe, partiesAgree } from './expected-parties.ts';

const examples = readLexiconExamples(readLexiconFolder('lexicon'));
const coder = createCoder(loadLanguage(), loadPackagedLexicon());

/** What is wrong with an example: one that is marked must fail, any other must pass. */
function fault(check: LexiconExample): string | null {
  const found = difference(check);
  if (!check.knownToFail) return found;
  return found
    ? null
    : `${check.where}: ${check.sentence}\n    passes although marked "!": take the mark away`;
}

/** What the coder makes of an example, where it is not what the lexicon says. */
function difference(check: LexiconExample): string | null {
  const { events } = coder.code({ id: 'example', text: check.sentence });
  if (check.nothing) {
    const wrong = events.filter(({ type }) => type === check.type);
    return wrong.length === 0
      ? null
      : `${check.where}: ${check.sentence}\n    expected no ${check.type}\n    found    ${wrong.map(describe).join('\n             ')}`;
  }
  const good = events.some(
    (event) =>
      event.type === check.type &&
      event.mode === check.mode &&
      partiesAgree(check.actors, event.actors) &&
      partiesAgree(check.recipients, event.recipients) &&
      (check.status === null || event.status === check.status),
  );
  if (good) return null;
  const wanted = `${check.actors.join(', ') || '-'} | ${check.type}${check.mode ? `/${check.mode}` : ''} | ${check.recipients.join(', ') || '-'}`;
  return `${check.where}: ${check.sentence}\n    expected ${wanted}\n    found    ${events.map(describe).join('\n             ') || 'nothing'}`;
}

suite('every example in the lexicon comes out as it says', () => {
  const byFile = new Map<string, LexiconExample[]>();
  for (const example of examples) {
    const file = example.where.split(':')[0];
    byFile.set(file, [...(byFile.get(file) ?? []), example]);
  }
  for (const [file, checks] of byFile) {
    test(`${file}: ${checks.length} examples`, () => {
      const faults = checks.map(fault).filter((one) => one !== null);
      expect(faults, `${faults.length} of ${checks.length}\n${faults.join('\n')}`).toHaveLength(0);
    });
  }
});
