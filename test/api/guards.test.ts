import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InputError } from '#coder';
import { openLedger } from '#ledger';
import { createApp, startServer } from '../../src/app/server/index.ts';
import { fakeCoder } from './fake-coder.ts';
import { type OpenedApp, openApp } from './open-app.ts';

let opened: OpenedApp;
beforeEach(() => {
  opened = openApp();
});
afterEach(() => opened.close());

describe('other sites', () => {
  test.each(['localhost', 'localhost:4870', '127.0.0.1:4870', '[::1]:4870', 'LOCALHOST'])(
    'the name %s is answered',
    async (host) => {
      expect((await opened.get('/api/status', { host })).status).toBe(200);
    },
  );

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:4870',
    '0.0.0.0',
    '192.168.0.4',
    'evil.example#localhost',
    '',
  ])('the name %j is refused, for pages too', async (host) => {
    for (const path of ['/api/status', '/']) {
      const answer = await opened.get(path, { host });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'forbidden', where: 'Host' } });
    }
  });

  const text = { text: 'Seoul accused Moscow.' };
  const host = '127.0.0.1:4870';
  test.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'http://127.0.0.1:3000' },
    { origin: 'https://127.0.0.1:4870' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('a change from a page of %j is refused and nothing is kept', async (headers) => {
    const answer = await opened.post('/api/documents', text, { host, ...headers });
    expect(answer.status).toBe(403);
    expect(opened.ledger.statistics().documents).toBe(0);
  });

  test.each<Record<string, string>>([
    {},
    { origin: 'http://127.0.0.1:4870' },
    { origin: 'http://127.0.0.1:4870', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ])('a change from our own page or from no page, %j, is taken', async (headers) => {
    expect((await opened.post('/api/documents', text, { host, ...headers })).status).toBe(201);
  });
});

describe('every answer', () => {
  test.each(['/', '/api/status', '/api/none', '/assets/app-1a2b.js', '/assets/none.js'])(
    'to %s carries the headers that keep strangers out',
    async (path) => {
      const { headers } = await opened.get(path);
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'");
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    },
  );

  test('to an unknown address is one of the failures', async () => {
    for (const path of ['/api', '/api/none', '/api/events/a/b', '/api/../etc/passwd']) {
      const answer = await opened.get(path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: { code: 'not-found' } });
    }
    expect((await opened.app.request('/api/events', { method: 'DELETE' })).status).toBe(404);
  });

  test('to a bug keeps the stack at home', async () => {
    const reported: unknown[] = [];
    const ledger = openLedger(':memory:');
    const broken = {
      version: 'x',
      code: () => {
        throw new TypeError('a secret of the machine');
      },
    };
    const app = createApp({
      ledger,
      coder: broken,
      webRoot: '.',
      version: '0',
      report: (e) => reported.push(e),
    });
    const answer = await app.request('/api/code', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"text":"x"}',
    });
    expect(answer.status).toBe(500);
    const body = await answer.text();
    expect(JSON.parse(body).error.code).toBe('bug');
    expect(body).not.toContain('secret');
    expect(reported).toEqual([expect.any(TypeError)]);
    ledger.close();
  });
});

describe('the workbench', () => {
  const html = { accept: 'text/html' };

  test('its page stands for all its views', async () => {
    for (const path of ['/', '/documents', '/documents/more.jsonl:17', '/documents/a%2Fb.txt']) {
      const answer = await opened.get(path, html);
      expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
      expect(answer.headers.get('Cache-Control')).toBe('no-cache');
      expect(await answer.text()).toContain('Workbench');
    }
  });

  test('its files are given out with their types', async () => {
    const answer = await opened.get('/assets/app-1a2b.js');
    expect(answer.headers.get('Content-Type')).toMatch(/javascript/);
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
    expect((await opened.get('/assets/none.js', html)).status).toBe(404);
    expect((await opened.get('/none.txt')).status).toBe(404);
  });

  test.each([
    '/..%2Fsecret.txt',
    '/assets/..%2F..%2Fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5Csecret.txt',
    '/%00',
    '/%ff',
    '//etc/passwd',
    '/%2Fetc%2Fpasswd',
  ])('nothing outside of its folder is given out for %s', async (path) => {
    writeFileSync(join(dirname(opened.webRoot), 'secret.txt'), 'secret of the machine');
    const answer = await opened.get(`http://localhost${path}`);
    expect(answer.status).toBe(404);
    const text = await answer.text();
    expect(text).not.toContain('secret of the machine');
    expect(text).not.toContain('root:');
  });

  test('that is not built says what to do', async () => {
    const ledger = openLedger(':memory:');
    const app = createApp({
      ledger,
      coder: fakeCoder,
      webRoot: join(opened.webRoot, 'none'),
      version: '0',
    });
    const answer = await app.request('/', { headers: html });
    expect(answer.status).toBe(404);
    expect((await answer.json()).error.hint).toContain('npm run build');
    ledger.close();
  });
});

describe('the socket', () => {
  test('listens on this machine only and ends when it is closed', async () => {
    const server = await startServer(opened.app, 0);
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await fetch(`${server.address}/api/status`);
    expect(await answer.json()).toMatchObject({ documents: 0 });
    await server.close();
    await expect(fetch(`${server.address}/api/status`)).rejects.toThrow();
  });

  test('a port that is taken is told', async () => {
    const server = await startServer(opened.app, 0);
    const port = Number(new URL(server.address).port);
    const second = startServer(opened.app, port);
    await expect(second).rejects.toBeInstanceOf(InputError);
    await expect(second).rejects.toMatchObject({ where: `port ${port}`, hint: /--port/ });
    await server.close();
  });
});
