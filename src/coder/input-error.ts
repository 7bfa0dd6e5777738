/** What a user can act on: where it is, what was found there, what was expected, what to do. */
export interface InputErrorDetails {
  /** File, line, field, option or address: `reports.jsonl:41`, `--from`. */
  readonly where?: string;
  readonly found?: string;
  readonly expected?: string;
  /** What to do now. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * Bad usage or bad input: the one error that is the user's to mend (exit code 2, HTTP 400).
 * Anything else that is thrown is a bug and keeps its stack.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly where?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly hint?: string;

  constructor(message: string, details: InputErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.where = details.where;
    this.found = details.found;
    this.expected = details.expected;
    this.hint = details.hint;
  }

  /** All of it in one line: `reports.jsonl:41: not JSON; found "{id"; expected an object. Mend the line.` */
  explain(): string {
    const parts = [this.message];
    if (this.found !== undefined) parts.push(`found ${this.found}`);
    if (this.expected !== undefined) parts.push(`expected ${this.expected}`);
    const line = `${this.where === undefined ? '' : `${this.where}: `}${parts.join('; ')}`;
    return this.hint === undefined ? line : `${line}. ${this.hint}`;
  }
}
