import { FormTable } from '../src/language/forms.ts';
import {
  DISTANCE_ROWS,
  DISTANCE_WIDTH,
  ENDING_WIDTH,
  HIDDEN,
  INPUT_WIDTH,
  LABEL_WIDTH,
  outputsOf,
  TAG_WIDTH,
  WORD_WIDTH,
} from '../src/language/network.ts';
import { writingOf, writings } from '../src/language/tag-features.ts';
import {
  DISTANCE_CLASSES,
  distanceClass,
  LABEL_POSITIONS,
  ParserState,
  readPositions,
  TOKEN_POSITIONS,
} from '../src/language/transitions.ts';
import {
  endingHash,
  FIRST_KNOWN,
  NOTHING,
  ROOT,
  UNKNOWN,
  Vocabulary,
  wordHash,
} from '../src/language/vocabulary.ts';
import { writeWeights } from '../src/language/weights-file.ts';
import type { Buffer32, Compute, Parameter } from './compute.ts';
import { bestActions, type GoldTree, goldTree } from './oracle.ts';
import { Random } from './random.ts';
import { tally } from './tally.ts';

/** What the parser learns from. */
export interface ParsedSentence {
  readonly forms: readonly string[];
  /** Joint tags as the tagger would give them. */
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export interface ParserOptions {
  readonly passes: number;
  readonly tags: readonly string[];
  readonly log?: (line: string) => void;
  readonly onPass?: (pass: number, bytes: () => Uint8Array) => void;
}

const BATCH = 128;
const DROPOUT = 0.3;
const WORD_DROPOUT = 0.1;
/** From the second pass on, a wrong action is followed this often, so that the parser learns to go on from it. */
const EXPLORE = 0.9;
const RATE = 1e-3;
const LONGEST_SENTENCE = 300;

interface Example {
  readonly count: number;
  readonly words: Int32Array;
  readonly endings: Int32Array;
  readonly tags: Int32Array;
  readonly gold: GoldTree;
}

/** Trains the parser's network; returns the bytes of its weights file. */
export function trainParser(
  compute: Compute,
  sentences: readonly ParsedSentence[],
  options: ParserOptions,
): Uint8Array {
  const usable = sentences.filter(({ forms }) => forms.length <= LONGEST_SENTENCE);
  const labels = [...new Set(usable.flatMap((sentence) => sentence.relations))].sort();
  const forms = new FormTable();
  const vocabulary = buildVocabulary(usable, forms);
  const examples = buildExamples(usable, forms, vocabulary, labels, options.tags);
  const trainer = new Trainer(compute, examples, vocabulary, labels, options);
  for (let pass = 0; pass < options.passes; pass++) {
    trainer.run(pass);
    options.onPass?.(pass, () => trainer.bytes());
  }
  return trainer.bytes();
}

interface Numbered {
  readonly words: Int32Array;
  readonly endings: Int32Array;
}

function buildVocabulary(sentences: readonly ParsedSentence[], forms: FormTable): Numbered {
  const words = new Map<number, number>();
  const endings = new Map<number, number>();
  for (const sentence of sentences) {
    forms.reserve(sentence.forms.length);
    for (const form of sentence.forms) {
      const id = forms.idOf(form);
      tally(words, wordHash(forms, id));
      tally(endings, endingHash(forms, id, true));
    }
  }
  const frequent = (map: Map<number, number>, least: number) =>
    Int32Array.from([...map].filter(([, n]) => n >= least).map(([key]) => key)).sort();
  return { words: frequent(words, 2), endings: frequent(endings, 3) };
}

function buildExamples(
  sentences: readonly ParsedSentence[],
  forms: FormTable,
  { words, endings }: Numbered,
  labels: readonly string[],
  tags: readonly string[],
): Example[] {
  const vocabulary = new Vocabulary(words, endings, forms);
  const labelNumbers = new Map(labels.map((label, i) => [label, i]));
  const tagNumbers = new Map(tags.map((tag, i) => [tag, FIRST_KNOWN + i]));
  return sentences.map((sentence) => {
    const count = sentence.forms.length;
    forms.reserve(count);
    vocabulary.refresh();
    const ids = Int32Array.from(sentence.forms, (form) => forms.idOf(form));
    const plain = writingOf(forms, ids, count) === writings.plain;
    return {
      count,
      words: withEnds(ids.map((id) => vocabulary.wordOf(id))),
      endings: withEnds(ids.map((id) => vocabulary.endingOf(id, plain))),
      tags: withEnds(Int32Array.from(sentence.tags, (tag) => tagNumbers.get(tag) ?? UNKNOWN)),
      gold: goldTree(
        sentence.heads,
        Int32Array.from(sentence.relations, (relation) => labelNumbers.get(relation)!),
      ),
    };
  });
}

function withEnds(ids: Int32Array): Int32Array {
  const result = new Int32Array(ids.length + 2);
  result.set(ids);
  result[ids.length] = ROOT;
  result[ids.length + 1] = NOTHING;
  return result;
}

/** Inputs of one state. */
interface Inputs {
  readonly words: Int32Array;
  readonly endings: Int32Array;
  readonly tags: Int32Array;
  readonly labels: Int32Array;
  readonly distances: Int32Array;
}

class Trainer {
  private readonly random = new Random(3);
  private readonly labelCount: number;
  private readonly outputs: number;
  private readonly parameters: Record<ParameterName, Parameter>;
  private readonly x: Buffer32;
  private readonly xTurned: Buffer32;
  private readonly xGradient: Buffer32;
  private readonly hidden: Buffer32;
  private readonly hiddenTurned: Buffer32;
  private readonly hiddenGradient: Buffer32;
  private readonly scores: Buffer32;
  private readonly firstTurned: Buffer32;
  private readonly secondTurned: Buffer32;
  private readonly mask = new Float32Array(BATCH * HIDDEN);
  private readonly inputs: Inputs[];
  private readonly positions = new Int32Array(TOKEN_POSITIONS);
  private readonly touchedWords: Touched;
  private readonly touchedEndings: Touched;
  private readonly totalSteps: number;
  private readonly rootLabel: number;
  private readonly fallback: number;
  private step = 0;

