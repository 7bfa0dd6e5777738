import { lstatSync, type Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '#coder';
import { maximumFolderDepth } from './limits.ts';

/** How the content of a file is read. `guess` looks at the first character. */
export type FileKind = 'text' | 'report' | 'html' | 'json' | 'json-lines' | 'guess';

/** A file to read, found under its own name or in a folder. */
export interface InputFile {
  readonly kind: 'file';
  readonly path: string;
  readonly fileKind: FileKind;
  /** Id of a document that brings none: the file name, or the path below the folder that was named. */
  readonly name: string;
  /** Bytes; null for pipes and the like. */
  readonly size: number | null;
}

export type FoundInput =
  | InputFile
  | { readonly kind: 'skipped'; readonly place: string; readonly reason: string }
  | { readonly kind: 'failure'; readonly place: string; readonly error: InputError };

const kindOfEnding: readonly (readonly [RegExp, FileKind])[] = [
  [/\.report\.txt$/i, 'report'],
  [/\.(txt|text|md|markdown)$/i, 'text'],
  [/\.(jsonl|ndjson)$/i, 'json-lines'],
  [/\.json$/i, 'json'],
  [/\.(html?|xhtml)$/i, 'html'],
];

/** What a folder is searched for, in words. */
export const reportEndings = '.txt, .md, .html, .jsonl, .ndjson or .json';

/** Finds the files that one input names: itself, or all reports of a folder in the order of their names. */
export async function* findFiles(input: string): AsyncGenerator<FoundInput> {
  const stats = await statInput(input);
  if (stats instanceof InputError) {
    yield { kind: 'failure', place: input, error: stats };
    return;
  }
  if (!stats.isDirectory()) {
    yield describeFile(input, basename(input), stats, kindOf(input) ?? 'guess');
    return;
  }
  let found = 0;
  const others = new Map<string, number>();
  for await (const item of walkFolder(input, '', new Set(), 0)) {
    if (item.kind === 'skipped') {
      const ending = /\.[^./\\]{1,12}$/.exec(item.place)?.[0] ?? 'no ending';
      others.set(ending, (others.get(ending) ?? 0) + 1);
    } else {
      found++;
    }
    yield item;
  }
  if (found === 0) {
    const seen = [...others].slice(0, 6).map(([ending, count]) => `${count} of ${ending}`);
    const error = new InputError('no reports in this folder', {
      where: input,
      found: seen.length === 0 ? 'nothing' : seen.join(', '),
      expected: `files that end in ${reportEndings}`,
    });
    yield { kind: 'failure', place: input, error };
  }
}

/** Bytes of all files that the inputs name, or null where that cannot be known (standard input, pipes). */
export async function measureInputs(inputs: readonly string[]): Promise<number | null> {
  let bytes = 0;
  for (const input of inputs) {
    if (input === '-') return null;
    for await (const item of findFiles(input)) {
      if (item.kind !== 'file') continue;
      if (item.size === null) return null;
      bytes += item.size;
    }
  }
  return bytes;
}

async function* walkFolder(
  folder: string,
  below: string,
  seen: Set<string>,
  depth: number,
): AsyncGenerator<FoundInput> {
  const real = await realpath(folder);
  if (seen.has(real)) {
    yield { kind: 'skipped', place: folder, reason: 'a link to a folder that is read already' };
    return;
  }
  seen.add(real);
  if (depth > maximumFolderDepth) {
    const error = new InputError('folders too deep', {
      where: folder,
      found: `more than ${maximumFolderDepth} levels`,
      expected: 'fewer; name the inner folder itself',
    });
    yield { kind: 'failure', place: folder, error };
    return;
  }
  let names: string[];
  try {
    names = (await readdir(folder)).sort();
  } catch (error) {
    yield { kind: 'failure', place: folder, error: describeFault(folder, error) };
    return;
  }
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const stats = await statInput(path);
    const id = below === '' ? name : `${below}/${name}`;
    if (stats instanceof InputError) yield { kind: 'failure', place: path, error: stats };
    else if (stats.isDirectory()) yield* walkFolder(path, id, seen, depth + 1);
    else {
      const kind = stats.isFile() ? kindInFolder(name) : null;
      if (kind === null)
        yield {
          kind: 'skipped',
          place: path,
          reason: `no report by its name; expected ${reportEndings}`,
        };
      else yield describeFile(path, id, stats, kind);
    }
  }
}

function describeFile(path: string, name: string, stats: Stats, fileKind: FileKind): InputFile {
  return { kind: 'file', path, fileKind, name, size: stats.isFile() ? stats.size : null };
}

/** What a file of a folder is read as; null for what is no report, such as the readme that tells of the others. */
function kindInFolder(name: string): FileKind | null {
  return /^(readme|license|notice)\b/i.test(name) ? null : kindOf(name);
}

function kindOf(name: string): FileKind | null {
  return kindOfEnding.find(([ending]) => ending.test(name))?.[1] ?? null;
}

async function statInput(path: string): Promise<Stats | InputError> {
  try {
    return await stat(path);
  } catch (error) {
    return describeFault(path, error);
  }
}

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'not allowed to read this',
  EPERM: 'not allowed to read this',
  ELOOP: 'a link that leads to itself',
  ENOTDIR: 'no such file or folder',
  ENAMETOOLONG: 'no such file or folder',
  EISDIR: 'a folder where a file was expected',
  EMFILE: 'too many open files',
  EIO: 'the disk cannot read this',
};

/** What the file system said, as the user's to mend. Faults of other kinds are thrown on. */
export function describeFault(path: string, error: unknown): InputError {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) throw error;
  const broken =
    code === 'ENOENT' && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const message = broken
    ? 'a link that leads nowhere'
    : (faults[code] ?? `cannot be read (${code})`);
  return new InputError(message, { where: path, cause: error });
}
