import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { InputError, LexiconError, type LexiconFiles, ownPrefix } from '#coder';
import { packageRoot } from './load-language.ts';

/** Endings of files in the forms of the lexicon, and of PETRARCH's and TABARI's dictionaries. */
const endings = new Set(['.txt', '.actors', '.agents', '.verbs']);

/**
 * Folder of the user's own lexicon: the one asked for with `--lexicon`, else that of TIGHTROPE_LEXICON, else
 * `lexicon/` beside the ledger where there is one; null where there is none. Throws InputError where a folder that
 * was asked for is missing.
 *
 * @param ledger file of the ledger
 */
export function ownLexiconFolder(option: string | undefined, ledger: string): string | null {
  const [named, where] =
    option === undefined
      ? [process.env.TIGHTROPE_LEXICON || undefined, 'TIGHTROPE_LEXICON']
      : [option, '--lexicon'];
  const folder = named ?? join(dirname(ledger), 'lexicon');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    // A ledger in the folder of the package has the lexicon of the package beside it.
    return realpathSync(folder) === realpathSync(join(packageRoot(), 'lexicon')) ? null : folder;
  }
  if (named === undefined) return null;
  throw new InputError('no such folder', {
    where,
    found: JSON.stringify(named),
    expected: 'a folder with files of a lexicon, as docs/own-lexicon.md describes them',
  });
}

/** The files of a user's lexicon by path below its folder, with slashes. */
export function readOwnFiles(folder: string): LexiconFiles {
  const files: Record<string, string> = {};
  const decoder = new TextDecoder();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.map((path) => path.replaceAll('\\', '/')).sort()) {
    if (!endings.has(extname(name)) || !statSync(join(folder, name)).isFile()) continue;
    files[name] = decoder.decode(readFileSync(join(folder, name)));
  }
  return files;
}

/** A place in the user's files as the user finds it: `own/actors/a.txt:3` below the folder. Others stay. */
export function placeIn(folder: string, where: string): string {
  return where.startsWith(ownPrefix) ? join(folder, where.slice(ownPrefix.length)) : where;
}

/** Runs what reads the user's files; a fault that it throws names their folder. */
export function nameFolder<T>(folder: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof LexiconError)) throw error;
    const { where = '', found = '', expected = '' } = error;
    throw new LexiconError(placeIn(folder, where), found, expected);
  }
}

/** A word on standard error where entries of the user's dictionaries had to be left out. */
export function tellLeftOut(count: number, folder: string | null): void {
  if (count === 0 || folder === null) return;
  process.stderr.write(
    `${folder}: ${count} ${count === 1 ? 'line' : 'lines'} of dictionaries left out; "tightrope lexicon check ${folder}" tells which\n`,
  );
}
