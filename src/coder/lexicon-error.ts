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
