import type { FormTable } from './forms.ts';
import {
  DISTANCE_ROW,
  DISTANCE_ROWS,
  DISTANCE_WIDTH,
  ENDING_WIDTH,
  HIDDEN,
  LABEL_ROW,
  LABEL_WIDTH,
  type Network,
  readNetwork,
  TAG_WIDTH,
  TOKEN_WIDTH,
  WORD_WIDTH,
} from './network.ts';
import {
  DISTANCE_CLASSES,
  distanceClass,
  LABEL_POSITIONS,
  ParserState,
  readPositions,
  TOKEN_POSITIONS,
} from './transitions.ts';
import { FIRST_KNOWN, NOTHING, ROOT, Vocabulary } from './vocabulary.ts';
import type { WeightsFile } from './weights-file.ts';

const CAPACITY = 8000;

/** Greedy transition parser with a small network (after Chen and Manning 2014). */
export class Parser {
  readonly state: ParserState;
  readonly labels: readonly string[];
  private readonly network: Network;
  private readonly vocabulary: Vocabulary;
  private readonly labelTable: Float32Array;
  private readonly distanceTable: Float32Array;
  private readonly rows = new Float32Array(CAPACITY * HIDDEN);
  private readonly rowOf: Map<number, number>[] = [];
  private usedRows = 0;
  private readonly hidden = new Float32Array(HIDDEN);
  private readonly scores: Float32Array;
  private readonly positions = new Int32Array(TOKEN_POSITIONS);
  private words = new Int32Array(0);
  private endings = new Int32Array(0);
  private tags = new Int32Array(0);

  constructor(file: WeightsFile, forms: FormTable) {
    this.network = readNetwork(file);
    this.labels = this.network.labels;
    this.vocabulary = new Vocabulary(
      file.array('vocabulary.words', 'i32'),
      file.array('vocabulary.endings', 'i32'),
      forms,
    );
    const labelCount = this.labels.length;
    this.state = new ParserState(labelCount, this.labels.indexOf('root'));
    this.scores = new Float32Array(this.network.outputs);
    const { labelRows, distances } = this.network;
    this.labelTable = new Float32Array(LABEL_POSITIONS * (labelCount + 1) * HIDDEN);
    for (let p = 0; p < LABEL_POSITIONS; p++) {
      for (let label = 0; label <= labelCount; label++) {
        const to = (p * (labelCount + 1) + label) * HIDDEN;
        this.addProduct(
          this.labelTable,
          to,
          labelRows,
          label * LABEL_WIDTH,
          LABEL_WIDTH,
          LABEL_ROW + p * LABEL_WIDTH,
        );
      }
    }
    this.distanceTable = new Float32Array(DISTANCE_ROWS * HIDDEN);
    for (let d = 0; d < DISTANCE_ROWS; d++) {
      const row = DISTANCE_ROW + (d < DISTANCE_CLASSES ? 0 : DISTANCE_WIDTH);
      this.addProduct(
        this.distanceTable,
        d * HIDDEN,
        distances,
        d * DISTANCE_WIDTH,
        DISTANCE_WIDTH,
        row,
      );
    }
    for (let p = 0; p < TOKEN_POSITIONS; p++) this.rowOf.push(new Map());
  }

  /** Parses a sentence of these forms and tag numbers; the result stands in `state`, with the root as head n. */
  parse(ids: Int32Array, tags: Uint8Array, count: number, plain: boolean): void {
    this.prepare(ids, tags, count, plain);
    const { state } = this;
    state.start(count);
    while (!state.finished) state.apply(this.choose());
  }

  private prepare(ids: Int32Array, tags: Uint8Array, count: number, plain: boolean): void {
    const { vocabulary } = this;
    if (this.words.length < count + 2) {
      this.words = new Int32Array(2 * count + 2);
      this.endings = new Int32Array(2 * count + 2);
      this.tags = new Int32Array(2 * count + 2);
    }
    vocabulary.refresh();
    for (let i = 0; i < count; i++) {
      this.words[i] = vocabulary.wordOf(ids[i]);
      this.endings[i] = vocabulary.endingOf(ids[i], plain);
      this.tags[i] = FIRST_KNOWN + tags[i];
    }
    this.words[count] = this.endings[count] = this.tags[count] = ROOT;
    this.words[count + 1] = this.endings[count + 1] = this.tags[count + 1] = NOTHING;
  }

