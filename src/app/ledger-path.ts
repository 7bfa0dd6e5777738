import { join } from 'node:path';
import envPaths from 'env-paths';

/** File of the ledger: the option's, else that of TIGHTROPE_LEDGER, else `tightrope.db` in the data folder of the system's conventions. */
export function ledgerPath(option?: string): string {
  const named = option ?? process.env.TIGHTROPE_LEDGER;
  if (named !== undefined && named !== '') return named;
  return join(envPaths('tightrope', { suffix: '' }).data, 'tightrope.db');
}
