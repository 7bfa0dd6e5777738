import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { failWith } from './errors.ts';

/** Most bytes of a body. What is larger is for `tightrope add`, which does not keep the workbench waiting. */
export const maximumBody = 2_000_000;

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * A page of another site can make a browser send requests here, and can make its own name point here.
 * So the name that was asked for must be this machine's, and what changes things must come from our own page or from no page.
 */
export const guardOrigin: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!loopback.test(host)) {
    return failWith(c, 403, {
      message: 'Tightrope answers to this machine only',
      where: 'Host',
      found: JSON.stringify(host.slice(0, 100)),
      expected: 'localhost or 127.0.0.1',
    });
  }
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const isOwn = origin === undefined || isOriginOf(origin, host);
    if (!isOwn || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
      return failWith(c, 403, {
        message: 'a page of another site may not change anything here',
        where: 'Origin',
        found: JSON.stringify((origin ?? site ?? '').slice(0, 100)),
        expected: `http://${host}`,
      });
    }
  }
  await next();
};

function isOriginOf(origin: string, host: string): boolean {
  return origin.toLowerCase() === `http://${host.toLowerCase()}`;
}

const securityHeaders: readonly (readonly [string, string])[] = [
  [
    'Content-Security-Policy',
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of securityHeaders) c.res.headers.set(name, value);
};

export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: maximumBody,
  onError: (c: Context) =>
    failWith(c, 413, {
      message: 'the body is too large',
      expected: `at most ${maximumBody} bytes`,
      hint: 'Add large documents with "tightrope add FILE".',
    }),
});