  constructor(
    private readonly compute: Compute,
    private readonly examples: readonly Example[],
    private readonly vocabulary: Numbered,
    private readonly labels: readonly string[],
    private readonly options: ParserOptions,
  ) {
    this.labelCount = labels.length;
    this.outputs = outputsOf(labels);
    this.rootLabel = labels.indexOf('root');
    this.fallback = labels.indexOf('parataxis');
    const words = FIRST_KNOWN + vocabulary.words.length;
    const endings = FIRST_KNOWN + vocabulary.endings.length;
    const tags = FIRST_KNOWN + options.tags.length;
    const wide = Math.sqrt(6 / (INPUT_WIDTH + HIDDEN)) * 1.5;
    this.parameters = {
      words: this.parameter(words * WORD_WIDTH, 0.1),
      endings: this.parameter(endings * ENDING_WIDTH, 0.1),
      tags: this.parameter(tags * TAG_WIDTH, 0.1),
      labels: this.parameter((labels.length + 1) * LABEL_WIDTH, 0.1),
      distances: this.parameter(DISTANCE_ROWS * DISTANCE_WIDTH, 0.1),
      first: this.parameter(INPUT_WIDTH * HIDDEN, wide),
      firstBias: this.parameter(HIDDEN, 0.01),
      second: this.parameter(HIDDEN * this.outputs, Math.sqrt(6 / (HIDDEN + this.outputs))),
      secondBias: this.parameter(this.outputs, 0),
    };
    this.x = compute.buffer(BATCH * INPUT_WIDTH);
    this.xTurned = compute.buffer(BATCH * INPUT_WIDTH);
    this.xGradient = compute.buffer(BATCH * INPUT_WIDTH);
    this.hidden = compute.buffer(BATCH * HIDDEN);
    this.hiddenTurned = compute.buffer(BATCH * HIDDEN);
    this.hiddenGradient = compute.buffer(BATCH * HIDDEN);
    this.scores = compute.buffer(BATCH * this.outputs);
    this.firstTurned = compute.buffer(INPUT_WIDTH * HIDDEN);
    this.secondTurned = compute.buffer(HIDDEN * this.outputs);
    this.inputs = Array.from({ length: BATCH }, () => ({
      words: new Int32Array(TOKEN_POSITIONS),
      endings: new Int32Array(TOKEN_POSITIONS),
      tags: new Int32Array(TOKEN_POSITIONS),
      labels: new Int32Array(LABEL_POSITIONS),
      distances: new Int32Array(2),
    }));
    this.touchedWords = new Touched(words);
    this.touchedEndings = new Touched(endings);
    const transitions = examples.reduce((sum, example) => sum + 2 * example.count, 0);
    this.totalSteps = (transitions / BATCH) * options.passes;
  }

