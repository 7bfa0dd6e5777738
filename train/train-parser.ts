import {
  type ActionNames,
  type Actions,
  applyOutput,
  bestOutput,
  isLast,
  readActions,
} from '../src/language/actions.ts';
import { FormTable } from '../src/language/forms.ts';
import {
  DISTANCE_CLASSES,
  distanceClass,
  endingHash,
  inputGroups,
  LABEL_POSITIONS,
  readPositions,
  WORD_POSITIONS,
  wordHash,
} from '../src/language/parser-inputs.ts';
import { ParserState } from '../src/language/transitions.ts';
import { FIRST_KNOWN, NOTHING, ROOT, UNKNOWN, Vocabulary } from '../src/language/vocabulary.ts';
import { writeWeights } from '../src/language/weights-file.ts';
import { writingOf, writings } from '../src/language/writing.ts';
import { listActions, OutputFinder } from './action-inventory.ts';
import type { Compute } from './compute.ts';
import { NetworkTrainer } from './network-trainer.ts';
import { findBestMoves, type GoldTree, goldTree } from './oracle.ts';
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
  /** The tagger's tags, in its order. */
  readonly tags: readonly string[];
  readonly hidden?: number;
  readonly seed?: number;
  readonly log?: (line: string) => void;
  /** Called after each pass with the weights so far. */
  readonly onPass?: (pass: number, bytes: () => Uint8Array) => void;
}

const BATCH = 128;
const DROPOUT = 0.35;
const WORD_DROPOUT = 0.1;
/** From the second pass on, a wrong action is followed this often, so that the parser learns to go on from it. */
const EXPLORE = 0.9;
const RATE = 1e-3;
const LONGEST_SENTENCE = 300;
const WIDTHS = { words: 64, endings: 24, tags: 32, labels: 24, distances: 8 };

/** Trains the parser's network; returns the bytes of its weights file. */
export function trainParser(
  compute: Compute,
  sentences: readonly ParsedSentence[],
  options: ParserOptions,
): Uint8Array {
  const usable = sentences.filter(({ forms }) => forms.length <= LONGEST_SENTENCE);
  const training = new ParserTraining(compute, usable, options);
  for (let pass = 0; pass < options.passes; pass++) {
    training.run(pass);
    options.onPass?.(pass, () => training.bytes());
  }
  return training.bytes();
}

/** A sentence as numbers; `words`, `endings` and `tags` hold the root and "nothing" at the end. */
interface Example {
  readonly count: number;
  readonly words: Int32Array;
  readonly endings: Int32Array;
  readonly tags: Int32Array;
  readonly gold: GoldTree;
  /** Output that draws each word's gold arc to the left and to the right. */
  readonly leftOutputs: Int32Array;
  readonly rightOutputs: Int32Array;
}

class ParserTraining {
  private readonly random: Random;
  private readonly names: ActionNames;
  private readonly actions: Actions;
  private readonly vocabulary: { words: Int32Array; endings: Int32Array };
  private readonly examples: readonly Example[];
  private readonly trainer: NetworkTrainer;
  private readonly positions = new Int32Array(WORD_POSITIONS);
  private readonly moves = { shift: false, left: false, right: false };

  constructor(
    compute: Compute,
    sentences: readonly ParsedSentence[],
    private readonly options: ParserOptions,
  ) {
    this.random = new Random(options.seed ?? 3);
    this.names = listActions(sentences);
    this.actions = readActions(this.names);
    const forms = new FormTable();
    this.vocabulary = buildVocabulary(sentences, forms);
    this.examples = buildExamples(sentences, forms, this.vocabulary, this.names, options.tags);
    const transitions = this.examples.reduce((sum, example) => sum + 2 * example.count, 0);
    const shape = {
      tables: {
        words: { rows: FIRST_KNOWN + this.vocabulary.words.length, width: WIDTHS.words },
        endings: { rows: FIRST_KNOWN + this.vocabulary.endings.length, width: WIDTHS.endings },
        tags: { rows: FIRST_KNOWN + options.tags.length, width: WIDTHS.tags },
        labels: { rows: this.names.labels.length, width: WIDTHS.labels },
        distances0: { rows: DISTANCE_CLASSES, width: WIDTHS.distances },
        distances1: { rows: DISTANCE_CLASSES, width: WIDTHS.distances },
      },
      groups: inputGroups(),
      hidden: options.hidden ?? 320,
      outputs: Math.ceil(this.actions.count / 40) * 40,
    };
    this.trainer = new NetworkTrainer(
      compute,
      shape,
      {
        batch: BATCH,
        dropout: DROPOUT,
        rate: RATE,
        steps: (transitions / BATCH) * options.passes,
      },
      this.random,
    );
  }

