import { isUtf8 } from 'node:buffer';

/** Why bytes are not the text they should be. */
export interface DecodeFault {
  readonly found: string;
  readonly advice: string;
}

export type Decoded = { readonly text: string } | { readonly fault: DecodeFault };

/** The encoding that a byte order mark names, or null. */
export function encodingOfMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Tells whether TextDecoder knows an encoding by this name. */
export function isKnownEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Decodes bytes. A byte order mark wins over `encoding` and is not part of the text. Never guesses:
 * bytes that are not of the encoding are a fault that names the first wrong byte.
 *
 * @param encoding a label that TextDecoder knows (WHATWG Encoding Standard)
 * @param offset where these bytes begin in their file, for the message
 */
export function decodeText(bytes: Uint8Array, encoding = 'utf-8', offset = 0): Decoded {
  const used = encodingOfMark(bytes) ?? encoding;
  if (new TextDecoder(used).encoding === 'utf-8' && !isUtf8(bytes)) {
    const at = firstInvalidUtf8(bytes);
    const byte = bytes[at].toString(16).toUpperCase().padStart(2, '0');
    return {
      fault: {
        found: `byte 0x${byte} at offset ${offset + at} is not UTF-8`,
        advice:
          'expected UTF-8; name the encoding that it was written in, for instance --encoding windows-1252',
      },
    };
  }
  try {
    return { text: new TextDecoder(used, { fatal: true }).decode(bytes) };
  } catch {
    return {
      fault: {
        found: `bytes that are not ${used}`,
        advice: `expected ${used} throughout; name another encoding with --encoding`,
      },
    };
  }
}

/**
 * Index of the first byte that no valid UTF-8 sequence can hold at that place (Unicode 16, table 3-7).
 * Call it only for bytes that are not valid.
 */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return Math.max(0, bytes.length - 1);
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    const fits = i === 1 ? byte >= low && byte <= high : byte >= 0x80 && byte <= 0xbf;
    if (!fits) return 0;
  }
  return length;
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP archive or office document'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old office document'],
  ['\u001F\u008B', 'a gzip file'],
  ['BZh', 'a bzip2 file'],
  ['\u00FD7zXZ', 'an xz file'],
  ['7z\u00BC\u00AF', 'a 7z archive'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00FF\u00D8\u00FF', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['{\\rtf', 'a rich text file'],
  ['SQLite format 3', 'an SQLite database'],
  ['\u007FELF', 'a program'],
];

/**
 * What a file is when it is no text: by its signature, or by its share of control characters
 * (more than 1 in 50 of the first 64 kB). Null for what may be text in some encoding.
 */
export function describeBinary(bytes: Uint8Array): string | null {
  if (encodingOfMark(bytes) !== null) return null;
  const head = bytes.subarray(0, 65_536);
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(16, head.length)).toString(
    'latin1',
  );
  for (const [signature, name] of signatures) if (start.startsWith(signature)) return name;
  let even = 0;
  let odd = 0;
  let control = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i];
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
    // Tab, line feed, form feed, carriage return and escape occur in text files.
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 11) control++;
  }
  if (odd > head.length * 0.3 && even < head.length * 0.02) return 'UTF-16 text without a mark';
  if (even > head.length * 0.3 && odd < head.length * 0.02) return 'UTF-16 text without a mark';
  return even + odd + control > head.length / 50 ? 'binary data' : null;
}
