/** Keeps documents, coded records and corrections. The only SQL. */
export * from './ledger.ts';
export { openLedger } from './open-ledger.ts';
