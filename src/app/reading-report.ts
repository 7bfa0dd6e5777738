import { extname } from 'node:path';
import type { InputError } from '#coder';
import type { SkippedFile } from '#sources';
import { countOf } from './terminal/terminal.ts';

/** Failures that are printed one by one; more are only counted, so that a broken file cannot flood a terminal. */
const mostPrinted = 100;

/**
 * Keeps count of what went wrong while documents were read and coded, and tells it as it happens.
 * Exit code: 1 for a bug, 2 where some input failed, 0 where all went well.
 */
export class ReadingReport {
  readonly #print: (line: string) => void;
  readonly #reasons = new Map<string, number>();
  readonly #notes = new Map<string, number>();
  readonly #leftAside = new Map<string, number>();
  #failures = 0;
  #bugs = 0;

  /** @param print writes one line for the user, not into the data */
  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  get exitCode(): 0 | 1 | 2 {
    return this.#bugs > 0 ? 1 : this.#failures > 0 ? 2 : 0;
  }

  fail(error: InputError): void {
    this.#failures++;
    add(this.#reasons, error.message);
    if (this.#failures <= mostPrinted) this.#print(error.explain());
    if (this.#failures === mostPrinted) this.#print('Further faults are counted only.');
  }

  failByBug(place: string, stack: string): void {
    this.#bugs++;
    add(this.#reasons, 'a bug in Tightrope');
    this.#print(`${place}: a bug in Tightrope; please report it with the text\n${stack}`);
  }

  skip(item: SkippedFile): void {
    add(this.#leftAside, extname(item.place).toLowerCase() || 'no ending');
  }

  /** Something that the user should know of one document; equal notes are told once, with their number. */
  note(note: string): void {
    add(this.#notes, note);
  }

  /**
   * What is told at the end, line by line.
   *
   * @param fewest failures that are worth a line of their own
   */
  summary(fewest = 1): string[] {
    const lines = [...this.#notes].map(([note, count]) => `${countOf(count, 'document')}: ${note}`);
    if (this.#leftAside.size > 0) {
      lines.push(`Left aside in folders: ${listCounts(this.#leftAside)}`);
    }
    const failed = this.#failures + this.#bugs;
    if (failed >= fewest)
      lines.push(`${failed.toLocaleString('en')} failed: ${listCounts(this.#reasons)}`);
    return lines;
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function listCounts(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([key, count]) => `${count.toLocaleString('en')} × ${key}`).join(', ');
}
