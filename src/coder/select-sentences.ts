import type { PlainSentence } from '#language';
import { isBoilerplate } from './boilerplate.ts';
import { cutDateline } from './cut-dateline.ts';
import type { Gate } from './gate.ts';
import type { Span } from './record.ts';

/** Longer sentences are read in pieces, so that the time stays linear in the length of the text. */
const longestSentence = 300;
/** A shorter sentence may well be said twice. */
const shortestRepeat = 5;

export interface SelectedSentence {
  readonly sentence: PlainSentence;
  readonly parse: boolean;
  /** Only says where the report was written: "BEIRUT, Lebanon (AP) --". */
  readonly dateline: boolean;
}

export interface SelectedSentences {
  /** Sentences in the order of the text; `parse` where one may tell of an event. */
  readonly sentences: readonly SelectedSentence[];
  /** Places where a sentence is told again word for word (a caption, a pull quote), by the start of the first. */
  readonly repeats: ReadonlyMap<number, readonly Span[]>;
}

/** Leaves out boilerplate and repeats, and marks what the gate says tells of no event. */
export function selectSentences(
  text: string,
  all: readonly PlainSentence[],
  gate: Pick<Gate, 'passes'>,
): SelectedSentences {
  const sentences: SelectedSentence[] = [];
  const seen = new Map<string, number>();
  const repeats = new Map<number, Span[]>();
  let boilerplateEnd = 0;
  for (const whole of all.flatMap((one) => cutAtRepeat(text, one)).flatMap(piecesOf)) {
    if (whole.start < boilerplateEnd) continue;
    const cut = cutDateline(whole);
    if (cut) sentences.push({ sentence: cut.dateline, parse: false, dateline: true });
    const sentence = cut?.rest ?? whole;
    const { start, end } = sentence;
    const words = text.slice(start, end);
    if (isBoilerplate(words)) {
      // What follows on the same line belongs to it.
      const lineEnd = text.indexOf('\n', end);
      boilerplateEnd = lineEnd < 0 ? text.length : lineEnd;
      continue;
    }
    const first = seen.get(words);
    if (first !== undefined && sentence.words.length >= shortestRepeat) {
      const places = repeats.get(first) ?? [];
      places.push({ start, end, text: words });
      repeats.set(first, places);
      continue;
    }
    const parse = gate.passes(sentence);
    if (parse) seen.set(words, start);
    sentences.push({ sentence, parse, dateline: false });
  }
  return { sentences, repeats };
}

/** A caption told twice, line after line, without a full stop: each line is a sentence. */
function cutAtRepeat(text: string, sentence: PlainSentence): PlainSentence[] {
  const { start, end, words } = sentence;
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd < 0 || lineEnd >= end) return [sentence];
  const line = text.slice(start, lineEnd);
  const next = lineEnd + 1;
  if (line.trim() === '' || text.slice(next, next + line.length) !== line) return [sentence];
  const at = words.findIndex((word) => word.start >= next);
  if (at <= 0) return [sentence];
  const first = { start, end: words[at - 1].end, words: words.slice(0, at) };
  const rest = { start: words[at].start, end, words: words.slice(at) };
  return [first, ...cutAtRepeat(text, rest)];
}

/** A sentence cut where it is too long to be one. */
function piecesOf(sentence: PlainSentence): PlainSentence[] {
  const { words } = sentence;
  if (words.length <= longestSentence) return [sentence];
  const pieces: PlainSentence[] = [];
  for (let at = 0; at < words.length; at += longestSentence) {
    const piece = words.slice(at, at + longestSentence);
    pieces.push({ start: piece[0].start, end: piece[piece.length - 1].end, words: piece });
  }
  return pieces;
}
