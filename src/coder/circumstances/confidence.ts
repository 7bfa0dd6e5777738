import type { ConfidenceWeights } from '../lexicon/confidence-weights.ts';
import { mutualTypes } from '../ontology.ts';
import type { Reading } from '../predicates/reading.ts';
import type { Party, Status } from '../record.ts';

/** What is known of an event when its confidence is estimated. */
export interface EventSigns {
  readonly reading: Reading;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly status: Status;
  /** Whether the word that tells of it is a verb. */
  readonly verbal: boolean;
  /** Whether a pronoun stands for a party. */
  readonly pronoun: boolean;
  readonly headline: boolean;
  /** Words of the sentence. */
  readonly words: number;
  /** Other events that the same sentence tells of. */
  readonly rivals: number;
  /** Whether somebody asked what is between two spans. */
  readonly asked: boolean;
}

/** How sure the coder is, 0 … 1, from what it knows of an event. */
export type ConfidenceEstimate = (signs: EventSigns) => number;

/** The estimate by the weights of `lexicon/confidence.txt`: a logistic function of their sum, in hundredths. */
export function estimateBy(weights: ConfidenceWeights): ConfidenceEstimate {
  return (signs) => {
    const section = signs.reading.chance === undefined ? weights.rules : weights.decision;
    const sum = signNames(signs).reduce((total, name) => total + (section.get(name) ?? 0), 0);
    return Math.round(100 / (1 + Math.exp(-sum))) / 100;
  };
}

const mostWords = 40;
const mostRivals = 4;
const leastPattern = 1;
const mostPattern = 9;

/** The signs of an event by the names that `lexicon/confidence.txt` gives a weight. */
export function signNames(signs: EventSigns): string[] {
  const { reading, actors, recipients, status } = signs;
  const { type, mode, chance, decision } = reading;
  const both = mutualTypes.has(type) && actors.length > 1;
  const strength = Math.min(Math.max(Math.round(reading.specificity), leastPattern), mostPattern);
  const names = [
    'always',
    `type ${type}`,
    `pattern ${strength}`,
    `actor ${identified(actors)}`,
    `recipient ${both ? 'among actors' : identified(recipients)}`,
    `status ${status}`,
    `words ${Math.min(Math.floor(signs.words / 10) * 10, mostWords)}`,
    `rivals ${Math.min(signs.rivals, mostRivals)}`,
  ];
  if (mode !== null) names.push('mode');
  if (reading.weak) names.push('weak entry');
  if (reading.inner.length > 0) names.push('composed');
  if (!signs.verbal) names.push('noun');
  if (signs.pronoun) names.push('pronoun');
  if (signs.headline) names.push('headline');
  if (signs.asked) names.push('asked');
  if (decision) names.push(reading.by === '' ? 'proposed by the model' : 'overruled by the model');
  if (chance !== undefined) names.push(`chance ${Math.min(Math.floor(chance * 10), 9)}`);
  return names;
}

function identified(parties: readonly Party[]): string {
  if (parties.length === 0) return 'unsaid';
  if (parties.some(({ country }) => country)) return 'with country';
  return parties.some(({ sector }) => sector) ? 'with sector' : 'unknown';
}
