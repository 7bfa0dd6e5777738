import { Argument, Command, Option } from 'commander';

/** What a command returns when it is done: its exit code. */
type Run = Promise<number>;

const ledgerOption: readonly [string, string] = [
  '--ledger <file>',
  'the ledger (default: TIGHTROPE_LEDGER, else tightrope.db in your data folder)',
];
const lexiconOption: readonly [string, string] = [
  '--lexicon <folder>',
  'your own lexicon (default: TIGHTROPE_LEXICON, else "lexicon" beside the ledger)',
];
const dateOption: readonly [string, string] = [
  '--date <day>',
  'day of publication, YYYY-MM-DD, of documents that bring none; relative dates count from it',
];
const encodingOption: readonly [string, string] = [
  '--encoding <name>',
  'encoding of text that is not UTF-8, such as windows-1252 or euc-kr',
];

const kindsOfInput = `
Reads .txt and .md (one report each), .html, .jsonl and .ndjson (one report per line), .json (one or an array),
.report.txt (text behind a header of "Title:", "Date:" … lines), folders with such files, and - for standard input.
A record of JSON: {"id":"a1","text":"…","title":"…","date":"2024-04-01","publisher":"…","url":"…"}; only text is needed.
A document may have up to 10 MB.`;

/**
 * The command line: names, options and help. What a command does is loaded when it is called, so that
 * starting stays quick.
 *
 * @param finish is given the exit code of the command that was run
 */
