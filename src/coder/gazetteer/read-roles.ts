import { sectors } from './entry.ts';
import { faultAt, type LexiconLine, type NameSink, placeOf, readTerms } from './lexicon-lines.ts';

/** Name of the entries for "former", "ex-", "ousted": whoever they stand before holds the office no more. */
export const formerRole = 'former';

/**
 * Reads `GOV: foreign minister(s) ; prime minister(s)`, continued on indented lines. `FORMER:` lists the words
 * that take an office away; they get the sector ELI and the name "former".
 */
export function readRoles(lines: readonly LexiconLine[], sink: NameSink): void {
  let head: string | null = null;
  for (const line of lines) {
    let list = line.text;
    if (!line.indented) {
      const colon = list.indexOf(':');
      head = list.slice(0, Math.max(colon, 0)).trim();
      if (head !== 'FORMER' && !sectors.has(head)) {
        const expected = `one of ${[...sectors].join(', ')} or FORMER, and a colon`;
        throw faultAt(line, `unknown sector "${head || list.slice(0, 30)}"`, expected);
      }
      list = list.slice(colon + 1);
    } else if (head === null) {
      const expected = 'a line such as "GOV: prime minister(s)" above it';
      throw faultAt(line, `"${list}" before any sector`, expected);
    }
    const former = head === 'FORMER';
    const sector = former ? 'ELI' : head;
    const by = placeOf(line);
    for (const item of list.split(';')) {
      const entry = { name: formerRole, country: null, sector, kind: 'role', by } as const;
      const first = readTerms(item, entry, line, sink);
      if (first !== null && !former) (entry as { name: string }).name = first;
    }
  }
}
