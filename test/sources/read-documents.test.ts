import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '#coder';
import { measureInputs } from '#sources';
import { cut, makeFolder, readAll, summarise } from './read-all.ts';

async function readFiles(
  files: Record<string, string | Uint8Array>,
  encoding?: string,
): Promise<SourceDocument[]> {
  const folder = makeFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const items = await readAll(folder, { encoding });
  return items.map((item) => {
    if (item.kind !== 'document') throw new Error(JSON.stringify(item));
    return item.document;
  });
}

async function readPipe(
  content: string | Uint8Array,
  encoding?: string,
): Promise<SourceDocument[]> {
  const items = await readAll('-', { stdin: cut(content), encoding });
  return items.map((item) => {
    if (item.kind !== 'document') throw new Error(JSON.stringify(item));
    return item.document;
  });
}

describe('plain text', () => {
  it('is untouched, its file name is its id', async () => {
    const text = '  Peru recalled\r\nits envoy.\n\n\tLima said so. \n';
    expect(await readFiles({ 'note.txt': text })).toEqual([{ id: 'note.txt', text }]);
  });

  it('keeps right-to-left text, marks of direction and everything beyond the basic plane', async () => {
    const text = 'وزير الخارجية said \u200f"שלום" \u202bto\u202c 🇵🇪 𝔓𝔢𝔯𝔲';
    expect((await readFiles({ 'a.txt': text }))[0].text).toBe(text);
  });

  it('reads a sentence of 2,000 words as it is', async () => {
    const text = `${'Peru and '.repeat(1000)}Chile met.`;
    expect((await readFiles({ 'a.txt': text }))[0].text).toBe(text);
  });

  it('replaces NUL characters one for one', async () => {
    const folder = makeFolder();
    writeFileSync(
      join(folder, 'a.txt'),
      `Peru\0 recalled its envoy.${' The foreign ministry said so.'.repeat(5)}`,
    );
    const [item] = await readAll(folder);
    expect(item.kind === 'document' && item.document.text.slice(0, 14)).toBe('Peru\uFFFD recalled');
    expect(item.kind === 'document' && item.notes).toEqual(['1 NUL character replaced by U+FFFD']);
  });

  const encodings = [
    ['utf-16le with a mark', Buffer.from('\uFEFFMéxico', 'utf16le'), undefined],
    ['utf-16be with a mark', Buffer.from('\uFEFFMéxico', 'utf16le').swap16(), undefined],
    ['utf-8 with a mark', Buffer.from('\uFEFFMéxico'), undefined],
    ['a mark wins over the option', Buffer.from('\uFEFFMéxico'), 'windows-1252'],
    ['windows-1252', Buffer.from('México', 'latin1'), 'windows-1252'],
    ['utf-16le by option', Buffer.from('México', 'utf16le'), 'utf-16le'],
  ] as const;
  for (const [name, bytes, encoding] of encodings) {
    it(`encoding: ${name}`, async () => {
      expect((await readFiles({ 'a.txt': bytes }, encoding))[0].text).toBe('México');
      const line = Buffer.from('{"id":"a","text":"México"}\n{"id":"b","text":"México"}');
      if (name.startsWith('utf-8') || name.startsWith('a mark')) {
        const marked = Buffer.concat([Buffer.from('\uFEFF'), line]);
        expect((await readPipe(marked, encoding)).map(({ text }) => text)).toEqual([
          'México',
          'México',
        ]);
      }
      if (name.startsWith('utf-16le')) {
        const wide = Buffer.from(`${encoding ? '' : '\uFEFF'}${line}`, 'utf16le');
        expect((await readPipe(wide, encoding)).map(({ text }) => text)).toEqual([
          'México',
          'México',
        ]);
      }
    });
  }

  it('takes title and date from a header only in .report.txt', async () => {
    const text =
      'Title: Envoy recalled\nDate: 2024-03-02T09:00:00Z\nPublisher: The Sample\nUrl:\n\nPeru: recalled.\n';
    expect(
      await readFiles({ 'a.report.txt': text, 'b.txt': text, 'c.report.txt': 'Peru: recalled.\n' }),
    ).toEqual([
      {
        id: 'a.report.txt',
        text: 'Peru: recalled.\n',
        title: 'Envoy recalled',
        date: '2024-03-02',
        publisher: 'The Sample',
      },
      { id: 'b.txt', text },
      { id: 'c.report.txt', text: 'Peru: recalled.\n' },
    ]);
  });
});

