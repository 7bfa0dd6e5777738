import {
  type ActionNames,
  type Actions,
  bestMove,
  highest,
  isLast,
  LEFT,
  MOVE_COLUMNS,
  RIGHT,
  readActions,
  SHIFT,
} from './actions.ts';
import { FORM_CAPACITY, type FormTable } from './forms.ts';
import type { KernelFactory } from './kernel.ts';
import { PairTable } from './pair-table.ts';
import {
  endingHash,
  FIRST_LABEL_GROUP,
  FIRST_LABELLED,
  FIRST_SPACE_GROUP,
  isComma,
  LABEL_POSITIONS,
  readPositions,
  readSpaces,
  SPACE_CLASSES,
  SPACE_GROUPS,
  WORD_POSITIONS,
  wordHash,
} from './parser-inputs.ts';
import { RowCache } from './row-cache.ts';
import { RowNetwork } from './row-network.ts';
import { NO_SECOND } from './tagger.ts';
import { NO_LABEL, ParserState } from './transitions.ts';
import { FIRST_KNOWN, NOTHING, ROOT, UNKNOWN, Vocabulary } from './vocabulary.ts';
import type { WeightsFile } from './weights-file.ts';

/** Rows of the network that are kept: some 30 MB. */
const ROW_CAPACITY = 98_304;
/** Distinct combinations of word and ending that rows are kept for. */
const KEY_CAPACITY = 32_768;

