import { classOf, DIGIT } from './characters.ts';

/** End of the number that begins at `start`: decimals, thousands, clock times, dates, telephone numbers. */
export function scanNumber(text: string, start: number, end: number): number {
  const first = skipDigits(text, start, end);
  const structured = scanDate(text, start, first, end) || scanTelephone(text, start, first, end);
  if (structured > 0) return structured;
  let position = first;
  while (
    position + 1 < end &&
    isNumberJoint(text.charCodeAt(position)) &&
    isDigit(text, position + 1)
  ) {
    position = skipDigits(text, position + 1, end);
  }
  return position;
}

/** "12/26/2023", "26/12", "12-20-00". */
function scanDate(text: string, start: number, first: number, end: number): number {
  if (first - start > 2 || first >= end) return 0;
  const joint = text.charCodeAt(first);
  if (joint !== 0x2f && joint !== 0x2d) return 0;
  const second = skipDigits(text, first + 1, end);
  if (second === first + 1 || second - first > 3) return 0;
  if (second < end && text.charCodeAt(second) === joint) {
    const third = skipDigits(text, second + 1, end);
    if (third - second === 3 || third - second === 5) return third;
  }
  return joint === 0x2f ? second : 0;
}

/** "713-853-3848" and "853-3848". */
function scanTelephone(text: string, start: number, first: number, end: number): number {
  if (first - start !== 3 || text.charCodeAt(first) !== 0x2d) return 0;
  const second = skipDigits(text, first + 1, end);
  if (second - first === 5) return second;
  if (second - first !== 4 || text.charCodeAt(second) !== 0x2d) return 0;
  const third = skipDigits(text, second + 1, end);
  return third - second === 5 ? third : 0;
}

function isNumberJoint(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x3a;
}

function isDigit(text: string, position: number): boolean {
  return classOf(text.charCodeAt(position)) === DIGIT;
}

function skipDigits(text: string, position: number, end: number): number {
  let next = position;
  while (next < end && isDigit(text, next)) next++;
  return next;
}
