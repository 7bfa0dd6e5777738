import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '#ledger';
import { defaultThreads, openThreadPool } from '../coding-pool.ts';
import { ledgerPath } from '../ledger-path.ts';
import { packageRoot } from '../load-language.ts';
import { ownLexiconFolder } from '../own-lexicon.ts';
import { writeOutput } from '../write-output.ts';
import { addInputs } from './add.ts';
import { parsePort } from './check-options.ts';
import { serveLedger } from './serve.ts';

export interface StartOptions {
  readonly ledger?: string;
  readonly lexicon?: string;
  readonly port: string;
  /** False with --no-open. */
  readonly open: boolean;
}

/** Opens the workbench; into an empty ledger it codes the sample corpus first. Returns the exit code. */
export async function runStart(options: StartOptions): Promise<number> {
  const port = parsePort(options.port);
  const path = ledgerPath(options.ledger);
  const ownLexicon = ownLexiconFolder(options.lexicon, path);
  const ledger = openLedger(path);
  try {
    const sample = join(packageRoot(), 'sample', 'reports.jsonl');
    if (ledger.documents({ limit: 1 }).items.length === 0 && existsSync(sample)) {
      await writeOutput('The ledger is empty: coding the sample corpus.\n');
      const pool = await openThreadPool(defaultThreads(), ownLexicon);
      const code = await addInputs([sample], ledger, pool, {}).finally(() => pool.close());
      if (code === 130) return code;
    }
    await serveLedger(ledger, port, ownLexicon, (address) => {
      if (options.open && process.stdout.isTTY) openBrowser(address);
    });
  } finally {
    ledger.close();
  }
  return 0;
}

/** Asks the system to show an address. Where it cannot, the address stands in the terminal. */
function openBrowser(address: string): void {
  const [command, ...before] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  const child = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
