import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function markdownFiles(): string[] {
  const folders = ['docs', 'lexicon', 'sample', 'models', 'test', 'bench', 'train'];
  const nested = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    );
  return [...readdirSync(root), ...nested].filter((name) => name.endsWith('.md'));
}

/** Files that the text links to or shows, without addresses on the web and places in the same page. */
function linkedFiles(text: string): string[] {
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target]) => target.split('#')[0])
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

test('every link in the documentation leads to a file', () => {
  const files = markdownFiles();
  expect(files).toContain('README.md');
  const broken = files.flatMap((file) =>
    linkedFiles(readFileSync(join(root, file), 'utf8'))
      .filter((target) => !existsSync(join(root, dirname(file), target)))
      .map((target) => `${file} links to ${target}`),
  );
  expect(broken).toEqual([]);
});
