/** One line of a byte stream without its line feed; `bytes` is null where it was longer than allowed. */
export interface ByteLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
  /** Length in bytes, also where the line was too long to be kept. */
  readonly length: number;
  /** Where the line begins in the stream. */
  readonly offset: number;
}

/**
 * Cuts a byte stream into lines at LF. Holds at most `limit` bytes of a line: the rest of a longer
 * one is counted and let go, and reading goes on with the next line.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let kept = 0;
  let length = 0;
  let offset = 0;
  let number = 1;
  const takeLine = (): ByteLine => {
    const bytes = length > limit ? null : joinBytes(parts, kept);
    const line = { number, bytes, length, offset };
    parts = [];
    kept = 0;
    offset += length + 1;
    length = 0;
    number++;
    return line;
  };
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length <= limit) {
      parts.push(part);
      kept += part.length;
    } else {
      parts = [];
      kept = 0;
    }
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      yield takeLine();
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (length > 0) yield takeLine();
}

function joinBytes(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0];
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
