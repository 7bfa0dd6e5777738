import { type Coder, createCoder, type Decider, type Lexicon } from '#coder';
import type { Language } from '#language';
import { crossValidateDecision } from '../train/decision/make-decision.ts';

/** A coder that decides of a document of a trained set with a model that has not seen it and its like. */
export interface Unseen {
  readonly coder: Coder;
  readonly decider: Decider;
  /** Call before `decider` is asked of another document. */
  readonly leaveOut: (document: string) => void;
}

/** Trains on the development sets in `shared`, several times, each time without a part of the documents. */
export function crossValidate(language: Language, lexicon: Lexicon, shared: string): Unseen {
  const decider = crossValidateDecision(language, lexicon, shared);
  const leaveOut = (document: string): void => decider.leaveOut(document);
  const coder = createCoder(language, lexicon, decider);
  return {
    coder: {
      version: coder.version,
      code: (document) => {
        leaveOut(document.id);
        return coder.code(document);
      },
    },
    decider,
    leaveOut,
  };
}
