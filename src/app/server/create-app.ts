import { OpenAPIHono } from '@hono/zod-openapi';
import type { Coder } from '#coder';
import type { Ledger } from '#ledger';
import { addCorrectionRoutes } from './correction-routes.ts';
import { addDocumentRoutes } from './document-routes.ts';
import { answerError, answerInvalid, failWith } from './errors.ts';
import { addEventRoutes } from './event-routes.ts';
import { guardOrigin, limitBody, secureHeaders } from './guards.ts';
import { serveFiles } from './static-files.ts';
import { addStatusRoutes } from './status-routes.ts';

/** What the server is made of. */
export interface ServerParts {
  readonly ledger: Ledger;
  readonly coder: Coder;
  /** Folder of the built workbench. */
  readonly webRoot: string;
  /** Version of Tightrope. */
  readonly version: string;
  /** Where the stack of a bug goes; to the terminal where none is given. */
  readonly report?: (error: unknown) => void;
}

/** The HTTP API under /api, and the workbench everywhere else. Needs no socket: `app.request('/api/status')`. */
export function createApp(parts: ServerParts): OpenAPIHono {
  const { report = console.error } = parts;
  const app = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success ? undefined : answerInvalid(result.target, result.error, c),
  });
  app.onError((error, c) => answerError(error, c, report));
  app.use(secureHeaders);
  app.use('/api/*', async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  app.use(guardOrigin);
  app.use(limitBody);
  addDocumentRoutes(app, parts);
  addEventRoutes(app, parts);
  addCorrectionRoutes(app, parts);
  addStatusRoutes(app, parts);
  app.get('*', (c, next) => (/^\/api(\/|$)/.test(c.req.path) ? next() : files(c)));
  const files = serveFiles(parts.webRoot);
  app.notFound((c) =>
    failWith(c, 404, {
      message: 'there is nothing here',
      where: `${c.req.method} ${c.req.path}`,
      hint: 'GET /api/openapi.json lists what there is.',
    }),
  );
  return app;
}
