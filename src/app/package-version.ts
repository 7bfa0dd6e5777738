import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './load-language.ts';

/** Version of Tightrope, as package.json has it. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version;
}
