import type { Party, Status } from '../record.ts';

/** What is known of an event when its confidence is estimated. */
export interface ConfidenceSigns {
  readonly specificity: number;
  readonly weak: boolean;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly symmetric: boolean;
  readonly status: Status;
  readonly composed: boolean;
}

/** How likely the record is right, 0 … 1: a logistic function of how much of the pattern was found and who was recognised. */
export function estimateConfidence(signs: ConfidenceSigns): number {
  const known = (parties: readonly Party[]): number =>
    parties.some(({ country }) => country) ? 1 : parties.some(({ sector }) => sector) ? 0.5 : 0;
  let score = -0.6 + 0.16 * Math.min(signs.specificity, 8) + 0.7 * known(signs.actors);
  score += 0.6 * (signs.symmetric && signs.actors.length > 1 ? 1 : known(signs.recipients));
  if (signs.weak) score -= 1;
  if (signs.composed) score += 0.2;
  if (signs.actors.length === 0) score -= 0.3;
  return Math.round((1 / (1 + Math.exp(-score))) * 100) / 100;
}
