import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { createLanguage, type Language } from '#language';

/** A reader of English with the weights in models/. Throws where they are missing. */
export function loadLanguage(): Language {
  const models = join(packageRoot(), 'models');
  const kernel = join(models, 'kernel.wasm');
  return createLanguage({
    splitter: readPacked(join(models, 'splitter.gz')),
    tagger: readPacked(join(models, 'tagger.gz')),
    parser: readPacked(join(models, 'parser.gz')),
    kernel: existsSync(kernel) ? readFileSync(kernel) : undefined,
  });
}

/** Folder of the package that this file belongs to, from source and from dist/ alike. */
export function packageRoot(): string {
  root ??= findRoot();
  return root;
}

let root: string | undefined;

function findRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'tightrope')
      return folder;
    if (dirname(folder) === folder) {
      throw new Error(
        `no package.json of "tightrope" above ${start}; expected the installed package`,
      );
    }
  }
}

/** Bytes; no file of weights is larger, and a broken one must not ask for more. */
const largestChunk = 2 ** 26;

/** The weights in a compressed file. */
export function readPacked(path: string): Uint8Array {
  if (!existsSync(path)) {
    throw new Error(
      `${path} is missing; install the package again, or make it with "npm run train"`,
    );
  }
  const packed = readFileSync(path);
  // The last four bytes tell the size: room for all of it at once saves most of the time.
  const size = packed.length < 4 ? 0 : packed.readUInt32LE(packed.length - 4);
  return gunzipSync(packed, { chunkSize: Math.min(Math.max(64, size + 1), largestChunk) });
}
