import { FormTable } from '../src/language/forms.ts';
import { gaps } from '../src/language/gaps.ts';
import { packSparse } from '../src/language/sparse-weights.ts';
import {
  mayEndSentence,
  SPLIT_FEATURE_COUNT,
  splitFeatures,
} from '../src/language/split-features.ts';
import { SentenceTracker, tokenizeText } from '../src/language/splitter.ts';
import { writeWeights } from '../src/language/weights-file.ts';
import type { TreebankSentence } from './conllu.ts';
import { withDatelines } from './datelines.ts';
import { FeatureTable } from './feature-table.ts';
import { Random } from './random.ts';
import { type RawDocument, randomLayout, rawDocuments } from './raw-text.ts';

const ROWS = 1 << 19;
/** Texts per treebank document, each in another layout. */
const LAYOUTS = 3;
/** Share of the features that are hidden at random in each step, so that none is relied on alone. */
const FEATURE_DROPOUT = 0.15;

/** Trains the sentence splitter on the treebank's documents in several layouts; returns the bytes of its weights file. */
export function trainSplitter(
  sentences: readonly TreebankSentence[],
  passes: number,
  log: (line: string) => void = () => {},
): Uint8Array {
  const random = new Random(2);
  const documents: RawDocument[] = [];
  for (let copy = 0; copy < LAYOUTS; copy++) {
    documents.push(...rawDocuments(withDatelines(sentences, random), () => randomLayout(random)));
  }
  const table = new FeatureTable(1, ROWS);
  const forms = new FormTable();
  const keys = new Int32Array(SPLIT_FEATURE_COUNT);
  let step = 1;
  for (let pass = 0; pass < passes; pass++) {
    let right = 0;
    let seen = 0;
    for (const document of random.shuffle(documents)) {
      const tokens = tokenizeText(document.text);
      const ends = new Set(document.sentences.map(([, end]) => end));
      const tracker = new SentenceTracker();
      for (let i = 0; i < tokens.count; i++) {
        tracker.add(tokens, i);
        const gap = tokens.gaps[i];
        const isEnd = ends.has(tokens.ends[i]);
        if (gap !== gaps.blankLine && mayEndSentence(tokens, i)) {
          forms.reserve(5);
          const n = thin(keys, splitFeatures(tokens, forms, i, tracker, keys), random);
          let score = 0;
          for (let f = 0; f < n; f++) score += table.weights[table.find(keys[f])];
          seen++;
          if (score > 0 === isEnd) right++;
          else {
            for (let f = 0; f < n; f++) {
              const row = table.insert(keys[f]);
              if (row > 0) table.add(row, 0, isEnd ? 1 : -1, step);
            }
          }
          step++;
        }
        // Learns on true sentences: the tracker follows the treebank, not the model.
        if (isEnd || gap === gaps.blankLine) tracker.restart(gap);
      }
    }
    log(`splitter pass ${pass + 1}: ${((100 * right) / seen).toFixed(2)} %, ${table.rows} rows`);
  }
  return writeWeights('splitter', {}, packSparse('splitter', table.quantize(step, 0.3)));
}

/** Drops some of the first `count` keys; returns how many are left. */
function thin(keys: Int32Array, count: number, random: Random): number {
  let kept = 0;
  for (let i = 0; i < count; i++) if (random.next() >= FEATURE_DROPOUT) keys[kept++] = keys[i];
  return kept;
}
