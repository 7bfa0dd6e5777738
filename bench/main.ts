import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCoder } from '#coder';
import { loadDecision } from '../src/app/load-decision.ts';
import { loadLanguage, packageRoot } from '../src/app/load-language.ts';
import { loadPackagedLexicon } from '../src/app/load-lexicon.ts';
import { benchConfidence } from './confidence.ts';
import { crossValidate, type Unseen } from './cross-validated.ts';
import { benchGolden } from './golden.ts';
import { benchLanguage } from './language.ts';
import { benchReading } from './reading.ts';
import { benchSpeed } from './speed.ts';
import { formatTable } from './table.ts';

const parts = {
  speed: 'sentences a second, memory, start-up',
  language: 'tags, trees and sentences on the treebanks',
  reading: 'types, modes and parties on the development sets, the note, the stories',
  confidence: 'how far the confidence of events agrees with how many are right',
  golden: 'the golden sentences of test/golden',
} as const;
type Part = keyof typeof parts;

const help = `usage: npm run bench [-- PART …]

Prints accuracy and speed, of all parts or of those that are named:

${Object.entries(parts)
  .map(([name, about]) => `  ${name.padEnd(12)}${about}`)
  .join('\n')}

Data that is not the project's own lies in the folder "shared" beside it, or in TIGHTROPE_SHARED; what needs it is
skipped, with a word, where it is absent.
`;

function isPart(name: string): name is Part {
  return Object.hasOwn(parts, name);
}

function main(names: readonly string[]): void {
  if (names.includes('--help') || names.includes('-h')) {
    console.log(help);
    return;
  }
  const unknown = names.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    console.error(
      `unknown part "${unknown.join('", "')}"; expected any of ${Object.keys(parts).join(', ')}`,
    );
    process.exitCode = 2;
    return;
  }
  const asked = (part: Part): boolean => names.length === 0 || names.includes(part);
  const root = packageRoot();
  const shared = process.env.TIGHTROPE_SHARED ?? join(root, '../shared');
  if (!existsSync(shared))
    console.log(`No development data at ${shared}: what needs it is skipped.\n`);
  const language = loadLanguage();
  const lexicon = loadPackagedLexicon();
  const coder = createCoder(language, lexicon, loadDecision());
  if (asked('speed')) {
    const rows = benchSpeed(language, coder, shared, root);
    console.log(formatTable('Speed (CPU seconds, one thread)', rows));
  }
  if (asked('language')) console.log(formatTable('Tagging, parsing, sentences', benchLanguage()));
  let unseen: Unseen | undefined;
  const leavingOut = (): Unseen => {
    unseen ??= crossValidate(language, lexicon, shared);
    return unseen;
  };
  if (asked('reading')) {
    const rows = benchReading(coder, leavingOut, shared);
    console.log(formatTable('Coding, development sets', rows));
  }
  if (asked('confidence')) {
    const rows = benchConfidence(language, lexicon, leavingOut, shared);
    console.log(formatTable('Confidence against events that are right, cross-validated', rows));
  }
  if (asked('golden'))
    console.log(formatTable('Golden sentences', benchGolden(language, lexicon, coder, root)));
}

main(process.argv.slice(2));
