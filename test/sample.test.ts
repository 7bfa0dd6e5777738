import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { SourceDocument } from '#coder';
import { readDocuments } from '#sources';
import { loadLanguage } from '../src/app/load-language.ts';
import { findDates } from '../src/coder/dates/find-dates.ts';

const path = fileURLToPath(new URL('../sample/reports.jsonl', import.meta.url));

async function readSample(): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = [];
  for await (const item of readDocuments([path])) {
    if (item.kind !== 'document') throw new Error(JSON.stringify(item));
    documents.push(item.document);
  }
  return documents;
}

test('every report is read, has an id of its own and a publisher that is marked as a sample', async () => {
  const documents = await readSample();
  expect(documents).toHaveLength(50);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(50);
  for (const document of documents) {
    expect(document.publisher, document.id).toMatch(/Sample/);
    const words = document.text.split(/\s+/).length;
    expect(words, document.id).toBeGreaterThanOrEqual(80);
    expect(words, document.id).toBeLessThanOrEqual(220);
  }
  expect(documents.filter(({ date }) => date === undefined).map(({ id }) => id)).toEqual([
    'kor-rus-undated-background',
  ]);
});

test('the report without a date keeps its relative dates open and its years', async () => {
  const document = (await readSample()).find(({ date }) => date === undefined);
  const language = loadLanguage();
  const dates = language
    .split(document?.text ?? '')
    .flatMap((plain) => findDates(language.parse(plain), { documentDate: null }));
  const open = dates.filter(({ from }) => from === null).map(({ text }) => text);
  const told = dates.flatMap((date) => (date.from === null ? [] : [date.from.slice(0, 4)]));
  expect(open).toEqual(['Last year', 'A few months later']);
  expect(told).toEqual(['1990', '2022', '2019']);
});
