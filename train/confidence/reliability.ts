/** A confidence that was given, and whether the event was right. */
export interface Judgement {
  readonly confidence: number;
  readonly right: boolean;
}

/** Events whose confidence falls into one tenth: how many, how sure the coder was of them, and how many were right. */
export interface ReliabilityBin {
  readonly from: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly shareRight: number;
}

const binCount = 10;

/** Ten bins of confidence, from 0 to 1; means of an empty bin are 0. */
export function reliabilityOf(judgements: readonly Judgement[]): ReliabilityBin[] {
  return Array.from({ length: binCount }, (_, bin) => {
    const inside = judgements.filter(
      ({ confidence }) => Math.min(Math.floor(confidence * binCount), binCount - 1) === bin,
    );
    const mean = (sum: number): number => (inside.length === 0 ? 0 : sum / inside.length);
    return {
      from: bin / binCount,
      count: inside.length,
      meanConfidence: mean(inside.reduce((sum, { confidence }) => sum + confidence, 0)),
      shareRight: mean(inside.filter(({ right }) => right).length),
    };
  });
}

/** Mean distance of confidence and share right over the bins, weighed by their counts (Naeini and others, 2015). */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 0;
  return bins.reduce(
    (sum, { count, meanConfidence, shareRight }) =>
      sum + (count / total) * Math.abs(meanConfidence - shareRight),
    0,
  );
}
