import { readDictionaryLines } from './dictionary-lines.ts';

/** Kinds of PETRARCH and TABARI dictionaries. */
export type DictionaryKind = 'actors' | 'agents' | 'verbs';

/** Lines of one kind that are enough to tell. */
const enough = 50;

/** Which dictionary a file is, by its lines; null where it looks like none. */
export function recogniseDictionary(content: string): DictionaryKind | null {
  const votes = { actors: 0, agents: 0, verbs: 0 };
  for (const { text } of readDictionaryLines('', content)) {
    const kind = kindOfLine(text);
    if (kind !== null && ++votes[kind] === enough) return kind;
  }
  const [[kind, most]] = Object.entries(votes).sort((left, right) => right[1] - left[1]);
  return most === 0 ? null : (kind as DictionaryKind);
}

function kindOfLine(text: string): DictionaryKind | null {
  if (/\[\s*(~\s*[A-Za-z]+|[A-Za-z]+\s*~)\s*\]/.test(text) || /^![^!]+!\s*=/.test(text)) {
    return 'agents';
  }
  if (/^(---|&[A-Z_]+|-\s|~)/.test(text) || /\[[\d:]{3,}\]?\s*$/.test(text)) return 'verbs';
  return /\[(---|[A-Za-z]{3,}(\s*[<>]?\s*\d[\d\s-]*)?)\]/.test(text) ? 'actors' : null;
}
