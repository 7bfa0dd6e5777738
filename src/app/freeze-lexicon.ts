/** Reads the packaged lexicon and writes it down for a quick start; a step of the build. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freezeLexicon } from '#coder';
import { packageRoot } from './load-language.ts';
import { decodeFiles, frozenLexiconPath, readTextFiles, sealOf } from './load-lexicon.ts';

const files = readTextFiles(join(packageRoot(), 'lexicon'));
const path = frozenLexiconPath();
writeFileSync(path, `${sealOf(files)}\n${freezeLexicon(decodeFiles(files))}`);
process.stdout.write(`${path}: ${Object.keys(files).length} files of the lexicon\n`);