describe('JSON', () => {
  const record =
    '{"id":"a","text":"Peru met Chile.","title":"Talks","date":"2024-04-01T23:30:00-05:00","publisher":null,"url":"https://a.example/1","more":1,"focus":{"actor":{"start":0,"end":4},"recipient":{"start":9,"end":14}}}';
  const document = {
    id: 'a',
    text: 'Peru met Chile.',
    title: 'Talks',
    date: '2024-04-01',
    url: 'https://a.example/1',
    focus: { actor: { start: 0, end: 4 }, recipient: { start: 9, end: 14 } },
  };

  it('reads lines, objects and arrays', async () => {
    expect(
      await readFiles({
        'a.jsonl': `${record}\r\n\n${record}`,
        'b.json': `[${record}]`,
        'c.json': record,
      }),
    ).toEqual([document, document, document, document]);
  });

  it('names records without an id by file and line, keeps numbers as ids', async () => {
    expect(
      (
        await readFiles({
          'a.jsonl': '{"text":"x"}\n\n{"text":"y"}\n{"id":7,"text":"z"}',
          'b.json': '[{"text":"x"}]',
        })
      ).map(({ id }) => id),
    ).toEqual(['a.jsonl:1', 'a.jsonl:3', '7', 'b.json:1']);
  });

  it('replaces lone surrogates one for one, so that offsets stay', async () => {
    const [{ text }] = await readPipe('{"id":"a","text":"Pe\\ud83dru 😀 met\\udc00"}');
    expect(text).toBe('Pe\uFFFDru 😀 met\uFFFD');
  });

  it('standard input: lines, one object over several lines, an array, or plain text', async () => {
    expect(await readPipe(`\n ${record}\n${record}\n`)).toEqual([document, document]);
    expect(await readPipe(JSON.stringify(JSON.parse(record), null, 2))).toEqual([document]);
    expect(await readPipe(`[\n${record}]`)).toEqual([document]);
    const [plain] = await readPipe('[Lima] Peru met Chile.');
    expect(plain.text).toBe('[Lima] Peru met Chile.');
    expect(plain.id).toMatch(/^stdin-[0-9a-f]{10}$/);
  });

  it('tells how far it is, line by line and file by file', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'a.jsonl'), '{"text":"x"}\nno\n{"text":"y"}\n');
    writeFileSync(join(folder, 'b.txt'), Buffer.alloc(20_000_000, 'Peru '));
    writeFileSync(join(folder, 'c.txt'), 'Peru');
    const items = await readAll(folder);
    expect(
      items.map(
        ({ kind, bytesRead }) =>
          `${kind} ${kind === 'failure' && bytesRead > 99 ? 'b' : bytesRead}`,
      ),
    ).toEqual(['document 12', 'failure 15', 'document 28', 'failure b', 'document 20000033']);
  });

  it('however a pipe cuts it, the same documents come out', async () => {
    const text = `${record}\n{"id":"b","text":"Ñandú 🇵🇪"}\n\n{"id":"c"}\n{"id":"d","text":"x"}`;
    const whole = summarise(await readAll('-', { stdin: cut(text, 10_000) }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
        expect(summarise(await readAll('-', { stdin: cut(text, size) }))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});

describe('folders', () => {
  it('are read in the order of names, hidden files left aside, ids by path', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'b/.secret'), { recursive: true });
    for (const name of [
      'c.md',
      'b/two.txt',
      'b/one.txt',
      'b/.secret/x.txt',
      '.x.txt',
      'a.jpg',
      'README.md',
    ]) {
      writeFileSync(join(folder, name), 'Peru met Chile.');
    }
    const items = await readAll(folder);
    expect(summarise(items, folder)).toEqual([
      'skipped README.md',
      'skipped a.jpg',
      'document b/one.txt',
      'document b/two.txt',
      'document c.md',
    ]);
    expect(items.at(-1)?.bytesRead).toBe(45);
    expect(await measureInputs([folder])).toBe(45);
    expect(await measureInputs([folder, '-'])).toBeNull();
  });

  it('files named outright are read whatever their ending', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'report.log'), 'Peru met Chile.');
    writeFileSync(join(folder, 'lines'), '{"id":"x","text":"Peru met Chile."}');
    expect(summarise(await readAll([join(folder, 'report.log'), join(folder, 'lines')]))).toEqual([
      'document report.log',
      'document x',
    ]);
  });

  it('named pipes are read like standard input', async () => {
    const folder = makeFolder();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reading = readAll(pipe);
    await writeFile(pipe, 'Peru met Chile.');
    expect(summarise(await reading)[0]).toMatch(/^document pipe-[0-9a-f]{10}$/);
  });
});
