import { LexiconError } from '../lexicon-error.ts';
import { isEventType, ontology } from '../ontology.ts';
import { type EventType, eventTypes, type Status } from '../record.ts';
import type { EventPattern } from './event-pattern.ts';
import { parseEventPattern } from './parse-event-pattern.ts';
import type { WordClasses } from './word-classes.ts';

/** What an example under an entry must yield. */
export interface Example {
  readonly sentence: string;
  /** `RUS GOV`, `KOR`, or a party's words in quotes; empty where none is expected. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly status: Status | null;
  /** Marked `! `: the tagger or parser misreads it today. Passing is an error, so that the mark is taken away. */
  readonly knownToFail: boolean;
  readonly where: string;
}

/** One pattern of `lexicon/events/*.txt` with what it says. */
export interface EventEntry {
  readonly type: EventType;
  readonly mode: string | null;
  readonly pattern: EventPattern;
  readonly needsActor: boolean;
  readonly needsRecipient: boolean;
  /** Whoever says so is the actor: "aid is welcome, Malawi said". */
  readonly byTeller: boolean;
  readonly weak: boolean;
  /** Whether the entry says that these words tell of no event ("strike a deal"), so that no broader entry takes them. */
  readonly nothing: boolean;
  readonly status: Status | null;
  /** File and line, `events/sanction.txt:41`. */
  readonly by: string;
}

/** An entry with what must come of it. */
export interface EntryWithExamples {
  readonly entry: EventEntry;
  readonly examples: readonly RawExample[];
}

/** An example as it stands in the file; `parseExample` reads it. Left unread at load, which every start waits for. */
export interface RawExample {
  readonly text: string;
  readonly where: string;
}

const statuses: readonly Status[] = ['actual', 'historical', 'future', 'hypothetical', 'negated'];

/** Reads one file of `lexicon/events`. Throws LexiconError with file and line. */
export function loadEventEntries(
  file: string,
  content: string,
  classes: WordClasses,
): EntryWithExamples[] {
  const entries: EntryWithExamples[] = [];
  let type: EventType | undefined;
  let examples: RawExample[] | undefined;
  content.split(/\r?\n/).forEach((line, index) => {
    const where = `${file}:${index + 1}`;
    const text = (line.includes('#') ? line.replace(/(^|\s)#.*$/, '') : line).trimEnd();
    if (text === '') return;
    if (text[0] === ' ' || text[0] === '\t') {
      if (!examples) throw new LexiconError(where, 'an example', 'a pattern above it');
      examples.push({ text: text.trim(), where });
      return;
    }
    const header = text.startsWith('type') ? /^type\s+(\S+)$/.exec(text) : null;
    if (header) {
      if (!isEventType(header[1])) {
        throw new LexiconError(
          where,
          `unknown type "${header[1]}"`,
          `one of ${eventTypes.join(', ')}`,
        );
      }
      type = header[1];
      return;
    }
    if (!type) throw new LexiconError(where, `"${text}"`, 'a line such as "type SANCTION" first');
    examples = [];
    entries.push({ entry: parseEntry(text, type, classes, where), examples });
  });
  for (const { entry, examples } of entries) {
    if (examples.length === 0) {
      throw new LexiconError(
        entry.by,
        `no example under "${entry.pattern.source}"`,
        'at least one indented example',
      );
    }
  }
  return entries;
}

function parseEntry(
  text: string,
  type: EventType,
  classes: WordClasses,
  where: string,
): EventEntry {
  const [source, ...after] = text.split('->');
  if (after.length > 1) throw new LexiconError(where, 'a second "->"', 'one arrow');
  const options = (after[0] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  let mode: string | null = null;
  let status: Status | null = null;
  let needsActor = false;
  let byTeller = false;
  let needsRecipient = false;
  let weak = false;
  let nothing = false;
  for (const option of options) {
    const { modes } = ontology[type];
    if (option === 'need A') needsActor = true;
    else if (option === 'need R') needsRecipient = true;
    else if (option === 'by teller') byTeller = true;
    else if (option === 'weak') weak = true;
    else if (option === 'nothing') nothing = true;
    else if (statuses.includes(option as Status)) status = option as Status;
    else if (Object.hasOwn(modes, option)) mode = option;
    else {
      const known = [
        ...Object.keys(modes),
        'need A',
        'need R',
        'by teller',
        'weak',
        'nothing',
        ...statuses,
      ];
      throw new LexiconError(where, `unknown mode "${option}"`, `one of ${known.join(', ')}`);
    }
  }
  const pattern = parseEventPattern(source, classes, where);
  const needs = { needsActor, needsRecipient, byTeller, weak, nothing };
  return { type, mode, pattern, ...needs, status, by: where };
}

/** Reads `Sentence. | RUS GOV > KOR | negated`. Throws LexiconError with file and line. */
export function parseExample({ text: marked, where }: RawExample): Example {
  const knownToFail = marked.startsWith('! ');
  const text = knownToFail ? marked.slice(2) : marked;
  const [sentence, parties, status, ...rest] = text.split(' | ').map((part) => part.trim());
  const expected = 'an example such as "Russia expelled two diplomats. | RUS > KOR"';
  if (!parties || rest.length > 0) throw new LexiconError(where, `"${text}"`, expected);
  const sides = parties.split(' > ');
  if (sides.length !== 2) throw new LexiconError(where, `"${parties}"`, expected);
  if (status && !statuses.includes(status as Status)) {
    throw new LexiconError(where, `unknown status "${status}"`, `one of ${statuses.join(', ')}`);
  }
  const [actors, recipients] = sides.map((side) => parsePartyList(side));
  return { sentence, actors, recipients, status: (status as Status) ?? null, knownToFail, where };
}

/** `KOR GOV, "the rebels"` → its members; `-` for none. */
export function parsePartyList(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed === '-' || trimmed === '') return [];
  return trimmed
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
