import type { GazetteerEntry } from '../gazetteer/entry.ts';
import type { EntrySource } from '../gazetteer/name-trie.ts';
import { type CodedParty, readCameoCode } from './cameo-code.ts';
import { type DictionaryLine, type ReportFault, readDictionaryLines } from './dictionary-lines.ts';
import { writePhrase } from './phrase.ts';
import { layTerms, type Restriction, readDay } from './restrictions.ts';

/** Receives each way of writing an entry's name; null where the words name no party. False where they hold no letter. */
export type TakeName = (text: string, entry: EntrySource) => boolean;

interface Actor {
  readonly line: DictionaryLine;
  readonly phrases: { readonly text: string; readonly where: string }[];
  readonly restrictions: Restriction[];
  /** Holds where no restriction does. */
  fallback: CodedParty | null;
  /** Whether a code says that the phrase names no party: `[---]`. */
  isNobody: boolean;
}

const bracket = /\[([^\]]*)\]/g;
const content = /^([A-Za-z-]+)\s*(?:<\s*(\d+)|>\s*(\d+)|(\d+)\s*-\s*(\d+))?\s*$/;

/**
 * Reads an actors dictionary of PETRARCH or TABARI:
 *
 *     HAMID_KARZAI_ [AFGELI]          a phrase, with or without a code
 *     +PRESIDENT_KARZAI_              further phrases
 *     	[AFGGOV 011222-140929]         codes that hold for a time: also <date and >date
 *
 * What cannot be said in ISO countries and PLOVER sectors, or cannot be read, is reported and left out; phrases
 * without any code say nothing and are passed over.
 *
 * @param countryNames by ISO code
 */
export function readActorDictionary(
  file: string,
  text: string,
  countryNames: ReadonlyMap<string, string>,
  take: TakeName,
  report: ReportFault,
): void {
  let actor: Actor | null = null;
  const close = (): void => {
    if (actor !== null) giveNames(actor, countryNames, take, report);
    actor = null;
  };
  for (const line of readDictionaryLines(file, text)) {
    const codesAt = line.text.indexOf('[');
    const phrase = (codesAt < 0 ? line.text : line.text.slice(0, codesAt)).trim();
    const codes = codesAt < 0 ? '' : line.text.slice(codesAt);
    const isMore = line.text.startsWith('+');
    if (!line.indented && !isMore) {
      close();
      actor = openActor(line);
    } else if (actor === null) {
      report({ where: line.where, found: `"${line.text}"`, expected: 'a phrase above it' });
      continue;
    }
    const current: Actor = actor!;
    const name = isMore ? phrase.slice(1).trim() : phrase;
    if (name !== '' && line.indented && !isMore) {
      const expected = 'codes in brackets on an indented line, or "+" before another phrase';
      report({ where: line.where, found: `"${line.text}"`, expected });
      continue;
    }
    if (name !== '') current.phrases.push({ text: name, where: line.where });
    readCodes(codes, line, current, countryNames, report);
  }
  close();
}

function openActor(line: DictionaryLine): Actor {
  return {
    line,
    phrases: [],
    restrictions: [],
    fallback: null,
    isNobody: false,
  };
}

function readCodes(
  codes: string,
  { where }: DictionaryLine,
  actor: Actor,
  countries: ReadonlyMap<string, string>,
  report: ReportFault,
): void {
  if (codes === '') return;
  const fault = (found: string, expected: string): void => report({ where, found, expected });
  if (codes.replace(bracket, '').trim() !== '') {
    fault(`"${codes}"`, 'codes in brackets such as [AFGGOV 011222-140929]');
    return;
  }
  for (const [all, inside] of codes.matchAll(bracket)) {
    const match = content.exec(inside.trim());
    if (match === null) {
      fault(all, 'one code, and dates such as <011222, >011222 or 011222-140929');
      continue;
    }
    const [, code, before, after, first, last] = match;
    const [begins, ends] = [after ?? first, before ?? last];
    const from = begins === undefined ? null : readDay(begins);
    const to = ends === undefined ? null : readDay(ends);
    const wrong = begins !== undefined && from === null ? begins : to === null ? ends : undefined;
    if (wrong !== undefined) {
      fault(`date ${wrong} in ${all}`, 'a day that exists, as YYMMDD or YYYYMMDD');
      continue;
    }
    const isDated = from !== null || to !== null;
    if (from !== null && to !== null && to < from) {
      fault(`a time that ends before it begins, ${all}`, 'the earlier date first');
      continue;
    }
    if (/^-+$/.test(code)) {
      actor.isNobody ||= !isDated;
      continue;
    }
    const party = readCameoCode(code, countries);
    if (party === null) {
      fault(
        `code ${code}`,
        'an ISO country, a CAMEO body or a CAMEO role in it, as USAGOV or IGOUNO',
      );
    } else if (!isDated) actor.fallback ??= party;
    else actor.restrictions.push({ ...party, from, to });
  }
}

function giveNames(
  actor: Actor,
  countryNames: ReadonlyMap<string, string>,
  take: TakeName,
  report: ReportFault,
): void {
  const party = actor.fallback ?? actor.restrictions[0] ?? null;
  if (party === null && !actor.isNobody) return;
  const entry = party === null ? null : new LateActor(actor, party, countryNames);
  for (const { text, where } of actor.phrases) {
    if (take(writePhrase(text), entry)) continue;
    report({ where, found: `"${text}"`, expected: 'a phrase with letters' });
  }
}

/** An actor whose terms are laid when a text names it first: most of the thousands never are. */
class LateActor {
  readonly #actor: Actor;
  readonly #party: CodedParty;
  readonly #countryNames: ReadonlyMap<string, string>;
  #entry: GazetteerEntry | null = null;

  constructor(actor: Actor, party: CodedParty, countryNames: ReadonlyMap<string, string>) {
    this.#actor = actor;
    this.#party = party;
    this.#countryNames = countryNames;
  }

  make(): GazetteerEntry {
    this.#entry ??= makeEntry(this.#actor, this.#party, this.#countryNames);
    return this.#entry;
  }
}

function makeEntry(
  { line, phrases, restrictions, fallback }: Actor,
  { country, sector }: CodedParty,
  countryNames: ReadonlyMap<string, string>,
): GazetteerEntry {
  const name = writePhrase(phrases[0].text);
  const by = line.where;
  if (restrictions.length === 0) {
    const countryName = sector === null ? countryNames.get(country ?? '') : undefined;
    if (countryName !== undefined)
      return { name: countryName, country, sector, kind: 'country', by };
    const kind = sector === null || country === null ? 'organization' : 'group';
    return { name, country, sector, kind, by };
  }
  const all =
    fallback === null ? restrictions : [...restrictions, { ...fallback, from: null, to: null }];
  // What is in and out of office is a person; a group keeps its code.
  const isPerson = all.some((one) => one.sector === 'GOV' || one.sector === 'ELI');
  const kind = isPerson ? 'person' : 'group';
  return { name, country, sector, kind, terms: layTerms(all), by };
}
