import type { Reading } from '../predicates/reading.ts';
import type { QuantityExpression } from '../quantities/find-quantities.ts';
import type { Quantity } from '../record.ts';
import { hasSubject, isBelow, type Tree, tellsOfAnother } from '../syntax/tree.ts';

/** Quantities among the event's words, arguments and what hangs on them. */
export function quantitiesOf(
  tree: Tree,
  reading: Reading,
  quantities: readonly QuantityExpression[],
): Quantity[] {
  const roots = [reading.head, ...reading.trigger];
  return quantities
    .filter(({ headToken, tokenFrom }) => {
      const anchor = headToken >= 0 ? headToken : tokenFrom;
      return roots.some(
        (root) => isBelow(tree, anchor, root) && !crossesClause(tree, anchor, root),
      );
    })
    .map(({ value, low, high, approximate, unit, object, text, start, end }) => ({
      value,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      approximate,
      unit,
      object,
      text,
      start,
      end,
    }));
}

/** Whether a clause with a verb of its own stands between. */
function crossesClause(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at >= 0 && at !== to; at = tree.tokens[at].head) {
    if (tellsOfAnother(tree, at) || (tree.relations[at] === 'advcl' && hasSubject(tree, at)))
      return true;
  }
  return false;
}
