import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCoder } from '#coder';
import { loadDecision } from '../src/app/load-decision.ts';
import { loadLanguage, packageRoot } from '../src/app/load-language.ts';
import { loadPackagedLexicon } from '../src/app/load-lexicon.ts';
import { benchLanguage } from './language.ts';
import { benchReading } from './reading.ts';
import { benchSpeed } from './speed.ts';
import { formatTable } from './table.ts';

/**
 * Prints accuracy and speed. Data that is not the project's own lies in the folder `shared` beside it (or in
 * TIGHTROPE_SHARED); what needs it is skipped, with a word, where it is absent.
 */
function main(): void {
  const root = packageRoot();
  const shared = process.env.TIGHTROPE_SHARED ?? join(root, '../shared');
  if (!existsSync(shared))
    console.log(`No development data at ${shared}: what needs it is skipped.\n`);
  const language = loadLanguage();
  const lexicon = loadPackagedLexicon();
  const coder = createCoder(language, lexicon, loadDecision());
  console.log(
    formatTable('Speed (CPU seconds, one thread)', benchSpeed(language, coder, shared, root)),
  );
  console.log(formatTable('Tagging, parsing, sentences', benchLanguage()));
  console.log(
    formatTable('Coding, development sets', benchReading(language, lexicon, coder, shared)),
  );
}

main();
