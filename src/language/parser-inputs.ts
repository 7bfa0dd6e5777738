/** What the parser's network sees of a state. */
import { ATTRIBUTE_COUNT, attributes, type FormTable, letterCases } from './forms.ts';
import { mixTwo } from './hash.ts';
import type { ParserState } from './transitions.ts';

/** Words it sees; the last of them are dependents, whose labels it sees too. */
export const WORD_POSITIONS = 17;
export const LABEL_POSITIONS = 10;
/** From the stack's top to the next word, and between the two topmost. */
export const DISTANCES = 2;
/** Classes of a distance: 0 none, 1 … 10, 11 up to 20, 12 beyond. */
export const DISTANCE_CLASSES = 13;

/** The network's groups as table names. */
export function inputGroups(): string[][] {
  return [
    ...Array.from({ length: WORD_POSITIONS }, () => ['words', 'endings', 'tags']),
    ...Array.from({ length: LABEL_POSITIONS }, () => ['labels']),
    ['distances0'],
    ['distances1'],
  ];
}

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
  out[7] = left1[top];
  out[8] = left2[top];
  out[9] = right1[top];
  out[10] = right2[top];
  out[11] = left1[second];
  out[12] = left2[second];
  out[13] = right1[second];
  out[14] = right2[second];
  out[15] = left1[next];
  out[16] = left2[next];
}

/** Class of a distance between two words; 0 where the first is missing. */
export function distanceClass(from: number, to: number, nothing: number): number {
  if (from === nothing) return 0;
  const distance = to - from;
  return distance > 20 ? 12 : distance > 10 ? 11 : distance;
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
