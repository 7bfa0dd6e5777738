import { FormPool } from './form-pool.ts';
import type { FormTable } from './forms.ts';
import { GapReader, gaps } from './gaps.ts';
import type { PlainSentence, Word } from './sentence.ts';
import { addScores, readSparse, type SparseWeights } from './sparse-weights.ts';
import {
  mayEndSentence,
  SPLIT_FEATURE_COUNT,
  splitFeatures,
  type TokenizedText,
} from './split-features.ts';
import { tokenize } from './tokenizer.ts';
import type { WeightsFile } from './weights-file.ts';

/** Cuts text into words and finds the gap after each. */
export function tokenizeText(text: string): TokenizedText {
  let capacity = 64 + (text.length >>> 2);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let count = 0;
  tokenize(text, (start, end) => {
    if (count === capacity) {
      capacity *= 2;
      starts = grown(starts, capacity);
      ends = grown(ends, capacity);
    }
    starts[count] = start;
    ends[count++] = end;
  });
  const kinds = new Uint8Array(count);
  const reader = new GapReader(text);
  for (let i = 0; i + 1 < count; i++) {
    kinds[i] = reader.kindOf(ends[i], starts[i + 1], ends[i + 1]);
  }
  if (count > 0) kinds[count - 1] = gaps.blankLine;
  return { text, count, starts, ends, gaps: kinds };
}

/** Follows quotation marks and brackets through a sentence. */
export class SentenceTracker {
  words = 0;
  quoted = false;
  brackets = 0;
  enclosed = false;

  add(tokens: TokenizedText, i: number): void {
    this.follow(tokens, i);
    if (this.words++ === 0) this.enclosed = this.quoted || this.brackets > 0;
  }

  private follow(tokens: TokenizedText, i: number): void {
    if (tokens.ends[i] - tokens.starts[i] > 2) return;
    switch (tokens.text.charCodeAt(tokens.starts[i])) {
      case 0x22:
        this.quoted = !this.quoted;
        break;
      case 0x201c:
        this.quoted = true;
        break;
      case 0x201d:
        this.quoted = false;
        break;
      case 0x28:
      case 0x5b:
        this.brackets++;
        break;
      case 0x29:
      case 0x5d:
        if (this.brackets > 0) this.brackets--;
        break;
    }
  }

  /** Begins a sentence. A quotation goes on over the end of a sentence, but not over a blank line. */
  restart(gap: number): void {
    this.words = 0;
    this.brackets = 0;
    if (gap === gaps.blankLine) this.quoted = false;
  }
}

/** Cuts text into sentences: a linear model over the words around each place where one may end. */
export class Splitter {
  private readonly weights: SparseWeights;
  private readonly pool = new FormPool();
  private readonly features = new Int32Array(SPLIT_FEATURE_COUNT);
  private readonly score = new Int32Array(1);

  constructor(
    file: WeightsFile,
    private readonly forms: FormTable,
  ) {
    this.weights = readSparse(file, 'splitter', 1);
  }

  split(text: string): PlainSentence[] {
    const tokens = tokenizeText(text);
    const sentences: PlainSentence[] = [];
    const tracker = new SentenceTracker();
    let words: Word[] = [];
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.starts[i];
      const end = tokens.ends[i];
      words.push({ form: this.pool.formAt(text, start, end), start, end });
      tracker.add(tokens, i);
      if (!this.endsAfter(tokens, i, tracker)) continue;
      sentences.push({ start: words[0].start, end, words });
      words = [];
      tracker.restart(tokens.gaps[i]);
    }
    return sentences;
  }

  private endsAfter(tokens: TokenizedText, i: number, tracker: SentenceTracker): boolean {
    if (tokens.gaps[i] === gaps.blankLine) return true;
    if (!mayEndSentence(tokens, i)) return false;
    this.forms.reserve(5);
    const n = splitFeatures(tokens, this.forms, i, tracker, this.features);
    this.score[0] = 0;
    for (let f = 0; f < n; f++) addScores(this.weights, this.features[f], this.score);
    return this.score[0] > 0;
  }
}

function grown(array: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(array);
  return larger;
}
