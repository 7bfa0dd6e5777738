import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedDocument, SourceDocument } from '#coder';
import { codeItems } from '../../src/app/code-items.ts';
import type { CodingPool } from '../../src/app/coding-pool.ts';
import { groupItems } from '../../src/app/group-items.ts';

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function codedOf(document: SourceDocument): CodedDocument {
  return {
    id: document.id,
    coder: 'x',
    date: null,
    events: [],
    entities: [],
    quotations: [],
    links: [],
    notes: [],
  };
}

/** A pool that takes as long for each document as its text says, and knows how many it has at hand. */
function makePool(window: number): CodingPool & { readonly most: () => number } {
  let atHand = 0;
  let most = 0;
  return {
    version: 'x',
    window,
    most: () => most,
    async code(document) {
      most = Math.max(most, ++atHand);
      await wait(Number(document.text));
      atHand--;
      return { coded: codedOf(document) };
    },
    close: async () => {},
  };
}

async function* fromList<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

describe('codeItems', () => {
  it('keeps the order whatever takes longest, and hands over no more than the window', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.integer({ min: 0, max: 4 }))),
        fc.integer({ min: 1, max: 5 }),
        async (delays, window) => {
          const pool = makePool(window);
          const items = delays.map((delay, i) => ({
            id: String(i),
            text: delay === null ? null : String(delay),
          }));
          const out: string[] = [];
          const documentOf = (item: (typeof items)[number]) =>
            item.text === null ? null : { id: item.id, text: item.text };
          for await (const { item, result } of codeItems(fromList(items), pool, documentOf)) {
            out.push(item.id);
            expect(result === null).toBe(item.text === null);
            if (result !== null) expect('coded' in result && result.coded.id).toBe(item.id);
          }
          expect(out).toEqual(items.map(({ id }) => id));
          expect(pool.most()).toBeLessThanOrEqual(window);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('hands on what is ready while the source is slow', async () => {
    async function* slow(): AsyncGenerator<SourceDocument> {
      yield { id: 'a', text: '0' };
      await wait(10_000);
    }
    const coded = codeItems(slow(), makePool(4), (document) => document);
    expect((await coded.next()).value?.item.id).toBe('a');
  });

  it('takes no more from the source than it is asked for', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<SourceDocument> {
      for (;;) yield { id: String(taken++), text: '0' };
    }
    const coded = codeItems(endless(), makePool(3), (document) => document);
    for (let i = 0; i < 10; i++) await coded.next();
    expect(taken).toBeLessThanOrEqual(10 + 3 + 1);
  });

  it('passes on what the source throws', async () => {
    async function* broken(): AsyncGenerator<SourceDocument> {
      yield { id: 'a', text: '0' };
      throw new Error('no more');
    }
    const coded = codeItems(broken(), makePool(1), (document) => document);
    await coded.next();
    await expect(coded.next()).rejects.toThrow('no more');
  });
});

describe('groupItems', () => {
  it('makes full groups of a quick source', async () => {
    const groups: number[][] = [];
    for await (const group of groupItems(fromList([1, 2, 3, 4, 5]), 2, 10_000))
      groups.push([...group]);
    expect(groups).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('hands on what it has when the time is up', async () => {
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      yield 2;
      await wait(400);
      yield 3;
    }
    const groups: number[][] = [];
    for await (const group of groupItems(slow(), 50, 30)) groups.push([...group]);
    expect(groups).toEqual([[1, 2], [3]]);
  });
});
