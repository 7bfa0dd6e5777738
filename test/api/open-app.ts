import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '#ledger';
import { createApp } from '../../src/app/server/index.ts';
import { fakeCoder } from './fake-coder.ts';

/** A server without a socket over an empty ledger, with a small workbench. */
export function openApp() {
  const webRoot = mkdtempSync(join(tmpdir(), 'tightrope-web-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Workbench</title>');
  writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'export {};');
  const ledger = openLedger(':memory:');
  const reported: unknown[] = [];
  const app = createApp({
    ledger,
    coder: fakeCoder,
    webRoot,
    version: '0.0.0',
    report: (error) => reported.push(error),
  });
  return {
    app,
    ledger,
    webRoot,
    reported,
    get: (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    post: (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      app.request(path, {
        method: 'POST',
        headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
        body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close: () => {
      ledger.close();
      rmSync(webRoot, { recursive: true });
    },
  };
}

export type OpenedApp = ReturnType<typeof openApp>;
