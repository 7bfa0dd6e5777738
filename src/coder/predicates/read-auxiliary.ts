import { isAsked } from '../circumstances/unreal-clauses.ts';
import type { PartyReader } from '../entities/party-reader.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { outcomeFor } from '../lexicon/operators.ts';
import { frameOf } from '../syntax/frame.ts';
import type { Tree } from '../syntax/tree.ts';
import { composeReading } from './compose-reading.ts';
import type { Reading } from './reading.ts';

/**
 * "will visit", "will not meet", "said that Sudan must return the helicopter": an auxiliary is an operator over its
 * verb. With "R must E" the teller is the one who acts. "Would" and "may" announce only in reported speech;
 * elsewhere they suppose.
 */
export function readAuxiliary(
  tree: Tree,
  lexicon: Lexicon,
  index: number,
  reading: Reading,
  parties: PartyReader,
): Reading {
  if (reading.status !== null) return reading;
  const { tokens, children } = tree;
  const auxiliary = children[index].find((child) => {
    const form = tree.forms[child];
    // "Nepal to host talks": only a headline's "to" is an auxiliary.
    return lexicon.auxiliaries.has(form) && (form !== 'to' || tokens[child].upos === 'AUX');
  });
  if (auxiliary === undefined) return reading;
  const form = tree.forms[auxiliary];
  const negation = children[index].find((child) =>
    /^(not|n['’]t|never)$/i.test(tokens[child].form),
  );
  const negated = negation !== undefined;
  const operator = lexicon.auxiliaries
    .get(form)
    ?.find(({ pattern }) => pattern.negated === negated);
  if (!operator || !outcomeFor(operator, reading.type, reading.mode)) return reading;
  // "Will Iran attack?" announces nothing.
  if (isAsked(tree, index)) return reading;
  const { subject, passive } = frameOf(tree, index);
  const teller = tellerOf(tree, lexicon, index);
  if (/^(would|['’]d|may|might|could)$/.test(form) && !negated && teller === null) return reading;
  // "May have launched", "could be banned" only suppose.
  if (/^(may|might|could)$/.test(form) && (passive || isPerfect(tree, index))) return reading;
  const claimed = negation === undefined ? [auxiliary] : [auxiliary, negation];
  // "Analysts said Serbia may attack" is a guess; of oneself it is a threat.
  if (/^(may|might|could)$/.test(form) && !speaksOfItself(parties, teller, subject)) return reading;
  if (operator.pattern.subject?.role === 'R') {
    if (teller === null || teller < 0 || subject < 0 || teller === subject) return reading;
    const sides = { actors: [teller], recipients: [subject] };
    return composeReading(index, claimed, sides, operator, reading, 0);
  }
  // Of two who "will not meet" the subject is the one who refuses.
  const others = reading.actors.filter((token) => token !== subject);
  const sides =
    others.length > 0 && others.length < reading.actors.length
      ? { actors: [subject], recipients: [...reading.recipients, ...others] }
      : reading;
  return composeReading(index, claimed, sides, operator, reading, 0);
}

/**
 * "Russia said Sudan must return the helicopter", where "return" tells of no event that the lexicon knows: whoever says
 * that another must, asks. Null where nobody says so, or where it is left open who must.
 */
export function readObligation(tree: Tree, lexicon: Lexicon, index: number): Reading | null {
  const auxiliary = tree.children[index].find((child) =>
    lexicon.auxiliaries.has(tree.forms[child]),
  );
  if (auxiliary === undefined) return null;
  const operator = lexicon.auxiliaries
    .get(tree.forms[auxiliary])
    ?.find(({ pattern }) => !pattern.negated && pattern.subject?.role === 'R');
  const teller = operator ? tellerOf(tree, lexicon, index) : null;
  if (!operator || teller === null || teller < 0) return null;
  const { subject, passive } = frameOf(tree, index);
  if (subject < 0 || passive || subject === teller) return null;
  return {
    type: 'REQUEST',
    mode: null,
    status: null,
    head: index,
    trigger: [auxiliary, index],
    actors: [teller],
    recipients: [subject],
    by: operator.by,
    pattern: operator.pattern.source.trim(),
    weak: false,
    needsActor: true,
    needsRecipient: true,
    specificity: operator.pattern.specificity,
    steps: [],
    about: null,
    inner: [],
  };
}

/** Whether the one who speaks is on the side of the one spoken of: "the premier said Laos may", "Laos said it may". */
function speaksOfItself(parties: PartyReader, teller: number | null, subject: number): boolean {
  if (teller === null || teller < 0 || subject < 0) return false;
  const speakers = parties.partiesOf(teller);
  const doers = parties.partiesOf(subject);
  return speakers.some((speaker) =>
    doers.some(
      (doer) =>
        speaker.entity === doer.entity ||
        (speaker.country !== null && speaker.country === doer.country) ||
        (speaker.country === null && speaker.sector === 'GOV'),
    ),
  );
}

function isPerfect(tree: Tree, index: number): boolean {
  return tree.children[index].some(
    (child) => tree.relations[child] === 'aux' && tree.lemmas[child] === 'have',
  );
}

/** Subject of the verb of speech above a clause (−1 where it has none); null where no speech is reported. */
export function tellerOf(tree: Tree, lexicon: Lexicon, index: number): number | null {
  const { deprel, head } = tree.tokens[index];
  if (head >= 0 && deprel === 'ccomp' && lexicon.speech.verbs.has(tree.lemmas[head]))
    return frameOf(tree, head).subject;
  // "Sudan must return it, Russia said."
  const said = tree.children[index].find(
    (child) =>
      // A clause at the end may be taken for a relative one: "…, its minister said on Monday".
      /^(parataxis|acl)$/.test(tree.relations[child]) &&
      child > index &&
      lexicon.speech.verbs.has(tree.lemmas[child]),
  );
  return said === undefined ? null : frameOf(tree, said).subject;
}
