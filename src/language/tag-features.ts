import { ATTRIBUTE_COUNT, attributes, type FormTable, letterCases } from './forms.ts';
import { mixThree, mixTwo } from './hash.ts';

/** How a whole sentence is written: in a title, capitals tell nothing about a word. */
export const writings = { plain: 0, title: 1, capitals: 2 } as const;

/** Words before and after a sentence that its features look at. */
const MARGIN = 3;
/** Most features that `tagFeatures` gives. */
export const TAG_FEATURE_COUNT = 40;

/** Whether the sentence is in Title Case or in CAPITALS. */
export function writingOf(forms: FormTable, ids: Int32Array, count: number): number {
  let lower = 0;
  let upper = 0;
  let capitals = 0;
  for (let i = 0; i < count; i++) {
    const letterCase = forms.cases[ids[i]];
    if (letterCase === letterCases.lower) lower++;
    else if (letterCase === letterCases.small) {
      // Small words stay small in titles, but a sentence in capitals has none.
      capitals--;
    } else if (letterCase === letterCases.allUpper) {
      capitals++;
      if (i > 0) upper++;
    } else if (letterCase === letterCases.upper && i > 0) upper++;
  }
  if (capitals >= 3 && capitals > 4 * (lower + upper - capitals)) return writings.capitals;
  return upper >= 2 && upper >= 5 * lower ? writings.title : writings.plain;
}

/** The hashes of one sentence's words, with a margin on both sides. */
export class TagContext {
  private size = 0;
  word = new Int32Array(0);
  lower = new Int32Array(0);
  suffix1 = new Int32Array(0);
  suffix2 = new Int32Array(0);
  suffix3 = new Int32Array(0);
  suffix4 = new Int32Array(0);
  prefix1 = new Int32Array(0);
  prefix2 = new Int32Array(0);
  prefix3 = new Int32Array(0);
  shape = new Int32Array(0);

  /** Takes over the sentence with these form ids. */
  fill(forms: FormTable, ids: Int32Array, count: number): void {
    this.grow(count);
    const writing = writingOf(forms, ids, count);
    const { hashes } = forms;
    for (let i = 0; i < count; i++) {
      const base = ids[i] * ATTRIBUTE_COUNT;
      const at = i + MARGIN;
      const lower = hashes[base + attributes.lower];
      const plain = writing === writings.plain;
      this.lower[at] = lower;
      this.word[at] = plain ? hashes[base + attributes.word] : lower;
      this.suffix1[at] = hashes[base + attributes.suffix1];
      this.suffix2[at] = hashes[base + attributes.suffix2];
      this.suffix3[at] = hashes[base + attributes.suffix3];
      this.suffix4[at] = hashes[base + attributes.suffix4];
      this.prefix1[at] = plain ? hashes[base + attributes.prefix1] : writing;
      this.prefix2[at] = hashes[base + attributes.prefix2];
      this.prefix3[at] = hashes[base + attributes.prefix3];
      const shape = hashes[base + attributes.shape];
      this.shape[at] = plain ? shape : mixTwo(99, shape, writing);
    }
    for (let i = 0; i < MARGIN; i++) {
      this.fillMargin(i, -1 - i);
      this.fillMargin(MARGIN + count + i, 100 + i);
    }
  }

  /** Writes the features of word `i` with the hashed tags of the two words before it; returns how many. */
  features(i: number, tag1: number, tag2: number, out: Int32Array): number {
    const { word, lower, shape, suffix2, suffix3 } = this;
    const at = i + MARGIN;
    const here = lower[at];
    const before = lower[at - 1];
    const before2 = lower[at - 2];
    const after = lower[at + 1];
    const after2 = lower[at + 2];
    let n = 0;
    out[n++] = mixTwo(0, word[at], 0);
    out[n++] = mixTwo(1, here, 0);
    out[n++] = mixTwo(2, this.suffix1[at], 0);
    out[n++] = mixTwo(3, suffix2[at], 0);
    out[n++] = mixTwo(4, suffix3[at], 0);
    out[n++] = mixTwo(5, this.suffix4[at], 0);
    out[n++] = mixTwo(6, this.prefix1[at], 0);
    out[n++] = mixTwo(7, this.prefix2[at], 0);
    out[n++] = mixTwo(8, this.prefix3[at], 0);
    out[n++] = mixTwo(9, shape[at], i === 0 ? 1 : 0);
    out[n++] = mixTwo(34, shape[at], suffix2[at]);
    out[n++] = mixTwo(10, tag1, 0);
    out[n++] = mixTwo(11, tag2, tag1);
    out[n++] = mixTwo(12, tag1, here);
    out[n++] = mixThree(35, tag2, tag1, here);
    out[n++] = mixTwo(13, before, 0);
    out[n++] = mixTwo(14, before2, 0);
    out[n++] = mixTwo(15, after, 0);
    out[n++] = mixTwo(16, after2, 0);
    out[n++] = mixTwo(17, before, here);
    out[n++] = mixTwo(18, here, after);
    out[n++] = mixTwo(19, before, after);
    out[n++] = mixTwo(20, tag1, after);
    out[n++] = mixTwo(21, suffix3[at - 1], 0);
    out[n++] = mixTwo(22, suffix3[at + 1], 0);
    out[n++] = mixTwo(23, shape[at - 1], shape[at]);
    out[n++] = mixTwo(24, shape[at + 1], shape[at]);
    out[n++] = mixTwo(25, suffix2[at + 1], here);
    out[n++] = mixTwo(26, suffix2[at + 2], 0);
    out[n++] = mixTwo(27, tag1, suffix3[at]);
    out[n++] = mixTwo(28, tag1, suffix2[at + 1]);
    out[n++] = mixThree(29, tag1, suffix2[at], suffix2[at + 1]);
    out[n++] = mixTwo(30, after, after2);
    out[n++] = mixTwo(31, before2, before);
    out[n++] = mixTwo(32, shape[at + 1], shape[at + 2]);
    out[n++] = 0x1234567;
    return n;
  }

  private grow(count: number): void {
    if (count + 2 * MARGIN <= this.size) return;
    this.size = 2 * (count + 2 * MARGIN);
    for (const key of contextKeys) this[key] = new Int32Array(this.size);
  }

  private fillMargin(at: number, value: number): void {
    for (const key of contextKeys) this[key][at] = value;
  }
}

const contextKeys = [
  'word',
  'lower',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'prefix1',
  'prefix2',
  'prefix3',
  'shape',
] as const;
