import {
  type ActionNames,
  type Actions,
  bestMove,
  highest,
  isAllowed,
  isLast,
  LEFT,
  RIGHT,
  readActions,
  SHIFT,
} from '../src/language/actions.ts';
import { FormTable } from '../src/language/forms.ts';
import {
  endingHash,
  FIRST_LABELLED,
  inputGroups,
  isComma,
  readPositions,
  readSpaces,
  SPACE_CLASSES,
  SPACE_GROUPS,
  WORD_POSITIONS,
  wordHash,
} from '../src/language/parser-inputs.ts';
import { ParserState } from '../src/language/transitions.ts';
import { FIRST_KNOWN, NOTHING, ROOT, UNKNOWN, Vocabulary } from '../src/language/vocabulary.ts';
import { writeWeights } from '../src/language/weights-file.ts';
import { writingOf, writings } from '../src/language/writing.ts';
import { LabelFinder, listActions } from './action-inventory.ts';
import type { Compute } from './compute.ts';
import { NetworkTrainer } from './network-trainer.ts';
import { findBestMoves, type GoldTree, goldTree } from './oracle.ts';
import { Random } from './random.ts';
import { tally } from './tally.ts';

/** What the parser learns from. */
export interface ParsedSentence {
  readonly forms: readonly string[];
  /** Joint tags as the tagger would give them, and the near rivals of some ('' for none). */
  readonly tags: readonly string[];
  readonly seconds: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export interface ParserOptions {
  readonly passes: number;
  readonly hidden?: number;
  readonly seed?: number;
  readonly log?: (line: string) => void;
  /** Called after each pass with the weights so far. */
  readonly onPass?: (pass: number, bytes: () => Uint8Array) => void;
}

const BATCH = 128;
const DROPOUT = 0.4;
const WORD_DROPOUT = 0.1;
/** From the second pass on, a wrong action is followed this often, so that the parser learns to go on from it. */
const EXPLORE = 0.9;
const RATE = 1e-3;
const LONGEST_SENTENCE = 300;
const WIDTHS = { words: 64, endings: 24, tags: 32, seconds: 16, labels: 24, spaces: 8 };

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

/** A sentence as numbers; the arrays of words hold the root and "nothing" at the end. */
interface Example {
  readonly count: number;
  readonly words: Int32Array;
  readonly endings: Int32Array;
  readonly tags: Int32Array;
  readonly seconds: Int32Array;
  /** Commas before each word. */
  readonly commas: Int32Array;
  readonly gold: GoldTree;
  /** Place of each word's gold label among those of arcs to the left and to the right. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;
}

class ParserTraining {
  private readonly random: Random;
  private readonly names: ActionNames;
  private readonly actions: Actions;
  /** Joint tags that its words bear. */
  private readonly tags: readonly string[];
  private readonly vocabulary: { words: Int32Array; endings: Int32Array };
  private readonly examples: readonly Example[];
  private readonly trainer: NetworkTrainer;
  private readonly positions = new Int32Array(WORD_POSITIONS);
  private readonly spaces = new Int32Array(SPACE_GROUPS);
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
    this.tags = [...new Set(sentences.flatMap(({ tags }) => tags))].sort();
    this.examples = buildExamples(sentences, forms, this.vocabulary, this.names, this.tags);
    const transitions = this.examples.reduce((sum, example) => sum + 2 * example.count, 0);
    const shape = {
      tables: {
        words: { rows: FIRST_KNOWN + this.vocabulary.words.length, width: WIDTHS.words },
        endings: { rows: FIRST_KNOWN + this.vocabulary.endings.length, width: WIDTHS.endings },
        tags: { rows: FIRST_KNOWN + this.tags.length, width: WIDTHS.tags },
        seconds: { rows: FIRST_KNOWN + this.tags.length, width: WIDTHS.seconds },
        labels: { rows: this.names.labels.length, width: WIDTHS.labels },
        ...Object.fromEntries(
          Array.from({ length: SPACE_GROUPS }, (_, i) => [
            `spaces${i}`,
            { rows: SPACE_CLASSES, width: WIDTHS.spaces },
          ]),
        ),
      },
      groups: inputGroups(),
      hidden: options.hidden ?? 320,
      outputs: this.actions.columns,
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
    let at = i * trainer.slots.length;
    for (let p = 0; p < WORD_POSITIONS; p++) {
      const word = positions[p];
      const drop = word < state.count && random.next() < WORD_DROPOUT;
      ids[at++] = drop ? UNKNOWN : example.words[word];
      ids[at++] = example.endings[word];
      ids[at++] = example.tags[word];
      ids[at++] = example.seconds[word];
    }
    for (let p = FIRST_LABELLED; p < WORD_POSITIONS; p++) ids[at++] = state.labels[positions[p]];
    readSpaces(state, positions, example.commas, this.spaces);
    for (let i = 0; i < SPACE_GROUPS; i++) ids[at++] = this.spaces[i];
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
    const best = bestMove(state, scores);
    findBestMoves(state, example.gold, moves);
    const top = state.depth > 0 ? state.stack[state.depth - 1] : 0;
    const sides = [
      { first: actions.firstLeft, labels: actions.left, gold: example.leftLabels[top] },
      { first: actions.firstRight, labels: actions.right, gold: example.rightLabels[top] },
    ];
    const place = best === SHIFT ? 0 : bestOf(scores, sides[best - 1]);
    // The chance of a move with its gold label, for each move that loses least.
    const chances = [0, 0, 0];
    softmax(scores, SHIFT, 3, (move) => isAllowed(state, move));
    if (moves.shift) chances[SHIFT] = scores[SHIFT];
    for (const move of [LEFT, RIGHT]) {
      const { first, labels, gold } = sides[move - 1];
      if (!(move === LEFT ? moves.left : moves.right)) continue;
      softmax(scores, first, labels.length);
      chances[move] = scores[move] * scores[first + gold];
    }
    const mass = chances[SHIFT] + chances[LEFT] + chances[RIGHT] + 1e-9;
    // Below zero where the gradient raises a score. Labels of a direction count by its share.
    for (const move of [LEFT, RIGHT]) {
      const { first, labels, gold } = sides[move - 1];
      const share = chances[move] / mass / BATCH;
      for (let i = first; i < first + labels.length; i++)
        scores[i] = share > 0 ? scores[i] * share : 0;
      scores[first + gold] -= share;
    }
    for (let move = SHIFT; move <= RIGHT; move++) {
      scores[move] = (scores[move] - chances[move] / mass) / BATCH;
    }
    for (let i = 0; i < outputs; i++) if (isPadding(actions, i)) scores[i] = 0;
    const right =
      best === SHIFT
        ? moves.shift
        : (best === LEFT ? moves.left : moves.right) && place === sides[best - 1].gold;
    const follow = right || (pass > 0 && random.next() < EXPLORE);
    const target = chances.indexOf(Math.max(...chances));
    if (follow) take(state, best, sides, place);
    else take(state, target, sides, sides[target - 1]?.gold);
    return { loss: -Math.log(mass), right };
  }

