import type { CodedEvent } from '#coder';
import { partiesAgree } from '../../src/coder/lexicon/expected-parties.ts';

/** Where the fault of a sentence lies that is known to fail. */
export const faultKinds = [
  'tagger',
  'parser',
  'lexicon',
  'composition',
  'parties',
  'status',
  'circumstances',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** An event that must be found in a golden sentence. */
export interface GoldenEvent {
  readonly actors: readonly string[];
  readonly kind: string;
  readonly recipients: readonly string[];
  readonly status: string;
  /** Further cells: `date 2024-03-01..2024-03-31`, `quantity 57 person`, `teller UKR`, `place Basra`. */
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

/** A sentence of `test/golden/*.txt` with the events that must be found in it. */
export interface GoldenSentence {
  readonly where: string;
  readonly text: string;
  /** The report's day, from a line `  date 2024-04-01`. */
  readonly date: string | null;
  readonly knownToFail: boolean;
  /** Why, where it is known to fail: a line `  because parser: takes the verb for a noun`. */
  readonly because: { readonly kind: FaultKind; readonly words: string } | null;
  /** Nothing else may be coded. */
  readonly only: boolean;
  readonly events: readonly GoldenEvent[];
}

type Draft = { -readonly [K in keyof GoldenSentence]: GoldenSentence[K] };

/**
 * Reads the table: a sentence, then indented `actors | TYPE/mode | recipients | status`, `only`, `date YYYY-MM-DD`, or,
 * under a sentence marked `! `, `because KIND: words`. Throws with file and line.
 */
export function golden(content: string, file: string): GoldenSentence[] {
  const sentences: Draft[] = [];
  content.split('\n').forEach((line, index) => {
    const text = line.trim();
    const where = `${file}:${index + 1}`;
    if (!text || text.startsWith('#')) return;
    if (!/^\s/.test(line)) {
      sentences.push(startSentence(text, where));
      return;
    }
    const sentence = sentences.at(-1);
    if (!sentence) throw new Error(`${where}: expected a sentence first`);
    addLine(sentence, text, where);
  });
  return sentences;
}

function startSentence(text: string, where: string): Draft {
  const knownToFail = text.startsWith('! ');
  return {
    where,
    text: knownToFail ? text.slice(2) : text,
    date: null,
    knownToFail,
    because: null,
    only: false,
    events: [],
  };
}

function addLine(sentence: Draft, text: string, where: string): void {
  const reason = /^because (\S+): (.+)$/.exec(text);
  if (reason) {
    const kind = faultKinds.find((one) => one === reason[1]);
    if (!kind)
      throw new Error(
        `${where}: unknown kind of fault "${reason[1]}"; expected one of ${faultKinds.join(', ')}`,
      );
    sentence.because = { kind, words: reason[2] };
  } else if (text === 'only') sentence.only = true;
  else if (text.startsWith('date ')) sentence.date = text.slice(5);
  else sentence.events = [...sentence.events, readEvent(text, where)];
}

function readEvent(text: string, where: string): GoldenEvent {
  const [actors, kind, recipients, status, ...details] = text.split('|').map((cell) => cell.trim());
  if (status === undefined)
    throw new Error(
      `${where}: expected "actors | TYPE/mode | recipients | status", found "${text}"`,
    );
  const list = (cell: string): string[] =>
    cell === '-' ? [] : cell.split(',').map((one) => one.trim());
  return {
    actors: list(actors),
    kind,
    recipients: list(recipients),
    status,
    details: details.map((cell) => {
      const [, name, value] = /^(date|quantity|teller|place) (.+)$/.exec(cell) ?? [];
      if (!name)
        throw new Error(
          `${where}: expected "date …", "quantity …", "teller …" or "place …", found "${cell}"`,
        );
      return { name, value };
    }),
  };
}

/** The coded event that answers each expected one, in their order; undefined where one is missing. */
export function matchEvents(
  sentence: GoldenSentence,
  events: readonly CodedEvent[],
): readonly (CodedEvent | undefined)[] {
  const used = new Set<CodedEvent>();
  return sentence.events.map((wanted) => {
    const hit = events.find((event) => !used.has(event) && agrees(wanted, event));
    if (hit) used.add(hit);
    return hit;
  });
}

function agrees(wanted: GoldenEvent, event: CodedEvent): boolean {
  return (
    (event.mode ? `${event.type}/${event.mode}` : event.type) === wanted.kind &&
    event.status === wanted.status &&
    partiesAgree(wanted.actors, event.actors) &&
    partiesAgree(wanted.recipients, event.recipients) &&
    wanted.details.every((detail) => hasDetail(event, detail))
  );
}

function hasDetail(event: CodedEvent, { name, value }: GoldenEvent['details'][number]): boolean {
  const [first, second] = value.split(name === 'date' ? '..' : ' ');
  if (name === 'date') return event.date?.from === first && event.date.to === (second ?? first);
  if (name === 'quantity')
    return event.quantities.some(
      (one) => one.value === Number(first) && (second === undefined || one.unit === second),
    );
  if (name === 'teller') return event.attribution.some(({ speaker }) => speaker.country === value);
  return event.place?.name === value;
}

/** What is wrong with the events coded for a sentence; null where nothing is. */
export function goldenFault(
  sentence: GoldenSentence,
  events: readonly CodedEvent[],
): string | null {
  const hits = matchEvents(sentence, events);
  const missing = sentence.events.find((_, index) => !hits[index]);
  if (missing) {
    const side = (parties: readonly string[]): string => parties.join(', ') || '-';
    const { actors, kind, recipients, status, details } = missing;
    const cells = [side(actors), kind, side(recipients), status];
    return `missing ${[...cells, ...details.map(({ name, value }) => `${name} ${value}`)].join(' | ')}`;
  }
  if (sentence.only && events.length > hits.length)
    return `${events.length - hits.length} event(s) too many`;
  return null;
}
