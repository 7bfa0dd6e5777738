import { LexiconError } from '../lexicon-error.ts';
import { type GazetteerEntry, sectors } from './entry.ts';
import { type LexiconLine, readTerms } from './lexicon-lines.ts';
import type { TermSink } from './read-countries.ts';

/** Name of the entries for "former", "ex-", "ousted": whoever they stand before holds the office no more. */
export const formerRole = 'former';

/**
 * Reads `GOV: foreign minister(s) ; prime minister(s)`, continued on indented lines. `FORMER:` lists the words
 * that take an office away; they get the sector ELI and the name "former".
 */
export function readRoles(lines: Iterable<LexiconLine>, sink: TermSink): void {
  let sector: string | null = null;
  for (const { text, indented, where } of lines) {
    let list = text;
    if (!indented) {
      const colon = text.indexOf(':');
      sector = text.slice(0, Math.max(colon, 0)).trim();
      if (sector !== 'FORMER' && !sectors.has(sector)) {
        throw new LexiconError(
          where,
          `unknown sector "${sector || text.slice(0, 30)}"`,
          `one of ${[...sectors].join(', ')} or FORMER, and a colon`,
        );
      }
      list = text.slice(colon + 1);
    } else if (sector === null) {
      throw new LexiconError(
        where,
        `"${text}" before any sector`,
        'a line such as "GOV: prime minister(s)" above it',
      );
    }
    for (const item of list.split(';')) {
      const terms = readTerms(item, where);
      if (terms.length === 0) continue;
      const former = sector === 'FORMER';
      const name = former ? formerRole : terms[0].text;
      const entry: GazetteerEntry = {
        name,
        country: null,
        sector: former ? 'ELI' : sector,
        kind: 'role',
        by: where,
      };
      for (const term of terms) sink(term, entry);
    }
  }
}
