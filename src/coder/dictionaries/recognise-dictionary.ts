import { readDictionaryLines } from './dictionary-lines.ts';

/** Kinds of PETRARCH and TABARI dictionaries. */
export type DictionaryKind = 'actors' | 'agents' | 'verbs';

/** Lines that are looked at: enough to tell, also behind a long head. */
const lookedAt = 400;

/** Which dictionary a file is, by its first lines; null where it looks like none. */
export function recogniseDictionary(content: string): DictionaryKind | null {
  const votes = { actors: 0, agents: 0, verbs: 0 };
  for (const { text } of readDictionaryLines('', content).slice(0, lookedAt)) {
    if (/\[\s*(~\s*[A-Za-z]+|[A-Za-z]+\s*~)\s*\]/.test(text) || /^![^!]+!\s*=/.test(text))
      votes.agents++;
    else if (/^(---|&[A-Z_]+|-\s|~)/.test(text) || /\[(---|[\d:]{3,})\]?\s*$/.test(text))
      votes.verbs++;
    else if (/\[[A-Za-z]{3,}(\s*[<>]?\s*\d[\d\s-]*)?\]/.test(text)) votes.actors++;
  }
  const [[kind, most]] = Object.entries(votes).sort((left, right) => right[1] - left[1]);
  return most === 0 ? null : (kind as DictionaryKind);
}
