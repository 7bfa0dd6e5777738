import { createHash } from 'node:crypto';
import { InputError, type SourceDocument } from '#coder';
import {
  type ByteStream,
  collectBytes,
  countBytes,
  openBytes,
  peekBytes,
  wideEncoding,
} from './byte-stream.ts';
import { decodeText, describeBinary, encodingOfMark, isKnownEncoding } from './decode-text.ts';
import { formatBytes, maximumDocumentBytes, maximumJsonBytes } from './limits.ts';
import { mendLine, type ParsedDocument, tooLarge } from './parse-record.ts';
import { prepareText } from './prepare-text.ts';
import { notDecoded, notText, type ReadRecord, readJson, readJsonLines } from './read-json.ts';
import { readReportHeader } from './report-header.ts';
import type { SourceItem } from './source-item.ts';
import { describeFault, type FileKind, findFiles } from './walk-inputs.ts';

export interface ReadOptions {
  /** Encoding of text without a byte order mark, by a name that TextDecoder knows. UTF-8 where absent. */
  readonly encoding?: string;
  /** What `-` stands for. */
  readonly stdin?: ByteStream;
}

/** Where bytes come from and what they are called. */
interface Content {
  readonly bytes: ByteStream;
  readonly place: string;
  /** Id for a document without one. */
  readonly name: string;
  /** The name says nothing of the content: two texts read under it are two documents. */
  readonly isPipe: boolean;
  readonly fileKind: FileKind;
  readonly size: number | null;
}

/**
 * Reads reports from files, folders (recursively, in the order of names) and `-`, standard input.
 * Holds one document at a time. What cannot be read becomes a failure with its place, and the rest goes
 * on; only a bug throws. See docs/command-line.md for the kinds of file.
 *
 * Throws InputError at once for an unknown encoding.
 */
