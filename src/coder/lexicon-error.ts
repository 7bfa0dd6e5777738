import { InputError } from './input-error.ts';

/**
 * A fault in a lexicon file, for its editor to mend. The message is complete:
 * `events/sanction.txt:41: unknown mode "expell"; expected one of convict, expel, withdraw, discontinue`.
 */
export class LexiconError extends InputError {
  /** `where` is file and line as under lexicon/, `events/sanction.txt:41`. */
  constructor(where: string, found: string, expected: string) {
    super(`${where}: ${found}; expected ${expected}`, { where, found, expected });
  }

  override explain(): string {
    return this.message;
  }
}

/** What is wrong with one line of a file of which the rest can be used. */
export interface LexiconFault {
  /** File and line. */
  readonly where: string;
  readonly found: string;
  readonly expected: string;
}
