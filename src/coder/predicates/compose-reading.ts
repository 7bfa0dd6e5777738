import { type Operator, outcomeFor } from '../lexicon/operators.ts';
import { isMutual, type Reading } from './reading.ts';

/**
 * What an operator makes of the event under it. `sides` are the operator's own parties. Its subject becomes the
 * actor; those whom it addresses, or else the inner event's other parties, become the recipients.
 */
export function composeReading(
  head: number,
  claimed: readonly number[],
  sides: { readonly actors: readonly number[]; readonly recipients: readonly number[] },
  operator: Operator,
  inner: Reading,
  specificity: number,
): Reading {
  const outcome = outcomeFor(operator, inner.type, inner.mode);
  if (!outcome) throw new Error(`operator ${operator.name} has no outcome for ${inner.type}`);
  const same = outcome.type === null;
  const kind = inner.mode ? `${inner.type}/${inner.mode}` : inner.type;
  return {
    type: outcome.type ?? inner.type,
    mode: same ? inner.mode : outcome.mode,
    status: outcome.status ?? (same ? inner.status : null),
    head,
    trigger: [...new Set([...claimed, ...inner.trigger])],
    actors: actorsOf(sides.actors, inner, same),
    recipients: same ? union(inner.recipients, sides.recipients) : addressees(sides, inner),
    by: operator.by,
    pattern: operator.pattern.source.trim(),
    weak: inner.weak,
    needsActor: false,
    needsRecipient: false,
    specificity: specificity + inner.specificity,
    steps: [...inner.steps, `${kind} (${inner.by}) under "${operator.name}" (${operator.by})`],
    about: same ? inner.about : { type: inner.type, mode: inner.mode },
    inner: [inner],
  };
}

/** The operator's subject; in "plans to resume talks with Canada" Canada too. */
function actorsOf(subject: readonly number[], inner: Reading, same: boolean): readonly number[] {
  if (subject.length === 0) return same ? inner.actors : [];
  return same && isMutual(inner) ? union(subject, inner.actors) : subject;
}

/** "urged Japan to lift sanctions", "demanded that Japan lift sanctions": Japan. "threatened to attack Iraq": Iraq. */
function addressees(
  sides: { readonly actors: readonly number[]; readonly recipients: readonly number[] },
  inner: Reading,
): readonly number[] {
  if (sides.recipients.length > 0) return sides.recipients;
  const others = inner.actors.filter((token) => !sides.actors.includes(token));
  if (others.length > 0 && sides.actors.length > 0) return others;
  return inner.recipients.filter((token) => !sides.actors.includes(token));
}

function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])];
}
