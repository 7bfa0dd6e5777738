import { ATTRIBUTE_COUNT, attributes, type FormTable } from './forms.ts';
import { gaps } from './gaps.ts';
import { mixTwo } from './hash.ts';

/** Words of a text by offsets, with the gap after each. */
export interface TokenizedText {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Kind of gap after each word, see `gaps`. */
  readonly gaps: Uint8Array;
}

export const SPLIT_FEATURE_COUNT = 32;
const OUTSIDE = -7;

/** Whether a sentence may end after a word at all: at a line end, a wide gap, a full stop and the like, or what closes behind one. */
export function mayEndSentence(tokens: TokenizedText, i: number): boolean {
  const gap = tokens.gaps[i];
  if (gap >= gaps.wide) return true;
  const unit = lastUnit(tokens, i);
  if (isTerminator(unit)) return true;
  return gap === gaps.space && isCloser(unit);
}

function lastUnit(tokens: TokenizedText, i: number): number {
  return tokens.text.charCodeAt(tokens.ends[i] - 1);
}

/** `.` `?` `!` `…` `:` `;` and dashes. */
function isTerminator(unit: number): boolean {
  switch (unit) {
    case 0x2e:
    case 0x3f:
    case 0x21:
    case 0x2026:
    case 0x3a:
    case 0x3b:
    case 0x2014:
    case 0x2013:
    case 0x2d:
      return true;
    default:
      return false;
  }
}

function isCloser(unit: number): boolean {
  switch (unit) {
    case 0x22:
    case 0x27:
    case 0x29:
    case 0x5d:
    case 0x7d:
    case 0x2019:
    case 0x201d:
    case 0xbb:
    case 0x2a:
    case 0x3e:
      return true;
    default:
      return false;
  }
}

/** What the sentence so far tells. */
export interface SentenceState {
  /** Words since the sentence began. */
  readonly words: number;
  /** Whether a quotation is open. */
  readonly quoted: boolean;
  /** Open brackets. */
  readonly brackets: number;
  /** Whether the sentence's first word opens a bracket or a quotation. */
  readonly enclosed: boolean;
}

/** Writes the features of a sentence end after word `i`; returns how many. */
export function splitFeatures(
  tokens: TokenizedText,
  forms: FormTable,
  i: number,
  state: SentenceState,
  out: Int32Array,
): number {
  const gap = tokens.gaps[i];
  const gapBefore = i > 0 ? tokens.gaps[i - 1] : gaps.blankLine;
  const { lower, shape, suffix2, word } = attributes;
  const here = idAt(tokens, forms, i);
  const next = idAt(tokens, forms, i + 1);
  const before = idAt(tokens, forms, i - 1);
  const next2 = idAt(tokens, forms, i + 2);
  const before2 = idAt(tokens, forms, i - 2);
  const hash = (id: number, attribute: number) =>
    id < 0 ? OUTSIDE : forms.hashes[id * ATTRIBUTE_COUNT + attribute];
  const hereLower = hash(here, lower);
  const nextLower = hash(next, lower);
  const nextShape = hash(next, shape);
  const beforeLower = hash(before, lower);
  const beforeShape = hash(before, shape);
  const hereShape = hash(here, shape);
  const next2Shape = hash(next2, shape);
  const length = state.words < 4 ? state.words : state.words < 8 ? 4 : state.words < 20 ? 5 : 6;
  const around = gapBefore * 8 + gap;
  const open = (state.quoted ? 1 : 0) + (state.brackets > 0 ? 2 : 0) + (state.enclosed ? 4 : 0);
  let n = 0;
  out[n++] = mixTwo(0, hereLower, gap);
  out[n++] = mixTwo(1, nextLower, gap);
  out[n++] = mixTwo(2, nextShape, gap);
  out[n++] = mixTwo(3, beforeLower, hereLower);
  out[n++] = mixTwo(4, beforeShape, hereLower);
  out[n++] = mixTwo(5, mixTwo(6, hereLower, nextShape), gap);
  out[n++] = mixTwo(7, mixTwo(6, beforeShape, nextShape), hereLower);
  out[n++] = mixTwo(8, hash(next, word), hereLower);
  out[n++] = mixTwo(9, next2Shape, mixTwo(3, nextShape, hereLower));
  out[n++] = mixTwo(10, hash(next2, lower), nextLower);
  out[n++] = mixTwo(11, hash(before, suffix2), hereLower);
  out[n++] = mixTwo(12, hash(before2, lower), mixTwo(1, beforeLower, hereLower));
  out[n++] = mixTwo(13, gap, 0);
  out[n++] = mixTwo(14, mixTwo(1, beforeShape, hereShape), mixTwo(2, nextShape, next2Shape));
  out[n++] = mixTwo(15, beforeLower, nextShape);
  out[n++] = mixTwo(16, nextLower, hereShape);
  out[n++] = mixTwo(17, hereShape, mixTwo(4, hash(next, word), gap));
  out[n++] = mixTwo(18, around, mixTwo(1, hereLower, nextShape));
  out[n++] = mixTwo(19, open, mixTwo(1, hereLower, nextShape));
  out[n++] = mixTwo(20, open, mixTwo(1, around, hereLower));
  out[n++] = mixTwo(21, length, mixTwo(1, hereLower, gap));
  out[n++] = mixTwo(22, length, mixTwo(1, nextShape, gap));
  out[n++] = mixTwo(24, periodKind(tokens, i), nextLower);
  out[n++] = mixTwo(25, periodKind(tokens, i), mixTwo(1, beforeShape, nextShape));
  out[n++] = mixTwo(23, mixTwo(1, hereShape, nextShape), around);
  return n;
}

/** 0 no period, 1 a period of its own, 2 an initial, 3 an acronym, 4 another abbreviation. */
function periodKind({ text, starts, ends }: TokenizedText, i: number): number {
  const length = ends[i] - starts[i];
  if (text.charCodeAt(ends[i] - 1) !== 0x2e) return 0;
  if (length === 1) return 1;
  if (text.charCodeAt(starts[i] + 1) !== 0x2e) return 4;
  return length === 2 ? 2 : 3;
}

function idAt(tokens: TokenizedText, forms: FormTable, i: number): number {
  if (i < 0 || i >= tokens.count) return -1;
  return forms.idOf(tokens.text.slice(tokens.starts[i], tokens.ends[i]));
}
