import {
  type ActionNames,
  type Actions,
  applyOutput,
  bestOutput,
  isLast,
  readActions,
} from './actions.ts';
import { FORM_CAPACITY, type FormTable } from './forms.ts';
import type { KernelFactory } from './kernel.ts';
import { PairTable } from './pair-table.ts';
import {
  DISTANCE_CLASSES,
  distanceClass,
  endingHash,
  LABEL_POSITIONS,
  readPositions,
  WORD_POSITIONS,
  wordHash,
} from './parser-inputs.ts';
import { RowCache } from './row-cache.ts';
import { RowNetwork } from './row-network.ts';
import { NO_LABEL, ParserState } from './transitions.ts';
import { FIRST_KNOWN, NOTHING, ROOT, UNKNOWN, Vocabulary } from './vocabulary.ts';
import type { WeightsFile } from './weights-file.ts';

/** Rows of the network that are kept: some 10 MB. */
const ROW_CAPACITY = 16_384;
/** Distinct combinations of word, ending and tag that rows are kept for. */
const KEY_CAPACITY = 32_768;

/** Position of the first dependent, whose label counts. */
const FIRST_LABELLED = WORD_POSITIONS - LABEL_POSITIONS;

/** Greedy transition parser with a small network (after Chen and Manning 2014). */
export class Parser {
  readonly state = new ParserState();
  /** Labels by number. */
  readonly labels: readonly string[];
  private readonly actions: Actions;
  /** Row of each of the tagger's tags. */
  private readonly tagRows: Int32Array;
  private readonly network: RowNetwork;
  private readonly wordNumbers: Vocabulary;
  private readonly endingNumbers: Vocabulary;
  /** Numbers of each form as far as they are known, −1 else; endings for plain text and for titles. */
  private readonly knownWords = new Int32Array(FORM_CAPACITY).fill(-1);
  private readonly knownEndings = new Int32Array(2 * FORM_CAPACITY).fill(-1);
  private generation = 0;
  private readonly keys = new PairTable(KEY_CAPACITY);
  /** Rows by key and position. */
  private readonly cache: RowCache;
  private readonly labelRows: Int32Array;
  private readonly distanceRows: Int32Array;
  private readonly positions = new Int32Array(WORD_POSITIONS);
  private readonly triple = new Int32Array(3);
  /** Per word of the sentence. */
  private words = new Int32Array(0);
  private endings = new Int32Array(0);
  private tags = new Int32Array(0);
  private keyOf = new Int32Array(0);

  /** `tags` are the tagger's, in its order. */
  constructor(
    file: WeightsFile,
    kernels: KernelFactory,
    private readonly forms: FormTable,
    tags: readonly string[],
  ) {
    const known = file.settings.tags as string[];
    this.tagRows = Int32Array.from(tags, (tag) =>
      known.includes(tag) ? FIRST_KNOWN + known.indexOf(tag) : UNKNOWN,
    );
    this.actions = readActions(file.settings.actions as ActionNames);
    this.labels = this.actions.labels;
    this.network = new RowNetwork(file, kernels, ROW_CAPACITY);
    this.wordNumbers = new Vocabulary(file.array('vocabulary.words', 'i32'));
    this.endingNumbers = new Vocabulary(file.array('vocabulary.endings', 'i32'));
    for (let p = 0; p < WORD_POSITIONS; p++) {
      this.network.setNothing(p, [NOTHING, NOTHING, NOTHING]);
    }
    for (let p = 0; p < LABEL_POSITIONS; p++) {
      this.network.setNothing(WORD_POSITIONS + p, [NO_LABEL]);
    }
    const labelCount = this.labels.length;
    this.labelRows = new Int32Array(LABEL_POSITIONS * labelCount);
    for (let i = 0; i < this.labelRows.length; i++) {
      const group = WORD_POSITIONS + Math.floor(i / labelCount);
      this.labelRows[i] = this.network.makeRow(group, [i % labelCount]);
    }
    this.distanceRows = new Int32Array(2 * DISTANCE_CLASSES);
    for (let i = 0; i < this.distanceRows.length; i++) {
      const group = WORD_POSITIONS + LABEL_POSITIONS + Math.floor(i / DISTANCE_CLASSES);
      this.distanceRows[i] = this.network.makeRow(group, [i % DISTANCE_CLASSES]);
    }
    this.cache = new RowCache(this.network, KEY_CAPACITY * WORD_POSITIONS);
  }

