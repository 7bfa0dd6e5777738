import type { SourceDocument } from '#coder';
import type { CodingResult } from './code-safely.ts';
import type { CodingPool } from './coding-pool.ts';

/** Text in flight between threads at most, in UTF-16 units, beyond the one document that is always let in. */
const maximumInFlight = 4_000_000;

/** An item as it came, with its coding where there was something to code. */
export interface CodedItem<Item> {
  readonly item: Item;
  readonly result: CodingResult | null;
}

interface Waiting<Item> {
  readonly coded: Promise<CodedItem<Item>>;
  readonly size: number;
}

/**
 * Codes what a source yields and hands it on in the same order. Takes from the source no more than the
 * pool can hold, so that a slow reader of the results slows the source.
 *
 * @param documentOf the document of an item; null where there is none to code
 */
export async function* codeItems<Item>(
  items: AsyncIterable<Item>,
  pool: CodingPool,
  documentOf: (item: Item) => SourceDocument | null,
): AsyncGenerator<CodedItem<Item>> {
  const source = items[Symbol.asyncIterator]();
  const waiting: Waiting<Item>[] = [];
  let inFlight = 0;
  let pull: Promise<IteratorResult<Item>> | null = null;
  let ended = false;
  try {
    while (!ended || waiting.length > 0) {
      const hasRoom =
        waiting.length === 0 || (waiting.length < pool.window && inFlight < maximumInFlight);
      if (!ended && hasRoom) pull ??= source.next();
      const head = waiting.at(0);
      const first = await Promise.race([pull, head?.coded].filter((promise) => promise != null));
      if (head !== undefined && 'item' in first) {
        waiting.shift();
        inFlight -= head.size;
        yield first;
        continue;
      }
      pull = null;
      const next = first as IteratorResult<Item>;
      ended = next.done === true;
      if (!ended) {
        const size = documentOf(next.value)?.text.length ?? 0;
        waiting.push({ coded: codeItem(next.value, pool, documentOf), size });
        inFlight += size;
      }
    }
  } finally {
    // Not awaited: a source that is waiting for a slow pipe ends when the pipe does.
    source.return?.().catch(() => {});
  }
}

async function codeItem<Item>(
  item: Item,
  pool: CodingPool,
  documentOf: (item: Item) => SourceDocument | null,
): Promise<CodedItem<Item>> {
  const document = documentOf(item);
  return { item, result: document === null ? null : await pool.code(document) };
}
