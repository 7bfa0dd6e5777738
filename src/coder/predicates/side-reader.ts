import type { PartyReader } from '../entities/party-reader.ts';
import type { GazetteerEntry } from '../gazetteer/index.ts';
import { frameOf } from '../syntax/frame.ts';
import { nounPhrases } from '../syntax/phrases.ts';
import { conjuncts, hasOneOf, introducers, type Tree } from '../syntax/tree.ts';
import type { PatternMatch } from './matching.ts';

const possessorKinds = new Set<GazetteerEntry['kind']>([
  'country',
  'people',
  'capital',
  'metonym',
  'organization',
  'group',
  'person',
  'role',
  'city',
  'region',
]);
const facing = new Set(['with', 'to', 'against']);
/** Nouns of texts: "a report accusing …" accuses in the name of whoever issued it. */
const textNouns = new Set(
  'statement report lawsuit suit resolution letter complaint petition declaration bill motion video speech message note communique decree order appeal'.split(
    ' ',
  ),
);

/** Tells who does and who receives what the matches of one sentence say. */
export class SideReader {
  readonly #tree: Tree;
  readonly #parties: PartyReader;

  constructor(tree: Tree, parties: PartyReader) {
    this.#tree = tree;
    this.#parties = parties;
  }

  /** Who fills the pattern's places, as actors and recipients. */
  sidesOf(match: PatternMatch): { actors: number[]; recipients: number[] } {
    const actors: number[] = [];
    const recipients: number[] = [];
    for (const { role, token } of match.fillers) {
      if (role === 'A' || role === 'B') actors.push(this.#authorOf(token));
      else if (role === 'R') recipients.push(token);
    }
    if (
      recipients.length === 0 &&
      match.pattern.subject?.role === 'A' &&
      match.pattern.kind === 'verb'
    ) {
      // "demanded that Hamas disarm", "said Iran was to blame": the clause's subject is whom it is about.
      const clause = match.fillers.find(
        ({ role, token }) => role === 'X' && this.#tree.tokens[token].upos === 'VERB',
      );
      const subject = clause ? frameOf(this.#tree, clause.token).subject : -1;
      if (subject >= 0 && !actors.includes(subject)) recipients.push(subject);
    }
    if (match.pattern.kind === 'verb' && actors.length === 0) {
      // "American troops were sent to Haiti": who owns the thing that a passive speaks of did the deed.
      const thing = match.fillers.find(
        ({ role, token }) =>
          role === 'X' &&
          match.claimed.includes(token) &&
          this.#tree.tokens[token].deprel === 'nsubj:pass',
      );
      if (thing && this.isParty(thing.token)) actors.push(thing.token);
    }
    if (match.pattern.kind === 'noun') {
      const taken = new Set(match.fillers.map(({ token }) => token));
      const role = match.pattern.subject?.role ?? 'A';
      const owners = this.#owners(match.head, taken, actors.length === 0);
      if (role === 'R') recipients.push(...owners.filter((token) => !recipients.includes(token)));
      else if (role === 'A' || role === 'B')
        actors.push(...owners.filter((token) => !actors.includes(token)));
    }
    return { actors, recipients };
  }

  /** "issued a statement condemning …", "filed a suit accusing …": who issued or filed it, where the text is nobody's. */
  #authorOf(token: number): number {
    const { lemmas, tokens, relations } = this.#tree;
    if (!textNouns.has(lemmas[token]) || tokens[token].upos !== 'NOUN') return token;
    if (this.isParty(token)) return token;
    const verb = tokens[token].head;
    if (verb < 0 || tokens[verb].upos !== 'VERB' || relations[token] === 'nsubj') return token;
    const { subject } = frameOf(this.#tree, verb);
    return subject >= 0 && subject !== token ? subject : token;
  }

  /**
   * The sides where the deed is not the same for both ("Chad opened ties with Peru"): whom the subject does it with
   * receives it. Several in the subject ("Chad and Peru signed a treaty") act together.
   */
  directedSidesOf(match: PatternMatch): { actors: number[]; recipients: number[] } {
    const { actors, recipients } = this.sidesOf(match);
    const partners = actors.slice(1).filter((token) => {
      const filler = match.fillers.find((one) => one.token === token);
      return filler?.role === 'B' && hasOneOf(introducers(this.#tree, token), facing);
    });
    if (partners.length === 0) return { actors, recipients };
    return {
      actors: actors.filter((token) => !partners.includes(token)),
      recipients: [...recipients, ...partners.filter((token) => !recipients.includes(token))],
    };
  }

  /** Whose deed a noun is: possessor, adjective or compound before it, "by" and "from" after it. */
  #owners(noun: number, taken: ReadonlySet<number>, after: boolean): number[] {
    const { tokens, children } = this.#tree;
    const owners: number[] = [];
    for (const child of children[noun]) {
      const token = tokens[child];
      if (taken.has(child)) continue;
      if (token.deprel === 'nmod:poss') owners.push(child);
      else if (
        child < noun &&
        /^(amod|compound|nmod|nummod|flat)$/.test(this.#tree.relations[child])
      ) {
        // "an Iranian missile strike": the name may hang on the first part of the compound.
        for (const word of [child, ...children[child]]) {
          const entries = this.#parties.names.at(word)?.entries ?? [];
          // "a military parade" is nobody's in particular, a police raid is.
          const plain = tokens[word].upos === 'ADJ';
          if (entries.some(({ kind }) => possessorKinds.has(kind) && !(plain && kind === 'role')))
            owners.push(word, ...this.#hyphenated(word));
        }
      }
    }
    if (owners.length > 0 || !after) return owners;
    const phrases = nounPhrases(this.#tree, noun);
    // "the killing of fishermen by marines": the parser may hang the doer on the victim.
    const inner = phrases.flatMap(({ head }) => nounPhrases(this.#tree, head));
    for (const wanted of ['by', 'from', 'between', 'among', 'of']) {
      const phrase = (wanted === 'by' ? [...phrases, ...inner] : phrases).find(
        ({ head, introducers }) =>
          introducers.includes(wanted) && !taken.has(head) && this.isParty(head),
      );
      if (phrase) return [phrase.head];
    }
    return [];
  }

  /** The other name of "U.S.-Chinese talks". */
  #hyphenated(index: number): number[] {
    const { names } = this.#parties;
    const match = names.at(index);
    if (!match) return [];
    const found: number[] = [];
    const { tokens } = this.#tree;
    for (const [hyphen, other] of [
      [match.from - 1, match.from - 2],
      [match.to, match.to + 1],
    ]) {
      const form = tokens[hyphen]?.form;
      if ((form === '-' || form === '–' || form === '/') && names.at(other)) found.push(other);
    }
    return found;
  }

  /** Whether a phrase names someone who can act or be acted on. */
  isParty(head: number): boolean {
    const identity = this.#parties.identify(head)[0];
    return (
      identity !== undefined &&
      (identity.country !== null ||
        identity.sector !== null ||
        this.#tree.tokens[head].upos === 'PROPN')
    );
  }

  /** The parties among some phrases of which country or sector is known, each once. */
  knownParties(tokens: readonly number[]): Set<string> {
    return new Set(
      tokens
        .flatMap((token) => conjuncts(this.#tree, token))
        .flatMap((token) => this.#parties.identify(token))
        .filter(({ country, sector }) => country !== null || sector !== null)
        .map(({ name, country }) => `${country} ${name}`),
    );
  }
}

/** Whether the pattern has parties on equal footing. */
export function isSymmetric({ fillers }: PatternMatch): boolean {
  return fillers.some(({ role }) => role === 'B');
}
