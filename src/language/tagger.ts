import { FORM_CAPACITY, type FormTable } from './forms.ts';
import type { KernelFactory } from './kernel.ts';
import { RowCache } from './row-cache.ts';
import { RowNetwork } from './row-network.ts';
import { REACH, TAGS_BEFORE, tableHash, WINDOW, wordTables } from './tagger-inputs.ts';
import { FIRST_KNOWN, NOTHING, Vocabulary } from './vocabulary.ts';
import type { WeightsFile } from './weights-file.ts';

/** Rows of the network that are kept: some 17 MB. */
const ROW_CAPACITY = 65_536;
/** Words that rows are kept for. */
const KEY_CAPACITY = 32_768;
const WRITINGS = 3;
/** A tag less likely than the best by at most this power of e is told to the parser. */
const NEAR = 2.5;
/** Stands where the best tag has no near rival. */
export const NO_SECOND = 255;

/** Tags words from left to right with a small network over a window of words and the tags before. */
export class Tagger {
  /** Joint tags, `UPOS/XPOS`, by number. */
  readonly tags: readonly string[];
  private readonly network: RowNetwork;
  /** Outputs with padding. */
  private readonly columns: number;
  private readonly vocabularies: readonly Vocabulary[];
  /** Number of a form in a writing among those with rows; −1 for none. */
  private readonly keyOf = new Int32Array(FORM_CAPACITY * WRITINGS).fill(-1);
  private usedKeys = 0;
  /** Rows by key and place of the window. */
  private readonly cache: RowCache;
  private readonly tagRows: Int32Array;
  private readonly numbers = new Int32Array(wordTables.length);
  private generation = 0;

  constructor(
    file: WeightsFile,
    kernels: KernelFactory,
    private readonly forms: FormTable,
  ) {
    this.tags = file.settings.tags as string[];
    this.network = new RowNetwork(file, kernels, ROW_CAPACITY);
    this.columns = Math.ceil(this.tags.length / 8) * 8;
    this.vocabularies = wordTables.map(
      (table) => new Vocabulary(file.array(`vocabulary.${table}`, 'i32')),
    );
    for (let place = 0; place < WINDOW; place++) {
      this.network.setNothing(
        place,
        wordTables.map(() => NOTHING),
      );
    }
    const rows = FIRST_KNOWN + this.tags.length;
    this.tagRows = new Int32Array(TAGS_BEFORE * rows);
    let fixed = 0;
    for (let i = 0; i < TAGS_BEFORE; i++) {
      this.network.setNothing(WINDOW + i, [NOTHING]);
      for (let tag = FIRST_KNOWN; tag < rows; tag++) {
        this.tagRows[i * rows + tag] = this.network.makeRow(fixed++, WINDOW + i, [tag]);
      }
    }
    this.cache = new RowCache(this.network, fixed, KEY_CAPACITY * WINDOW);
  }

  /**
   * Writes the number of each word's tag to `out`, and to `seconds` that of the next best or `NO_SECOND`. Words with
   * a `certain` tag get that.
   */
  tag(
    ids: Int32Array,
    count: number,
    writing: number,
    out: Uint8Array,
    seconds: Uint8Array,
    certain?: ReadonlyMap<number, number>,
  ): void {
    const { network, tagRows } = this;
    const near = NEAR * network.scoreUnit;
    const { rows, scores } = network;
    const secondTag = FIRST_KNOWN + this.tags.length;
    if (this.generation !== this.forms.generation) {
      this.generation = this.forms.generation;
      this.forgetRows();
    }
    for (let i = 0; i < count; i++) {
      const given = certain?.get(i);
      if (given !== undefined) {
        out[i] = given;
        seconds[i] = NO_SECOND;
        continue;
      }
      if (this.usedKeys + WINDOW > KEY_CAPACITY) this.forgetRows();
      this.cache.begin();
      let n = 0;
      const first = Math.max(0, i - REACH);
      const last = Math.min(count - 1, i + REACH);
      for (let j = first; j <= last; j++) rows[n++] = this.rowAt(j - i + REACH, ids[j], writing);
      if (i > 0) rows[n++] = tagRows[FIRST_KNOWN + out[i - 1]];
      if (i > 1) rows[n++] = tagRows[secondTag + FIRST_KNOWN + out[i - 2]];
      network.addRows(n);
      network.score(0, this.columns);
      let best = 0;
      let second = -1;
      for (let tag = 1; tag < this.tags.length; tag++) {
        if (scores[tag] > scores[best]) {
          second = best;
          best = tag;
        } else if (second < 0 || scores[tag] > scores[second]) second = tag;
      }
      out[i] = best;
      seconds[i] = scores[best] - scores[second] < near ? second : NO_SECOND;
    }
  }

  private rowAt(place: number, form: number, writing: number): number {
    let key = this.keyOf[form * WRITINGS + writing];
    if (key < 0) {
      key = this.usedKeys++;
      this.keyOf[form * WRITINGS + writing] = key;
    }
    return this.cache.find(key * WINDOW + place) || this.makeRow(key, place, form, writing);
  }

  private makeRow(key: number, place: number, form: number, writing: number): number {
    const { numbers, vocabularies, forms } = this;
    for (let i = 0; i < wordTables.length; i++) {
      numbers[i] = vocabularies[i].numberOf(tableHash(wordTables[i], forms, form, writing));
    }
    return this.cache.make(key * WINDOW + place, place, numbers);
  }

  private forgetRows(): void {
    this.keyOf.fill(-1);
    this.usedKeys = 0;
    this.cache.clear();
  }
}
