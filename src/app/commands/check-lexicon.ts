import { join } from 'node:path';
import {
  createCoder,
  InputError,
  type Lexicon,
  LexiconError,
  type LexiconFault,
  type LexiconFiles,
  loadLexicon,
  ownPrefix,
  readLexiconExamples,
  tryExample,
} from '#coder';
import { ledgerPath } from '../ledger-path.ts';
import { loadDecision } from '../load-decision.ts';
import { loadLanguage, packageRoot } from '../load-language.ts';
import { readLexiconFolder } from '../load-lexicon.ts';
import { ownLexiconFolder, placeIn, readOwnFiles } from '../own-lexicon.ts';
import { countOf } from '../terminal/terminal.ts';
import { writeOutput } from '../write-output.ts';

export interface CheckLexiconOptions {
  readonly ledger?: string;
}

/**
 * Reads a user's own lexicon, tells what it holds and what is wrong with it, and tries its examples. Returns the exit
 * code: 2 where there is a fault.
 */
export async function runCheckLexicon(
  named: string | undefined,
  options: CheckLexiconOptions,
): Promise<number> {
  const folder = ownLexiconFolder(named, ledgerPath(options.ledger));
  if (folder === null) {
    throw new InputError('no lexicon to check', {
      expected: 'a folder of lexicon files',
      hint: 'Name it: tightrope lexicon check my-lexicon',
    });
  }
  const files = readLexiconFolder(join(packageRoot(), 'lexicon'));
  const own = readOwnFiles(folder);
  const { sound, lexicon, faults } = readSound(files, own);
  const all = [...faults, ...lexicon.faults];
  for (const { where, found, expected } of all) {
    await writeOutput(`${placeIn(folder, where)}: ${found}; expected ${expected}\n`);
  }
  const examples = readLexiconExamples(files, sound);
  const coder = createCoder(loadLanguage(), lexicon, loadDecision());
  const failed = examples
    .map((example) => tryExample(coder, example))
    .filter((fault) => fault !== null);
  for (const fault of failed) await writeOutput(`${placeIn(folder, fault)}\n`);
  const lines = [
    ...(all.length + failed.length > 0 ? [''] : []),
    `${folder}: ${countOf(Object.keys(own).length, 'file')}`,
    ...countsOf(sound, lexicon).map((line) => `  ${line}`),
    `${countOf(all.length, 'fault')}; ${countOf(examples.length, 'example')}, ${failed.length === 0 ? 'all as they say' : `${failed.length} not as they say`}.`,
  ];
  await writeOutput(`${lines.join('\n')}\n`);
  return all.length + failed.length > 0 ? 2 : 0;
}

interface SoundLexicon {
  /** The files that could be read. */
  readonly sound: LexiconFiles;
  readonly lexicon: Lexicon;
  /** The first fault of each file that could not. */
  readonly faults: readonly LexiconFault[];
}

/** Leaves out one file after the other that cannot be read, so that all are told in one go. */
function readSound(files: LexiconFiles, own: LexiconFiles): SoundLexicon {
  const faults: LexiconFault[] = [];
  for (let sound = own; ; ) {
    try {
      const lexicon = loadLexicon(files, sound);
      // Reads what loading leaves for later, and each example.
      for (const _ of lexicon.gazetteer.entries());
      readLexiconExamples(files, sound);
      return { sound, lexicon, faults };
    } catch (error) {
      if (!(error instanceof LexiconError)) throw error;
      const { where = '', found = '', expected = '' } = error;
      const file = where.slice(ownPrefix.length).replace(/:\d+$/, '');
      if (!where.startsWith(ownPrefix) || sound[file] === undefined) throw error;
      faults.push({ where, found, expected });
      sound = Object.fromEntries(Object.entries(sound).filter(([path]) => path !== file));
    }
  }
}

/** What the files bring, by what they are. */
function countsOf(own: LexiconFiles, lexicon: Lexicon): string[] {
  const entriesOf = new Map<string, number>();
  const add = (by: string): void => {
    const file = by.replace(/:\d+$/, '');
    entriesOf.set(file, (entriesOf.get(file) ?? 0) + 1);
  };
  for (const { by } of lexicon.gazetteer.entries()) add(by);
  const seen = new Set<unknown>();
  for (const index of [lexicon.events, lexicon.operators]) {
    for (const candidates of [index.verb, index.noun, index.copula]) {
      for (const { entry } of [...candidates.values()].flat()) {
        if (seen.has(entry)) continue;
        seen.add(entry);
        add(entry.by);
      }
    }
  }
  return Object.keys(own).map((file) => {
    const count = entriesOf.get(`${ownPrefix}${file}`);
    return `${file}: ${count === undefined ? 'read' : count === 1 ? '1 entry' : `${count} entries`}`;
  });
}
