import { LexiconError } from '../lexicon-error.ts';
import { expandTerm } from './term.ts';

/** A line of a lexicon file that says something, without its comment. */
export interface LexiconLine {
  readonly text: string;
  readonly indented: boolean;
  /** `actors/countries.txt:12`. */
  readonly where: string;
}

/** Drops comments and blank lines. `#` starts a comment at the start of a line and after a space. */
export function* readLexiconLines(file: string, content: string): Generator<LexiconLine> {
  let start = 0;
  for (let number = 1; start <= content.length; number++) {
    let end = content.indexOf('\n', start);
    if (end < 0) end = content.length;
    const raw = content.slice(start, end);
    start = end + 1;
    let text = raw;
    for (let at = raw.indexOf('#'); at >= 0; at = raw.indexOf('#', at + 1)) {
      if (at === 0 || raw[at - 1] === ' ' || raw[at - 1] === '\t') {
        text = raw.slice(0, at);
        break;
      }
    }
    const trimmed = text.trim();
    if (trimmed === '') continue;
    yield {
      text: trimmed,
      indented: text[0] === ' ' || text[0] === '\t',
      where: `${file}:${number}`,
    };
  }
}

/** A way of writing a name. `ordinary` marks words that mean something else at least as often ("?Rice"). */
export interface Term {
  readonly text: string;
  readonly ordinary: boolean;
  readonly where: string;
}

/** Reads "South Korean(s) ; ?Rice": a list with semicolons in which brackets hold alternatives. */
export function readTerms(list: string, where: string): Term[] {
  const terms: Term[] = [];
  for (const part of list.split(';')) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const ordinary = trimmed.startsWith('?');
    const expanded = expandTerm(ordinary ? trimmed.slice(1).trim() : trimmed);
    if (expanded === null) {
      throw new LexiconError(
        where,
        `"${trimmed}"`,
        'alternatives in brackets such as "Dane(s)" or "gunm(a|e)n", four at most',
      );
    }
    for (const text of expanded) terms.push({ text: text.trim(), ordinary, where });
  }
  return terms;
}
