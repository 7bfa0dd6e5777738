import type { CodedEvent } from '#coder';
import { partiesAgree } from './expected-parties.ts';

/** A sentence of `test/golden/*.txt` with the events that must be found in it. */
export interface GoldenSentence {
  readonly where: string;
  readonly text: string;
  /** The report's day, from a line `  date 2024-04-01`. */
  readonly date: string | null;
  readonly knownToFail: boolean;
  /** Nothing else may be coded. */
  readonly only: boolean;
  readonly events: readonly {
    readonly actors: readonly string[];
    readonly kind: string;
    readonly recipients: readonly string[];
    readonly status: string;
  }[];
}

/** Reads the table: a sentence, then indented `actors | TYPE/mode | recipients | status`, `only`, or `date YYYY-MM-DD`. */
export function golden(content: string, file: string): GoldenSentence[] {
  const sentences: { -readonly [K in keyof GoldenSentence]: GoldenSentence[K] }[] = [];
  content.split('\n').forEach((line, index) => {
    const text = line.trim();
    const where = `${file}:${index + 1}`;
    if (!text || text.startsWith('#')) return;
    if (!/^\s/.test(line)) {
      const knownToFail = text.startsWith('! ');
      sentences.push({
        where,
        text: knownToFail ? text.slice(2) : text,
        date: null,
        knownToFail,
        only: false,
        events: [],
      });
      return;
    }
    const sentence = sentences.at(-1);
    if (!sentence) throw new Error(`${where}: expected a sentence first`);
    if (text === 'only') sentence.only = true;
    else if (text.startsWith('date ')) sentence.date = text.slice(5);
    else {
      const cells = text.split('|').map((cell) => cell.trim());
      if (cells.length !== 4)
        throw new Error(
          `${where}: expected "actors | TYPE/mode | recipients | status", found "${text}"`,
        );
      const list = (cell: string): string[] =>
        cell === '-' ? [] : cell.split(',').map((one) => one.trim());
      sentence.events = [
        ...sentence.events,
        { actors: list(cells[0]), kind: cells[1], recipients: list(cells[2]), status: cells[3] },
      ];
    }
  });
  return sentences;
}

/** What is wrong with the events coded for a sentence; null where nothing is. */
export function goldenFault(
  sentence: GoldenSentence,
  events: readonly CodedEvent[],
): string | null {
  const used = new Set<CodedEvent>();
  for (const wanted of sentence.events) {
    const hit = events.find(
      (event) =>
        !used.has(event) &&
        (event.mode ? `${event.type}/${event.mode}` : event.type) === wanted.kind &&
        event.status === wanted.status &&
        partiesAgree(wanted.actors, event.actors) &&
        partiesAgree(wanted.recipients, event.recipients),
    );
    if (!hit)
      return `missing ${wanted.actors.join(', ') || '-'} | ${wanted.kind} | ${wanted.recipients.join(', ') || '-'} | ${wanted.status}`;
    used.add(hit);
  }
  if (sentence.only && events.length > used.size)
    return `${events.length - used.size} event(s) too many`;
  return null;
}
