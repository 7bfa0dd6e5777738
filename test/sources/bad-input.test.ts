import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maximumDocumentBytes, readDocuments } from '#sources';
import { makeFolder, readAll, summarise } from './read-all.ts';

const good = '{"id":"good","text":"Peru recalled its envoy."}';
const shape =
  'expected a JSON object with "id" and "text", such as {"id":"a1","text":"…","date":"2024-04-01"}';

/** Name of a file, its content, what must come out. */
const table: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
  ['empty.txt', '', ['failure empty.txt: no text; found nothing; expected a report']],
  [
    'blank.txt',
    ' \n\t\n',
    ['failure blank.txt: no text; found only white space; expected a report'],
  ],
  ['empty.jsonl', '', ['failure empty.jsonl: no text; found nothing; expected a report']],
  ['empty.json', '\n', ['failure empty.json: no text; found only white space; expected a report']],
  [
    'list.json',
    '[]',
    [`failure list.json: no report; found []; ${shape}, or an array of such objects`],
  ],
  [
    'noise.txt',
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251),
    ['failure noise.txt: not text; found binary data; expected text, HTML or JSON'],
  ],
  [
    'paper.txt',
    '%PDF-1.7 and so on',
    ['failure paper.txt: not text; found a PDF file; expected text, HTML or JSON'],
  ],
  [
    'packed.jsonl',
    Uint8Array.of(0x1f, 0x8b, 8, 0, 0),
    ['failure packed.jsonl: not text; found a gzip file; expected text, HTML or JSON'],
  ],
  [
    'unmarked.txt',
    Buffer.from('Peru recalled its envoy.', 'utf16le'),
    [
      'failure unmarked.txt: not text; found UTF-16 text without a mark; expected text, HTML or JSON. Name its encoding: --encoding utf-16le or utf-16be',
    ],
  ],
  [
    'latin.txt',
    Buffer.from('El Salvador acusó a México.', 'latin1'),
    [
      'failure latin.txt: wrong encoding; found byte 0xF3 at offset 16 is not UTF-8. Expected UTF-8; name the encoding that it was written in, for instance --encoding windows-1252',
    ],
  ],
  [
    'latin.jsonl',
    Buffer.from(`${good}\n{"id":"x","text":"acusó"}\n${good.replace('good', 'last')}\n`, 'latin1'),
    [
      'document good',
      `failure latin.jsonl:2: wrong encoding; found byte 0xF3 at offset ${good.length + 1 + 22} is not UTF-8. Expected UTF-8; name the encoding that it was written in, for instance --encoding windows-1252`,
      'document last',
    ],
  ],
  [
    'half.txt',
    Buffer.concat([Buffer.from('\uFEFFPeru', 'utf16le'), Buffer.of(0)]),
    [
      'failure half.txt: wrong encoding; found bytes that are not utf-16le. Expected utf-16le throughout; name another encoding with --encoding',
    ],
  ],
  [
    'half.jsonl',
    Buffer.concat([Buffer.from(`\uFEFF${good}\n{`, 'utf16le'), Buffer.of(0)]),
    [
      'document good',
      'failure half.jsonl: wrong encoding; found bytes that are not UTF-16. Expected UTF-16 throughout',
    ],
  ],
  [
    'words.jsonl',
    `${good}\nPeru recalled its envoy.\n\n${good.replace('good', 'last')}`,
    [
      'document good',
      `failure words.jsonl:2: not JSON; found "Peru recalled its envoy."; ${shape}`,
      'document last',
    ],
  ],
  ['number.jsonl', '17\n', [`failure number.jsonl:1: not a report; found 17; ${shape}`]],
  [
    'array.jsonl',
    '["a"]\n',
    [`failure array.jsonl:1: not a report; found an array of 1; ${shape}`],
  ],
  [
    'cut.jsonl',
    '{"id":"a","text":"Peru recalled its envoy to Chile on Fri',
    [
      `failure cut.jsonl:1: not JSON; found "o Chile on Fri" at character ${58 - 20}; ${shape}`.replace(
        /found .*?;/,
        'found "…";',
      ),
    ],
  ],
  [
    'fields.jsonl',
    [
      '{"id":"a"}',
      '{"id":"b","text":null}',
      '{"id":"c","text":["Peru"]}',
      '{"id":{"x":1},"text":"Peru"}',
      '{"id":"","text":"Peru"}',
      '{"id":"a\\nb","text":"Peru"}',
      '{"id":"d","text":""}',
      '{"id":"e","text":"Peru","title":5}',
      '{"id":"f","text":"Peru","focus":{"actor":{"start":0,"end":4}}}',
      '{"id":"g","text":"Peru","focus":{"actor":{"start":0,"end":4},"recipient":{"start":3,"end":9}}}',
    ].join('\n'),
    [
      'failure fields.jsonl:1: field "text"; found no such field among "id"; expected the report as a string',
      'failure fields.jsonl:2: field "text"; found null; expected the report as a string',
      'failure fields.jsonl:3: field "text"; found an array of 1; expected the report as a string',
      'failure fields.jsonl:4: field "id"; found "{"x":1}"; expected a string of 1 to 500 characters on one line',
      'failure fields.jsonl:5: field "id"; found ""; expected a string of 1 to 500 characters on one line',
      'failure fields.jsonl:6: field "id"; found "a b"; expected a string of 1 to 500 characters on one line',
      'failure fields.jsonl:7: no text; found nothing; expected a report',
      'failure fields.jsonl:8: field "title"; found 5; expected a string',
      'failure fields.jsonl:9: field "focus"; found "{"actor":{"start":0,"end":4}}"; expected {"actor":{"start":0,"end":6},"recipient":{"start":16,"end":21}}',
      'failure fields.jsonl:10: field "focus.recipient"; found 3 to 9; expected offsets with start < end within the text, which has 4 UTF-16 units',
    ],
  ],
  [
    'days.jsonl',
    ['2024-13-40', '2023-02-29', '01/04/2024', '2024-4-1']
      .map((date) => `{"id":"a","text":"Peru","date":"${date}"}`)
      .join('\n'),
    ['2024-13-40', '2023-02-29', '01/04/2024', '2024-4-1'].map(
      (date, i) =>
        `failure days.jsonl:${i + 1}: field "date"; found "${date}"; expected a day that exists, as YYYY-MM-DD. Leave the field out where the day is not known: relative dates then stay open`,
    ),
  ],
  [
    'header.report.txt',
    'Title: Envoy recalled\nDate: 2024-13-40\n\nPeru recalled its envoy.',
    [
      'failure header.report.txt:2: header "Date:"; found "2024-13-40"; expected a day that exists, as YYYY-MM-DD',
    ],
  ],
  [
    'lost.report.txt',
    'Title: Envoy recalled\nPeru recalled its envoy.',
    [
      'failure lost.report.txt:2: header of a report; found "Peru recalled its envoy."; expected Title:, Date:, Publisher:, Author:, Url: or Language:, or a blank line before the text',
    ],
  ],
  [
    'menu.html',
    '<html><nav>Home</nav><script>x()</script></html>',
    ['failure menu.html: no text; found HTML without words; expected a report'],
  ],
  [
    'deep.html',
    '<div>'.repeat(20_000),
    [
      'failure deep.html: HTML that cannot be read; found elements nested deeper than 1000; expected a page such as browsers show',
    ],
  ],
];

