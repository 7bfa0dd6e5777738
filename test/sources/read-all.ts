import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ReadOptions, readDocuments, type SourceItem } from '#sources';

/** A folder of its own for one test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tightrope-sources-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function readAll(
  inputs: string | readonly string[],
  options: ReadOptions = {},
): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const item of readDocuments(typeof inputs === 'string' ? [inputs] : inputs, options))
    items.push(item);
  return items;
}

/** What a batch came to, one short line per item: `document a.txt`, `failure more.jsonl:17: …`. */
export function summarise(items: readonly SourceItem[], folder = ''): string[] {
  return items.map((item) => {
    const text =
      item.kind === 'document'
        ? `document ${item.document.id}`
        : item.kind === 'failure'
          ? `failure ${item.error.explain()}`
          : `skipped ${item.place}`;
    return folder === '' ? text : text.replaceAll(`${folder}/`, '');
  });
}

/** A byte stream cut into pieces of `size`, as a pipe may do. */
export async function* cut(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
