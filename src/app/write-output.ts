import { once } from 'node:events';

/** Writes to a stream and waits while it is full, so that a slow reader slows the writer. */
export async function writeOutput(
  text: string,
  stream: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