/** Greedy transition parser with a small network (after Chen and Manning 2014). */
export class Parser {
  readonly state = new ParserState();
  /** Labels by number. */
  readonly labels: readonly string[];
  private readonly actions: Actions;
  /** Row of each of the tagger's tags. */
  private readonly tagRows: Int32Array;
  private readonly commaTags: readonly boolean[];
  private readonly network: RowNetwork;
  private readonly wordNumbers: Vocabulary;
  private readonly endingNumbers: Vocabulary;
  /** Key of each form as far as it is known, −1 else; for plain text and for titles. */
  private readonly keyOfForm = new Int32Array(2 * FORM_CAPACITY).fill(-1);
  private generation = 0;
  /** Keys: numbers of the pairs of word and ending. */
  private readonly keys = new PairTable(KEY_CAPACITY);
  private readonly wordOfKey = new Int32Array(KEY_CAPACITY);
  private readonly endingOfKey = new Int32Array(KEY_CAPACITY);
  /** Rows by key and position, then by tag, second tag and position. */
  private readonly cache: RowCache;
  private readonly tagCount: number;
  private readonly labelRows: Int32Array;
  private readonly spaceRows: Int32Array;
  private readonly positions = new Int32Array(WORD_POSITIONS);
  private readonly spaces = new Int32Array(SPACE_GROUPS);
  private readonly numbers = new Int32Array(2);
  /** Per word of the sentence, then of the root: key, and tag with second tag as one number. */
  private keyOf = new Int32Array(0);
  private tagsOf = new Int32Array(0);
  /** Commas before each word. */
  private commas = new Int32Array(0);

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
    this.commaTags = tags.map(isComma);
    this.actions = readActions(file.settings.actions as ActionNames);
    this.labels = this.actions.labels;
    this.network = new RowNetwork(file, kernels, ROW_CAPACITY);
    this.wordNumbers = new Vocabulary(file.array('vocabulary.words', 'i32'));
    this.endingNumbers = new Vocabulary(file.array('vocabulary.endings', 'i32'));
    for (let p = 0; p < WORD_POSITIONS; p++) {
      this.network.setNothing(2 * p, [NOTHING, NOTHING]);
      this.network.setNothing(2 * p + 1, [NOTHING, NOTHING]);
    }
    for (let p = 0; p < LABEL_POSITIONS; p++) {
      this.network.setNothing(FIRST_LABEL_GROUP + p, [NO_LABEL]);
    }
    let fixed = 0;
    const labelCount = this.labels.length;
    this.labelRows = new Int32Array(LABEL_POSITIONS * labelCount);
    for (let i = 0; i < this.labelRows.length; i++) {
      const group = FIRST_LABEL_GROUP + Math.floor(i / labelCount);
      this.labelRows[i] = this.network.makeRow(fixed++, group, [i % labelCount]);
    }
    this.spaceRows = new Int32Array(2 * SPACE_CLASSES * SPACE_CLASSES);
    for (let i = 0; i < this.spaceRows.length; i++) {
      const first = Math.floor(i / SPACE_CLASSES);
      const group = FIRST_SPACE_GROUP + Math.floor(first / SPACE_CLASSES);
      const ids = [first % SPACE_CLASSES, i % SPACE_CLASSES];
      this.spaceRows[i] = this.network.makeRow(fixed++, group, ids);
    }
    this.tagCount = FIRST_KNOWN + known.length;
    this.cache = new RowCache(
      this.network,
      fixed,
      (KEY_CAPACITY + this.tagCount * this.tagCount) * WORD_POSITIONS,
    );
  }

  /**
   * Parses a sentence of these forms and tag numbers (best and second best); the tree stands in `state`,
   * with `count` as the root's head. `plain` is false for titles and capitals.
   */
  parse(
    ids: Int32Array,
    tags: Uint8Array,
    seconds: Uint8Array,
    count: number,
    plain: boolean,
  ): void {
    this.prepare(ids, tags, seconds, count, plain);
    const { state, actions, network } = this;
    state.start(count);
    while (!state.finished) {
      if (state.depth === 0) {
        state.shift();
        continue;
      }
      if (isLast(state)) {
        state.attachLeft(actions.rootLabel);
        return;
      }
      network.addRows(this.collectRows());
      const move = this.bestMove();
      if (move === SHIFT) state.shift();
      else if (move === LEFT) state.attachLeft(this.bestLabel(actions.left, actions.firstLeft));
      else state.attachRight(this.bestLabel(actions.right, actions.firstRight));
    }
  }

  private bestMove(): number {
    const { state, network } = this;
    if (!state.canShift) return RIGHT;
    network.score(0, MOVE_COLUMNS);
    return bestMove(state, network.scores);
  }

  private bestLabel(labels: Int32Array, first: number): number {
    const { network } = this;
    network.score(first, Math.ceil(labels.length / 8) * 8);
    return labels[highest(network.scores, first, labels.length)];
  }

  private prepare(
    ids: Int32Array,
    tags: Uint8Array,
    seconds: Uint8Array,
    count: number,
    plain: boolean,
  ): void {
    this.grow(count + 1);
    const { keyOf, tagsOf, commas, tagRows, tagCount } = this;
    if (this.generation !== this.forms.generation || this.keys.size + count >= KEY_CAPACITY) {
      this.generation = this.forms.generation;
      this.forgetKeys();
    }
    for (let i = 0; i < count; i++) {
      keyOf[i] = this.keyOfWord(ids[i], plain);
      const second = seconds[i] === NO_SECOND ? NOTHING : tagRows[seconds[i]];
      tagsOf[i] = tagRows[tags[i]] * tagCount + second;
      commas[i + 1] = commas[i] + (this.commaTags[tags[i]] ? 1 : 0);
    }
    keyOf[count] = this.keyFor(ROOT, ROOT);
    tagsOf[count] = ROOT * tagCount + NOTHING;
  }

  private grow(size: number): void {
    if (this.keyOf.length >= size) return;
    this.keyOf = new Int32Array(2 * size);
    this.tagsOf = new Int32Array(2 * size);
    this.commas = new Int32Array(2 * size);
  }

  private keyOfWord(form: number, plain: boolean): number {
    const at = 2 * form + (plain ? 0 : 1);
    const known = this.keyOfForm[at];
    if (known >= 0) return known;
    const { forms } = this;
    const key = this.keyFor(
      this.wordNumbers.numberOf(wordHash(forms, form)),
      this.endingNumbers.numberOf(endingHash(forms, form, plain)),
    );
    this.keyOfForm[at] = key;
    return key;
  }

  private keyFor(word: number, ending: number): number {
    const key = this.keys.idOf(word, ending);
    this.wordOfKey[key] = word;
    this.endingOfKey[key] = ending;
    return key;
  }

  private forgetKeys(): void {
    this.keys.clear();
    this.keyOfForm.fill(-1);
    this.cache.clear();
  }

  /** Writes the addresses of the rows that the state adds up; returns how many. */
  private collectRows(): number {
    const { state, positions, network, cache, keyOf, tagsOf, labelRows, spaceRows, spaces } = this;
    cache.begin();
    const { rows } = network;
    const nothing = state.count + 1;
    const labelCount = this.labels.length;
    readPositions(state, positions);
    let n = 0;
    for (let p = 0; p < WORD_POSITIONS; p++) {
      const word = positions[p];
      if (word === nothing) continue;
      const key = keyOf[word];
      rows[n++] = cache.find(key * WORD_POSITIONS + p) || this.makeWordRow(key, p);
      const tags = tagsOf[word];
      rows[n++] =
        cache.find((KEY_CAPACITY + tags) * WORD_POSITIONS + p) || this.makeTagRow(tags, p);
      if (p >= FIRST_LABELLED) {
        rows[n++] = labelRows[(p - FIRST_LABELLED) * labelCount + state.labels[word]];
      }
    }
    readSpaces(state, positions, this.commas, spaces);
    rows[n++] = spaceRows[spaces[0] * SPACE_CLASSES + spaces[1]];
    rows[n++] = spaceRows[(SPACE_CLASSES + spaces[2]) * SPACE_CLASSES + spaces[3]];
    return n;
  }

  private makeWordRow(key: number, position: number): number {
    this.numbers[0] = this.wordOfKey[key];
    this.numbers[1] = this.endingOfKey[key];
    return this.cache.make(key * WORD_POSITIONS + position, 2 * position, this.numbers);
  }

  private makeTagRow(tags: number, position: number): number {
    this.numbers[0] = Math.floor(tags / this.tagCount);
    this.numbers[1] = tags % this.tagCount;
    const place = (KEY_CAPACITY + tags) * WORD_POSITIONS + position;
    return this.cache.make(place, 2 * position + 1, this.numbers);
  }
}
