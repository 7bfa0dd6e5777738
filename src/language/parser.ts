import {
  type ActionNames,
  type Actions,
  bestMove,
  highest,
  isLast,
  LEFT,
  MOVE_COLUMNS,
  readActions,
  SHIFT,
} from './actions.ts';
import { FORM_CAPACITY, type FormTable } from './forms.ts';
import type { KernelFactory } from './kernel.ts';
import { PairTable } from './pair-table.ts';
import {
  endingHash,
  FIRST_LABELLED,
  isComma,
  LABEL_POSITIONS,
  readPositions,
  readSpaces,
  SPACE_CLASSES,
  SPACE_GROUPS,
  WORD_POSITIONS,
  wordHash,
  wordTables,
} from './parser-inputs.ts';
import { RowNetwork } from './row-network.ts';
import { NO_SECOND } from './tagger.ts';
import { NO_LABEL, ParserState } from './transitions.ts';
import { FIRST_KNOWN, NOTHING, ROOT, UNKNOWN, Vocabulary } from './vocabulary.ts';
import type { WeightsFile } from './weights-file.ts';

/** Rows of the network that are kept: some 10 MB. */
const ROW_CAPACITY = 16_384;
/** Distinct combinations of word, ending and tag that rows are kept for. */
const KEY_CAPACITY = 8192;

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
  /** Numbers of each form as far as they are known, −1 else; endings for plain text and for titles. */
  private readonly knownWords = new Int32Array(FORM_CAPACITY).fill(-1);
  private readonly knownEndings = new Int32Array(2 * FORM_CAPACITY).fill(-1);
  private generation = 0;
  private readonly keys = new PairTable(KEY_CAPACITY);
  /** Address of the row for a key at a position; 0 where it is not made. */
  private readonly rowOf = new Int32Array(KEY_CAPACITY * WORD_POSITIONS);
  private readonly labelRows: Int32Array;
  private readonly spaceRows: Int32Array;
  private readonly staticRows: number;
  private readonly positions = new Int32Array(WORD_POSITIONS);
  private readonly spaces = new Int32Array(SPACE_GROUPS);
  private readonly numbers = new Int32Array(wordTables.length);
  /** Per word of the sentence. */
  private words = new Int32Array(0);
  private endings = new Int32Array(0);
  private tags = new Int32Array(0);
  private seconds = new Int32Array(0);
  /** Commas before each word. */
  private commas = new Int32Array(0);
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
    this.commaTags = tags.map(isComma);
    this.actions = readActions(file.settings.actions as ActionNames);
    this.labels = this.actions.labels;
    this.network = new RowNetwork(file, kernels, ROW_CAPACITY);
    this.wordNumbers = new Vocabulary(file.array('vocabulary.words', 'i32'));
    this.endingNumbers = new Vocabulary(file.array('vocabulary.endings', 'i32'));
    for (let p = 0; p < WORD_POSITIONS; p++) {
      this.network.setNothing(p, [NOTHING, NOTHING, NOTHING, NOTHING]);
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
    this.spaceRows = new Int32Array(SPACE_GROUPS * SPACE_CLASSES);
    for (let i = 0; i < this.spaceRows.length; i++) {
      const group = WORD_POSITIONS + LABEL_POSITIONS + Math.floor(i / SPACE_CLASSES);
      this.spaceRows[i] = this.network.makeRow(group, [i % SPACE_CLASSES]);
    }
    this.staticRows = this.network.used;
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
      if (isLast(state)) {
        state.attachLeft(actions.rootLabel);
        return;
      }
      network.addRows(this.collectRows());
      network.score(0, MOVE_COLUMNS);
      const move = bestMove(state, network.scores);
      if (move === SHIFT) state.shift();
      else if (move === LEFT) state.attachLeft(this.bestLabel(actions.left, actions.firstLeft));
      else state.attachRight(this.bestLabel(actions.right, actions.firstRight));
    }
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
    this.grow(count + 2);
    const { words, endings, commas, forms, knownWords, knownEndings, tagRows } = this;
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
      this.tags[i] = tagRows[tags[i]];
      this.seconds[i] = seconds[i] === NO_SECOND ? NOTHING : tagRows[seconds[i]];
      commas[i + 1] = commas[i] + (this.commaTags[tags[i]] ? 1 : 0);
    }
    this.fillRow(count, ROOT);
    this.fillRow(count + 1, NOTHING);
    if (this.keys.size + count + 2 > KEY_CAPACITY) this.forgetRows();
    this.numberKeys(count);
  }

  private fillRow(at: number, number: number): void {
    this.words[at] = number;
    this.endings[at] = number;
    this.tags[at] = number;
    this.seconds[at] = NOTHING;
  }

  private grow(size: number): void {
    if (this.words.length >= size) return;
    for (const key of wordArrays) this[key] = new Int32Array(2 * size);
  }

  private numberKeys(count: number): void {
    const { keys, keyOf, words, endings, tags, seconds } = this;
    for (let i = 0; i < count + 2; i++) {
      keyOf[i] = keys.idOf(words[i] * 256 + tags[i], endings[i] * 256 + seconds[i]);
    }
  }

  private forgetRows(): void {
    this.keys.clear();
    this.rowOf.fill(0);
    this.network.forget(this.staticRows);
  }

  /** Writes the addresses of the rows that the state adds up; returns how many. */
  private collectRows(): number {
    const { state, positions, network, rowOf, keyOf, labelRows, spaceRows, spaces } = this;
    if (network.used + WORD_POSITIONS > ROW_CAPACITY) {
      this.forgetRows();
      this.numberKeys(state.count);
    }
    const { rows } = network;
    const nothing = state.count + 1;
    readPositions(state, positions);
    let n = 1;
    for (let p = 0; p < WORD_POSITIONS; p++) {
      const word = positions[p];
      if (word === nothing) continue;
      const at = keyOf[word] * WORD_POSITIONS + p;
      rows[n++] = rowOf[at] || this.makeRow(at, p, word);
      if (p >= FIRST_LABELLED) {
        rows[n++] = labelRows[(p - FIRST_LABELLED) * this.labels.length + state.labels[word]];
      }
    }
    readSpaces(state, positions, this.commas, spaces);
    for (let i = 0; i < SPACE_GROUPS; i++) rows[n++] = spaceRows[i * SPACE_CLASSES + spaces[i]];
    return n;
  }

  private makeRow(at: number, position: number, word: number): number {
    const { numbers } = this;
    numbers[0] = this.words[word];
    numbers[1] = this.endings[word];
    numbers[2] = this.tags[word];
    numbers[3] = this.seconds[word];
    const row = this.network.makeRow(position, numbers);
    this.rowOf[at] = row;
    return row;
  }
}

const wordArrays = ['words', 'endings', 'tags', 'seconds', 'commas', 'keyOf'] as const;
