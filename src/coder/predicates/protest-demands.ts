import { introducers, type Tree } from '../syntax/tree.ts';
import type { Reading } from './reading.ts';

/**
 * "Students staged a sit-in demanding that Serbia release …": what protesters demand or decry is part of the protest, and
 * whom it is aimed at receives the protest where nobody else does.
 */
export function joinProtestDemands(tree: Tree, readings: readonly Reading[]): readonly Reading[] {
  const protests = readings.filter(({ type }) => type === 'PROTEST');
  if (protests.length === 0) return readings;
  const aimedAt = new Map<Reading, readonly number[]>();
  const kept = readings.filter((reading) => {
    if (reading.type !== 'REQUEST' && reading.type !== 'ACCUSE') return true;
    const protest = protests.find((one) => isPurposeOf(tree, reading, one));
    if (!protest) return true;
    if (protest.recipients.length === 0) aimedAt.set(protest, reading.recipients);
    return false;
  });
  if (aimedAt.size === 0) return kept;
  return kept.map((reading) => {
    const recipients = aimedAt.get(reading);
    return recipients ? { ...reading, recipients } : reading;
  });
}

/** Whether a demand hangs on the protest as its participle or its infinitive. */
function isPurposeOf(tree: Tree, demand: Reading, protest: Reading): boolean {
  const { deprel, head, xpos } = tree.tokens[demand.head];
  if (head < 0 || !/^(advcl|acl|xcomp)$/.test(deprel)) return false;
  if (xpos !== 'VBG' && !introducers(tree, demand.head).includes('to')) return false;
  return head === protest.head || protest.trigger.includes(head);
}
