/**
 * How text lies in the file. SQLite keeps UTF-8, which has no lone surrogates, and much SQL ends a text at its first NUL.
 * These two, and the escape character itself, are written as U+001A and four hexadecimal digits; all other text,
 * which is nearly all there is, stands as it is.
 */
const mark = '\u001a';
const toEscape = /[\0\u001a\p{Cs}]/gu;
const escaped = /\u001a([0-9a-f]{4})/g;

/** `isWellFormed` is in every Node that runs this, and far faster than the pattern; the compiler's library is older. */
interface Checked {
  isWellFormed(): boolean;
}

export function toStored(text: string): string {
  const isPlain = (text as unknown as Checked).isWellFormed();
  if (isPlain && !text.includes('\0') && !text.includes(mark)) return text;
  return text.replace(toEscape, (unit) => mark + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}

export function fromStored(text: string): string {
  if (!text.includes(mark)) return text;
  return text.replace(escaped, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
