import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** npm runs tests and scripts where the package lies. */
const root = process.cwd();
const command = join(root, 'bin/tightrope.js');

export interface RunningWorkbench {
  /** `http://127.0.0.1:…`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** A document as a line of JSON lines holds it. */
export interface ReportLine {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
}

/**
 * Starts the built program on a ledger of its own: `add` codes and keeps the documents, `serve` serves them.
 * `inputs` are files or folders, or documents themselves.
 */
export async function startWorkbench(
  inputs: readonly string[] | readonly ReportLine[],
): Promise<RunningWorkbench> {
  if (!existsSync(join(root, 'dist/web/index.html'))) {
    throw new Error('dist/web holds no workbench: run "npm run build" first');
  }
  const folder = mkdtempSync(join(tmpdir(), 'tightrope-browser-'));
  const ledger = join(folder, 'ledger.db');
  if (inputs.length > 0) await add(inputs, ledger, folder);
  const server = spawn(process.execPath, [command, 'serve', '--ledger', ledger, '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const address = await readAddress(server);
    return {
      address,
      stop: async () => {
        await end(server);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function add(
  inputs: readonly string[] | readonly ReportLine[],
  ledger: string,
  folder: string,
): Promise<void> {
  const paths = inputs.map((input) => (typeof input === 'string' ? resolve(root, input) : null));
  const file = join(folder, 'reports.jsonl');
  const isFiles = paths.every((path) => path !== null);
  if (!isFiles) writeFileSync(file, inputs.map((input) => `${JSON.stringify(input)}\n`).join(''));
  const named = isFiles ? paths : [file];
  const child = spawn(process.execPath, [command, 'add', ...named, '--ledger', ledger], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = collect(child);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) throw new Error(`"tightrope add" ended with ${code}:\n${said()}`);
}

function collect(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  return () => said;
}

function readAddress(server: ChildProcess): Promise<string> {
  const said = collect(server);
  return new Promise((found, fail) => {
    const timer = setTimeout(() => fail(new Error(`no address after 30 s:\n${said()}`)), 30_000);
    const stop = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    server.once('close', (code) =>
      stop(() => fail(new Error(`"tightrope serve" ended with ${code}:\n${said()}`))),
    );
    server.stdout?.on('data', () => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0];
      if (address !== undefined) stop(() => found(address));
    });
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = new Promise((done) => server.once('close', done));
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGKILL'), 5_000);
  await closed;
  clearTimeout(timer);
}
