/**
 * Gathers items into groups of at most `size`, handing on what it has after `milliseconds` even where
 * the source is slow, so that nothing waits long to be kept.
 */
export async function* groupItems<Item>(
  items: AsyncIterable<Item>,
  size: number,
  milliseconds: number,
): AsyncGenerator<readonly Item[]> {
  const source = items[Symbol.asyncIterator]();
  let group: Item[] = [];
  let due = 0;
  let pull = source.next();
  try {
    for (;;) {
      const next = group.length === 0 ? await pull : await withinTime(pull, due - Date.now());
      if (next !== null) {
        if (next.done) break;
        if (group.length === 0) due = Date.now() + milliseconds;
        group.push(next.value);
        pull = source.next();
      }
      if (next === null || group.length >= size || Date.now() >= due) {
        const full = group;
        group = [];
        yield full;
      }
    }
    if (group.length > 0) yield group;
  } finally {
    // Not awaited: a source that is waiting for a slow pipe ends when the pipe does.
    source.return?.().catch(() => {});
  }
}

/** The promise's value, or null when the time is up first. */
async function withinTime<Value>(
  promise: Promise<Value>,
  milliseconds: number,
): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
