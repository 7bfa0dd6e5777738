import {
  ATTRIBUTE_COUNT,
  attributes,
  FORM_CAPACITY,
  type FormTable,
  letterCases,
} from './forms.ts';
import { mixTwo } from './hash.ts';

/** Number of what the vocabulary does not hold, of "no word there", and of the root. */
export const UNKNOWN = 0;
export const NOTHING = 1;
export const ROOT = 2;
/** Numbers below this have the meanings above. */
export const FIRST_KNOWN = 3;

/** Hash of a word's ending; tells capitalised words apart where capitals tell something. */
export function endingHash(forms: FormTable, id: number, plain: boolean): number {
  const letterCase = forms.cases[id];
  const capital =
    plain && (letterCase === letterCases.upper || letterCase === letterCases.allUpper) ? 1 : 0;
  return mixTwo(capital, forms.hashes[id * ATTRIBUTE_COUNT + attributes.suffix3], 0);
}

export function wordHash(forms: FormTable, id: number): number {
  return forms.hashes[id * ATTRIBUTE_COUNT + attributes.lower];
}

/** Numbers words and endings as the network was trained on them. */
export class Vocabulary {
  private readonly words = new Map<number, number>();
  private readonly endings = new Map<number, number>();
  private readonly wordIds = new Int32Array(FORM_CAPACITY).fill(-1);
  private readonly endingIds = new Int32Array(2 * FORM_CAPACITY).fill(-1);
  private generation = 0;

  constructor(
    words: Int32Array,
    endings: Int32Array,
    private readonly forms: FormTable,
  ) {
    for (const hash of words) this.words.set(hash, FIRST_KNOWN + this.words.size);
    for (const hash of endings) this.endings.set(hash, FIRST_KNOWN + this.endings.size);
  }

  /** Forgets form ids of an earlier generation. Call before a sentence. */
  refresh(): void {
    if (this.generation === this.forms.generation) return;
    this.generation = this.forms.generation;
    this.wordIds.fill(-1);
    this.endingIds.fill(-1);
  }

  wordOf(form: number): number {
    let id = this.wordIds[form];
    if (id < 0) {
      id = this.words.get(wordHash(this.forms, form)) ?? UNKNOWN;
      this.wordIds[form] = id;
    }
    return id;
  }

  endingOf(form: number, plain: boolean): number {
    const at = 2 * form + (plain ? 0 : 1);
    let id = this.endingIds[at];
    if (id < 0) {
      id = this.endings.get(endingHash(this.forms, form, plain)) ?? UNKNOWN;
      this.endingIds[at] = id;
    }
    return id;
  }
}
