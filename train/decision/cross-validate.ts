import { type Decider, DecisionModel, type FeatureList, type WordGroups } from '#coder';
import { type Collected, type GoldLine, type SetName, setNames } from './collect.ts';
import { dealFolds } from './folds.ts';
import { trainDecision } from './train-decision.ts';

const foldCount = 5;

/** Models that have each not seen a part of the development documents. */
export class CrossValidation implements Decider {
  readonly fingerprint = 'cross-validation';
  readonly groups: WordGroups | null;
  readonly #folds = new Map<string, number>();
  readonly #models: DecisionModel[] = [];
  #model: DecisionModel;

  constructor(
    sets: Readonly<Partial<Record<SetName, readonly GoldLine[]>>>,
    collected: readonly Collected[],
    groups: WordGroups | null,
  ) {
    this.groups = groups;
    for (const set of setNames)
      for (const [id, fold] of dealFolds(sets[set] ?? [], foldCount)) this.#folds.set(id, fold);
    for (let fold = 0; fold < foldCount; fold++) {
      const seen = collected.filter(({ document }) => this.#folds.get(document) !== fold);
      this.#models.push(new DecisionModel(trainDecision(seen, groups)));
    }
    this.#model = this.#models[0];
  }

  /** From now on decides as the model that has not seen this document. */
  leaveOut(document: string): void {
    this.#model = this.#models[this.#folds.get(document) ?? 0];
  }

  judge(features: FeatureList): Float32Array {
    return this.#model.judge(features);
  }

  reasons(features: FeatureList, ...rest: [Parameters<Decider['reasons']>[1], number]): string[] {
    return this.#model.reasons(features, ...rest);
  }
}
