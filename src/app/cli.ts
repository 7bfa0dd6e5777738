import { CommanderError } from 'commander';
import { InputError } from '#coder';
import { packageVersion } from './package-version.ts';
import { buildProgram } from './program.ts';

/**
 * The command line's one way out. Exit codes: 0 all went well, 1 a bug, 2 bad usage or bad input,
 * 130 interrupted.
 */
async function main(): Promise<number> {
  let exitCode = 0;
  const program = buildProgram(packageVersion(), (code) => {
    exitCode = code;
  });
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    if (process.argv.length <= 2) program.outputHelp();
    else await program.parseAsync();
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof InputError) {
      process.stderr.write(`tightrope: ${error.explain()}\n`);
      return 2;
    }
    process.stderr.write(
      `tightrope: a bug; please report it with what follows\n${describe(error)}\n`,
    );
    return 1;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// A reader that has seen enough, such as head, closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`tightrope: standard output: cannot be written (${error.code})\n`);
  process.exit(2);
});
process.stderr.on('error', () => {});

const exitCode = await main();
// Waits until all is written; what is still open then, such as a pipe, must not hold the process.
process.stdout.write('', () => process.exit(exitCode));
