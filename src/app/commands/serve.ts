import { join } from 'node:path';
import { type Ledger, openLedger } from '#ledger';
import { ledgerPath } from '../ledger-path.ts';
import { loadCoder } from '../load-coder.ts';
import { packageRoot } from '../load-language.ts';
import { ownLexiconFolder, tellLeftOut } from '../own-lexicon.ts';
import { packageVersion } from '../package-version.ts';
import { createApp, startServer } from '../server/index.ts';
import { withInterrupt } from '../with-interrupt.ts';
import { writeOutput } from '../write-output.ts';
import { parsePort } from './check-options.ts';

export interface ServeOptions {
  readonly ledger?: string;
  readonly lexicon?: string;
  readonly port: string;
}

/** Serves the workbench and the API until it is interrupted. Returns the exit code. */
export async function runServe(options: ServeOptions): Promise<number> {
  const port = parsePort(options.port);
  const path = ledgerPath(options.ledger);
  const ownLexicon = ownLexiconFolder(options.lexicon, path);
  const ledger = openLedger(path);
  try {
    await serveLedger(ledger, port, ownLexicon);
  } finally {
    ledger.close();
  }
  return 0;
}

/**
 * Serves a ledger on 127.0.0.1 until Ctrl-C.
 *
 * @param ownLexicon folder of the user's own lexicon files
 * @param onReady called with the address once it answers
 */
export async function serveLedger(
  ledger: Ledger,
  port: number,
  ownLexicon: string | null,
  onReady: (address: string) => void = () => {},
): Promise<void> {
  const coder = loadCoder(ownLexicon);
  tellLeftOut(coder.leftOut, ownLexicon);
  const app = createApp({
    ledger,
    coder,
    webRoot: join(packageRoot(), 'dist/web'),
    version: packageVersion(),
  });
  const server = await startServer(app, port);
  await writeOutput(`Tightrope on ${server.address} with ${ledger.path}. Ctrl-C ends it.\n`);
  onReady(server.address);
  await withInterrupt(
    (signal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
  );
  await server.close();
}
