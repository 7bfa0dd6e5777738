import { ATTRIBUTE_COUNT, attributes, FormTable } from '../src/language/forms.ts';
import { packSparse } from '../src/language/sparse-weights.ts';
import { TAG_FEATURE_COUNT, TagContext } from '../src/language/tag-features.ts';
import { hashTag, NO_TAG_1, NO_TAG_2 } from '../src/language/tagger.ts';
import { writeWeights } from '../src/language/weights-file.ts';
import { FeatureTable } from './feature-table.ts';
import { Random } from './random.ts';
import { entryOf, mostFrequent, tally } from './tally.ts';

/** What the tagger learns from: the words and their joint tags. */
export interface TaggedSentence {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
}

export interface TaggerOptions {
  readonly passes: number;
  /** Averaged weights below this are dropped. */
  readonly threshold: number;
  readonly log?: (line: string) => void;
}

const RAREST_TAG = 5;
const ROWS = 1 << 20;

/** Trains the averaged perceptron; returns the bytes of its weights file. */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  options: TaggerOptions,
  extra: { settings?: Record<string, unknown>; arrays?: Parameters<typeof writeWeights>[2] } = {},
): Uint8Array {
  const tags = frequentTags(sentences);
  const numbers = new Map(tags.map((tag, i) => [tag, i]));
  const tagHashes = Int32Array.from(tags, hashTag);
  const forms = new FormTable();
  const fixed = fixedWords(sentences, numbers, forms);
  const table = new FeatureTable(tags.length, ROWS);
  const context = new TagContext();
  const keys = new Int32Array(TAG_FEATURE_COUNT);
  const rows = new Int32Array(TAG_FEATURE_COUNT);
  const scores = new Float32Array(tags.length);
  const random = new Random(1);
  const order = [...sentences];
  let step = 1;
  for (let pass = 0; pass < options.passes; pass++) {
    let right = 0;
    let seen = 0;
    for (const sentence of random.shuffle(order)) {
      const count = sentence.forms.length;
      forms.reserve(count);
      const ids = Int32Array.from(sentence.forms, (form) => forms.idOf(form));
      context.fill(forms, ids, count);
      let tag1 = NO_TAG_1;
      let tag2 = NO_TAG_2;
      for (let i = 0; i < count; i++) {
        let best = fixed.get(forms.hashes[ids[i] * ATTRIBUTE_COUNT + attributes.word]);
        if (best === undefined) {
          const n = context.features(i, tag1, tag2, keys);
          scores.fill(0);
          for (let f = 0; f < n; f++) {
            rows[f] = table.find(keys[f]);
            const at = rows[f] * tags.length;
            if (at > 0) for (let c = 0; c < tags.length; c++) scores[c] += table.weights[at + c];
          }
          best = 0;
          for (let c = 1; c < tags.length; c++) if (scores[c] > scores[best]) best = c;
          const gold = numbers.get(sentence.tags[i]);
          if (gold !== undefined) {
            seen++;
            if (best === gold) right++;
            else {
              for (let f = 0; f < n; f++) {
                const row = rows[f] || table.insert(keys[f]);
                if (row === 0) continue;
                table.add(row, gold, 1, step);
                table.add(row, best, -1, step);
              }
            }
            step++;
          }
        }
        tag2 = tag1;
        tag1 = tagHashes[best];
      }
    }
    options.log?.(
      `tagger pass ${pass + 1}: ${((100 * right) / seen).toFixed(2)} %, ${table.rows} rows`,
    );
  }
  return writeWeights(
    'tagger',
    { tags, ...extra.settings },
    {
      ...packSparse('tagger', table.quantize(step, options.threshold)),
      'fixed.words': Int32Array.from(fixed.keys()),
      'fixed.tags': Uint8Array.from(fixed.values()),
      ...extra.arrays,
    },
  );
}

function frequentTags(sentences: readonly TaggedSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of sentences) {
    for (const tag of tags) tally(counts, tag);
  }
  return [...counts.keys()].filter((tag) => counts.get(tag)! >= RAREST_TAG).sort();
}

/** Frequent words with one tag practically always: they are not scored. By the hash of the form. */
function fixedWords(
  sentences: readonly TaggedSentence[],
  numbers: ReadonlyMap<string, number>,
  forms: FormTable,
): Map<number, number> {
  const counts = new Map<string, Map<string, number>>();
  for (const { forms: words, tags } of sentences) {
    for (let i = 0; i < words.length; i++) {
      tally(
        entryOf(counts, words[i], () => new Map<string, number>()),
        tags[i],
      );
    }
  }
  const fixed = new Map<number, number>();
  forms.reserve(counts.size);
  for (const [word, byTag] of counts) {
    const total = [...byTag.values()].reduce((a, b) => a + b);
    const [tag, most] = mostFrequent(byTag);
    const number = numbers.get(tag);
    if (total < 30 || most / total < 0.997 || number === undefined) continue;
    fixed.set(forms.hashes[forms.idOf(word) * ATTRIBUTE_COUNT + attributes.word], number);
  }
  return fixed;
}
