import { InputError } from '#coder';
import {
  type ByteStream,
  collectBytes,
  narrowBytes,
  peekBytes,
  wideEncoding,
} from './byte-stream.ts';
import { decodeText, describeBinary, encodingOfMark } from './decode-text.ts';
import { maximumDocumentBytes } from './limits.ts';
import { type ParsedDocument, parseRecord, recordShape, tooLarge } from './parse-record.ts';
import { quoteFound } from './quote-found.ts';
import { readLines } from './read-lines.ts';

/** A record that was read, or why it could not be. `position` is where it ends in the stream, in bytes, where that is known. */
export type ReadRecord =
  | (ParsedDocument & { readonly place: string; readonly position?: number })
  | { readonly place: string; readonly error: InputError; readonly position?: number };

/**
 * Reads JSON Lines: one report per line, blank lines left aside. A faulty line is an error of its
 * own and reading goes on. Memory is bounded whatever the length of a line.
 *
 * @param name file name for ids: a record without one becomes `name:17`
 */
export async function* readJsonLines(
  chunks: ByteStream,
  place: string,
  name: string,
  encoding?: string,
): AsyncGenerator<ReadRecord> {
  const { head, stream } = await peekBytes(chunks);
  const wide = wideEncoding(head, encoding);
  const binary = wide === null ? describeBinary(head) : null;
  if (binary !== null) {
    // Reading nothing of it closes it.
    await collectBytes(stream, 0);
    yield { place, error: notText(place, binary) };
    return;
  }
  const bytes = wide === null ? stream : narrowBytes(stream, wide);
  let used = wide === null ? encoding : 'utf-8';
  // What the mark at the head of the file says holds for every line.
  if (encodingOfMark(head) === 'utf-8') used = 'utf-8';
  for await (const line of readLines(bytes, maximumDocumentBytes)) {
    const at = `${place}:${line.number}`;
    const position = line.offset + line.length;
    if (line.bytes === null) {
      yield { place: at, error: tooLarge(line.length, at), position };
      continue;
    }
    try {
      const decoded = decodeText(line.bytes, used, line.offset);
      if ('fault' in decoded) throw notDecoded(at, decoded.fault.found, decoded.fault.advice);
      if (decoded.text.trim() === '') continue;
      const record = parseRecord(parseJson(decoded.text, at), at, `${name}:${line.number}`);
      yield { place: at, ...record, position };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield { place: at, error, position };
    }
  }
}

/** Reads a JSON text that is one report or an array of them. */
export function* readJson(text: string, place: string, name: string): Generator<ReadRecord> {
  let value: unknown;
  try {
    value = parseJson(text, place);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield { place, error };
    return;
  }
  const records = Array.isArray(value) ? value : [value];
  if (records.length === 0) {
    const expected = `${recordShape}, or an array of such objects`;
    yield { place, error: new InputError('no report', { where: place, found: '[]', expected }) };
  }
  for (const [index, record] of records.entries()) {
    const at = Array.isArray(value) ? `${place}[${index}]` : place;
    try {
      yield {
        place: at,
        ...parseRecord(record, at, Array.isArray(value) ? `${name}:${index + 1}` : name),
      };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield { place: at, error };
    }
  }
}

export function notText(place: string, found: string): InputError {
  const hint = found.startsWith('UTF-16')
    ? 'Name its encoding: --encoding utf-16le or utf-16be'
    : undefined;
  return new InputError('not text', { where: place, found, expected: 'text, HTML or JSON', hint });
}

export function notDecoded(place: string, found: string, advice: string): InputError {
  return new InputError('wrong encoding', {
    where: place,
    found,
    hint: `${advice[0].toUpperCase()}${advice.slice(1)}`,
  });
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '');
    const at = position === null ? 0 : Number(position[1]);
    const found =
      at < 40 ? quoteFound(text) : `${quoteFound(text.slice(at - 20), 40)} at character ${at - 19}`;
    throw new InputError('not JSON', { where: place, found, expected: recordShape });
  }
}
