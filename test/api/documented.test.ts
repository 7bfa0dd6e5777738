import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { settableFields } from '#ledger';
import { CorrectionRequest, EventFields } from '../../src/app/contract.ts';
import { openApp } from './open-app.ts';

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const opened = openApp();
afterAll(opened.close);

interface Description {
  paths: Record<
    string,
    Record<string, { summary?: string; parameters?: { name: string }[]; responses: object }>
  >;
}

/** `GET /api/events/{id}` for each route that answers, as Hono has them. */
const routes = [
  ...new Set(
    opened.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
  ),
].sort();

async function readDescription(): Promise<Description> {
  return (await opened.get('/api/openapi.json')).json();
}

test('every route is in the OpenAPI description with a summary, and no other', async () => {
  const { paths } = await readDescription();
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => {
      expect(summary).toMatch(/\.$/);
      return `${method.toUpperCase()} ${path}`;
    }),
  );
  expect(routes.length).toBeGreaterThan(10);
  expect(described.sort()).toEqual(routes);
});

test('every route is in docs/api.md, and no other', () => {
  const documented = [...page.matchAll(/^### `((?:GET|POST) \S+)`$/gm)].map((match) => match[1]);
  expect(documented.sort()).toEqual(routes);
});

test('every parameter of a query is in docs/api.md under its route', async () => {
  const { paths } = await readDescription();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { parameters = [] }] of Object.entries(methods)) {
      const title = `### \`${method.toUpperCase()} ${path}\`\n`;
      const section = page.slice(page.indexOf(title) + title.length).split(/^##/m)[0];
      for (const { name } of parameters) expect(`${title}${section}`).toContain(`\`${name}\``);
    }
  }
});

test('the corrections that docs/api.md shows, and the fields it names, are those that are taken', () => {
  const [, block] = /```json\n(\{"kind"[\s\S]*?)```/.exec(page)!;
  const shown = block.trim().split(/\n(?=\{)/);
  expect(shown).toHaveLength(4);
  for (const body of shown) CorrectionRequest.parse(JSON.parse(body));
  const [, fields] = /Fields that can be set: (.+?)\. /.exec(page)!;
  expect(fields.split(', ')).toEqual(settableFields.map((field) => `\`${field}\``));
  expect(Object.keys(EventFields.shape)).toEqual([...settableFields]);
});

test('the description is OpenAPI 3.1 whose references all lead somewhere', async () => {
  const description = await readDescription();
  const text = JSON.stringify(description);
  expect(description).toMatchObject({ openapi: '3.1.0', info: { title: 'Tightrope' } });
  const schemas = (description as unknown as { components: { schemas: object } }).components
    .schemas;
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    expect(schemas).toHaveProperty(name);
  }
  expect(schemas).toHaveProperty('LedgerEvent');
});
