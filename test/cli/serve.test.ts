import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { finish, makeFolder, printed, runTightrope, startTightrope } from './run-tightrope.ts';

async function addressOf(child: ReturnType<typeof startTightrope>): Promise<string> {
  const text = await printed(child.stdout, /http:\/\/127\.0\.0\.1:\d+/);
  return /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '';
}

it('serve: answers on 127.0.0.1 until it is interrupted', async () => {
  const ledger = join(makeFolder(), 'tightrope.db');
  const child = startTightrope(['serve', '--port', '0'], { ledger });
  const address = await addressOf(child);
  const ended = finish(child);
  const status = await (await fetch(`${address}/api/status`)).json();
  expect(status).toMatchObject({ documents: 0, ledger });
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

it('serve: a port in use is told', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const ledger = join(makeFolder(), 'tightrope.db');
  const { code, stderr } = await runTightrope(['serve', '--port', String(port)], { ledger });
  other.close();
  expect(stderr).toMatch(
    new RegExp(
      `^tightrope: port ${port}: the server cannot start; found a port that another program uses`,
    ),
  );
  expect(code).toBe(2);
});

it('start: gives an empty ledger the sample corpus, and only an empty one', async () => {
  const lines = readFileSync('sample/reports.jsonl', 'utf8').trim().split('\n');
  const ledger = join(makeFolder(), 'tightrope.db');
  for (const words of [/coding the sample corpus[\s\S]*Tightrope on/, /^Tightrope on/]) {
    const child = startTightrope(['start', '--port', '0', '--no-open'], { ledger });
    const text = await printed(child.stdout, /Tightrope on http\S+/);
    expect(text).toMatch(words);
    const ended = finish(child);
    const address = /http:\S+/.exec(text)?.[0];
    const { documents } = await (await fetch(`${address}/api/status`)).json();
    expect(documents).toBe(lines.length);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  }
});