  bytes(): Uint8Array {
    return writeWeights(
      'parser',
      { shape: this.trainer.shape, actions: this.names, tags: this.tags },
      {
        'vocabulary.words': this.vocabulary.words,
        'vocabulary.endings': this.vocabulary.endings,
        ...this.trainer.arrays(),
      },
    );
  }
}

/** Outputs for the labels of a direction, and the gold one's place among them. */
interface Side {
  readonly first: number;
  readonly labels: Int32Array;
  readonly gold: number;
}

function bestOf(scores: Float32Array, { first, labels }: Side): number {
  return highest(scores, first, labels.length);
}

function take(state: ParserState, move: number, sides: readonly Side[], place: number): void {
  if (move === SHIFT) state.shift();
  else if (move === LEFT) state.attachLeft(sides[0].labels[place]);
  else state.attachRight(sides[1].labels[place]);
}

function isPadding({ left, right, firstLeft, firstRight }: Actions, output: number): boolean {
  if (output < firstLeft) return output > RIGHT;
  if (output < firstRight) return output >= firstLeft + left.length;
  return output >= firstRight + right.length;
}

/** Turns scores into chances in place; those not allowed get 0. */
function softmax(
  scores: Float32Array,
  first: number,
  count: number,
  isOpen: (place: number) => boolean = () => true,
): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) if (isOpen(i)) top = Math.max(top, scores[first + i]);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    scores[first + i] = isOpen(i) ? Math.exp(scores[first + i] - top) : 0;
    sum += scores[first + i];
  }
  for (let i = 0; i < count; i++) scores[first + i] /= sum;
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
  const finder = new LabelFinder(names);
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
      seconds: withEnds(
        Int32Array.from(sentence.seconds, (tag) => tagNumbers.get(tag) ?? NOTHING),
        NOTHING,
      ),
      commas: countCommas(sentence.tags),
      gold: goldTree(sentence.heads),
      leftLabels: Int32Array.from(sentence.relations, (relation) => finder.leftOf(relation)),
      rightLabels: Int32Array.from(sentence.relations, (relation) => finder.rightOf(relation)),
    };
  });
}

function countCommas(tags: readonly string[]): Int32Array {
  const counts = new Int32Array(tags.length + 1);
  tags.forEach((tag, i) => {
    counts[i + 1] = counts[i] + (isComma(tag) ? 1 : 0);
  });
  return counts;
}

/** The numbers of a sentence's words, then those of the root and of "nothing". */
function withEnds(ids: Int32Array, root = ROOT): Int32Array {
  const result = new Int32Array(ids.length + 2);
  result.set(ids);
  result[ids.length] = root;
  result[ids.length + 1] = NOTHING;
  return result;
}
