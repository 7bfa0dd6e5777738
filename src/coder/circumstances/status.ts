import { spanOf } from '../entities/noun-phrase.ts';
import type { StatusWords } from '../lexicon/status-words.ts';
import type { Reading } from '../predicates/reading.ts';
import type { Span, Status } from '../record.ts';
import { hasChildBy, introducers, subtreeRange, type Tree } from '../syntax/tree.ts';
import { isAsked, isInvertedCondition } from './unreal-clauses.ts';

export interface StatusReading {
  readonly status: Status;
  readonly condition: Span | null;
  /** The words that decided, for the explanation; null where nothing speaks against the event. */
  readonly because: string | null;
}

/** Whether the sentence says that the event took place, will, might, or did not. */
export function readStatus(
  tree: Tree,
  text: string,
  reading: Reading,
  words: StatusWords,
): StatusReading {
  const condition = findCondition(tree, text, reading.head);
  const negation = isNegated(tree, reading, words);
  if (reading.status) {
    // "did not fail to release": two negations are none.
    const status = negation && reading.status === 'negated' ? 'actual' : reading.status;
    return { status, condition, because: `the lexicon: ${reading.by}` };
  }
  if (isAsked(tree, reading.head))
    return { status: 'hypothetical', condition, because: 'the question' };
  if (negation) return { status: 'negated', condition, because: negation };
  const found = climb(tree, reading, words);
  // A threat or a promise is made, whatever its fulfilment hangs on.
  if (condition && reading.about === null && (!found || found.status === 'future')) {
    const past = /^(VBD|VBN)$/.test(tree.tokens[reading.head].xpos) && !found;
    if (!past) return { status: 'hypothetical', condition, because: condition.text };
  }
  if (found) return { status: found.status, condition, because: found.because };
  return { status: 'actual', condition, because: null };
}

/** Looks at the word itself and at what it hangs on, up to the next clause that stands for itself. */
function climb(
  tree: Tree,
  reading: Reading,
  words: StatusWords,
): { status: Status; because: string } | null {
  const { tokens, children } = tree;
  for (let at = reading.head, depth = 0; at >= 0 && depth < 12; at = tokens[at].head, depth++) {
    const token = tokens[at];
    for (const child of children[at]) {
      // "will send aid" is a promise already made: the auxiliary was taken up as an operator.
      if (reading.trigger.includes(child) && reading.about) continue;
      const { lemma, form, deprel } = tokens[child];
      const relation = tree.relations[child];
      if (relation === 'aux') {
        const status =
          words.auxiliaries.get(tree.forms[child].replace('’', "'")) ??
          words.auxiliaries.get(lemma);
        const had = children[at].some(
          (other) => tokens[other].lemma === 'have' && tree.relations[other] === 'aux',
        );
        if (status && !(had && lemma === 'must')) return { status, because: `"${form}"` };
      }
      if (at === reading.head || reading.trigger.includes(at)) {
        if (relation === 'amod' || deprel === 'det') {
          const status =
            words.modifiers.get(tree.forms[child]) ?? words.modifiers.get(tree.lemmas[child]);
          if (status) return { status, because: `"${form}"` };
        }
      }
    }
    for (const word of introducers(tree, at)) {
      const status = words.introducers.get(word);
      if (status) return { status, because: `"${word}"` };
    }
    if (isInvertedCondition(tree, at))
      return { status: 'hypothetical', because: 'the inverted condition' };
    const relation = tree.relations[at];
    // The "to" of a headline that was taken up as an operator has said what it says: "Kuwait to send doctors".
    const operated =
      reading.about !== null &&
      children[at].some((child) => tree.forms[child] === 'to' && reading.trigger.includes(child));
    const infinitive = !operated && introducers(tree, at).includes('to') && token.xpos === 'VB';
    if (token.head < 0) {
      return infinitive ? { status: 'future', because: `"to ${token.form}"` } : null;
    }
    const governor = tokens[token.head];
    if (
      relation === 'acl' ||
      relation === 'xcomp' ||
      relation === 'ccomp' ||
      relation === 'nmod' ||
      relation === 'obj'
    ) {
      const governed = words.governors.get(tree.lemmas[token.head]);
      // "told reporters that Iran had sent …" tells of the past.
      const status = governed === 'future' && isPast(tree, at) ? undefined : governed;
      const clausal = relation !== 'nmod' && relation !== 'obj';
      const nominal =
        !clausal && introducers(tree, at).some((word) => word === 'of' || word === 'for');
      if (
        status &&
        !reading.trigger.includes(token.head) &&
        ((clausal && (infinitive || relation === 'ccomp')) || nominal)
      ) {
        return { status, because: `"${governor.form}"` };
      }
    }
    if (infinitive && (relation === 'advcl' || relation === 'acl'))
      return { status: 'future', because: `"to ${token.form}"` };
    if (token.deprel.endsWith(':relcl') || relation === 'advcl' || relation === 'parataxis')
      return null;
    // What is said to be so is no less so; who says it is the attribution's business.
    if (relation === 'ccomp') return null;
    if (
      relation === 'nsubj' ||
      (relation === 'obl' && tokens[at].upos === 'NOUN' && at !== reading.head)
    )
      return null;
  }
  return null;
}

