/** What the ledger keeps, in the shapes of the contract. */
import type * as Kept from '#ledger';
import type { Correction, DocumentDetail, DocumentSummary, LedgerEvent } from '../contract.ts';

export function presentEvent({
  event,
  state,
  corrections,
  document,
}: Kept.LedgerEvent): LedgerEvent {
  return { ...event, state, corrections, document };
}

export function presentCorrection(correction: Kept.Correction): Correction {
  return { ...correction, fields: correction.fields as Record<string, unknown> | null };
}

export function presentSummary(document: Kept.KeptDocument): DocumentSummary {
  const { text: _, coded: __, effective: ___, corrections: ____, ...summary } = document;
  return summary;
}

/** Links between events of which one was rejected are left out. */
export function presentDocument(document: Kept.KeptDocument): DocumentDetail {
  const { coded, effective, corrections, text } = document;
  const standing = new Set(
    effective.filter(({ state }) => state !== 'rejected').map(({ event }) => event.id),
  );
  return {
    ...presentSummary(document),
    text,
    coding: {
      coder: coded.coder,
      entities: coded.entities,
      quotations: coded.quotations,
      links: coded.links.filter(({ from, to }) => standing.has(from) && standing.has(to)),
      notes: coded.notes,
      events: effective.map(presentEvent),
      corrections: corrections.map(presentCorrection),
    },
  };
}
