import type { Coder } from '../coder.ts';
import { describe, partiesAgree } from './expected-parties.ts';
import type { LexiconExample } from './lexicon-examples.ts';

/** What is wrong with an example, in a few lines; null where nothing is. One that is marked must fail, any other must pass. */
export function tryExample(coder: Coder, example: LexiconExample): string | null {
  const found = difference(coder, example);
  if (!example.knownToFail) return found;
  return found
    ? null
    : `${example.where}: ${example.sentence}\n    passes although marked "!": take the mark away`;
}

/** What the coder makes of an example, where it is not what the lexicon says. */
function difference(coder: Coder, example: LexiconExample): string | null {
  const { where, sentence, type, mode, actors, recipients, status } = example;
  const { events } = coder.code({ id: 'example', text: sentence });
  if (example.nothing) {
    const wrong = events.filter((event) => event.type === type);
    return wrong.length === 0
      ? null
      : `${where}: ${sentence}\n    expected no ${type}\n    found    ${wrong.map(describe).join('\n             ')}`;
  }
  const good = events.some(
    (event) =>
      event.type === type &&
      event.mode === mode &&
      partiesAgree(actors, event.actors) &&
      partiesAgree(recipients, event.recipients) &&
      (status === null || event.status === status),
  );
  if (good) return null;
  const wanted = `${actors.join(', ') || '-'} | ${type}${mode ? `/${mode}` : ''} | ${recipients.join(', ') || '-'}`;
  return `${where}: ${sentence}\n    expected ${wanted}\n    found    ${events.map(describe).join('\n             ') || 'nothing'}`;
}
