/** Groups that each word belongs to: a broad one and a narrow one. */
const grains = 2;
const namingWords = 3;

/** Groups of words that stand in like company, learned from running text. */
export class WordGroups {
  /** Lemmas, the most frequent first. */
  readonly lemmas: readonly string[];
  /** `grains` numbers a lemma: its broad group, its narrow group. */
  readonly numbers: Uint8Array;
  #groups: Map<string, readonly string[]> | null = null;

  constructor(lemmas: readonly string[], numbers: Uint8Array) {
    if (numbers.length !== lemmas.length * grains) {
      throw new Error(
        `word groups: ${numbers.length} numbers for ${lemmas.length} words; expected ${grains} a word`,
      );
    }
    this.lemmas = lemmas;
    this.numbers = numbers;
  }

  /** Names of the groups that a lemma belongs to, the broad one first; undefined where it is not known. A group is called by its most frequent words. */
  groupsOf(lemma: string): readonly string[] | undefined {
    this.#groups ??= this.#lay();
    return this.#groups.get(lemma);
  }

  #lay(): Map<string, readonly string[]> {
    const names = new Map<number, string[]>();
    this.lemmas.forEach((lemma, index) => {
      for (let grain = 0; grain < grains; grain++) {
        const group = this.#keyOf(index, grain);
        const words = names.get(group);
        if (!words) names.set(group, [lemma]);
        else if (words.length < namingWords) words.push(lemma);
      }
    });
    const named = new Map(
      [...names].map(([group, words]) => [group, `${words.join(', ')} …${group % grains}`]),
    );
    return new Map(
      this.lemmas.map((lemma, index) => [
        lemma,
        Array.from({ length: grains }, (_, grain) => named.get(this.#keyOf(index, grain)) ?? ''),
      ]),
    );
  }

  #keyOf(index: number, grain: number): number {
    return this.numbers[index * grains + grain] * grains + grain;
  }
}
