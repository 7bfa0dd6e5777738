/** One document → its coded record. No input or output; runs in a browser. */

export {
  type ConfidenceEstimate,
  type EventSigns,
  estimateBy,
  signNames,
} from './circumstances/confidence.ts';
export { type Coder, createCoder } from './coder.ts';
export { type Candidate, placesOf } from './decision/candidate.ts';
export { type Decider, DecisionModel, type DecisionWeights } from './decision/decision-model.ts';
export { FeatureList, featureKinds } from './decision/feature-list.ts';
export { readDecisionModel } from './decision/read-decision-model.ts';

export { WordGroups } from './decision/word-groups.ts';
export { recogniseDictionary } from './dictionaries/index.ts';
export { ownPrefix } from './gazetteer/index.ts';

export * from './input-error.ts';
export type { ConfidenceWeights } from './lexicon/confidence-weights.ts';
export {
  freezeLexicon,
  type Lexicon,
  type LexiconFiles,
  loadLexicon,
  thawLexicon,
} from './lexicon/lexicon.ts';
export { type LexiconExample, readLexiconExamples } from './lexicon/lexicon-examples.ts';
export { tryExample } from './lexicon/try-example.ts';
export { LexiconError, type LexiconFault } from './lexicon-error.ts';
export { intensityOf, isEventType, mutualTypes, ontology } from './ontology.ts';
export * from './record.ts';
