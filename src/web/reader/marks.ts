import type { Quotation } from '../../app/contract.ts';
import type { ReaderEvent } from './reader-event.ts';

/** What a stretch of text is to an event. */
export type MarkRole =
  | 'evidence'
  | 'also'
  | 'trigger'
  | 'actor'
  | 'recipient'
  | 'date'
  | 'place'
  | 'quantity'
  | 'condition'
  | 'teller'
  | 'quotation';

/** A marked stretch; offsets in UTF-16 units. `event` is the event's place in the record, −1 for what belongs to none. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly role: MarkRole;
  readonly event: number;
}

interface LooseRange {
  readonly start?: number;
  readonly end?: number;
}

/** All marks of a document. Ranges that are empty or lie outside the text are left out: an analyst's party may have no words. */
export function collectMarks(
  length: number,
  events: readonly ReaderEvent[],
  quotations: readonly Quotation[],
): Mark[] {
  const marks: Mark[] = [];
  const add = (range: LooseRange | null, role: MarkRole, event: number) => {
    if (range === null || range.start === undefined || range.end === undefined) return;
    if (range.start < 0 || range.end > length || range.start >= range.end) return;
    marks.push({ start: range.start, end: range.end, role, event });
  };
  for (const quotation of quotations) add(quotation, 'quotation', -1);
  events.forEach((event, index) => {
    if (event.state === 'rejected') return;
    add(event.evidence, 'evidence', index);
    add(event.trigger, 'trigger', index);
    for (const span of event.also) add(span, 'also', index);
    for (const party of event.actors) add(party, 'actor', index);
    for (const party of event.recipients) add(party, 'recipient', index);
    for (const quantity of event.quantities) add(quantity, 'quantity', index);
    for (const link of event.attribution) add(link.speaker, 'teller', index);
    add(event.date, 'date', index);
    add(event.place, 'place', index);
    add(event.condition, 'condition', index);
  });
  return marks;
}
