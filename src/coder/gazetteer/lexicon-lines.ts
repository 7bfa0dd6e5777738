import { LexiconError } from '../lexicon-error.ts';
import { sectors } from './entry.ts';
import type { EntrySource } from './name-trie.ts';
import { expandTerm } from './term.ts';

/** A line of a lexicon file that says something, without its comment. */
export interface LexiconLine {
  readonly text: string;
  readonly indented: boolean;
  /** As under lexicon/: `actors/countries.txt`. */
  readonly file: string;
  /** 1-based. */
  readonly number: number;
}

/** `actors/countries.txt:12`. */
export function placeOf({ file, number }: LexiconLine): string {
  return `${file}:${number}`;
}

export function faultAt(line: LexiconLine, found: string, expected: string): LexiconError {
  return new LexiconError(placeOf(line), found, expected);
}

/**
 * Receives each way of writing an entry's name. `ordinary` marks words that mean something else at least as often
 * ("?Rice" in the lexicon).
 */
export type NameSink = (
  text: string,
  ordinary: boolean,
  entry: EntrySource,
  line: LexiconLine,
) => void;

/** Drops comments and blank lines. `#` starts a comment at the start of a line and after a space. */
export function readLexiconLines(file: string, content: string): LexiconLine[] {
  const lines: LexiconLine[] = [];
  const raws = content.split('\n');
  for (let i = 0; i < raws.length; i++) {
    const raw = raws[i].includes('#') ? withoutComment(raws[i]) : raws[i];
    const text = raw.trim();
    if (text === '') continue;
    lines.push({ text, indented: raw[0] === ' ' || raw[0] === '\t', file, number: i + 1 });
  }
  return lines;
}

function withoutComment(raw: string): string {
  for (let at = raw.indexOf('#'); at >= 0; at = raw.indexOf('#', at + 1)) {
    if (at === 0 || raw[at - 1] === ' ' || raw[at - 1] === '\t') return raw.slice(0, at);
  }
  return raw;
}

/**
 * Reads "South Korean(s) ; ?Rice": a list with semicolons in which brackets hold alternatives. Hands every way of
 * writing to `sink` and returns the first, or null for an empty list.
 */
export function readTerms(
  list: string,
  entry: EntrySource,
  line: LexiconLine,
  sink: NameSink,
): string | null {
  let first: string | null = null;
  for (const part of list.includes(';') ? list.split(';') : [list]) {
    let text = part.trim();
    if (text === '') continue;
    const ordinary = text[0] === '?';
    if (ordinary) text = text.slice(1);
    if (!text.includes('(') && !text.includes(')')) {
      first ??= text;
      sink(text, ordinary, entry, line);
      continue;
    }
    if (isPluralOnly(text)) {
      const singular = text.slice(0, -3);
      first ??= singular;
      sink(singular, ordinary, entry, line);
      sink(`${singular}s`, ordinary, entry, line);
      continue;
    }
    const expanded = expandTerm(text);
    if (expanded === null) {
      throw faultAt(
        line,
        `"${part.trim()}"`,
        'alternatives in brackets such as "Dane(s)" or "gunm(a|e)n", four at most',
      );
    }
    first ??= expanded[0].trim();
    for (const way of expanded) sink(way.trim(), ordinary, entry, line);
  }
  return first;
}

/** "soldier(s)": the commonest case by far, so worth a path of its own. */
function isPluralOnly(text: string): boolean {
  return (
    text.endsWith('(s)') &&
    text.indexOf('(') === text.length - 3 &&
    text.indexOf(')') === text.length - 1
  );
}

/** Reads one item of a list in which a slash parts the spellings of one name: "Kyiv / Kiev". As `readTerms`. */
export function readSpellings(
  item: string,
  entry: EntrySource,
  line: LexiconLine,
  sink: NameSink,
): string | null {
  if (!item.includes(' / ')) return readTerms(item, entry, line, sink);
  let first: string | null = null;
  for (const spelling of item.split(' / ')) {
    const name = readTerms(spelling, entry, line, sink);
    first ??= name;
  }
  return first;
}

/** Throws LexiconError where the word is no PLOVER sector. */
export function checkSector(sector: string, line: LexiconLine): void {
  if (sectors.has(sector)) return;
  throw faultAt(line, `unknown sector "${sector}"`, `one of ${[...sectors].join(', ')}`);
}