export function buildProgram(version: string, finish: (code: number) => void): Command {
  const program = new Command('tightrope')
    .description(
      'Reads news reports and keeps a sourced account of the relations between countries.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showHelpAfterError('(--help tells more)')
    .addHelpText(
      'after',
      `
Examples:
  tightrope start                                    the workbench in your browser, with a sample to begin with
  tightrope code note.txt --date 2024-04-01          what a report says, as a table
  tightrope add reports/ && tightrope events --dyad KOR-RUS --type SANCTION`,
    );
  const command = (name: string, description: string, help: string): Command =>
    program.command(name).description(description).addHelpText('after', help);
  const format = (): Option =>
    new Option('--format <format>', 'how to print')
      .choices(['table', 'jsonl', 'csv'])
      .default('table');
  const run =
    <Arguments extends unknown[]>(action: (...values: Arguments) => Run) =>
    async (...values: Arguments): Promise<void> =>
      finish(await action(...values));

  command(
    'start',
    'open the workbench; an empty ledger is given the sample corpus first',
    `
Examples:
  tightrope start
  tightrope start --port 5000 --ledger korea.db`,
  )
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', '4870')
    .option('--no-open', 'do not open the browser')
    .option(...ledgerOption)
    .option(...lexiconOption)
    .action(run(async (options) => (await import('./commands/start.ts')).runStart(options)));

  command(
    'code',
    'print what documents say, and keep nothing',
    `${kindsOfInput}
Without a file it reads standard input. jsonl prints one line for each document, in order, as soon as it is coded;
what cannot be read is told on standard error, and the exit code is then 2.

Examples:
  tightrope code note.txt --date 2024-04-01
  echo "Peru recalled its ambassador to Chile on Friday." | tightrope code --date 2024-04-01
  tightrope code --format jsonl < documents.jsonl > coded.jsonl
  tightrope code --format csv reports/ > events.csv`,
  )
    .argument('[files...]', 'files, folders, or - for standard input')
    .addOption(format())
    .option(...dateOption)
    .option(...encodingOption)
    .option('--threads <number>', 'threads that code', '1')
    .option(...lexiconOption)
    .action(
      run(async (files, options) => (await import('./commands/code.ts')).runCode(files, options)),
    );

  command(
    'add',
    'code documents and keep them in the ledger',
    `${kindsOfInput}
The same document twice is one. A broken run goes on where it stopped when the command is given again.

Examples:
  tightrope add reports/ more.jsonl
  tightrope add note.txt --date 2024-04-01
  curl -s https://example.org/report.html | tightrope add -`,
  )
    .argument('[files...]', 'files, folders, or - for standard input')
    .option(...dateOption)
    .option(...encodingOption)
    .option('--threads <number>', 'threads that code (default: the number of processors less one)')
    .option(...ledgerOption)
    .option(...lexiconOption)
    .action(
      run(async (files, options) => (await import('./commands/add.ts')).runAdd(files, options)),
    );

  command(
    'recode',
    'code again what another version of the coder coded, keeping corrections',
    `
Example:
  tightrope recode`,
  )
    .option('--threads <number>', 'threads that code (default: the number of processors less one)')
    .option(...ledgerOption)
    .option(...lexiconOption)
    .action(run(async (options) => (await import('./commands/recode.ts')).runRecode(options)));

  command(
    'lexicon',
    'check a lexicon of your own: files of events, actors and roles, and PETRARCH dictionaries',
    `
Tells what the files hold, each fault with file and line, and whether the examples of your entries come out as they say.

Example:
  tightrope lexicon check my-lexicon`,
  )
    .addArgument(new Argument('<task>', 'what to do').choices(['check']))
    .argument('[folder]', 'folder of the files (default: as for --lexicon of the other commands)')
    .option(...ledgerOption)
    .action(
      run(async (_task, folder, options) =>
        (await import('./commands/check-lexicon.ts')).runCheckLexicon(folder, options),
      ),
    );

  command(
    'events',
    'list events of the ledger, newest first',
    `
Countries are ISO codes of three letters. The table shows 50 events, jsonl and csv print all.

Examples:
  tightrope events --dyad KOR-RUS --from 2023-07-01
  tightrope events --actor "RUS GOV" --type THREATEN,ACCUSE --status actual
  tightrope events --type SANCTION --format csv > sanctions.csv`,
  )
    .option('--dyad <pair>', 'events between two countries in either direction, as KOR-RUS')
    .option('--actor <party>', 'who acts: a country, as RUS, or with a sector, "RUS GOV"')
    .option('--recipient <party>', 'whom it is directed at')
    .option('--type <types>', 'PLOVER types, parted by commas')
    .option('--mode <mode>', 'mode of the type, as expel')
    .option(
      '--status <statuses>',
      'actual, historical, future, hypothetical, negated; parted by commas',
    )
    .option('--from <day>', 'on or after this day, YYYY-MM-DD')
    .option('--to <day>', 'on or before this day')
    .option('--document <id>', 'of one document')
    .option('--confidence <number>', 'at least this sure, 0 to 1')
    .option('--state <states>', 'coded, confirmed, corrected, added, rejected; parted by commas')
    .option('--order <order>', 'newest or oldest first')
    .option('--limit <number>', 'print so many at most')
    .addOption(format())
    .option(...ledgerOption)
    .action(run(async (options) => (await import('./commands/events.ts')).runEvents(options)));

  command(
    'documents',
    'list documents of the ledger, newest first',
    `
Examples:
  tightrope documents --q "export controls"
  tightrope documents --publisher "Seoul Sample" --from 2024-01-01`,
  )
    .option('--q <words>', 'words that all must occur; "a phrase", begin*, -without')
    .option('--publisher <name>', 'of one publisher')
    .option('--from <day>', 'published on or after this day, YYYY-MM-DD')
    .option('--to <day>', 'published on or before this day')
    .option('--limit <number>', 'print so many at most')
    .addOption(format())
    .option(...ledgerOption)
    .action(
      run(async (options) => (await import('./commands/documents.ts')).runDocuments(options)),
    );

  command(
    'show',
    'print a document with its events marked in the text',
    `
Example:
  tightrope show note.txt`,
  )
    .argument('<document>', 'id of a document, as "tightrope documents" lists it')
    .option(...ledgerOption)
    .action(run(async (id, options) => (await import('./commands/show.ts')).runShow(id, options)));

  command(
    'explain',
    'print why an event was coded as it is: rule or model, words, paths, steps',
    `
Example:
  tightrope explain "note.txt#3"`,
  )
    .argument('<event>', 'id of an event, as "tightrope events" lists it')
    .option(...ledgerOption)
    .action(
      run(async (id, options) => (await import('./commands/explain.ts')).runExplain(id, options)),
    );

  command(
    'serve',
    'serve the workbench and the API on 127.0.0.1',
    `
Example:
  tightrope serve --port 4870`,
  )
    .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', '4870')
    .option(...ledgerOption)
    .option(...lexiconOption)
    .action(run(async (options) => (await import('./commands/serve.ts')).runServe(options)));

  return program;
}