describe('bad input', () => {
  for (const [name, content, expected] of table) {
    it(`${name}: is told and the rest goes on`, async () => {
      const folder = makeFolder();
      writeFileSync(join(folder, name), content);
      writeFileSync(join(folder, 'zz.txt'), 'Chile recalled its envoy.');
      const found = summarise(await readAll([join(folder, name), join(folder, 'zz.txt')]), folder);
      expect(
        found.map((line) =>
          name === 'cut.jsonl' ? line.replace(/found .*?;/, 'found "…";') : line,
        ),
      ).toEqual([...expected, 'document zz.txt']);
    });
  }

  it('quotes what was found without its control characters', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'a.jsonl'), '\u001b[2J\u202eevil\n');
    const [item] = await readAll(join(folder, 'a.jsonl'));
    expect(item.kind === 'failure' && item.error.found).toBe('"\uFFFD[2J\uFFFDevil"');
  });

  it('a file of 50 MB is refused without being read', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'huge.txt'), Buffer.alloc(50_000_000, 'Peru '));
    const items = await readAll(join(folder, 'huge.txt'));
    expect(summarise(items, folder)).toEqual([
      'failure huge.txt: document too large; found 50 MB; expected at most 10 MB. Cut it into the reports that it consists of',
    ]);
    expect(items[0].bytesRead).toBeLessThan(1_000_000);
  });

  it('a line of 50 MB is let go in bounded memory, and the next line is read', async () => {
    async function* pipe(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"id":"long","text":"');
      // One and the same piece: what grows is what the reader keeps.
      const piece = Buffer.alloc(100_000, 'Peru ');
      for (let i = 0; i < 500; i++) yield piece;
      yield Buffer.from(`"}\n${good}\n`);
    }
    const items = await readAll('-', { stdin: pipe() });
    expect(summarise(items)).toEqual([
      'failure stdin:1: document too large; found 50 MB; expected at most 10 MB. Cut it into the reports that it consists of',
      'document good',
    ]);
  });

  it('a pipe of endless text is not read to its end', async () => {
    let pieces = 0;
    async function* pipe(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pieces++;
        yield Buffer.alloc(1_000_000, 'Peru ');
      }
    }
    const items = await readAll('-', { stdin: pipe() });
    expect(summarise(items)[0]).toContain('stdin: document too large; found more than 10 MB');
    expect(pieces).toBe(maximumDocumentBytes / 1_000_000 + 1);
  });

  it('files and folders that are not there, loop, or lead nowhere', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/one.txt'), 'Peru recalled its envoy.');
    symlinkSync('..', join(folder, 'a/b/loop'));
    symlinkSync('nowhere.txt', join(folder, 'a/broken.txt'));
    symlinkSync('self.txt', join(folder, 'a/self.txt'));
    const items = await readAll([join(folder, 'missing.txt'), join(folder, 'a')]);
    expect(summarise(items, folder)).toEqual([
      'failure missing.txt: no such file or folder',
      'skipped a/b/loop',
      'failure a/broken.txt: a link that leads nowhere',
      'document one.txt',
      'failure a/self.txt: a link that leads to itself',
    ]);
  });

  it('a folder without reports tells what it holds', async () => {
    const folder = makeFolder();
    for (const name of ['a.pdf', 'b.pdf', 'c.docx', 'README', '.hidden.txt'])
      writeFileSync(join(folder, name), 'x');
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/x.txt'), 'x');
    const items = await readAll(folder);
    expect(items.map((item) => item.kind)).toEqual([
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'failure',
    ]);
    const last = items.at(-1);
    expect(last?.kind === 'failure' && last.error.found).toBe(
      '1 of no ending, 2 of .pdf, 1 of .docx',
    );
  });

  it('an unknown encoding is refused before anything is read', async () => {
    const reading = readDocuments(['x.txt'], { encoding: 'klingon' }).next();
    await expect(reading).rejects.toThrow('unknown encoding');
  });
});
