#!/usr/bin/env node
// Looks whether what it needs is there before anything modern is loaded.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const cli = new URL('../dist/node/cli.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `found Node ${process.versions.node}; expected Node 20.19 or newer. Get it from https://nodejs.org`,
  );
} else if (!existsSync(fileURLToPath(cli))) {
  fail(
    `not built: ${fileURLToPath(cli)} is missing. Run "npm ci" or "npm run build" in the project's folder.`,
  );
} else {
  // Keeps compiled code between runs where Node can (22.1 and newer).
  (await import('node:module')).default.enableCompileCache?.();
  await import(cli.href);
}

function fail(message) {
  process.stderr.write(`tightrope: ${message}\n`);
  process.exitCode = 2;
}