  private parameter(length: number, spread: number): Parameter {
    const padded = Math.ceil(length / 4) * 4;
    const buffers = Array.from({ length: 5 }, () => this.compute.buffer(padded));
    const [values, gradient, first, second, averaged] = buffers;
    for (let i = 0; i < length; i++) values.values[i] = (this.random.next() * 2 - 1) * spread;
    averaged.values.set(values.values);
    return { values, gradient, first, second, averaged };
  }

  run(pass: number): void {
    const { examples, random } = this;
    const started = performance.now();
    const order = random.shuffle(examples.map((_, i) => i));
    const states: ParserState[] = [];
    const current: Example[] = [];
    const spare: ParserState[] = [];
    let nextExample = 0;
    let right = 0;
    let seen = 0;
    let loss = 0;
    for (;;) {
      while (states.length < BATCH && nextExample < order.length) {
        const example = examples[order[nextExample++]];
        const state = spare.pop() ?? new ParserState(this.labelCount, this.rootLabel);
        state.start(example.count);
        states.push(state);
        current.push(example);
      }
      // A nearly empty batch at the end of a pass would be a noisy step.
      if (states.length < BATCH / 4) break;
      const used = states.length;
      const rows = Math.ceil(used / 4) * 4;
      this.forward(states, current, used, rows);
      for (let i = 0; i < used; i++) {
        const outcome = this.learn(states[i], current[i], i, pass);
        loss += outcome.loss;
        if (outcome.right) right++;
        seen++;
      }
      this.backward(used, rows);
      this.update();
      for (let i = 0; i < states.length; ) {
        if (!states[i].finished) {
          i++;
          continue;
        }
        spare.push(states[i]);
        states[i] = states[states.length - 1];
        current[i] = current[current.length - 1];
        states.pop();
        current.pop();
      }
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    this.options.log?.(
      `parser pass ${pass + 1}: ${((100 * right) / seen).toFixed(2)} %, loss ${(loss / seen).toFixed(4)}, ${seconds} s`,
    );
  }

  private forward(states: ParserState[], examples: Example[], used: number, rows: number): void {
    const { compute, parameters, x, hidden, scores, mask, random, outputs } = this;
    for (let i = 0; i < used; i++) {
      this.readInputs(states[i], examples[i], this.inputs[i]);
      this.fillRow(this.inputs[i], i * INPUT_WIDTH);
    }
    x.values.fill(0, used * INPUT_WIDTH, rows * INPUT_WIDTH);
    for (let i = 0; i < rows; i++)
      hidden.values.set(parameters.firstBias.values.values, i * HIDDEN);
    compute.multiply(x, parameters.first.values, hidden, rows, HIDDEN, INPUT_WIDTH);
    const keep = 1 / (1 - DROPOUT);
    for (let i = 0; i < rows * HIDDEN; i++) {
      mask[i] = i < used * HIDDEN && hidden.values[i] > 0 && random.next() >= DROPOUT ? keep : 0;
      hidden.values[i] *= mask[i];
    }
    for (let i = 0; i < rows; i++)
      scores.values.set(parameters.secondBias.values.values, i * outputs);
    compute.multiply(hidden, parameters.second.values, scores, rows, outputs, HIDDEN);
  }

  private readInputs(state: ParserState, example: Example, inputs: Inputs): void {
    const { positions, random } = this;
    readPositions(state, positions);
    const nothing = state.count + 1;
    for (let p = 0; p < TOKEN_POSITIONS; p++) {
      const at = positions[p];
      const drop = at < state.count && random.next() < WORD_DROPOUT;
      inputs.words[p] = drop ? UNKNOWN : example.words[at];
      inputs.endings[p] = example.endings[at];
      inputs.tags[p] = example.tags[at];
    }
    for (let p = 0; p < LABEL_POSITIONS; p++) {
      inputs.labels[p] = state.labels[positions[TOKEN_POSITIONS - LABEL_POSITIONS + p]];
    }
    inputs.distances[0] = distanceClass(positions[0], state.next, nothing);
    inputs.distances[1] = DISTANCE_CLASSES + distanceClass(positions[1], positions[0], nothing);
  }

  private fillRow(inputs: Inputs, start: number): void {
    const { words, endings, tags, labels, distances } = this.parameters;
    const x = this.x.values;
    let at = start;
    const copy = (from: Float32Array, row: number, width: number) => {
      const base = row * width;
      for (let i = 0; i < width; i++) x[at + i] = from[base + i];
      at += width;
    };
    for (let p = 0; p < TOKEN_POSITIONS; p++) {
      copy(words.values.values, inputs.words[p], WORD_WIDTH);
      copy(endings.values.values, inputs.endings[p], ENDING_WIDTH);
      copy(tags.values.values, inputs.tags[p], TAG_WIDTH);
    }
    for (let p = 0; p < LABEL_POSITIONS; p++)
      copy(labels.values.values, inputs.labels[p], LABEL_WIDTH);
    for (let p = 0; p < 2; p++) copy(distances.values.values, inputs.distances[p], DISTANCE_WIDTH);
  }

  /** Turns the scores of row `i` into the gradient of the loss and takes the next action. */
  private learn(
    state: ParserState,
    example: Example,
    i: number,
    pass: number,
  ): { loss: number; right: boolean } {
    const { labelCount, outputs, rootLabel, random } = this;
    const scores = this.scores.values.subarray(i * outputs, (i + 1) * outputs);
    const classes = 1 + 2 * labelCount;
    const allowed = (action: number) =>
      action === 0
        ? state.canShift
        : action <= labelCount
          ? state.canLeft && (action === 1 + rootLabel) === (state.next === state.count)
          : state.canRight && action !== 1 + labelCount + rootLabel;
    let best = -1;
    for (let a = 0; a < classes; a++) {
      if (allowed(a) && (best < 0 || scores[a] > scores[best])) best = a;
    }
    const top = scores[best];
    let sum = 0;
    for (let a = 0; a < outputs; a++) {
      scores[a] = a < classes && allowed(a) ? Math.exp(scores[a] - top) : 0;
      sum += scores[a];
    }
    for (let a = 0; a < outputs; a++) scores[a] /= sum;
    const n = bestActions(state, example.gold, this.fallback, goldActions);
    let mass = 1e-9;
    let right = false;
    let target = goldActions[0];
    for (let k = 0; k < n; k++) {
      const action = goldActions[k];
      mass += scores[action];
      if (action === best) right = true;
      if (scores[action] > scores[target]) target = action;
    }
    const shares = [0, 0, 0];
    for (let k = 0; k < n; k++) shares[k] = scores[goldActions[k]] / mass;
    for (let k = 0; k < n; k++) scores[goldActions[k]] -= shares[k];
    for (let a = 0; a < outputs; a++) scores[a] /= BATCH;
    state.apply(right || (pass > 0 && random.next() < EXPLORE) ? best : target);
    return { loss: -Math.log(mass), right };
  }

  private backward(used: number, rows: number): void {
    const { compute, parameters, outputs, hidden, hiddenGradient, scores, mask } = this;
    scores.values.fill(0, used * outputs, rows * outputs);
    compute.transpose(hidden, this.hiddenTurned, rows, HIDDEN);
    compute.multiply(this.hiddenTurned, scores, parameters.second.gradient, HIDDEN, outputs, rows);
    addColumns(scores.values, parameters.secondBias.gradient.values, used, outputs);
    compute.transpose(parameters.second.values, this.secondTurned, HIDDEN, outputs);
    hiddenGradient.values.fill(0, 0, rows * HIDDEN);
    compute.multiply(scores, this.secondTurned, hiddenGradient, rows, HIDDEN, outputs);
    for (let i = 0; i < rows * HIDDEN; i++) hiddenGradient.values[i] *= mask[i];
    compute.transpose(this.x, this.xTurned, rows, INPUT_WIDTH);
    compute.multiply(
      this.xTurned,
      hiddenGradient,
      parameters.first.gradient,
      INPUT_WIDTH,
      HIDDEN,
      rows,
    );
    addColumns(hiddenGradient.values, parameters.firstBias.gradient.values, used, HIDDEN);
    compute.transpose(parameters.first.values, this.firstTurned, INPUT_WIDTH, HIDDEN);
    this.xGradient.values.fill(0, 0, rows * INPUT_WIDTH);
    compute.multiply(hiddenGradient, this.firstTurned, this.xGradient, rows, INPUT_WIDTH, HIDDEN);
    for (let i = 0; i < used; i++) this.spreadRow(this.inputs[i], i * INPUT_WIDTH);
  }

  /** Adds the gradient of one input row to the embeddings it was made of. */
  private spreadRow(inputs: Inputs, start: number): void {
    const { words, endings, tags, labels, distances } = this.parameters;
    const from = this.xGradient.values;
    let at = start;
    const add = (to: Float32Array, row: number, width: number) => {
      const base = row * width;
      for (let i = 0; i < width; i++) to[base + i] += from[at + i];
      at += width;
    };
    for (let p = 0; p < TOKEN_POSITIONS; p++) {
      this.touchedWords.add(inputs.words[p]);
      this.touchedEndings.add(inputs.endings[p]);
      add(words.gradient.values, inputs.words[p], WORD_WIDTH);
      add(endings.gradient.values, inputs.endings[p], ENDING_WIDTH);
      add(tags.gradient.values, inputs.tags[p], TAG_WIDTH);
    }
    for (let p = 0; p < LABEL_POSITIONS; p++) {
      add(labels.gradient.values, inputs.labels[p], LABEL_WIDTH);
    }
    for (let p = 0; p < 2; p++) add(distances.gradient.values, inputs.distances[p], DISTANCE_WIDTH);
  }

  private update(): void {
    const { compute, parameters } = this;
    const step = ++this.step;
    const rate = Math.max(RATE * (1 - (0.95 * step) / this.totalSteps), 2e-5);
    this.touchedWords.drain((row) =>
      compute.adam(parameters.words, row * WORD_WIDTH, WORD_WIDTH, step, rate),
    );
    this.touchedEndings.drain((row) =>
      compute.adam(parameters.endings, row * ENDING_WIDTH, ENDING_WIDTH, step, rate),
    );
    for (const name of parameterNames) {
      if (name === 'words' || name === 'endings') continue;
      compute.adam(parameters[name], 0, parameters[name].values.values.length, step, rate);
    }
    if (step % 20 === 0) {
      const keep = step < 2000 ? 0.9 : 0.98;
      for (const name of parameterNames) compute.average(parameters[name], keep);
    }
  }

  bytes(): Uint8Array {
    const { parameters, outputs } = this;
    const widths = {
      words: WORD_WIDTH,
      endings: ENDING_WIDTH,
      tags: TAG_WIDTH,
      labels: LABEL_WIDTH,
      distances: DISTANCE_WIDTH,
      first: HIDDEN,
      second: outputs,
    };
    const arrays: Record<string, Int8Array | Int32Array | Float32Array> = {
      'vocabulary.words': this.vocabulary.words,
      'vocabulary.endings': this.vocabulary.endings,
    };
    for (const [name, width] of Object.entries(widths)) {
      const { values, scales } = quantizeRows(
        parameters[name as ParameterName].averaged.values,
        width,
      );
      arrays[name] = values;
      arrays[`${name}.scales`] = scales;
    }
    arrays.firstBias = parameters.firstBias.averaged.values.slice(0, HIDDEN);
    arrays.secondBias = parameters.secondBias.averaged.values.slice(0, outputs);
    return writeWeights('parser', { labels: this.labels }, arrays);
  }
}

const parameterNames = [
  'words',
  'endings',
  'tags',
  'labels',
  'distances',
  'first',
  'firstBias',
  'second',
  'secondBias',
] as const;
type ParameterName = (typeof parameterNames)[number];
const goldActions = new Int32Array(3);

/** Rows of an embedding that a batch has used. */
class Touched {
  private readonly marks: Uint8Array;
  private readonly rows: number[] = [];

  constructor(count: number) {
    this.marks = new Uint8Array(count);
  }

  add(row: number): void {
    if (this.marks[row] !== 0) return;
    this.marks[row] = 1;
    this.rows.push(row);
  }

  drain(visit: (row: number) => void): void {
    for (const row of this.rows) {
      visit(row);
      this.marks[row] = 0;
    }
    this.rows.length = 0;
  }
}

function addColumns(from: Float32Array, to: Float32Array, rows: number, columns: number): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) to[j] += from[i * columns + j];
  }
}

/** Rows as small integers, each with a scale so that its largest becomes ±127: clipping costs far more. */
export function quantizeRows(
  matrix: Float32Array,
  columns: number,
): { values: Int8Array; scales: Float32Array } {
  const rows = Math.floor(matrix.length / columns);
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const part = matrix.subarray(row * columns, (row + 1) * columns);
    const largest = part.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    scales[row] = largest / 127;
    for (let i = 0; i < columns; i++) values[row * columns + i] = Math.round(part[i] / scales[row]);
  }
  return { values, scales };
}
