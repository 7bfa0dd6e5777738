import { mutualTypes } from '../ontology.ts';
import type { CodedEvent, Party } from '../record.ts';

/** An event with what tells whether another one is the same. */
export interface ToldEvent {
  readonly event: CodedEvent;
  /** Base forms of the words that tell of it, light verbs left out. */
  readonly words: readonly string[];
  /** The words say that it is one more of its kind: "another", "again". */
  readonly further: boolean;
  /** It stands in a line without a full stop, as headlines and captions do. */
  readonly line: boolean;
  /** A verb tells of it, not a noun in passing. */
  readonly verbal: boolean;
}

/** How sure it is that two events are one: by words, parties and days, or with one side left unsaid. */
export type Sameness = 'certain' | 'likely' | null;

/**
 * Whether two places of a document tell of the same event: nothing of what they say contradicts each other, and their
 * words are akin. Symmetric.
 */
export function sameness(one: ToldEvent, other: ToldEvent): Sameness {
  const [a, b] = [one.event, other.event];
  const parties = agreement(one, other);
  if (parties === null) return null;
  if (inOneBreath(a, b)) return 'certain';
  if (!wordsAkin(one.words, other.words)) return null;
  if (parties === 'certain') return parties;
  // Half of it is unsaid: "Russian criticism" may be any. A headline leaves out, and so does who tells in his own words.
  const told = Math.min(one.words.length, other.words.length) > 1 && sameTeller(a, b);
  const passive = keysOf(a.recipients).size > 0 && keysOf(b.recipients).size > 0;
  return one.line || other.line || passive || told ? parties : null;
}

/** How far type and mode, what became of it, parties, days, place and numbers agree; null where they contradict. */
export function agreement(one: ToldEvent, other: ToldEvent): Sameness {
  const [a, b] = [one.event, other.event];
  if (a.type !== b.type || one.further || other.further) return null;
  if (a.mode !== b.mode && a.mode !== null && b.mode !== null) return null;
  if (a.about?.type !== b.about?.type || outcomeOf(a) !== outcomeOf(b)) return null;
  if (!tellersAgree(a, b) || !daysAgree(a, b) || !placesAgree(a, b) || !numbersAgree(a, b))
    return null;
  return partiesAgree(a, b);
}

/** What is past counts as done, whenever it was. */
function outcomeOf({ status }: CodedEvent): string {
  return status === 'historical' ? 'actual' : status;
}

/** A claim and its denial are two, and so are the accounts of two named tellers. */
function tellersAgree(a: CodedEvent, b: CodedEvent): boolean {
  const denied = (event: CodedEvent): boolean =>
    event.attribution.some(({ certainty }) => certainty === 'denied');
  if (denied(a) !== denied(b)) return false;
  const [mine, theirs] = [a.attribution.at(-1), b.attribution.at(-1)];
  if (!mine || !theirs) return true;
  if (mine.speaker.country === null || theirs.speaker.country === null) return true;
  return mine.speaker.country === theirs.speaker.country;
}

/** "was arrested and detained": two words for what is done to the same one in the same mode. */
function inOneBreath(a: CodedEvent, b: CodedEvent): boolean {
  if (a.mode === null || a.mode !== b.mode) return false;
  return a.recipients.some((mine) => b.recipients.some(({ start }) => start === mine.start));
}

/** Whether both are told by the same, or one by the report itself. */
function sameTeller({ attribution: a }: CodedEvent, { attribution: b }: CodedEvent): boolean {
  return a.length === 0 || b.length === 0 || a.at(-1)?.speaker.name === b.at(-1)?.speaker.name;
}

function daysAgree({ date: a }: CodedEvent, { date: b }: CodedEvent): boolean {
  if (a?.basis !== 'text' || b?.basis !== 'text') return true;
  return a.from <= b.to && b.from <= a.to;
}

