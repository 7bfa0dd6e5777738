import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lexicon, type LexiconFiles, loadLexicon, thawLexicon } from '#coder';
import { packageRoot } from './load-language.ts';
import { nameFolder, readOwnFiles } from './own-lexicon.ts';

/** Files of a folder by their path below it, with slashes. */
type RawFiles = Readonly<Record<string, Uint8Array>>;

/**
 * The lexicon that comes with the package. Read from what the build froze; where a file has been edited since, from
 * the files. Throws LexiconError with file and line at a fault.
 */
export function loadPackagedLexicon(): Lexicon {
  return loadLexiconFolder(join(packageRoot(), 'lexicon'), frozenLexiconPath());
}

/** The lexicon in a folder; read from what was frozen of it where the files are still those. */
export function loadLexiconFolder(folder: string, frozenPath: string): Lexicon {
  const files = readTextFiles(folder);
  const frozen = readFrozen(frozenPath, sealOf(files));
  return frozen === null ? loadLexicon(decodeFiles(files)) : thawLexicon(frozen);
}

/**
 * The lexicon of the package with the user's own files. Throws LexiconError with the file's place at a fault.
 *
 * @param folder of the user's files; null where there are none
 */
export function loadLexiconWith(folder: string | null): Lexicon {
  if (folder === null) return loadPackagedLexicon();
  const files = readLexiconFolder(join(packageRoot(), 'lexicon'));
  return nameFolder(folder, () => loadLexicon(files, readOwnFiles(folder)));
}

/** Where the build puts the frozen lexicon: the seal of the files it was made from, a line end, the lexicon. */
export function frozenLexiconPath(): string {
  return join(packageRoot(), 'dist/lexicon.frozen');
}

/** All .txt files under a folder, by their path below it with slashes: `events/sanction.txt` → content. */
export function readLexiconFolder(folder: string): LexiconFiles {
  return decodeFiles(readTextFiles(folder));
}

/** Changes with any change of the files' names or contents. */
export function sealOf(files: RawFiles): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of Object.entries(files)) {
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

export function readTextFiles(folder: string): RawFiles {
  const files: Record<string, Uint8Array> = {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.map((path) => path.replaceAll('\\', '/')).sort()) {
    if (name.endsWith('.txt')) files[name] = readFileSync(join(folder, name));
  }
  return files;
}

export function decodeFiles(files: RawFiles): LexiconFiles {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
}

function readFrozen(path: string, seal: string): string | null {
  if (!existsSync(path)) return null;
  // ASCII, and so faster to read as one byte a character.
  const content = readFileSync(path, 'latin1');
  return content.startsWith(`${seal}\n`) ? content.slice(seal.length + 1) : null;
}
