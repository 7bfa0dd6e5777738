import type { GoldLine } from '../decision/collect.ts';
import { dealFolds } from '../decision/folds.ts';
import { fitConfidence } from './fit-confidence.ts';
import type { JudgedEvent } from './judge-events.ts';
import type { Judgement } from './reliability.ts';

const foldCount = 5;

/** The confidence of each event by weights that were fitted without its document and its like. */
export function crossValidateConfidence(
  events: readonly JudgedEvent[],
  sets: Readonly<Partial<Record<string, readonly GoldLine[]>>>,
): (Judgement & { readonly set: string })[] {
  const folds = new Map<string, number>();
  for (const lines of Object.values(sets))
    for (const [id, fold] of dealFolds(lines ?? [], foldCount)) folds.set(id, fold);
  const judged: (Judgement & { readonly set: string })[] = [];
  for (let fold = 0; fold < foldCount; fold++) {
    const weights = fitConfidence(events.filter(({ document }) => folds.get(document) !== fold));
    for (const { set, document, signs, right } of events) {
      if (folds.get(document) !== fold) continue;
      const sum = signs.reduce((total, name) => total + (weights.get(name) ?? 0), 0);
      judged.push({ set, right, confidence: Math.round(100 / (1 + Math.exp(-sum))) / 100 });
    }
  }
  return judged;
}
