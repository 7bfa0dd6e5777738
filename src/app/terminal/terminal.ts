import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** What a stream can show. */
export interface Terminal {
  readonly isInteractive: boolean;
  /** Columns. */
  readonly width: number;
  /** Puts a style around text where the stream shows colours, else returns it as it is. */
  paint(style: Style, text: string): string;
}

interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Describes a stream. Colours only on a terminal, never with NO_COLOR, always with FORCE_COLOR; without
 * a terminal the width is that of COLUMNS, else 100.
 */
export function describeTerminal(stream: OutputStream, environment = process.env): Terminal {
  const isInteractive = stream.isTTY === true && environment.TERM !== 'dumb';
  const isForced = (environment.FORCE_COLOR ?? '0') !== '0' && environment.FORCE_COLOR !== 'false';
  const hasColour = isForced || (isInteractive && !environment.NO_COLOR);
  const asked = Number(environment.COLUMNS);
  const width = stream.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : 100);
  return {
    isInteractive,
    width: Math.max(40, Math.min(width, 160)),
    paint: (style, text) =>
      hasColour ? styleText(style, text, { validateStream: false } as never) : text,
  };
}

/**
 * Makes text from outside safe to print: control characters and marks that reverse the order of
 * writing could steer the terminal and become U+FFFD. Tab and line feed stay.
 */
export function sanitise(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}

/** Sanitised and on one line. */
export function onOneLine(text: string): string {
  return sanitise(text).replace(/\s+/g, ' ').trim();
}

/** `1 event`, `2,345 events`. */
export function countOf(number: number, noun: string): string {
  // By hand: the first use of a locale costs more than the reading of a report.
  const written = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${written} ${noun}${number === 1 ? '' : 's'}`;
}
