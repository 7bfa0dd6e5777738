import type { Gazetteer, GazetteerEntry, GazetteerMatch } from '../gazetteer/index.ts';
import type { Tree } from '../syntax/tree.ts';

/** The gazetteer's findings in one sentence, by token. */
export class SentenceNames {
  readonly tree: Tree;
  readonly matches: readonly GazetteerMatch[];
  readonly #byToken: (GazetteerMatch | undefined)[];

  constructor(tree: Tree, gazetteer: Gazetteer) {
    this.tree = tree;
    this.matches = gazetteer.match(tree.tokens);
    this.#byToken = new Array(tree.tokens.length).fill(undefined);
    for (const match of this.matches) {
      for (let index = match.from; index < match.to; index++) this.#byToken[index] = match;
    }
  }

  /** The match that covers a token. */
  at(token: number): GazetteerMatch | undefined {
    return token < 0 ? undefined : this.#byToken[token];
  }

  /** The entry of this kind at a token. */
  kindAt(token: number, kind: GazetteerEntry['kind']): GazetteerEntry | undefined {
    const match = this.#byToken[token];
    if (!match) return undefined;
    for (const entry of match.entries) if (entry.kind === kind) return entry;
    return undefined;
  }
}
