import type { ActionNames } from '../src/language/actions.ts';
import { entryOf, tally } from './tally.ts';

/** A tree with named relations. */
export interface LabelledTree {
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** A rarer pair of direction and relation gets no output of its own. */
const RAREST_ACTION = 15;

/** Relation that stands for others which have no output: an inner arc of the root, or a rare pair. */
const ROOT_FALLBACK = 'parataxis';
const RARE_FALLBACK = 'dep';

/** Directions and relations frequent enough to be learned. */
export function listActions(trees: readonly LabelledTree[]): ActionNames {
  const counts = { left: new Map<string, number>(), right: new Map<string, number>() };
  for (const { heads, relations } of trees) {
    heads.forEach((head, i) => {
      if (head >= 0) tally(head > i ? counts.left : counts.right, relations[i]);
    });
  }
  const frequent = (side: Map<string, number>) =>
    [...side.keys()].filter((relation) => side.get(relation)! >= RAREST_ACTION);
  const withFallbacks = (side: Map<string, number>) =>
    [...new Set([...frequent(side), ROOT_FALLBACK, RARE_FALLBACK])].sort();
  const left = withFallbacks(counts.left);
  const right = withFallbacks(counts.right);
  const labels = ['', ...[...new Set([...left, ...right, 'root'])].sort()];
  return { labels, left, right };
}

/** Finds the label for a gold relation in each direction: its place among the outputs for the direction. */
export class LabelFinder {
  private readonly left = new Map<string, number>();
  private readonly right = new Map<string, number>();

  constructor(private readonly names: ActionNames) {}

  leftOf(relation: string): number {
    return entryOf(this.left, relation, () => nearest(this.names.left, relation));
  }

  rightOf(relation: string): number {
    return entryOf(this.right, relation, () => nearest(this.names.right, relation));
  }
}

/** The relation itself, else without its subtype, else a fallback. */
function nearest(side: readonly string[], relation: string): number {
  const candidates = [
    relation === 'root' ? ROOT_FALLBACK : relation,
    relation.split(':')[0],
    RARE_FALLBACK,
  ];
  for (const candidate of candidates) {
    const found = side.indexOf(candidate);
    if (found >= 0) return found;
  }
  return side.indexOf(RARE_FALLBACK);
}
