import { expect, test } from 'vitest';
import type { z } from 'zod';
import type * as record from '#coder';
import type * as kept from '#ledger';
import type * as contract from '../../src/app/contract.ts';
import type * as schemas from '../../src/app/record-schemas.ts';

/** True where each is assignable to the other. The compiler checks it; a field that one has alone is an error there. */
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;

test('the contract says what the coder’s record and the ledger’s face say', () => {
  const same: {
    event: Same<z.infer<typeof schemas.CodedEvent>, record.CodedEvent>;
    document: Same<z.infer<typeof schemas.CodedDocument>, record.CodedDocument>;
    quotation: Same<z.infer<typeof schemas.Quotation>, record.Quotation>;
    link: Same<z.infer<typeof schemas.EventLink>, record.EventLink>;
    summary: Same<contract.DocumentSummary, kept.DocumentSummary>;
    entity: Same<contract.EntitySummary, kept.EntitySummary>;
    keys: Same<
      keyof contract.LedgerEvent,
      keyof record.CodedEvent | 'state' | 'corrections' | 'document'
    >;
    explanation: Same<keyof z.infer<typeof schemas.Explanation>, keyof record.Explanation>;
    party: Same<keyof z.infer<typeof schemas.Party>, keyof record.Party>;
  } = {
    event: true,
    document: true,
    quotation: true,
    link: true,
    summary: true,
    entity: true,
    keys: true,
    explanation: true,
    party: true,
  };
  expect(Object.values(same)).not.toContain(false);
});
