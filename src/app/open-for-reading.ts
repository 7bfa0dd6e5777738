import { accessSync, constants } from 'node:fs';
import { type Ledger, openLedger } from '#ledger';
import { ledgerPath } from './ledger-path.ts';

/** Opens the ledger that is there, also where it may not be written. Throws InputError where there is none. */
export function openForReading(option: string | undefined): Ledger {
  const path = ledgerPath(option);
  return openLedger(path, { create: false, readOnly: isWriteProtected(path) });
}

function isWriteProtected(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
