import { addressEndings } from './abbreviations.ts';

/** Longer runs without a space are no address; keeps the work bounded. */
const LONGEST_ADDRESS = 2048;

/** End of the web address, mail address or file name that begins at `start` and has no space before `end`; `start` where there is none. */
export function scanAddress(text: string, start: number, end: number): number {
  if (end - start > LONGEST_ADDRESS || end - start < 4) return start;
  const run = text.slice(start, end);
  if (/^(?:https?:\/\/|ftp:\/\/|mailto:|www\.)/i.test(run)) {
    const stop = run.search(/[<>"“”]/);
    return start + trimmedLength(stop < 0 ? run : run.slice(0, stop));
  }
  if (!run.includes('.')) return start;
  if (run.includes('@')) return scanMail(run, start);
  return scanHost(run, start);
}

function scanMail(run: string, start: number): number {
  const at = run.indexOf('@');
  if (at < 1 || !/^[\w.+-]+$/.test(run.slice(0, at))) return start;
  let end = at + 1;
  while (end < run.length && /[\w.-]/.test(run[end])) end++;
  end = trimmedLength(run.slice(0, end));
  return run.slice(at + 1, end).includes('.') ? start + end : start;
}

/** "example.org/page", "report.pdf": lower-case parts and a known ending. */
function scanHost(run: string, start: number): number {
  let end = 0;
  while (end < run.length && /[\w.-]/.test(run[end])) end++;
  end = trimmedLength(run.slice(0, end));
  const dot = run.lastIndexOf('.', end - 1);
  if (dot < 1 || !addressEndings.has(run.slice(dot + 1, end))) return start;
  if (run[end] !== '/') return start + end;
  const stop = run.search(/[<>"“”]/);
  return start + trimmedLength(stop < 0 ? run : run.slice(0, stop));
}

/** Length without the punctuation that closes a clause. */
function trimmedLength(run: string): number {
  let length = run.length;
  while (length > 0 && ".,;:!?)]'’-".includes(run[length - 1])) length--;
  return length;
}
