import type { Ledger, LedgerOptions } from './ledger.ts';

/**
 * Opens the ledger in a file; `:memory:` for one that is gone when it is closed.
 * @throws InputError for a file that is missing, locked, no ledger, a newer version's, or cannot be written
 */
export declare function openLedger(path: string, options?: LedgerOptions): Ledger;