export async function* readDocuments(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<SourceItem> {
  if (options.encoding !== undefined && !isKnownEncoding(options.encoding)) {
    throw new InputError('unknown encoding', {
      where: '--encoding',
      found: `"${options.encoding}"`,
      expected:
        'a name such as utf-8, windows-1252, utf-16le, iso-8859-2, koi8-r, euc-kr or shift_jis',
    });
  }
  const passed: Passed = { before: 0, bytes: 0 };
  for (const input of inputs) {
    for await (const { position, ...record } of readInput(input, options, passed)) {
      const bytesRead = position === undefined ? passed.bytes : passed.before + position;
      if ('reason' in record) yield { kind: 'skipped', ...record, bytesRead };
      else if ('error' in record) yield { kind: 'failure', ...record, bytesRead };
      else yield { kind: 'document', ...record, bytesRead };
    }
  }
}

/** Bytes that have passed: in all, and before the content that is being read. */
interface Passed {
  before: number;
  bytes: number;
}

type FoundRecord =
  | ReadRecord
  | { readonly place: string; readonly reason: string; readonly position?: undefined };

async function* readInput(
  input: string,
  options: ReadOptions,
  passed: Passed,
): AsyncGenerator<FoundRecord> {
  const count = (chunks: ByteStream): ByteStream => {
    passed.before = passed.bytes;
    return countBytes(chunks, (bytes) => {
      passed.bytes += bytes;
    });
  };
  if (input === '-') {
    const bytes = count(options.stdin ?? process.stdin);
    yield* readGuarded(
      { bytes, place: 'stdin', name: 'stdin', isPipe: true, fileKind: 'guess', size: null },
      options,
    );
    return;
  }
  for await (const found of findFiles(input)) {
    if (found.kind !== 'file') {
      yield { ...found, position: undefined };
      continue;
    }
    const { path: place, name, fileKind, size } = found;
    const bytes = count(openBytes(place));
    yield* readGuarded({ bytes, place, name, isPipe: size === null, fileKind, size }, options);
    // What was too large has not been read, and is done with nevertheless.
    passed.bytes = Math.max(passed.bytes, passed.before + (size ?? 0));
  }
}

/** Reads one content; a fault of the file system or of a byte stream ends it, not the batch. */
async function* readGuarded(content: Content, options: ReadOptions): AsyncGenerator<FoundRecord> {
  const { place } = content;
  try {
    yield* readContent(content, options.encoding);
  } catch (error) {
    if (error instanceof InputError) yield { place, error };
    else if (
      error instanceof TypeError &&
      'code' in error &&
      error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    ) {
      yield {
        place,
        error: notDecoded(place, 'bytes that are not UTF-16', 'expected UTF-16 throughout'),
      };
    } else yield { place, error: describeFault(place, error) };
  }
}

async function* readContent(content: Content, encoding?: string): AsyncGenerator<FoundRecord> {
  const { place, name, size } = content;
  const { head, stream } = await peekBytes(content.bytes);
  const fileKind = content.fileKind === 'guess' ? guessKind(head, encoding) : content.fileKind;
  if (fileKind === 'json-lines') {
    yield* orEmpty(readJsonLines(stream, place, name, encoding), place);
    return;
  }
  const limit = fileKind === 'json' ? maximumJsonBytes : maximumDocumentBytes;
  const isTooLarge = size !== null && size > limit;
  const bytes = await collectBytes(stream, isTooLarge ? 0 : limit);
  if (bytes === null) throw tooMuch(place, fileKind, size);
  const binary = wideEncoding(head, encoding) === null ? describeBinary(bytes) : null;
  if (binary !== null) throw notText(place, binary);
  const decoded = decodeText(
    bytes,
    encoding ?? (fileKind === 'html' ? pageEncoding(bytes) : undefined),
  );
  if ('fault' in decoded) throw notDecoded(place, decoded.fault.found, decoded.fault.advice);
  if (fileKind !== 'json') {
    yield { place, ...readText(decoded.text, fileKind, content) };
    return;
  }
  if (decoded.text.trim() === '') throw emptyFile(place, bytes.length);
  yield* readJson(decoded.text, place, name);
}

/** Makes one document of a whole text. */
function readText(source: string, fileKind: FileKind, content: Content): ParsedDocument {
  const { place, name } = content;
  const headed = fileKind === 'report' ? readReportHeader(source, place) : { text: source };
  const { notes, text, ...told } = prepareText(headed.text, place, { isPage: fileKind === 'html' });
  const said = { ...told, ...withoutAbsent(headed) };
  const document: Record<string, unknown> = {
    id: content.isPipe ? `${name}-${digest(text)}` : name,
    text,
  };
  for (const field of ['title', 'date', 'publisher', 'author', 'language', 'url'] as const) {
    const value = mendLine(said[field]);
    if (value !== undefined) document[field] = value;
  }
  return { document: document as unknown as SourceDocument, notes };
}

/** Turns silence into an error: a file of reports that holds none. */
async function* orEmpty(
  records: AsyncIterable<ReadRecord>,
  place: string,
): AsyncGenerator<ReadRecord> {
  let count = 0;
  for await (const record of records) {
    count++;
    yield record;
  }
  if (count === 0) yield { place, error: emptyFile(place, 0) };
}

function emptyFile(place: string, bytes: number): InputError {
  const found = bytes === 0 ? 'nothing' : 'only white space';
  return new InputError('no text', { where: place, found, expected: 'a report' });
}

function tooMuch(place: string, fileKind: FileKind, size: number | null): InputError {
  if (fileKind === 'json') {
    return new InputError('JSON file too large', {
      where: place,
      found: formatBytes(size ?? maximumJsonBytes + 1),
      expected: `at most ${formatBytes(maximumJsonBytes)}`,
      hint: 'Write it as JSON Lines, one report per line: these may be of any length',
    });
  }
  return size === null
    ? new InputError('document too large', {
        where: place,
        found: `more than ${formatBytes(maximumDocumentBytes)}`,
        expected: `at most ${formatBytes(maximumDocumentBytes)}`,
        hint: 'Cut it into the reports that it consists of, or give JSON Lines',
      })
    : tooLarge(size, place);
}

/** What text without a telling name is, by its first characters: an object on each line, one JSON text, or anything else. */
function guessKind(head: Uint8Array, encoding?: string): FileKind {
  const wide = wideEncoding(head, encoding);
  const text = new TextDecoder(wide ?? 'latin1').decode(head);
  // A UTF-8 mark reads as three letters in Latin-1.
  const start = text.replace(/^(?:ï»¿|\uFEFF)/, '').trimStart();
  if (/^(?:\{[ \t\r]*\n|\[\s*\{)/.test(start)) return 'json';
  return start.startsWith('{') ? 'json-lines' : 'text';
}

/** The encoding that a page declares in its first kilobyte (HTML standard, prescan), for pages that are not UTF-8. */
function pageEncoding(bytes: Uint8Array): string | undefined {
  if (encodingOfMark(bytes) !== null) return undefined;
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared = /<meta[^<>]{1,200}charset\s?=\s?["']?([\w-]{2,30})/i.exec(head)?.[1];
  return declared !== undefined && isKnownEncoding(declared) ? declared : undefined;
}

function withoutAbsent<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as Partial<T>;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