  run(pass: number): void {
    const { examples, random, trainer, options } = this;
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
        const state = spare.pop() ?? new ParserState();
        state.start(example.count);
        states.push(state);
        current.push(example);
      }
      // A nearly empty batch at the end of a pass would be a noisy step.
      if (states.length < BATCH / 4) break;
      const used = states.length;
      for (let i = 0; i < used; i++) this.readInputs(states[i], current[i], i);
      trainer.forward(used);
      for (let i = 0; i < used; i++) {
        const outcome = this.learn(states[i], current[i], i, pass);
        loss += outcome.loss;
        if (outcome.right) right++;
        seen++;
      }
      trainer.backward(used);
      for (let i = 0; i < states.length; ) {
        if (!isLast(states[i])) {
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
    options.log?.(
      `parser pass ${pass + 1}: ${((100 * right) / seen).toFixed(2)} %, loss ${(loss / seen).toFixed(4)}, ${seconds} s`,
    );
  }

  /** Writes the ids of a state into row `i` of the batch. */
  private readInputs(state: ParserState, example: Example, i: number): void {
    const { positions, random, trainer } = this;
    const { ids } = trainer;
    readPositions(state, positions);
    const nothing = state.count + 1;
    let at = i * trainer.slots.length;
    for (let p = 0; p < WORD_POSITIONS; p++) {
      const word = positions[p];
      const drop = word < state.count && random.next() < WORD_DROPOUT;
      ids[at++] = drop ? UNKNOWN : example.words[word];
      ids[at++] = example.endings[word];
      ids[at++] = example.tags[word];
    }
    for (let p = WORD_POSITIONS - LABEL_POSITIONS; p < WORD_POSITIONS; p++) {
      ids[at++] = state.labels[positions[p]];
    }
    ids[at++] = distanceClass(positions[0], state.next, nothing);
    ids[at++] = distanceClass(positions[1], positions[0], nothing);
  }

  /** Turns the scores of row `i` into the gradient of the loss and takes the next action. */
  private learn(
    state: ParserState,
    example: Example,
    i: number,
    pass: number,
  ): { loss: number; right: boolean } {
    const { actions, trainer, moves, random } = this;
    const { outputs } = trainer.shape;
    const scores = trainer.scores.subarray(i * outputs, (i + 1) * outputs);
    const best = bestOutput(state, actions, scores);
    softmax(state, actions, scores, scores[best]);
    findBestMoves(state, example.gold, moves);
    const top = state.depth > 0 ? state.stack[state.depth - 1] : 0;
    const targets: number[] = [];
    if (moves.shift) targets.push(0);
    if (moves.left) targets.push(example.leftOutputs[top]);
    if (moves.right) targets.push(example.rightOutputs[top]);
    let mass = 1e-9;
    let target = targets[0];
    for (const output of targets) {
      mass += scores[output];
      if (scores[output] > scores[target]) target = output;
    }
    // p − q with q the share of each right action: raises all of them, each by what it has.
    for (const output of targets) scores[output] -= scores[output] / mass;
    for (let output = 0; output < outputs; output++) scores[output] /= BATCH;
    const right = targets.includes(best);
    const follow = right || (pass > 0 && random.next() < EXPLORE);
    applyOutput(state, actions, follow ? best : target);
    return { loss: -Math.log(mass), right };
  }

  bytes(): Uint8Array {
    return writeWeights(
      'parser',
      { shape: this.trainer.shape, actions: this.names, tags: this.options.tags },
      {
        'vocabulary.words': this.vocabulary.words,
        'vocabulary.endings': this.vocabulary.endings,
        ...this.trainer.arrays(),
      },
    );
  }
}

/** Probabilities of the allowed outputs in place; 0 for the others. `top` is the highest score allowed. */
function softmax(state: ParserState, actions: Actions, scores: Float32Array, top: number): void {
  let sum = 0;
  for (let output = 0; output < scores.length; output++) {
    const allowed =
      output < actions.firstRight
        ? state.canShift && (output === 0 || state.depth > 0)
        : output < actions.count && state.depth > 1;
    scores[output] = allowed ? Math.exp(scores[output] - top) : 0;
    sum += scores[output];
  }
  for (let output = 0; output < scores.length; output++) scores[output] /= sum;
}

function buildVocabulary(
  sentences: readonly ParsedSentence[],
  forms: FormTable,
): { words: Int32Array; endings: Int32Array } {
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
  { words, endings }: { words: Int32Array; endings: Int32Array },
  names: ActionNames,
  tags: readonly string[],
): Example[] {
  const wordNumbers = new Vocabulary(words);
  const endingNumbers = new Vocabulary(endings);
  const tagNumbers = new Map(tags.map((tag, i) => [tag, FIRST_KNOWN + i]));
  const finder = new OutputFinder(names);
  return sentences.map((sentence) => {
    const count = sentence.forms.length;
    forms.reserve(count);
    const ids = Int32Array.from(sentence.forms, (form) => forms.idOf(form));
    const plain = writingOf(forms, ids, count) === writings.plain;
    return {
      count,
      words: withEnds(ids.map((id) => wordNumbers.numberOf(wordHash(forms, id)))),
      endings: withEnds(ids.map((id) => endingNumbers.numberOf(endingHash(forms, id, plain)))),
      tags: withEnds(Int32Array.from(sentence.tags, (tag) => tagNumbers.get(tag) ?? UNKNOWN)),
      gold: goldTree(sentence.heads),
      leftOutputs: Int32Array.from(sentence.relations, (relation) => finder.leftOf(relation)),
      rightOutputs: Int32Array.from(sentence.relations, (relation) => finder.rightOf(relation)),
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
