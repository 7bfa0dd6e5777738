import type { Lexicon } from '#coder';
import type { Language } from '#language';
import { crossValidateDecision, readTrainedSets } from '../decision/make-decision.ts';
import { crossValidateConfidence } from './cross-validate.ts';
import { fitConfidence } from './fit-confidence.ts';
import { type JudgedEvent, judgeEvents } from './judge-events.ts';
import { expectedCalibrationError, reliabilityOf } from './reliability.ts';

/**
 * The content of `lexicon/confidence.txt` with weights learned from the development sets in `shared`. Where the trained
 * decision judges, it is one that has not seen the document. `before` is the file as it stands: its head is kept.
 * Throws where there are no development sets.
 */
export function makeConfidence(
  language: Language,
  lexicon: Lexicon,
  shared: string,
  before: string,
  log: (line: string) => void,
): string {
  const sets = readTrainedSets(shared);
  if (Object.values(sets).every((lines) => lines.length === 0))
    throw new Error(`no development sets in ${shared}; expected bench/plv-dev.jsonl and its like`);
  const decider = crossValidateDecision(language, lexicon, shared);
  const judged = {
    rules: judgeEvents(language, lexicon, null, sets),
    decision: judgeEvents(language, lexicon, decider, sets, (id) => decider.leaveOut(id)),
  };
  const parts = Object.entries(judged).map(([section, events]) => {
    const error = expectedCalibrationError(reliabilityOf(crossValidateConfidence(events, sets)));
    log(
      `confidence, ${section}: ${events.length} events, expected calibration error ${error.toFixed(3)}`,
    );
    return `${section}\n${describeWeights(events)}`;
  });
  const head = before.slice(0, before.search(/^(rules|decision)$/m));
  return `${head}${parts.join('\n')}`;
}

function describeWeights(events: readonly JudgedEvent[]): string {
  return [...fitConfidence(events)]
    .map(([name, weight]) => `${name} : ${weight.toFixed(2)}\n`)
    .join('');
}
