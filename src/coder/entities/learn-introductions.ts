import type { PlainSentence, Word } from '#language';
import type { Gazetteer, GazetteerEntry, GazetteerMatch } from '../gazetteer/index.ts';
import type { DocumentMemory } from './document-memory.ts';

/** Kinds that place an office: "Namibia's foreign minister", "the Hamas spokesman". */
const ownerKinds = new Set<GazetteerEntry['kind']>([
  'country',
  'people',
  'capital',
  'metonym',
  'organization',
  'group',
  'region',
]);
/** Words that may stand between a name, a country and an office. */
const between = new Set([
  ',',
  'the',
  'a',
  'an',
  "'s",
  '’s',
  "'",
  '’',
  'deputy',
  'acting',
  'former',
  'chief',
  'senior',
  'first',
  '-',
]);
const longestName = 4;

/**
 * Learns who is who from a sentence that is not worth parsing: "Ana Botha, Namibia's foreign minister, spoke …",
 * "Namibian Foreign Minister Ana Botha said …". Works on the words alone.
 */
export function learnIntroductions(
  { words }: PlainSentence,
  sentence: number,
  document: { readonly text: string; readonly date: string | null; readonly gazetteer: Gazetteer },
  memory: DocumentMemory,
): void {
  const { gazetteer, date } = document;
  const matches = gazetteer.match(words);
  for (const match of matches) {
    const entry = ownerOf(match);
    if (!entry) continue;
    const { country, sector } = gazetteer.party(entry, date);
    const identity = { name: entry.name, country, sector };
    const place = { sentence, token: match.from, subject: false, joined: false };
    memory.noteMention({ identity, class: 'country', ...place });
  }
  for (const role of matches) {
    const office = role.entries.find(({ kind }) => kind === 'role');
    if (!office?.sector) continue;
    const before = ownerBefore(words, matches, role);
    const owner = before ?? ownerAfter(words, matches, role);
    if (!owner) continue;
    const { country } = gazetteer.party(owner.entry, date);
    const named = /^\p{Lu}/u.test(words[role.to]?.form ?? '');
    if (country !== null && !named) {
      const identity = { name: owner.entry.name, country, sector: office.sector };
      const token = role.from;
      memory.noteMention({
        identity,
        class: 'country',
        sentence,
        token,
        subject: false,
        joined: false,
      });
    }
    const name = before
      ? (nameAfter(words, matches, role.to) ?? nameBefore(words, matches, before.from))
      : nameBefore(words, matches, role.from);
    if (!name || country === null) continue;
    const full = document.text.slice(name[0].start, name[name.length - 1].end);
    const identity = { name: full, country, sector: office.sector };
    memory.learnName(
      name.map(({ form }) => form),
      identity,
    );
    const token = words.indexOf(name[0]);
    const joined = words[token - 1]?.form === 'and' || words[token + name.length]?.form === 'and';
    memory.noteMention({ identity, class: 'person', sentence, token, subject: false, joined });
  }
}

/** Learns from "KIGALI, Rwanda --" where the report was written: an office without a country is likely held there. */
export function readDateline(
  { words }: PlainSentence,
  { gazetteer }: { readonly gazetteer: Gazetteer },
  memory: DocumentMemory,
): void {
  for (const { entries } of gazetteer.match(words)) {
    const place = entries.find(({ country, kind }) => country !== null && kind !== 'person');
    if (place?.country && place.kind !== 'organization') memory.noteDateline(place.country);
  }
}

function ownerOf({ entries }: GazetteerMatch): GazetteerEntry | undefined {
  return entries.find(({ kind }) => ownerKinds.has(kind));
}

/** The country or body right before an office: "Russia's Foreign Ministry | spokesperson". */
function ownerBefore(
  words: readonly Word[],
  matches: readonly GazetteerMatch[],
  role: GazetteerMatch,
): { entry: GazetteerEntry; from: number } | null {
  let at = role.from - 1;
  while (at >= 0) {
    const match = matches.find(({ from, to }) => from <= at && at < to);
    const entry = match && ownerOf(match);
    if (match && entry) return { entry, from: match.from };
    if (!match && !between.has(words[at].form.toLowerCase())) return null;
    if (words[at].form === ',') return null;
    at = match ? match.from - 1 : at - 1;
  }
  return null;
}

/** Prepositions before the one whom an office serves, the surest first: "official for Chad at the U.S. State Department". */
const serving = ['at', 'of', 'from', 'in', 'for'];
const longestOffice = 16;

/** The country or body after an office, up to the next comma: "spokeswoman for the | Latvian foreign ministry". */
function ownerAfter(
  words: readonly Word[],
  matches: readonly GazetteerMatch[],
  role: GazetteerMatch,
): { entry: GazetteerEntry; from: number } | null {
  let best: { entry: GazetteerEntry; from: number; rank: number } | null = null;
  for (const match of matches) {
    if (match.from < role.to) continue;
    if (match.from > role.to + longestOffice) break;
    const stretch = words.slice(role.to, match.from);
    if (stretch.some(({ form }) => /^[,;:.]$/.test(form))) break;
    const entry = ownerOf(match);
    const at = words[match.from - 1].form === 'the' ? match.from - 2 : match.from - 1;
    const rank = serving.indexOf(words[at]?.form);
    if (entry && rank >= 0 && (!best || rank < best.rank)) best = { entry, from: match.from, rank };
  }
  return best;
}

function nameAfter(
  words: readonly Word[],
  matches: readonly GazetteerMatch[],
  from: number,
): Word[] | null {
  const start = words[from]?.form === ',' ? from + 1 : from;
  let end = start;
  while (end < words.length && end - start < longestName && isNameWord(words, matches, end)) end++;
  return end > start ? words.slice(start, end) : null;
}

/** "Ana Botha, the | Namibian …": the name before the comma. */
function nameBefore(
  words: readonly Word[],
  matches: readonly GazetteerMatch[],
  owner: number,
): Word[] | null {
  let comma = owner - 1;
  while (comma >= 0 && words[comma].form !== ',' && between.has(words[comma].form.toLowerCase()))
    comma--;
  if (comma < 1 || words[comma].form !== ',') return null;
  let start = comma;
  while (start > 0 && comma - start < longestName && isNameWord(words, matches, start - 1)) start--;
  return start < comma ? words.slice(start, comma) : null;
}

function isNameWord(
  words: readonly Word[],
  matches: readonly GazetteerMatch[],
  index: number,
): boolean {
  const { form } = words[index];
  if (form === '-') return index > 0 && words[index - 1].end === words[index].start;
  if (!/^\p{Lu}/u.test(form) && !(index > 0 && words[index - 1].form === '-')) return false;
  const match = matches.find(({ from, to }) => from <= index && index < to);
  return !match || match.entries.some(({ kind }) => kind === 'person' || kind === 'city');
}
