/** Codes documents in a thread of its own, one after the other as they are sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '#coder';
import { codeSafely } from './code-safely.ts';
import type { FromWorker, ToWorker, WorkerStart } from './coding-pool.ts';
import { loadCoder } from './load-coder.ts';

if (parentPort === null) throw new Error('coding-worker runs in a worker thread only');
const port = parentPort;
const send = (message: FromWorker): void => port.postMessage(message);

try {
  const coder = loadCoder((workerData as WorkerStart).ownLexicon);
  port.on('message', ({ job, document }: ToWorker) => {
    send({ kind: 'coded', job, result: codeSafely(coder, document) });
  });
  send({ kind: 'ready', version: coder.version, leftOut: coder.leftOut });
} catch (error) {
  // Classes do not cross threads: what the user can mend is sent as words.
  if (!(error instanceof InputError)) throw error;
  send({ kind: 'refused', message: error.explain() });
}
