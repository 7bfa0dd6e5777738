import type { LightVerb } from '../lexicon/light-verbs.ts';
import { agentOf, frameOf } from '../syntax/frame.ts';
import type { Tree } from '../syntax/tree.ts';
import { isMutual, type Reading } from './reading.ts';
import type { SideReader } from './side-reader.ts';

/** Whether a light verb takes this noun, with the particle that it asks for. */
export function lightFits(tree: Tree, light: LightVerb, noun: string, verb: number): boolean {
  if (light.subjectIsEvent || (light.nouns && !light.nouns.has(noun))) return false;
  if (!light.particle) return true;
  return (
    tree.lemmas[verb + 1] === light.particle ||
    frameOf(tree, verb).particles.includes(light.particle)
  );
}

/** What the noun tells, with the parties of its light verb: "launched an attack on R". */
export function liftNoun(
  tree: Tree,
  sides: SideReader,
  index: number,
  light: LightVerb,
  noun: Reading,
): Reading {
  const frame = frameOf(tree, index);
  const agent = frame.passive ? agentOf(tree, frame) : frame.subject;
  const doer = agent >= 0 ? [agent] : [];
  const party = frame.phrases
    .filter(
      ({ head, introducers }) =>
        !noun.trigger.includes(head) &&
        introducers.some((word) =>
          /^(on|against|at|to|with|from|toward|towards|upon|over|for)$/.test(word),
        ),
    )
    .map(({ head }) => head)
    .filter((head) => sides.isParty(head));
  const indirect = frame.objects.filter(
    (object) => !noun.trigger.includes(object) && object !== noun.head && sides.isParty(object),
  );
  const others = indirect.length > 0 ? indirect : party.slice(0, 1);
  const actors = light.subjectReceives
    ? union(noun.actors, others)
    : union(
        doer,
        noun.actors.filter((token) => !doer.includes(token)),
      );
  const recipients = light.subjectReceives
    ? doer
    : noun.recipients.length > 0
      ? noun.recipients
      : others.filter((token) => !actors.includes(token));
  return {
    ...noun,
    head: index,
    trigger: [index, ...noun.trigger],
    actors:
      light.subjectReceives || doer.length === 0
        ? actors
        : doer.concat(isMutual(noun) ? noun.actors : []),
    recipients: isMutual(noun) && !light.subjectReceives ? noun.recipients : recipients,
    steps: [
      ...noun.steps,
      `"${tree.tokens[index].form}" hands its subject to "${tree.tokens[noun.head].form}" (${light.by})`,
    ],
    inner: [noun],
  };
}

function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])];
}
