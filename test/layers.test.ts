import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findBreaches } from './layer-table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test('the layers import one another in one direction only', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.split('/').length > 2);
  expect(files.length).toBeGreaterThan(50);
  const breaches = files.flatMap((path) =>
    findBreaches(path, readFileSync(join(root, path), 'utf8')),
  );
  expect(breaches.join('\n')).toBe('');
});

const breaking: readonly (readonly [path: string, code: string, complaint: RegExp])[] = [
  [
    'src/language/a.ts',
    `import { ontology } from '#coder';`,
    /expected no other layer in language/,
  ],
  ['src/language/a.ts', `import type { Party } from '#coder';`, /expected no other layer/],
  ['src/coder/a.ts', `import { readFileSync } from 'node:fs';`, /no module of Node in coder/],
  ['src/coder/a.ts', `import { join } from 'path';`, /no module of Node in coder/],
  ['src/coder/a.ts', `const fs = await import('node:fs');`, /no module of Node in coder/],
  ['src/coder/a.ts', `export { sql } from 'kysely';`, /no installed package in coder/],
  ['src/coder/a.ts', `import { b } from '../language/b.ts';`, /a file of src\/coder\//],
  ['src/coder/a.ts', `import { createCoder } from '#coder';`, /not the layer's own name/],
  [
    'src/ledger/a.ts',
    `import { createCoder } from '#coder';`,
    /only types of coder .* not createCoder/,
  ],
  ['src/relations/a.ts', `import * as coder from '#coder';`, /only types of coder/],
  [
    'src/sources/a.ts',
    `import { openLedger } from '#ledger';`,
    /expected types of coder in sources/,
  ],
  ['src/app/a.ts', `import { sql } from 'kysely';`, /kysely in ledger only/],
  ['src/app/a.ts', `import { App } from '../web/app.tsx';`, /a file of src\/app\//],
  [
    'src/web/a.tsx',
    `import { routes } from '../app/contract.ts';`,
    /"import type" from the contract/,
  ],
  ['src/web/a.tsx', `import type { Server } from '../app/server/b.ts';`, /a file of src\/web\//],
  ['src/web/a.tsx', `import type { Party } from '#coder';`, /expected no other layer in web/],
  ['src/common/a.ts', ``, /"common" is no layer/],
];

test.each(breaking)('a breach is found in %s: %s', (path, code, complaint) => {
  const breaches = findBreaches(path, code);
  expect(breaches).toHaveLength(1);
  expect(breaches[0]).toMatch(complaint);
});

const sound: readonly (readonly [path: string, code: string])[] = [
  [
    'src/coder/a.ts',
    `import type { Sentence } from '#language';\nimport { b } from './deep/b.ts';`,
  ],
  ['src/ledger/a.ts', `import { type CodedEvent, InputError } from '#coder';`],
  ['src/web/parts/a.tsx', `import type { EventItem } from '../../app/contract.ts';`],
  [
    'src/app/server/a.ts',
    `import { openLedger } from '#ledger';\nimport { join } from 'node:path';`,
  ],
  ['src/coder/a.ts', `// import { x } from 'node:fs';\nexport const text = "import 'kysely'";`],
];

test.each(sound)('no breach in %s: %s', (path, code) => {
  expect(findBreaches(path, code)).toEqual([]);
});
