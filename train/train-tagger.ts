import { FormTable } from '../src/language/forms.ts';
import {
  inputGroups,
  REACH,
  tableHash,
  WINDOW,
  type WordTable,
  wordTables,
} from '../src/language/tagger-inputs.ts';
import { FIRST_KNOWN, NOTHING, UNKNOWN, Vocabulary } from '../src/language/vocabulary.ts';
import { type WeightArray, writeWeights } from '../src/language/weights-file.ts';
import { writingOf, writings } from '../src/language/writing.ts';
import type { Compute } from './compute.ts';
import { NetworkTrainer } from './network-trainer.ts';
import { Random } from './random.ts';
import { tally } from './tally.ts';

/** What the tagger learns from: the words and their joint tags. */
export interface TaggedSentence {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
}

export interface TaggerOptions {
  readonly passes: number;
  readonly hidden?: number;
  readonly seed?: number;
  readonly log?: (line: string) => void;
  readonly onPass?: (pass: number, bytes: () => Uint8Array) => void;
  /** Arrays to keep in the weights file beside the network. */
  readonly extra?: Readonly<Record<string, WeightArray>>;
}

const BATCH = 128;
const DROPOUT = 0.35;
const RATE = 1e-3;
/** A word seen f times in training is hidden with chance d / (d + f). */
const WORD_DROPOUT = 0.4;
/** From the second pass on, the tagger's own tags stand before a word this often, else the right ones. */
const EXPLORE = 0.9;
const MOST_TAGS = 80;
const RAREST = { words: 2, suffixes3: 3, suffixes2: 3, prefixes: 3, shapes: 3 };
const WIDTHS = { words: 56, suffixes3: 24, suffixes2: 12, prefixes: 16, shapes: 12, tags: 24 };

/** Trains the tagger's network; returns the bytes of its weights file. */
export function trainTagger(
  compute: Compute,
  sentences: readonly TaggedSentence[],
  options: TaggerOptions,
): Uint8Array {
  const training = new TaggerTraining(compute, sentences, options);
  for (let pass = 0; pass < options.passes; pass++) {
    training.run(pass);
    options.onPass?.(pass, () => training.bytes());
  }
  return training.bytes();
}

interface Example {
  readonly count: number;
  /** Number of each word in each table, word after word. */
  readonly numbers: Int32Array;
  /** Gold tags; −1 for one too rare to learn. */
  readonly gold: Int32Array;
  /** Chance that the word is hidden. */
  readonly dropout: Float32Array;
}

/** A sentence on its way. */
interface Walk {
  readonly example: Example;
  next: number;
  tag1: number;
  tag2: number;
}

class TaggerTraining {
  private readonly random: Random;
  private readonly tags: readonly string[];
  private readonly hashes: Record<WordTable, Int32Array>;
  private readonly examples: readonly Example[];
  private readonly trainer: NetworkTrainer;

  constructor(
    compute: Compute,
    sentences: readonly TaggedSentence[],
    private readonly options: TaggerOptions,
  ) {
    this.random = new Random(options.seed ?? 5);
    this.tags = frequentTags(sentences);
    const forms = new FormTable();
    const counts = countHashes(sentences, forms);
    this.hashes = frequentHashes(counts);
    this.examples = buildExamples(sentences, forms, this.hashes, counts.words, this.tags);
    const tables = Object.fromEntries(
      wordTables.map((table) => [
        table,
        { rows: FIRST_KNOWN + this.hashes[table].length, width: WIDTHS[table] },
      ]),
    );
    const words = this.examples.reduce((sum, example) => sum + example.count, 0);
    this.trainer = new NetworkTrainer(
      compute,
      {
        tables: { ...tables, tags: { rows: FIRST_KNOWN + this.tags.length, width: WIDTHS.tags } },
        groups: inputGroups(),
        hidden: options.hidden ?? 256,
        outputs: Math.ceil(this.tags.length / 40) * 40,
      },
      { batch: BATCH, dropout: DROPOUT, rate: RATE, steps: (words / BATCH) * options.passes },
      this.random,
    );
  }

