import { type OfficeTerm, sectors } from './entry.ts';
import { faultAt, type LexiconLine } from './lexicon-lines.ts';

const expectedTerm =
  'a term of office such as "prime minister GOV 2008-05-08..2012-05-07"; days may be left out';

const shape =
  /^(?:(?:[^;.\d]* )?[A-Z]{3} (?:\d{4}(?:-\d\d(?:-\d\d)?)?)?\.\.(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?(?: ; |$))+$/;

/** Whether a line looks like terms of office: enough to read it later. `readOfficeTerm` tells what is wrong. */
export function readsAsTerms(text: string): boolean {
  return shape.test(text);
}

/** Reads `prime minister GOV 2008-05-08..2012-05-07`; `country` is the bearer's own unless the term names another. */
export function readOfficeTerm(
  text: string,
  country: string | null,
  line: LexiconLine,
): OfficeTerm {
  const words = text.split(' ');
  const range = words.pop() ?? '';
  const dots = range.indexOf('..');
  const from = range.slice(0, Math.max(dots, 0));
  const to = range.slice(dots + 2);
  if (dots < 0 || !isDate(from) || !isDate(to)) throw faultAt(line, `"${text}"`, expectedTerm);
  if (from !== '' && to !== '' && latest(to) < earliest(from)) {
    throw faultAt(line, `a term that ends before it begins, ${range}`, expectedTerm);
  }
  const sector = sectors.has(words[words.length - 1]) ? words.pop()! : null;
  const last = words[words.length - 1];
  const code = last !== undefined && /^[A-Z]{3}$/.test(last) ? words.pop()! : null;
  if (sector === null && code === null) {
    throw faultAt(line, `no sector in "${text}"`, expectedTerm);
  }
  return {
    office: words.join(' '),
    country: code ?? country,
    sector,
    from: from || null,
    to: to || null,
  };
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
