import { LexiconError } from '../lexicon-error.ts';
import { type GazetteerEntry, type GazetteerKind, type OfficeTerm, sectors } from './entry.ts';
import { type LexiconLine, readTerms, type Term } from './lexicon-lines.ts';
import type { TermSink } from './read-countries.ts';

interface OpenEntry {
  readonly entry: GazetteerEntry & { terms?: OfficeTerm[] };
  readonly names: Term[];
}

/**
 * Reads `Hezbollah = LBN REB ; Hizbullah`: a name, a code with or without a sector (`-` for no country), further
 * spellings. Indented lines below it are either more spellings, starting with a semicolon, or terms of office:
 * `prime minister GOV 2008-05-08..2012-05-07 ; president GOV 2012-05-07..`, whose codes replace the entry's own
 * while they last.
 */
export function readActors(
  kind: GazetteerKind,
  lines: Iterable<LexiconLine>,
  sink: TermSink,
): void {
  let open: OpenEntry | null = null;
  const close = () => {
    if (open !== null) for (const term of open.names) sink(term, open.entry);
  };
  for (const { text, indented, where } of lines) {
    if (!indented) {
      close();
      open = readHead(kind, text, where);
    } else if (open === null) {
      throw new LexiconError(
        where,
        `"${text}" before any entry`,
        'a line such as "NATO = IGO ; North Atlantic Alliance" above it',
      );
    } else if (text.startsWith(';')) {
      open.names.push(...readTerms(text, where));
    } else {
      open.entry.terms ??= [];
      for (const term of text.split(' ; ')) {
        open.entry.terms.push(readOfficeTerm(term.trim(), open.entry.country, where));
      }
    }
  }
  close();
}

function readHead(kind: GazetteerKind, text: string, where: string): OpenEntry {
  const semicolon = text.indexOf(';');
  const head = semicolon < 0 ? text : text.slice(0, semicolon);
  const equals = head.indexOf('=');
  const names = readTerms(head.slice(0, Math.max(equals, 0)), where);
  const [code, sector, ...more] = head
    .slice(equals + 1)
    .trim()
    .split(/\s+/);
  if (equals < 0 || names.length === 0 || more.length > 0 || !(code === '-' || isCode(code))) {
    throw new LexiconError(
      where,
      `"${head.trim()}"`,
      'an entry such as "Hezbollah = LBN REB ; Hizbullah", with "-" for no country',
    );
  }
  if (sector !== undefined && !sectors.has(sector)) {
    throw new LexiconError(
      where,
      `unknown sector "${sector}"`,
      `one of ${[...sectors].join(', ')}`,
    );
  }
  if (semicolon >= 0) names.push(...readTerms(text.slice(semicolon + 1), where));
  const country = code === '-' ? null : code;
  return {
    entry: { name: names[0].text, country, sector: sector ?? null, kind, by: where },
    names,
  };
}

const expectedTerm =
  'a term of office such as "prime minister GOV 2008-05-08..2012-05-07"; days may be left out';

function readOfficeTerm(text: string, country: string | null, where: string): OfficeTerm {
  const words = text.split(/\s+/);
  const range = words.pop() ?? '';
  const dots = range.indexOf('..');
  const [from, to] = [range.slice(0, Math.max(dots, 0)), range.slice(dots + 2)];
  if (dots < 0 || !isDate(from) || !isDate(to))
    throw new LexiconError(where, `"${text}"`, expectedTerm);
  if (from !== '' && to !== '' && latest(to) < earliest(from)) {
    throw new LexiconError(where, `a term that ends before it begins, ${range}`, expectedTerm);
  }
  const sector = sectors.has(words[words.length - 1]) ? words.pop()! : null;
  const last = words[words.length - 1];
  const code = last !== undefined && isCode(last) ? words.pop()! : null;
  if (sector === null && code === null)
    throw new LexiconError(where, `no sector in "${text}"`, expectedTerm);
  return {
    office: words.join(' '),
    country: code ?? country,
    sector,
    from: from || null,
    to: to || null,
  };
}

function isCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

function isDate(text: string): boolean {
  return text === '' || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/** First day that "2013", "2013-05" or "2013-05-02" covers, for comparison only. */
export function earliest(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** Last day that the date covers, for comparison only: months are taken to have 31 days. */
export function latest(date: string): string {
  return date.length === 10 ? date : date.length === 7 ? `${date}-31` : `${date}-12-31`;
}