/** "sent", "had sent", "has sent". */
function isPast(tree: Tree, index: number): boolean {
  if (tree.tokens[index].xpos === 'VBD') return true;
  return tree.children[index].some(
    (child) => tree.relations[child] === 'aux' && tree.tokens[child].lemma === 'have',
  );
}

function isNegated(tree: Tree, reading: Reading, words: StatusWords): string | null {
  const { tokens, children } = tree;
  for (const index of [reading.head, ...reading.trigger]) {
    for (const child of children[index]) {
      // "will not meet" is a refusal that was made: the negation was taken up by the operator.
      if (reading.trigger.includes(child)) continue;
      const form = tree.forms[child].replace('’', "'");
      if (form === 'not' || form === "n't" || form === 'never' || form === 'nt') {
        const only = tree.forms[child + 1] === 'only';
        if (!only) return `"${tokens[child].form}"`;
      }
      if (tokens[child].deprel === 'det' && form === 'no') return `"${tokens[child].form}"`;
      if (
        tree.relations[child] === 'nsubj' &&
        children[child].some(
          (one) => /^(no|neither)$/.test(tree.forms[one]) && /^(det|cc)/.test(tokens[one].deprel),
        )
      ) {
        return '"no"';
      }
    }
  }
  // "has yet to lift the ban"
  const yet = children[reading.head].some(
    (child) => tokens[child].form === 'to' && tokens[child - 1]?.form.toLowerCase() === 'yet',
  );
  if (yet) return '"yet to"';
  for (const word of introducers(tree, reading.head))
    if (words.introducers.get(word) === 'negated') return `"${word}"`;
  return null;
}

/** The if-clause on the event or on a verb above it in the same clause. */
function findCondition(tree: Tree, text: string, head: number): Span | null {
  const { tokens, children } = tree;
  for (let at = head; at >= 0; at = tokens[at].head) {
    for (const child of children[at]) {
      if (tree.relations[child] === 'advcl' && child !== head) {
        const word = introducers(tree, child).find(
          (one) => one === 'if' || one === 'unless' || one === 'provided',
        );
        if (word) {
          const { from, to } = subtreeRange(tree, child, (inner) => tokens[inner].upos === 'PUNCT');
          return spanOf(tree, text, from, to);
        }
      }
      if (
        tree.relations[child] === 'obl' &&
        /^(consent|approval|permission|agreement)$/.test(tokens[child].lemma) &&
        introducers(tree, child).includes('with') &&
        hasChildBy(tree, child, 'nmod:poss')
      ) {
        return spanOf(tree, text, tree.starts[child], tree.ends[child]);
      }
    }
    const relation = tree.relations[at];
    if (
      relation === 'advcl' ||
      relation === 'acl' ||
      relation === 'ccomp' ||
      relation === 'parataxis'
    )
      break;
  }
  return null;
}
