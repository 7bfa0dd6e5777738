import type { GazetteerEntry, GazetteerKind, OfficeTerm } from './entry.ts';
import {
  checkSector,
  faultAt,
  type LexiconLine,
  type NameSink,
  placeOf,
  readSpellings,
  readTerms,
} from './lexicon-lines.ts';
import type { LazyEntry } from './name-trie.ts';
import { readOfficeTerm, readsAsTerms } from './office-term.ts';

/**
 * Reads `Hezbollah = LBN REB ; Hizbullah`: a name, a code with or without a sector (`-` for no country), further
 * spellings. Indented lines below it are either more spellings, starting with a semicolon, or terms of office:
 * `prime minister GOV 2008-05-08..2012-05-07 ; president GOV 2012-05-07..`, whose codes replace the entry's own
 * while they last. `USA BUS: Boeing ; Exxon Mobil / Exxon` is a list of entries that share their code.
 */
export function readActors(
  kind: GazetteerKind,
  lines: readonly LexiconLine[],
  sink: NameSink,
): void {
  let open: Actor | null = null;
  for (const line of lines) {
    if (!line.indented) {
      const list = listHead.exec(line.text);
      open = list === null ? readHead(kind, line, sink) : null;
      if (list !== null) readList(kind, list, line, sink);
      continue;
    }
    if (open === null) {
      const expected = 'a line such as "NATO = IGO ; North Atlantic Alliance" above it';
      throw faultAt(line, `"${line.text}" before any entry`, expected);
    }
    if (line.text[0] === ';') readTerms(line.text, open, line, sink);
    else open.addTerms(line);
  }
}

const listHead = /^([A-Z]{3}|-)(?: ([A-Z]{3}))?:/;
const entryHead = /^([^=;]+) = ([A-Z]{3}|-)(?: ([A-Z]{3}))?(?: ;(.*))?$/;

function readList(
  kind: GazetteerKind,
  head: RegExpExecArray,
  line: LexiconLine,
  sink: NameSink,
): void {
  const [all, code, sector = null] = head;
  if (sector !== null) checkSector(sector, line);
  for (const item of line.text.slice(all.length).split(';')) {
    const actor = new Actor(kind, code, sector, line);
    actor.name = readSpellings(item, actor, line, sink) ?? '';
  }
}

function readHead(kind: GazetteerKind, line: LexiconLine, sink: NameSink): Actor {
  const head = entryHead.exec(line.text);
  if (head === null) {
    const expected = 'an entry such as "Hezbollah = LBN REB ; Hizbullah", with "-" for no country';
    throw faultAt(line, `"${line.text.slice(0, 60)}"`, expected);
  }
  const [, names, code, sector = null, more] = head;
  if (sector !== null) checkSector(sector, line);
  const actor = new Actor(kind, code, sector, line);
  actor.name = readTerms(names, actor, line, sink) ?? '';
  if (more !== undefined) readTerms(more, actor, line, sink);
  return actor;
}

/** An entry whose terms of office are read when a text names it first: most of the thousands never are. */
class Actor implements LazyEntry {
  name = '';
  readonly #kind: GazetteerKind;
  readonly #code: string;
  readonly #sector: string | null;
  readonly #line: LexiconLine;
  #termLines: LexiconLine[] | null = null;
  #entry: GazetteerEntry | null = null;

  constructor(kind: GazetteerKind, code: string, sector: string | null, line: LexiconLine) {
    this.#kind = kind;
    this.#code = code;
    this.#sector = sector;
    this.#line = line;
  }

  addTerms(line: LexiconLine): void {
    if (!readsAsTerms(line.text)) this.#readTerms(line);
    this.#termLines ??= [];
    this.#termLines.push(line);
  }

  make(): GazetteerEntry {
    this.#entry ??= this.#makeEntry();
    return this.#entry;
  }

  #makeEntry(): GazetteerEntry {
    const country = this.#code === '-' ? null : this.#code;
    const entry = {
      name: this.name,
      country,
      sector: this.#sector,
      kind: this.#kind,
      by: placeOf(this.#line),
    };
    if (this.#termLines === null) return entry;
    return { ...entry, terms: this.#termLines.flatMap((line) => this.#readTerms(line)) };
  }

  #readTerms(line: LexiconLine): OfficeTerm[] {
    const country = this.#code === '-' ? null : this.#code;
    return line.text.split(' ; ').map((term) => readOfficeTerm(term.trim(), country, line));
  }
}
