import { introducers, type Tree } from './tree.ts';

const quantityNouns = new Set(
  `dozen score hundred thousand million billion ten number group handful pair couple lot series string wave majority
  plenty bunch batch half third quarter minority rest percent some most many all several few part contingent first`.split(
    /\s+/,
  ),
);

/** What a quantity is of: "drones" in "dozens of drones", "troops" in "some of its troops", "prisoners" in "11 of the prisoners"; −1 where the head is no quantity. */
export function countedBy(tree: Tree, head: number): number {
  if (!quantityNouns.has(tree.lemmas[head]) && tree.tokens[head].upos !== 'NUM') return -1;
  return tree.children[head].find((child) => introducers(tree, child).includes('of')) ?? -1;
}