  /** Parses a sentence of these forms and tag numbers; the tree stands in `state`, with `count` as the root's head. */
  parse(ids: Int32Array, tags: ArrayLike<number>, count: number, plain: boolean): void {
    this.prepare(ids, tags, count, plain);
    const { state, actions, network } = this;
    state.start(count);
    while (!state.finished) {
      if (isLast(state)) {
        state.attachLeft(actions.rootLabel);
        return;
      }
      network.score(this.collectRows());
      applyOutput(state, actions, bestOutput(state, actions, network.scores));
    }
  }

  private prepare(ids: Int32Array, tags: ArrayLike<number>, count: number, plain: boolean): void {
    const { words, endings, forms, knownWords, knownEndings } = this;
    if (words.length < count + 2) {
      const size = 2 * (count + 2);
      this.words = new Int32Array(size);
      this.endings = new Int32Array(size);
      this.tags = new Int32Array(size);
      this.keyOf = new Int32Array(size);
      this.prepare(ids, tags, count, plain);
      return;
    }
    if (this.generation !== forms.generation) {
      this.generation = forms.generation;
      knownWords.fill(-1);
      knownEndings.fill(-1);
    }
    for (let i = 0; i < count; i++) {
      const id = ids[i];
      if (knownWords[id] < 0) knownWords[id] = this.wordNumbers.numberOf(wordHash(forms, id));
      words[i] = knownWords[id];
      const ending = 2 * id + (plain ? 0 : 1);
      if (knownEndings[ending] < 0) {
        knownEndings[ending] = this.endingNumbers.numberOf(endingHash(forms, id, plain));
      }
      endings[i] = knownEndings[ending];
      this.tags[i] = this.tagRows[tags[i]];
    }
    words[count] = endings[count] = this.tags[count] = ROOT;
    words[count + 1] = endings[count + 1] = this.tags[count + 1] = NOTHING;
    if (this.keys.size + count + 2 > KEY_CAPACITY) {
      this.keys.clear();
      this.cache.clear();
    }
    this.numberKeys(count);
  }

  private numberKeys(count: number): void {
    const { keys, keyOf, words, endings, tags } = this;
    for (let i = 0; i < count + 2; i++) {
      keyOf[i] = keys.idOf(words[i] * 256 + tags[i], endings[i]);
    }
  }

  /** Writes the addresses of the rows that the state adds up; returns how many. */
  private collectRows(): number {
    const { state, positions, network, cache, keyOf, labelRows } = this;
    cache.makeRoom(WORD_POSITIONS);
    const { rows } = network;
    const nothing = state.count + 1;
    readPositions(state, positions);
    let n = 1;
    for (let p = 0; p < WORD_POSITIONS; p++) {
      const word = positions[p];
      if (word === nothing) continue;
      const at = keyOf[word] * WORD_POSITIONS + p;
      rows[n++] = cache.find(at) || this.makeRow(at, p, word);
      if (p >= FIRST_LABELLED) {
        rows[n++] = labelRows[(p - FIRST_LABELLED) * this.labels.length + state.labels[word]];
      }
    }
    rows[n++] = this.distanceRows[distanceClass(positions[0], state.next, nothing)];
    rows[n++] =
      this.distanceRows[DISTANCE_CLASSES + distanceClass(positions[1], positions[0], nothing)];
    return n;
  }

  private makeRow(at: number, position: number, word: number): number {
    const { triple } = this;
    triple[0] = this.words[word];
    triple[1] = this.endings[word];
    triple[2] = this.tags[word];
    return this.cache.make(at, position, triple);
  }
}
