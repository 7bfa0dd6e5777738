import { introducers, type Tree } from '../syntax/tree.ts';

/** "Did Russia hack the waterworks?": whether a sentence asks if its main clause, with the event in it, is so. */
export function isAsked(tree: Tree, event: number): boolean {
  const { tokens } = tree;
  const last = tokens.findLastIndex(({ form }) => !/^["”’')\]]+$/.test(form));
  if (tokens[last]?.form !== '?') return false;
  let at = event;
  while (at >= 0 && tokens[at].head >= 0) {
    // What a clause of time, cause or description says is taken for granted.
    if (/^(advcl|acl)/.test(tokens[at].deprel)) return false;
    at = tokens[at].head;
  }
  return at >= 0 && isInverted(tree, at);
}

/** "Had Iran attacked, …", "Should Iran attack, …": a condition without "if". */
export function isInvertedCondition(tree: Tree, clause: number): boolean {
  if (tree.relations[clause] !== 'advcl' || introducers(tree, clause).length > 0) return false;
  return isInverted(tree, clause) && /^(had|should|were)$/.test(tree.forms[firstOf(tree, clause)]);
}

/** Whether a clause begins with its auxiliary, before the subject. */
function isInverted(tree: Tree, clause: number): boolean {
  const first = firstOf(tree, clause);
  const subject = tree.children[clause].find((child) => tree.relations[child] === 'nsubj');
  const relation = tree.relations[first];
  return subject !== undefined && first < subject && (relation === 'aux' || relation === 'cop');
}

/** The first of the words that hang on a verb, punctuation and conjunctions left aside. */
function firstOf(tree: Tree, clause: number): number {
  const words = tree.children[clause].filter(
    (child) => tree.relations[child] !== 'punct' && tree.relations[child] !== 'cc',
  );
  return Math.min(clause, ...words);
}