  run(pass: number): void {
    const { examples, random, trainer, options } = this;
    const started = performance.now();
    const order = random.shuffle(examples.map((_, i) => i));
    let walks: Walk[] = [];
    let nextExample = 0;
    let right = 0;
    let seen = 0;
    for (;;) {
      while (walks.length < BATCH && nextExample < order.length) {
        const example = examples[order[nextExample++]];
        walks.push({ example, next: 0, tag1: NOTHING, tag2: NOTHING });
      }
      if (walks.length < BATCH / 4) break;
      for (let i = 0; i < walks.length; i++) this.readInputs(walks[i], i);
      trainer.forward(walks.length);
      for (let i = 0; i < walks.length; i++) {
        seen++;
        if (this.learn(walks[i], i, pass)) right++;
      }
      trainer.backward(walks.length);
      walks = walks.filter((walk) => walk.next < walk.example.count);
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    options.log?.(`tagger pass ${pass + 1}: ${((100 * right) / seen).toFixed(2)} %, ${seconds} s`);
  }

  private readInputs({ example, next, tag1, tag2 }: Walk, i: number): void {
    const { trainer, random } = this;
    const { ids } = trainer;
    const tables = wordTables.length;
    let at = i * trainer.slots.length;
    for (let place = 0; place < WINDOW; place++) {
      const word = next + place - REACH;
      if (word < 0 || word >= example.count) {
        for (let table = 0; table < tables; table++) ids[at++] = NOTHING;
        continue;
      }
      for (let table = 0; table < tables; table++) {
        ids[at++] = example.numbers[word * tables + table];
      }
      if (random.next() < example.dropout[word]) ids[at - tables] = UNKNOWN;
    }
    ids[at++] = tag1;
    ids[at++] = tag2;
  }

  /** Turns the scores of row `i` into the gradient of the loss and goes on to the next word; whether the tag was right. */
  private learn(walk: Walk, i: number, pass: number): boolean {
    const { trainer, tags, random } = this;
    const { outputs } = trainer.shape;
    const scores = trainer.scores.subarray(i * outputs, (i + 1) * outputs);
    const gold = walk.example.gold[walk.next];
    let best = 0;
    for (let tag = 1; tag < tags.length; tag++) if (scores[tag] > scores[best]) best = tag;
    const top = scores[best];
    let sum = 0;
    for (let tag = 0; tag < outputs; tag++) {
      scores[tag] = tag < tags.length ? Math.exp(scores[tag] - top) : 0;
      sum += scores[tag];
    }
    for (let tag = 0; tag < outputs; tag++) scores[tag] = gold < 0 ? 0 : scores[tag] / sum / BATCH;
    if (gold >= 0) scores[gold] -= 1 / BATCH;
    walk.tag2 = walk.tag1;
    walk.tag1 = FIRST_KNOWN + (gold < 0 || (pass > 0 && random.next() < EXPLORE) ? best : gold);
    walk.next++;
    return best === gold;
  }

  bytes(): Uint8Array {
    const arrays: Record<string, WeightArray> = { ...this.options.extra };
    for (const table of wordTables) arrays[`vocabulary.${table}`] = this.hashes[table];
    return writeWeights(
      'tagger',
      { shape: this.trainer.shape, tags: this.tags },
      { ...arrays, ...this.trainer.arrays() },
    );
  }
}

function frequentTags(sentences: readonly TaggedSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of sentences) for (const tag of tags) tally(counts, tag);
  return [...counts.keys()]
    .sort((a, b) => counts.get(b)! - counts.get(a)!)
    .slice(0, MOST_TAGS)
    .sort();
}

type HashCounts = Record<WordTable, Map<number, number>>;

function countHashes(sentences: readonly TaggedSentence[], forms: FormTable): HashCounts {
  const counts = Object.fromEntries(
    wordTables.map((table) => [table, new Map<number, number>()]),
  ) as HashCounts;
  for (const sentence of sentences) {
    forms.reserve(sentence.forms.length);
    const ids = Int32Array.from(sentence.forms, (form) => forms.idOf(form));
    const writing = writingOf(forms, ids, ids.length);
    for (const id of ids) {
      for (const table of wordTables) tally(counts[table], tableHash(table, forms, id, writing));
    }
  }
  return counts;
}

function frequentHashes(counts: HashCounts): Record<WordTable, Int32Array> {
  return Object.fromEntries(
    wordTables.map((table) => [
      table,
      Int32Array.from(
        [...counts[table]].filter(([, n]) => n >= RAREST[table]).map(([hash]) => hash),
      ).sort(),
    ]),
  ) as Record<WordTable, Int32Array>;
}

function buildExamples(
  sentences: readonly TaggedSentence[],
  forms: FormTable,
  hashes: Record<WordTable, Int32Array>,
  wordCounts: ReadonlyMap<number, number>,
  tags: readonly string[],
): Example[] {
  const vocabularies = wordTables.map((table) => new Vocabulary(hashes[table]));
  const tagNumbers = new Map(tags.map((tag, i) => [tag, i]));
  return sentences.map((sentence) => {
    const count = sentence.forms.length;
    forms.reserve(count);
    const ids = Int32Array.from(sentence.forms, (form) => forms.idOf(form));
    const writing = writingOf(forms, ids, count);
    const numbers = new Int32Array(count * wordTables.length);
    const dropout = new Float32Array(count);
    ids.forEach((id, i) => {
      wordTables.forEach((table, j) => {
        const hash = tableHash(table, forms, id, writing);
        numbers[i * wordTables.length + j] = vocabularies[j].numberOf(hash);
      });
      const frequency = wordCounts.get(tableHash('words', forms, id, writings.plain))!;
      dropout[i] = WORD_DROPOUT / (WORD_DROPOUT + frequency);
    });
    return {
      count,
      numbers,
      dropout,
      gold: Int32Array.from(sentence.tags, (tag) => tagNumbers.get(tag) ?? -1),
    };
  });
}