  private choose(): number {
    const { state, scores } = this;
    const { labelCount, rootLabel } = state;
    if (state.next === state.count && state.depth === 1) return 1 + rootLabel;
    this.score();
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    if (state.canShift) {
      best = 0;
      most = scores[0];
      if (state.depth > 0) {
        for (let a = 1; a <= labelCount; a++) {
          if (scores[a] > most && a !== 1 + rootLabel) {
            most = scores[a];
            best = a;
          }
        }
      }
    }
    if (state.canRight) {
      for (let a = 1 + labelCount; a <= 2 * labelCount; a++) {
        if (scores[a] > most && a !== 1 + labelCount + rootLabel) {
          most = scores[a];
          best = a;
        }
      }
    }
    return best;
  }

  private score(): void {
    const { state, positions, hidden, network, scores, labelTable, distanceTable, rows } = this;
    const labelCount = this.labels.length;
    readPositions(state, positions);
    hidden.set(network.firstBias);
    for (let p = 0; p < TOKEN_POSITIONS; p++) {
      const row = this.tokenRow(p, positions[p]);
      for (let j = 0; j < HIDDEN; j++) hidden[j] += rows[row + j];
    }
    for (let p = 0; p < LABEL_POSITIONS; p++) {
      const label = state.labels[positions[TOKEN_POSITIONS - LABEL_POSITIONS + p]];
      const row = (p * (labelCount + 1) + label) * HIDDEN;
      for (let j = 0; j < HIDDEN; j++) hidden[j] += labelTable[row + j];
    }
    const nothing = state.count + 1;
    const d0 = distanceClass(positions[0], state.next, nothing) * HIDDEN;
    const d1 = (DISTANCE_CLASSES + distanceClass(positions[1], positions[0], nothing)) * HIDDEN;
    scores.set(network.secondBias);
    for (let j = 0; j < HIDDEN; j++) {
      const value = hidden[j] + distanceTable[d0 + j] + distanceTable[d1 + j];
      if (value <= 0) continue;
      const base = j * network.outputs;
      for (let a = 0; a < scores.length; a++) scores[a] += value * network.second[base + a];
    }
  }

  /** Offset of the first layer's product for a word at a position, kept for the next time. */
  private tokenRow(position: number, word: number): number {
    const w = this.words[word];
    const e = this.endings[word];
    const t = this.tags[word];
    const key = (w * 4096 + e) * 128 + t;
    const known = this.rowOf[position].get(key);
    if (known !== undefined) return known;
    if (this.usedRows === CAPACITY) {
      for (const map of this.rowOf) map.clear();
      this.usedRows = 0;
    }
    const row = this.usedRows++ * HIDDEN;
    const { words, endings, tags } = this.network;
    const from = position * TOKEN_WIDTH;
    this.rows.fill(0, row, row + HIDDEN);
    this.addProduct(this.rows, row, words, w * WORD_WIDTH, WORD_WIDTH, from);
    this.addProduct(this.rows, row, endings, e * ENDING_WIDTH, ENDING_WIDTH, from + WORD_WIDTH);
    this.addProduct(
      this.rows,
      row,
      tags,
      t * TAG_WIDTH,
      TAG_WIDTH,
      from + WORD_WIDTH + ENDING_WIDTH,
    );
    this.rowOf[position].set(key, row);
    return row;
  }

  private addProduct(
    to: Float32Array,
    at: number,
    embedding: Float32Array,
    start: number,
    width: number,
    firstRow: number,
  ): void {
    const { first } = this.network;
    for (let k = 0; k < width; k++) {
      const x = embedding[start + k];
      const base = (firstRow + k) * HIDDEN;
      for (let j = 0; j < HIDDEN; j++) to[at + j] += x * first[base + j];
    }
  }
}
