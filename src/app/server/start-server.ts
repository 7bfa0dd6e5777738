import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Env, Hono } from 'hono';
import { InputError } from '#coder';

export interface RunningServer {
  /** `http://127.0.0.1:4870`. */
  readonly address: string;
  /** Answers what has been asked, then ends. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 only; port 0 takes a free one.
 * @throws InputError where the port is taken or may not be used
 */
export async function startServer(
  app: Pick<Hono<Env>, 'fetch'>,
  port: number,
): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    address: `http://127.0.0.1:${boundPort}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  const found = {
    EADDRINUSE: 'a port that another program uses',
    EACCES: 'a port that needs more rights',
  }[error.code ?? ''];
  if (found === undefined) return error;
  return new InputError('the server cannot start', {
    where: `port ${port}`,
    found,
    expected: 'a free port above 1023',
    hint: 'Choose another one with --port.',
    cause: error,
  });
}
