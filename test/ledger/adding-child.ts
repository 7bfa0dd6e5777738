/** A program that adds the same documents each time it runs and says which are kept: `adding-child LEDGER BATCHES`. */
import { writeSync } from 'node:fs';
import { openLedger } from '#ledger';
import { batchSize, crashBatch } from './crash-batch.ts';

const [path, batches] = process.argv.slice(2);
const ledger = openLedger(path);
for (let batch = 0; batch < Number(batches); batch++) {
  const added = ledger.add(crashBatch(batch));
  if (added.length !== batchSize) throw new Error(`${added.length} answers`);
  writeSync(1, `${batch}\n`);
}
ledger.close();
