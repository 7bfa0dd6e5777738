/** What the parser's network sees of a state. */
import { ATTRIBUTE_COUNT, attributes, type FormTable, letterCases } from './forms.ts';
import { mixTwo } from './hash.ts';
import type { ParserState } from './transitions.ts';

/** Words it sees; the last of them are dependents, whose labels it sees too. */
export const WORD_POSITIONS = 21;
export const LABEL_POSITIONS = 10;
/** Position of the first dependent. */
export const FIRST_LABELLED = WORD_POSITIONS - LABEL_POSITIONS;
/** What it sees between words: distances, then commas. */
export const SPACE_GROUPS = 4;
/** Classes of a distance: 0 none, 1 … 10, 11 up to 20, 12 beyond. */
export const DISTANCE_CLASSES = 13;

/**
 * The network's groups as table names: what a word is and how it is tagged apart (tags are few, so that their rows
 * are soon all made), and spaces two at a time.
 */
export function inputGroups(): string[][] {
  return [
    ...Array.from({ length: WORD_POSITIONS }, () => [
      ['words', 'endings'],
      ['tags', 'seconds'],
    ]).flat(),
    ...Array.from({ length: LABEL_POSITIONS }, () => ['labels']),
    ['spaces0', 'spaces1'],
    ['spaces2', 'spaces3'],
  ];
}

/** Among the groups, that of the first label and that of the first two spaces. */
export const FIRST_LABEL_GROUP = 2 * WORD_POSITIONS;
export const FIRST_SPACE_GROUP = FIRST_LABEL_GROUP + LABEL_POSITIONS;

/** Writes the word at each position. */
export function readPositions(state: ParserState, out: Int32Array): void {
  const { stack, depth, next, count, left1, left2, right1, right2 } = state;
  const nothing = count + 1;
  const top = depth > 0 ? stack[depth - 1] : nothing;
  const second = depth > 1 ? stack[depth - 2] : nothing;
  out[0] = top;
  out[1] = second;
  out[2] = depth > 2 ? stack[depth - 3] : nothing;
  out[3] = next;
  out[4] = next + 1 <= count ? next + 1 : nothing;
  out[5] = next + 2 <= count ? next + 2 : nothing;
  out[6] = next + 3 <= count ? next + 3 : nothing;
  out[7] = top === nothing || top === 0 ? nothing : top - 1;
  out[8] = top === nothing ? nothing : top + 1;
  out[9] = second === nothing ? nothing : second + 1;
  out[10] = next === 0 ? nothing : next - 1;
  out[11] = left1[top];
  out[12] = left2[top];
  out[13] = right1[top];
  out[14] = right2[top];
  out[15] = left1[second];
  out[16] = left2[second];
  out[17] = right1[second];
  out[18] = right2[second];
  out[19] = left1[next];
  out[20] = left2[next];
}

/** Rows of the table of each space group. */
export const SPACE_CLASSES = DISTANCE_CLASSES;

/**
 * Writes the classes of the spaces between the second and the top of the stack and between the top and the
 * next word. `commas` counts the commas and colons before each word.
 */
export function readSpaces(
  state: ParserState,
  positions: Int32Array,
  commas: Int32Array,
  out: Int32Array,
): void {
  const nothing = state.count + 1;
  const top = positions[0];
  const second = positions[1];
  out[0] = distanceClass(top, state.next, nothing);
  out[1] = distanceClass(second, top, nothing);
  out[2] = top === nothing ? 0 : 1 + Math.min(3, commas[state.next] - commas[top]);
  out[3] = second === nothing ? 0 : 1 + Math.min(3, commas[top] - commas[second]);
}

/** Class of a distance between two words; 0 where the first is missing. */
function distanceClass(from: number, to: number, nothing: number): number {
  if (from === nothing) return 0;
  const distance = to - from;
  return distance > 20 ? 12 : distance > 10 ? 11 : distance;
}

/** Whether words of a joint tag count as commas. */
export function isComma(tag: string): boolean {
  return tag === 'PUNCT/,' || tag === 'PUNCT/:';
}

/** Hash by which the network knows a word. */
export function wordHash(forms: FormTable, form: number): number {
  return forms.hashes[form * ATTRIBUTE_COUNT + attributes.lower];
}

/** Hash by which it knows a word's ending; tells capitalised words apart in `plain` text, where capitals tell something. */
export function endingHash(forms: FormTable, form: number, plain: boolean): number {
  const letterCase = forms.cases[form];
  const capital =
    plain && (letterCase === letterCases.upper || letterCase === letterCases.allUpper) ? 1 : 0;
  return mixTwo(capital, forms.hashes[form * ATTRIBUTE_COUNT + attributes.suffix3], 0);
}
