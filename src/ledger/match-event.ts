import type { CodedEvent, Party, Range } from '#coder';

/**
 * How surely two records of one document tell of the same event, 0 for no. What an analyst said of the one then holds for the other.
 * The words that tell of the act (the trigger) hold the two together, though a coder may take a word more or less; type and parties
 * part events that share a trigger. Where the triggers lie apart, clause, type and parties must agree.
 */
export function matchEvents(before: CodedEvent, now: CodedEvent): number {
  const trigger = shareOf(before.trigger, now.trigger);
  const evidence = shareOf(before.evidence, now.evidence);
  const sameType = before.type === now.type;
  const parties = shareOfParties(before, now);
  const sameWords = trigger > 0 && (trigger === 1 || sameType || parties > 0);
  const sameClause = evidence >= 0.5 && sameType && parties === 1;
  if (!sameWords && !sameClause) return 0;
  return (
    4 * trigger + evidence + (sameType ? 4 : 0) + (before.mode === now.mode ? 1 : 0) + 3 * parties
  );
}

/** Whether two records say the same of who did what to whom. */
export function sameReading(before: CodedEvent, now: CodedEvent): boolean {
  return before.type === now.type && shareOfParties(before, now) === 1;
}

/** What two ranges share of what they cover together, 0 … 1. */
function shareOf(left: Range, right: Range): number {
  if (left.start === right.start && left.end === right.end) return 1;
  const shared = Math.min(left.end, right.end) - Math.max(left.start, right.start);
  if (shared <= 0) return 0;
  return shared / (Math.max(left.end, right.end) - Math.min(left.start, right.start));
}

/** What two events share of their parties in their roles, 0 … 1. */
function shareOfParties(left: CodedEvent, right: CodedEvent): number {
  const leftParties = partiesOf(left);
  const rightParties = partiesOf(right);
  const all = new Set([...leftParties, ...rightParties]);
  if (all.size === 0) return 1;
  let shared = 0;
  for (const party of leftParties) if (rightParties.has(party)) shared++;
  return shared / all.size;
}

function partiesOf(event: CodedEvent): Set<string> {
  const name = (party: Party) => party.country ?? party.name.toLowerCase();
  return new Set([
    ...event.actors.map((party) => `actor ${name(party)}`),
    ...event.recipients.map((party) => `recipient ${name(party)}`),
  ]);
}
