import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  /** What standard input holds; nothing where absent. */
  readonly input?: string | Uint8Array;
  readonly ledger?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A folder of its own for one test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tightrope-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the built command line as a user would, with an environment in which nothing colours or widens. */
export function startTightrope(
  words: readonly string[],
  { ledger = '/nowhere/tightrope.db', environment = {} }: RunOptions = {},
): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _, FORCE_COLOR: __, COLUMNS: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, ['bin/tightrope.js', ...words], {
    env: { ...inherited, TIGHTROPE_LEDGER: ledger, COLUMNS: '100', ...environment },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  child.stdin.on('error', () => {});
  return child;
}

/** Runs the built command line to its end. */
export async function runTightrope(
  words: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const child = startTightrope(words, options);
  child.stdin.end(options.input ?? '');
  return await finish(child);
}

export function finish(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk) => stdout.push(chunk));
  child.stderr.on('data', (chunk) => stderr.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      });
    });
  });
}

/** Resolves with what a stream has printed as soon as it matches. */
export function printed(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const listen = (chunk: Buffer): void => {
      text += chunk.toString();
      if (!pattern.test(text)) return;
      stream.off('data', listen);
      resolve(text);
    };
    stream.on('data', listen);
    stream.on('end', () => reject(new Error(`ended without ${pattern}: ${text}`)));
  });
}

export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
