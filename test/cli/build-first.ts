import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src', 'bench', 'train', 'vite.node.config.ts', 'package.json'];

/** Builds what the tests of the command line run, where it is older than its sources. */
export function setup(): void {
  if (!isAsked() || !isStale()) return;
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.node.config.ts'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

/** Whether tests that run the build are among those asked for: all, or a filter that speaks of the command line. */
function isAsked(): boolean {
  const filters = process.argv.slice(2).filter((word) => word !== 'run' && !word.startsWith('-'));
  return filters.length === 0 || filters.some((filter) => filter.includes('cli'));
}

function isStale(): boolean {
  const built = statSync('dist/node/cli.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.some((source) => newest(source) > built);
}

function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || path === join('src', 'web')) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