function placesAgree({ place: a }: CodedEvent, { place: b }: CodedEvent): boolean {
  if (!a || !b || a.name === b.name) return true;
  // A city and its country may be told in turn; two cities are two places.
  return (
    a.country === b.country &&
    (a.name === a.country || (a.latitude === null) !== (b.latitude === null))
  );
}

function numbersAgree(a: CodedEvent, b: CodedEvent): boolean {
  return a.quantities.every((mine) =>
    b.quantities.every(
      (theirs) =>
        mine.unit !== theirs.unit ||
        mine.value === theirs.value ||
        mine.approximate ||
        theirs.approximate,
    ),
  );
}

function partiesAgree(a: CodedEvent, b: CodedEvent): Sameness {
  if (mutualTypes.has(a.type)) {
    const [mine, theirs] = [
      keysOf([...a.actors, ...a.recipients]),
      keysOf([...b.actors, ...b.recipients]),
    ];
    if (mine.size < 2 || theirs.size < 2) return null;
    const within = isWithin(mine, theirs) || isWithin(theirs, mine);
    if (!within || sectorsClash(a.actors, b.actors)) return null;
    return mine.size === theirs.size ? 'certain' : 'likely';
  }
  const actors = sideAgrees(a.actors, b.actors);
  const recipients = sideAgrees(a.recipients, b.recipients);
  if (actors === null || recipients === null) return null;
  // One side must be named by both, or the events have nothing in common.
  if (actors !== 'same' && recipients !== 'same') return null;
  return actors === recipients || (actors !== 'open' && recipients !== 'open')
    ? 'certain'
    : 'likely';
}

/** `same` where both name the same, `open` where one names none, `neither` where none does; null where they differ. */
function sideAgrees(a: readonly Party[], b: readonly Party[]): 'same' | 'open' | 'neither' | null {
  const [mine, theirs] = [keysOf(a), keysOf(b)];
  if (mine.size === 0 && theirs.size === 0) return 'neither';
  if (mine.size === 0 || theirs.size === 0) return 'open';
  if (sectorsClash(a, b)) return null;
  return mine.size === theirs.size && isWithin(mine, theirs) ? 'same' : null;
}

/** Countries of the parties; the name of one without a country where it is a name. */
function keysOf(parties: readonly Party[]): Set<string> {
  const keys = new Set<string>();
  for (const { country, sector, name } of parties) {
    if (country !== null) keys.add(country);
    else if (sector !== null || /^\p{Lu}/u.test(name)) keys.add(name.toLowerCase());
  }
  return keys;
}

/** Two people of one country may still be two: a missionary and a minister. */
function sectorsClash(a: readonly Party[], b: readonly Party[]): boolean {
  const sectorsOf = (parties: readonly Party[]): string[] =>
    parties.map(({ sector }) => sector).filter((sector) => sector !== null);
  const [mine, theirs] = [sectorsOf(a), sectorsOf(b)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((sector) => theirs.includes(sector));
}

function isWithin(small: ReadonlySet<string>, large: ReadonlySet<string>): boolean {
  return [...small].every((key) => large.has(key));
}

/** Whether all words of the shorter telling have a kin in the longer one: "the arrest" and "was arrested". */
function wordsAkin(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.length > 0 && few.every((word) => many.some((other) => areKin(word, other)));
}

/** Nouns that are not written like their verbs. */
const verbOf: Readonly<Record<string, string>> = {
  expulsion: 'expel',
  invasion: 'invade',
  meeting: 'meet',
  detention: 'detain',
  detainment: 'detain',
  killing: 'kill',
  raid: 'raid',
};
const kinLength = 5;

/** Whether two base forms share their beginning: "criticize" and "criticism", "seize" and "seizure". */
function areKin(a: string, b: string): boolean {
  const [one, other] = [verbOf[a] ?? a, verbOf[b] ?? b];
  if (one === other) return true;
  const length = Math.min(kinLength, Math.max(one.length, other.length));
  const shared = Math.min(length, Math.min(one.length, other.length));
  return shared >= 4 && one.slice(0, shared) === other.slice(0, shared);
}
