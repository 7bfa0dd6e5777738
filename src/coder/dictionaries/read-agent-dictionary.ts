import type { GazetteerEntry } from '../gazetteer/entry.ts';
import { readCameoCode } from './cameo-code.ts';
import { type DictionaryLine, type ReportFault, readDictionaryLines } from './dictionary-lines.ts';
import { wordsOf } from './phrase.ts';
import type { TakeName } from './read-actor-dictionary.ts';

const substitution = /^(![^!\s]+!)\s*=(.*)$/;
const entryShape = /^([^[\]{}]+?)\s*(\{[^}]*\})?\s*\[\s*(~?)\s*([A-Za-z]+)\s*(~?)\s*\]/;
const noCountries: ReadonlySet<string> = new Set();

/**
 * Reads an agents dictionary of PETRARCH or TABARI: role words with their sectors.
 *
 *     !PERSON! = MAN, MEN, WOMAN      what may stand for !PERSON!
 *     POLICE!PERSON! [~COP]
 *     THIEF {THIEVES} [~CRM]          with its plural; {} for none, else the regular one is made
 *     RELIEF_AGENCY [NGO~]            a body of its own
 *
 * What cannot be said in PLOVER sectors, or cannot be read, is reported and left out.
 */
export function readAgentDictionary(
  file: string,
  text: string,
  take: TakeName,
  report: ReportFault,
): void {
  const substitutes = new Map<string, readonly string[]>();
  for (const line of readDictionaryLines(file, text)) {
    const definition = substitution.exec(line.text);
    if (definition !== null) {
      const words = definition[2].split(',').map((word) => word.trim());
      substitutes.set(definition[1], words.filter(Boolean));
      continue;
    }
    readEntry(line, substitutes, take, report);
  }
}

function readEntry(
  { text, where }: DictionaryLine,
  substitutes: ReadonlyMap<string, readonly string[]>,
  take: TakeName,
  report: ReportFault,
): void {
  const fault = (found: string, expected: string): void => report({ where, found, expected });
  const match = entryShape.exec(text);
  if (match === null || (match[3] === '' && match[5] === '')) {
    fault(`"${text}"`, 'a phrase and a code such as "FARMER [~AGR]" or "THIEF {THIEVES} [~CRM]"');
    return;
  }
  const [, phrase, plural, , code] = match;
  const entry = makeEntry(code, where);
  if (entry === null) {
    fault(`code ~${code}`, 'a CAMEO role such as GOV, MIL or MED, or NGO or IGO');
    return;
  }
  const unknown = (phrase.match(/![^!\s]+!/g) ?? []).find((mark) => !substitutes.has(mark));
  if (unknown !== undefined) {
    fault(unknown, `one of ${[...substitutes.keys()].join(', ') || 'the sets defined above'}`);
    return;
  }
  const forms = formsOf(phrase, plural, substitutes).map((form) =>
    wordsOf(form).join(' ').toLowerCase(),
  );
  const named = { ...entry, name: forms[0] };
  for (const form of forms) {
    if (!take(form, named)) fault(`"${form}"`, 'a phrase with letters');
  }
}

function makeEntry(code: string, by: string): GazetteerEntry | null {
  const party = readCameoCode(code, noCountries);
  if (party === null) return null;
  const { country, sector } = party;
  if (country !== null) return { name: '', country, sector, kind: 'organization', by };
  return sector === null ? null : { name: '', country: null, sector, kind: 'role', by };
}

function formsOf(
  phrase: string,
  plural: string | undefined,
  substitutes: ReadonlyMap<string, readonly string[]>,
): string[] {
  const mark = /![^!\s]+!/.exec(phrase)?.[0];
  if (mark !== undefined) {
    return substitutes
      .get(mark)!
      .flatMap((word) => formsOf(phrase.replace(mark, word), '{}', substitutes));
  }
  const own = plural?.slice(1, -1).trim();
  if (own !== undefined) return own === '' ? [phrase] : [phrase, own];
  return [phrase, ...regularPlural(phrase.replace(/[\s_]+$/, ''))];
}

/** As PETRARCH makes them: -IES for -Y, -ES for -SS, else -S. What ends in one S is a plural already. */
function regularPlural(word: string): string[] {
  if (word.endsWith('Y')) return [`${word.slice(0, -1)}IES`];
  if (word.endsWith('SS')) return [`${word}ES`];
  return word.endsWith('S') ? [] : [`${word}S`];
}
