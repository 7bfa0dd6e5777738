import { createReadStream } from 'node:fs';
import { encodingOfMark } from './decode-text.ts';

export type ByteStream = AsyncIterable<Uint8Array>;

/** The bytes of a file, piece by piece. */
export function openBytes(path: string): ByteStream {
  return createReadStream(path, { highWaterMark: 262_144 });
}

/** Passes bytes on and tells how many have passed. */
export async function* countBytes(
  chunks: ByteStream,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Bytes other than white space that tell a kind of text from another. */
const tellingBytes = 8;

/**
 * The first pieces of a stream, as many as it takes to see what it holds, and the whole stream again.
 * Does not wait for more than that: a slow pipe may bring one line a minute.
 */
export async function peekBytes(
  chunks: ByteStream,
): Promise<{ readonly head: Uint8Array; readonly stream: ByteStream }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let telling = 0;
  let length = 0;
  while (telling < tellingBytes && length < 65_536) {
    const { done, value } = await iterator.next();
    if (done) break;
    parts.push(value);
    length += value.length;
    for (let i = 0; i < value.length && telling < tellingBytes; i++) if (value[i] > 32) telling++;
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    try {
      yield* parts;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(parts), stream: again() };
}

/** All bytes of a stream, or null as soon as there are more than `limit`. */
export async function collectBytes(chunks: ByteStream, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The UTF-16 flavour in which lines cannot be cut at a single byte, or null. A byte order mark wins over `encoding`. */
export function wideEncoding(head: Uint8Array, encoding = 'utf-8'): string | null {
  const used = encodingOfMark(head) ?? new TextDecoder(encoding).encoding;
  return used.startsWith('utf-16') ? used : null;
}

/** Turns UTF-16 into UTF-8 on the way. Throws TypeError at bytes that are not UTF-16. */
export async function* narrowBytes(
  chunks: ByteStream,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
