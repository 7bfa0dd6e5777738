import type { DateExpression } from '../dates/find-dates.ts';
import type { Reading } from '../predicates/reading.ts';
import type { EventDate } from '../record.ts';
import { isBelow, type Tree, tellsOfAnother } from '../syntax/tree.ts';

/** Words of speech whose own date is not the date of what is told. */
type IsSpeech = (lemma: string) => boolean;

/**
 * The date that the sentence gives an event: one on the event itself or inside its arguments first, then one on the
 * clause above, but not the day on which somebody merely spoke of it.
 */
export function readDate(
  tree: Tree,
  reading: Reading,
  dates: readonly DateExpression[],
  isSpeech: IsSpeech,
): EventDate | null {
  let best: DateExpression | undefined;
  let bestDistance = Infinity;
  for (const date of dates) {
    // "after the attack of 3 May" dates the attack.
    if (date.from === null || /^(before|after|until)$/.test(date.bound)) continue;
    const distance = distanceTo(tree, reading, date, isSpeech);
    if (distance < bestDistance) {
      best = date;
      bestDistance = distance;
    }
  }
  if (!best || best.from === null) return null;
  const { from, to, text, start, end } = best;
  return { from, to, text, start, end, basis: 'text' };
}

/** Steps through the tree between a date and the event; Infinity where the date belongs to something else. */
function distanceTo(
  tree: Tree,
  reading: Reading,
  date: DateExpression,
  isSpeech: IsSpeech,
): number {
  const { tokens } = tree;
  const anchor = topOf(tree, date.tokenFrom, date.tokenTo);
  const own = new Set([reading.head, ...reading.trigger]);
  // Downwards: the date hangs below the event.
  let steps = 0;
  for (let at = anchor; at >= 0; at = tokens[at].head, steps++) {
    if (own.has(at)) return steps;
    if (at !== anchor && tellsOfAnother(tree, at)) break;
  }
  // Upwards: the date hangs on a word above the event.
  let up = 0;
  let below = '';
  const holder = tokens[anchor].head;
  for (let at = reading.head; at >= 0; at = tokens[at].head, up++) {
    if (at === holder) {
      const spoken = !own.has(at) && tokens[at].upos === 'VERB' && isSpeech(tree.lemmas[at]);
      // What is announced on a day, or done by the same words, happens on that day; what is told may be older.
      if (spoken && !/^(obj|advcl)$/.test(below)) return Infinity;
      return 3 + up;
    }
    const relation = tree.relations[at];
    below = relation;
    if (
      holder >= 0 &&
      tokens[at].head >= 0 &&
      relation !== 'acl:relcl' &&
      isBelow(tree, holder, tokens[at].head) &&
      !isBelow(tree, holder, at)
    ) {
      const sibling = tree.relations[holder];
      if (
        (sibling === 'obl' || sibling === 'nmod' || sibling === 'obj') &&
        tokens[holder].head === tokens[at].head
      )
        return 6 + up;
    }
    if (tokens[at].deprel.endsWith(':relcl')) return Infinity;
  }
  return Infinity;
}

/** The token of a range that hangs on something outside it. */
function topOf(tree: Tree, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const { head } = tree.tokens[index];
    if (head < from || head >= to) return index;
  }
  return from;
}
