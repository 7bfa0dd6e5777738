import { ATTRIBUTE_COUNT, attributes, type FormTable } from './forms.ts';
import { hashString } from './hash.ts';
import { addScores, readSparse, type SparseWeights } from './sparse-weights.ts';
import { TAG_FEATURE_COUNT, TagContext } from './tag-features.ts';
import type { WeightsFile } from './weights-file.ts';

/** Tag of the words before a sentence begins. */
export const NO_TAG_1 = -5;
export const NO_TAG_2 = -6;

/** Hash under which a tag takes part in features. */
export function hashTag(tag: string): number {
  return hashString(tag, 777);
}

/** Averaged perceptron over joint tags (`VERB/VBD`), greedy from left to right. */
export class Tagger {
  /** Joint tags, `UPOS/XPOS`; a tag's number is its place. */
  readonly tags: readonly string[];
  private readonly weights: SparseWeights;
  private readonly tagHashes: Int32Array;
  /** Words that bear one tag only, by the hash of the form. */
  private readonly fixed = new Map<number, number>();
  private readonly context = new TagContext();
  private readonly features = new Int32Array(TAG_FEATURE_COUNT);
  private readonly scores: Int32Array;

  constructor(
    file: WeightsFile,
    private readonly forms: FormTable,
  ) {
    this.tags = file.settings.tags as string[];
    this.weights = readSparse(file, 'tagger', this.tags.length);
    this.tagHashes = Int32Array.from(this.tags, hashTag);
    this.scores = new Int32Array(this.tags.length);
    const words = file.array('fixed.words', 'i32');
    const tags = file.array('fixed.tags', 'u8');
    for (let i = 0; i < words.length; i++) this.fixed.set(words[i], tags[i]);
  }

  /** Writes the number of each word's tag to `out`. */
  tag(ids: Int32Array, count: number, out: Uint8Array): void {
    const { context, features, scores, weights, forms } = this;
    context.fill(forms, ids, count);
    let tag1 = NO_TAG_1;
    let tag2 = NO_TAG_2;
    for (let i = 0; i < count; i++) {
      let best = this.fixed.get(forms.hashes[ids[i] * ATTRIBUTE_COUNT + attributes.word]);
      if (best === undefined) {
        const n = context.features(i, tag1, tag2, features);
        scores.fill(0);
        for (let f = 0; f < n; f++) addScores(weights, features[f], scores);
        best = 0;
        for (let tag = 1; tag < scores.length; tag++) if (scores[tag] > scores[best]) best = tag;
      }
      out[i] = best;
      tag2 = tag1;
      tag1 = this.tagHashes[best];
    }
  }
}
