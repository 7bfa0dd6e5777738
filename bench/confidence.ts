import type { Lexicon } from '#coder';
import type { Language } from '#language';
import { crossValidateConfidence } from '../train/confidence/cross-validate.ts';
import { judgeEvents } from '../train/confidence/judge-events.ts';
import { expectedCalibrationError, reliabilityOf } from '../train/confidence/reliability.ts';
import { readTrainedSets } from '../train/decision/make-decision.ts';
import type { Unseen } from './cross-validated.ts';
import type { BenchRow } from './table.ts';

/**
 * Ten bins of confidence with the share of events that are right, and the expected calibration error of each set
 * and of all. Both the decision and the weights of the confidence are fitted without the document and its like;
 * `train/confidence/judge-events.ts` says when an event is right.
 */
export function benchConfidence(
  language: Language,
  lexicon: Lexicon,
  leavingOut: () => Unseen,
  shared: string,
): BenchRow[] {
  const sets = readTrainedSets(shared);
  if (Object.values(sets).every((lines) => lines.length === 0))
    return [{ what: 'confidence', figure: 'skipped', note: `no development sets in ${shared}` }];
  const { decider, leaveOut } = leavingOut();
  const events = judgeEvents(language, lexicon, decider, sets, leaveOut);
  const judged = crossValidateConfidence(events, sets);
  const bins = reliabilityOf(judged);
  const hundredths = (share: number): string => (100 * share).toFixed(1).padStart(5);
  const rows = bins.map(({ from, count, meanConfidence, shareRight }) => ({
    what: `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
    figure: `${String(count).padStart(5)} events  mean confidence ${hundredths(meanConfidence)}  right ${hundredths(shareRight)}`,
    note: '',
  }));
  for (const set of new Set(judged.map((one) => one.set))) {
    const own = judged.filter((one) => one.set === set);
    rows.push({
      what: `error, ${set}`,
      figure: expectedCalibrationError(reliabilityOf(own)).toFixed(3),
      note: `${own.length} events`,
    });
  }
  rows.push({
    what: 'error, all',
    figure: expectedCalibrationError(bins).toFixed(3),
    note: `expected calibration error, asked 0.05; ${judged.length} events`,
  });
  return rows;
}
