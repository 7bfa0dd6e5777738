import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatBytes, maximumDocumentBytes, maximumJsonBytes } from '#sources';
import { eventCsvHeader } from '../../src/app/event-columns.ts';
import { buildProgram } from '../../src/app/program.ts';
import { runTightrope } from './run-tightrope.ts';

const manual = readFileSync('docs/command-line.md', 'utf8');
const { commands } = buildProgram('0', () => {});

/** The manual's section on a command. */
function sectionOf(name: string): string {
  const start = manual.indexOf(`\n## tightrope ${name}\n`);
  if (start === -1) return '';
  const end = manual.indexOf('\n## ', start + 1);
  return manual.slice(start, end === -1 ? undefined : end);
}

describe('docs/command-line.md', () => {
  for (const command of commands) {
    const name = command.name();
    it(`tells of tightrope ${name} with every option and argument, and of no other`, () => {
      const section = sectionOf(name);
      const options = command.options.map(({ long }) => long);
      const told = new Set(section.match(/`--[a-z-]+`/g)?.map((word) => word.slice(1, -1)));
      expect([...told].sort()).toEqual([...options].sort());
      for (const argument of command.registeredArguments) {
        expect(section).toContain(`\`${argument.name()}\``);
      }
    });
  }

  it('tells of no command that there is not', () => {
    const told = [...manual.matchAll(/^## tightrope (\S+)$/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(commands.map((command) => command.name()).sort());
  });

  it('names the columns of CSV and the limits', () => {
    for (const column of eventCsvHeader().trim().split(','))
      expect(manual).toContain(`\`${column}\``);
    expect(manual).toContain(`A document may have ${formatBytes(maximumDocumentBytes)}`);
    expect(manual).toContain(`a \`.json\` file ${formatBytes(maximumJsonBytes)}`);
  });
});

describe('--help', () => {
  for (const command of commands) {
    it(`of ${command.name()} teaches with an example`, async () => {
      const { code, stdout } = await runTightrope([command.name(), '--help']);
      expect(stdout).toMatch(new RegExp(`Examples?:\n(.*\n)*? {2}.*tightrope ${command.name()}`));
      expect(code).toBe(0);
    });
  }

  it('and --version, and no words at all', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect((await runTightrope(['--version'])).stdout).toBe(`${version}\n`);
    const bare = await runTightrope([]);
    expect(bare.stdout).toContain('Usage: tightrope');
    expect(bare.stdout).toBe((await runTightrope(['--help'])).stdout);
    expect(bare.code).toBe(0);
  });
});
