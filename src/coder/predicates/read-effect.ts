import type { LightVerb } from '../lexicon/light-verbs.ts';
import { agentOf, type Frame } from '../syntax/frame.ts';
import { conjuncts, type Tree } from '../syntax/tree.ts';
import type { Reading } from './reading.ts';

/** Words before the event in which someone was hurt: "killed in a raid", "wounded during clashes". */
const eventWords = new Set(['in', 'during', 'by', 'after', 'from']);

/**
 * "An Israeli raid killed four Syrians", "five were wounded in the strike": the noun tells of the event,
 * the verb of who suffers it. Null where no noun beside the verb tells of one.
 */
export function readEffect(
  tree: Tree,
  frame: Frame,
  verbs: readonly LightVerb[],
  readAt: (token: number) => readonly Reading[],
): Reading[] | null {
  const nouns = frame.passive ? nounsAround(tree, frame) : [frame.subject];
  const sufferers = frame.passive ? [frame.subject] : frame.objects;
  for (const noun of nouns) {
    if (noun < 0) continue;
    const verb = verbs.find(
      ({ subjectIsEvent, nouns: named }) =>
        subjectIsEvent && (named === null || named.has(tree.lemmas[noun])),
    );
    if (!verb) continue;
    const readings = conjuncts(tree, noun).flatMap((token) => readAt(token));
    if (readings.length === 0) continue;
    return readings.map((reading) => withSufferers(tree, frame.head, verb, reading, sufferers));
  }
  return null;
}

function nounsAround(tree: Tree, frame: Frame): number[] {
  const phrases = frame.phrases.filter(({ introducers }) =>
    introducers.some((word) => eventWords.has(word)),
  );
  return [agentOf(tree, frame), ...phrases.map(({ head }) => head)];
}

function withSufferers(
  tree: Tree,
  head: number,
  verb: LightVerb,
  noun: Reading,
  sufferers: readonly number[],
): Reading {
  const named = sufferers.filter((token) => token >= 0 && !noun.actors.includes(token));
  const step = `"${tree.tokens[head].form}" tells who suffers the "${tree.tokens[noun.head].form}" (${verb.by})`;
  return {
    ...noun,
    head,
    trigger: [head, ...noun.trigger],
    recipients: [...new Set([...named, ...noun.recipients])],
    steps: [...noun.steps, step],
    inner: [noun],
  };
}
