import { type FormTable, letterCases } from './forms.ts';

/** How a whole sentence is written: in a title or in capitals, a capital tells nothing about a word. */
export const writings = { plain: 0, title: 1, capitals: 2 } as const;

/** Whether the sentence is in Title Case or in CAPITALS. */
export function writingOf(forms: FormTable, ids: Int32Array, count: number): number {
  let lower = 0;
  let upper = 0;
  let capitals = 0;
  for (let i = 0; i < count; i++) {
    switch (forms.cases[ids[i]]) {
      case letterCases.lower:
        lower++;
        break;
      // Small words stay small in titles, but a sentence in capitals has none.
      case letterCases.small:
        capitals--;
        break;
      case letterCases.allUpper:
        capitals++;
        if (i > 0) upper++;
        break;
      case letterCases.upper:
        if (i > 0) upper++;
        break;
    }
  }
  if (capitals >= 3 && capitals > 4 * (lower + upper - capitals)) return writings.capitals;
  return upper >= 2 && upper >= 5 * lower ? writings.title : writings.plain;
}
