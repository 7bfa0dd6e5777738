import { spanOf } from '../entities/noun-phrase.ts';
import type { Reading } from '../predicates/reading.ts';
import type { Span } from '../record.ts';
import type { Tree } from '../syntax/tree.ts';

/** Longest stretch of words that is shown as one trigger. */
const longestTrigger = 8;

/** The clause around the event. */
export function evidenceOf(tree: Tree, text: string, head: number): Span {
  const { tokens } = tree;
  let clause = head;
  for (let at = head; at >= 0; at = tokens[at].head) {
    clause = at;
    const relation = tree.relations[at];
    const verbal = tokens[at].upos === 'VERB' || tokens[at].upos === 'AUX';
    if (
      verbal &&
      (relation === 'ccomp' ||
        relation === 'advcl' ||
        relation === 'parataxis' ||
        (relation === 'conj' && at !== head))
    )
      break;
  }
  return trimmed(tree, text, tree.starts[clause], tree.ends[clause]);
}

/** A clause without the marks at its edges that belong to what stands around it, such as a comma or half a pair of quotation marks. */
function trimmed(tree: Tree, text: string, start: number, end: number): Span {
  const { tokens } = tree;
  let from = start;
  let to = end;
  const holds = (mark: RegExp): boolean => {
    for (let at = from + 1; at < to - 1; at++) if (mark.test(tokens[at].form)) return true;
    return mark.test(tokens[to - 1].form);
  };
  while (from < to - 1 && /^[,;:.)—–”’-]$/.test(tokens[from].form)) from++;
  if (from < to - 1 && /^["“]$/.test(tokens[from].form) && !holds(/^["”]$/)) from++;
  while (to > from + 1 && /^[,;:(—–“-]$/.test(tokens[to - 1].form)) to--;
  return spanOf(tree, text, from, to);
}

/** The words that tell of the event, as one stretch around the head. */
export function triggerOf(tree: Tree, text: string, reading: Reading): Span {
  let from = reading.head;
  let to = reading.head + 1;
  for (const token of [...reading.trigger].sort((a, b) => a - b)) {
    if (Math.max(to, token + 1) - Math.min(from, token) > longestTrigger) continue;
    from = Math.min(from, token);
    to = Math.max(to, token + 1);
  }
  return spanOf(tree, text, from, to);
}
