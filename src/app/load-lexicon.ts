import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lexicon, type LexiconFiles, loadLexicon } from '#coder';
import { packageRoot } from './load-language.ts';

/** Reads the lexicon that comes with the package. Throws LexiconError with file and line at a fault. */
export function loadPackagedLexicon(): Lexicon {
  return loadLexicon(readLexiconFolder(join(packageRoot(), 'lexicon')));
}

/** All .txt files under a folder, by their path below it with slashes: `events/sanction.txt` → content. */
export function readLexiconFolder(folder: string): LexiconFiles {
  const files: Record<string, string> = {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.map((path) => path.replaceAll('\\', '/')).sort()) {
    if (name.endsWith('.txt')) files[name] = readFileSync(join(folder, name), 'utf8');
  }
  return files;
}
