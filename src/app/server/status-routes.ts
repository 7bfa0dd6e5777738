import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LedgerStatus } from '../contract.ts';
import type { ServerParts } from './create-app.ts';
import { answers } from './route-parts.ts';

const status = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'What runs and what the ledger holds.',
  responses: answers({ 200: LedgerStatus }),
});

const description = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This description.',
  responses: answers({ 200: z.record(z.string(), z.unknown()).openapi('OpenApi') }),
});

export function addStatusRoutes(app: OpenAPIHono, { ledger, coder, version }: ServerParts): void {
  app.openapi(status, (c) => {
    const { types, publishers, coders, ...counts } = ledger.statistics();
    const lists = { types: [...types], publishers: [...publishers], coders: [...coders] };
    return c.json({ version, coder: coder.version, ledger: ledger.path, ...counts, ...lists }, 200);
  });

  app.openapi(description, (c) => {
    const info = {
      title: 'Tightrope',
      version,
      description:
        'A sourced account of the relations between countries. Answers to this machine only.',
    };
    const document = app.getOpenAPI31Document({ openapi: '3.1.0', info });
    return c.json({ ...document } as Record<string, unknown>, 200);
  });
}
