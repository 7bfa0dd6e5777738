import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InputError, type SourceDocument } from '#coder';
import { type CodingResult, codeSafely } from './code-safely.ts';
import { packageRoot } from './load-language.ts';
import { tellLeftOut } from './own-lexicon.ts';

export interface ToWorker {
  readonly job: number;
  readonly document: SourceDocument;
}

export type FromWorker =
  | { readonly kind: 'ready'; readonly version: string; readonly leftOut: number }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'coded'; readonly job: number; readonly result: CodingResult };

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly ownLexicon: string | null;
}

/** Codes documents, several at a time where it has threads for it. */
export interface CodingPool {
  /** Version of the coder, as records bear it. */
  readonly version: string;
  /** How many documents are worth handing over at a time. */
  readonly window: number;
  /** Never rejects: a bug is a result. */
  code(document: SourceDocument): Promise<CodingResult>;
  close(): Promise<void>;
}

/** One thread for the reader and writer, the rest for coding. */
export function defaultThreads(): number {
  return Math.max(1, availableParallelism() - 1);
}

/**
 * Codes in the thread that asks: quick to start, one document at a time.
 *
 * @param ownLexicon folder of the user's own lexicon files; here and below, what they bring that cannot be used is
 * told on standard error
 */
export async function openLocalPool(ownLexicon: string | null): Promise<CodingPool> {
  const { loadCoder } = await import('./load-coder.ts');
  const coder = loadCoder(ownLexicon);
  tellLeftOut(coder.leftOut, ownLexicon);
  return {
    version: coder.version,
    window: 1,
    code: async (document) => codeSafely(coder, document),
    close: async () => {},
  };
}

/**
 * Starts worker threads that code. A thread that dies, of too little memory for instance, fails the documents
 * it had at hand and is replaced. Throws InputError for a fault in the lexicon.
 *
 * @param threads at least 1
 */
export async function openThreadPool(
  threads: number,
  ownLexicon: string | null,
): Promise<CodingPool> {
  const file = join(packageRoot(), 'dist/node/coding-worker.js');
  if (!existsSync(file)) {
    throw new InputError('not built', { where: file, hint: 'Run "npm run build" first.' });
  }
  const lanes = Array.from({ length: threads }, () => new Lane(file, { ownLexicon }));
  let job = 0;
  try {
    const [{ version, leftOut }] = await Promise.all(lanes.map((lane) => lane.ready));
    tellLeftOut(leftOut, ownLexicon);
    return {
      version,
      window: threads * 8,
      code(document) {
        const idlest = lanes.reduce((best, lane) => (lane.load < best.load ? lane : best));
        return idlest.code({ job: job++, document });
      },
      close: () => closeAll(lanes),
    };
  } catch (error) {
    await closeAll(lanes);
    throw error;
  }
}

async function closeAll(lanes: readonly Lane[]): Promise<void> {
  await Promise.all(lanes.map((lane) => lane.close()));
}

type Ready = Extract<FromWorker, { readonly kind: 'ready' }>;

/** One worker thread with the documents that it has at hand. */
class Lane {
  readonly #file: string;
  readonly #workerData: WorkerStart;
  readonly #jobs = new Map<number, (result: CodingResult) => void>();
  #worker: Worker;
  #closing = false;
  /** Why no thread could be started again. */
  #dead: string | null = null;
  /** What the thread says once it can code. */
  ready: Promise<Ready>;

  constructor(file: string, workerData: WorkerStart) {
    this.#file = file;
    this.#workerData = workerData;
    [this.#worker, this.ready] = this.#start();
  }

  get load(): number {
    return this.#jobs.size;
  }

  async code(message: ToWorker): Promise<CodingResult> {
    if (this.#dead !== null) return { bug: this.#dead };
    return new Promise((resolve) => {
      this.#jobs.set(message.job, resolve);
      this.#worker.postMessage(message);
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#worker.terminate();
  }

  #start(): [Worker, Promise<Ready>] {
    const worker = new Worker(this.#file, { workerData: this.#workerData });
    const ready = new Promise<Ready>((resolve, reject) => {
      let isReady = false;
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'coded') this.#finish(message.job, message.result);
        else if (message.kind === 'refused') reject(new InputError(message.message));
        else {
          isReady = true;
          resolve(message);
        }
      });
      worker.on('error', (error) => {
        reject(error);
        const stack = error.stack ?? String(error);
        this.#failJobs(stack);
        if (this.#closing) return;
        // One that never came up would not come up a second time.
        if (isReady) [this.#worker, this.ready] = this.#start();
        else this.#dead = stack;
      });
    });
    // Whoever waits for it hears of a failure; for a replaced thread nobody may be waiting.
    ready.catch(() => {});
    return [worker, ready];
  }

  #finish(job: number, result: CodingResult): void {
    this.#jobs.get(job)?.(result);
    this.#jobs.delete(job);
  }

  #failJobs(bug: string): void {
    for (const finish of this.#jobs.values()) finish({ bug });
    this.#jobs.clear();
  }
}
