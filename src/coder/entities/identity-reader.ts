import type { Gazetteer, GazetteerEntry, GazetteerMatch } from '../gazetteer/index.ts';
import type { Span } from '../record.ts';
import { countedBy } from '../syntax/counted.ts';
import { childBy, conjuncts, hasOneOf, introducers, type Tree } from '../syntax/tree.ts';
import type { DocumentMemory, Identity } from './document-memory.ts';
import { nameWords } from './name-words.ts';
import { nounPhraseOf, spanOf } from './noun-phrase.ts';
import { readPronoun } from './pronouns.ts';
import type { SentenceNames } from './sentence-names.ts';

/** Nouns that mean countries taken together: "the two countries", "both sides". */
const pairNouns = new Set([
  'country',
  'side',
  'nation',
  'government',
  'leader',
  'party',
  'neighbor',
  'neighbour',
  'state',
  'capital',
  'power',
  'ally',
  'rival',
]);
/** Kinds of entry that can act. */
const actingKinds = new Set<GazetteerEntry['kind']>([
  'country',
  'people',
  'capital',
  'metonym',
  'organization',
  'group',
  'person',
]);
/** Kinds that lend their country to what they modify; a region or city only says where. */
const lendingKinds = new Set<GazetteerEntry['kind']>([...actingKinds, 'region', 'city']);
const placeKinds = new Set<GazetteerEntry['kind']>(['city', 'region']);
const ownershipWords = new Set([
  'of',
  'from',
  'for',
  'to',
  'representing',
  'with',
  'between',
  'among',
]);
const placeWords = new Set([
  'in',
  'at',
  'near',
  'on',
  'inside',
  'around',
  'outside',
  'across',
  'within',
]);

/** Sectors that say who someone is more than the role word does: "Hamas officials" are rebels. */
const strongSectors = new Set([
  'REB',
  'UAF',
  'PTY',
  'OPP',
  'MIL',
  'SPY',
  'COP',
  'JUD',
  'LEG',
  'JRN',
  'CRM',
]);

/** Tells who the phrases of one sentence are. */
export class IdentityReader {
  readonly tree: Tree;
  readonly names: SentenceNames;
  readonly memory: DocumentMemory;
  readonly sentence: number;
  readonly text: string;
  readonly #date: string | null;
  readonly #gazetteer: Gazetteer;
  /** By head; `pending` while one is being read. */
  readonly #identities: (readonly Identity[] | undefined)[] = [];
  readonly #antecedents = new Map<number, number>();

  constructor(
    tree: Tree,
    names: SentenceNames,
    memory: DocumentMemory,
    sentence: number,
    document: { text: string; date: string | null; gazetteer: Gazetteer },
  ) {
    this.tree = tree;
    this.names = names;
    this.memory = memory;
    this.sentence = sentence;
    this.text = document.text;
    this.#date = document.date;
    this.#gazetteer = document.gazetteer;
  }

  /** The words that name the one whom `head` stands for: of a pronoun, those in the same sentence that it points to. */
  namingSpanOf(head: number): Span {
    this.identify(head);
    const antecedent = this.#antecedents.get(head);
    return this.spanOf(antecedent === undefined || antecedent === head ? head : antecedent);
  }

  spanOf(head: number): Span {
    const { from, to } = nounPhraseOf(this.tree, head);
    return spanOf(this.tree, this.text, from, to);
  }

  /** Who the phrase around one head is, its conjuncts left out. Never empty: at worst its own words. */
  identify(head: number): readonly Identity[] {
    const known = this.#identities[head];
    // A phrase that leads back to itself is nobody that is known.
    if (known === pending) return [this.#unknown(head)];
    if (known) return known;
    this.#identities[head] = pending;
    const found = this.#identify(head);
    this.#identities[head] = found;
    return found;
  }

  #identify(head: number): readonly Identity[] {
    const { tree } = this;
    const token = tree.tokens[head];
    if (token.upos === 'PRON' || token.deprel === 'nmod:poss') {
      const antecedent = readPronoun(this, head);
      if (antecedent) {
        if (antecedent.token >= 0) this.#antecedents.set(head, antecedent.token);
        return antecedent.identities;
      }
    }
    const together = this.#together(head);
    if (together) return together;
    const own = this.names.at(head);
    const counted = own ? -1 : countedBy(tree, head);
    if (counted >= 0) return this.identify(counted);

    const named = nameWords(tree, this.names, head);
    const recalled = this.memory.recallName(formsOf(tree, named));
    // What the document said of a name goes before what the gazetteer knows of a surname.
    if (recalled && (!own || own.short)) return [recalled];
    const actor = own && this.#best(own, actingKinds);
    if (actor) return [this.#identityOf(actor, head)];

    const role = this.#roleOf(head);
    const lenders = this.#lenders(head, role !== undefined);
    if (role) return this.#withRole(head, role, named, lenders);

    const appositive = childBy(tree, head, 'appos');
    if (appositive >= 0) {
      const identities = this.identify(appositive).filter((identity) => identity.country !== null);
      if (identities.length > 0) {
        return identities.map(({ name, country, sector }) => ({
          name: named.length > 0 ? this.#join(named) : name,
          country,
          sector,
        }));
      }
    }
    if (lenders.length > 0) return lenders;
    const place = own && this.#best(own, placeKinds);
    if (place) return [{ name: place.name, country: place.country, sector: null }];
    return [this.#unknown(head)];
  }

  #withRole(
    head: number,
    role: GazetteerEntry,
    named: readonly number[],
    lenders: readonly Identity[],
  ): Identity[] {
    const name = named.length > 0 ? this.#join(named) : null;
    const words = this.#phraseWords(head);
    if (lenders.length > 0) {
      return lenders.map((lender) => ({
        name: name ?? (role.sector === 'GOV' && lender.country ? lender.name : words),
        country: lender.country,
        sector: lender.sector && strongSectors.has(lender.sector) ? lender.sector : role.sector,
      }));
    }
    const definite = this.tree.children[head].some((child) =>
      /^(the|this|that|its|their|his|her)$/i.test(this.tree.tokens[child].form),
    );
    const known = definite && role.sector && !name ? this.memory.latestOf(role.sector) : undefined;
    if (known) return [known];
    return [{ name: name ?? words, country: null, sector: role.sector }];
  }

  /** "the two countries", "both sides", "each other". */
  #together(head: number): Identity[] | null {
    const { tokens, children, lemmas } = this.tree;
    if (!pairNouns.has(lemmas[head])) return null;
    const pair = children[head].some((child) => /^(two|both|2)$/i.test(tokens[child].form));
    if (!pair || children[head].some((child) => this.names.at(child))) return null;
    const countries = this.memory.recentCountries(this.sentence, head, 2);
    return countries.length === 2 ? countries.reverse() : null;
  }

  /** The role word that the phrase has at its head or before its name. */
  #roleOf(head: number): GazetteerEntry | undefined {
    const own = this.names.kindAt(head, 'role');
    if (own || this.tree.tokens[head].upos !== 'PROPN') return own;
    const { from } = nounPhraseOf(this.tree, head);
    for (let index = head - 1; index >= from; index--) {
      const role = this.names.kindAt(index, 'role');
      if (role) return role;
    }
    return undefined;
  }

  /** Those who lend their country to the phrase: possessor and adjectives first, then "of", then "in". */
  #lenders(head: number, role: boolean): Identity[] {
    const { tokens, children, relations } = this.tree;
    const possessors: number[] = [];
    const modifiers: number[] = [];
    const owners: number[] = [];
    const places: number[] = [];
    for (const child of children[head]) {
      const relation = relations[child];
      if (tokens[child].deprel === 'nmod:poss') possessors.push(child);
      else if (
        child < head &&
        (relation === 'amod' ||
          relation === 'compound' ||
          relation === 'nmod' ||
          relation === 'flat' ||
          relation === 'nummod')
      ) {
        modifiers.push(child);
      } else if (relation === 'nmod' || relation === 'obl') {
        const words = introducers(this.tree, child);
        if (hasOneOf(words, ownershipWords)) owners.push(child);
        else if (words.length === 0 || hasOneOf(words, placeWords)) places.push(child);
      } else if (relation === 'flat' || relation === 'appos') owners.push(child);
    }
    const between = owners.filter((child) => {
      const words = introducers(this.tree, child);
      return words.includes('between') || words.includes('among');
    });
    // "Israel's Arab lawmakers": the adjective beside a role says more than the possessor; elsewhere the possessor owns.
    return (
      this.#firstLent(between) ??
      this.#firstLent(role ? modifiers : possessors) ??
      this.#firstLent(role ? possessors : modifiers) ??
      this.#firstLent(owners) ??
      this.#firstLent(places) ??
      this.#hyphenPartner(head)
    );
  }

  /** What the first that has a country to lend lends, with those coordinated with it. */
  #firstLent(lenders: readonly number[]): Identity[] | null {
    for (const lender of lenders) {
      const placed: Identity[] = [];
      for (const conjunct of conjuncts(this.tree, lender)) {
        for (const identity of this.#lent(conjunct)) {
          if (identity.country !== null) placed.push(identity);
        }
      }
      if (placed.length > 0) return placed.length === 1 ? placed : unique(placed);
    }
    return null;
  }

  /** What one modifier lends. */
  #lent(index: number): readonly Identity[] {
    const match = this.names.at(index);
    const entry = match && this.#best(match, lendingKinds);
    if (entry) {
      const identity = this.#identityOf(entry, index);
      // "the Moscow police", "Beijing's ban": a people, region or city lends its country, not its name.
      return [identity, ...this.#hyphenPartner(index)];
    }
    const { upos } = this.tree.tokens[index];
    if (upos === 'ADJ' || upos === 'NUM' || upos === 'DET') return nobody;
    return this.identify(index);
  }

  /** "U.S.-South Korea drills": the name on the other side of a hyphen or dash. */
  #hyphenPartner(index: number): Identity[] {
    const match = this.names.at(index);
    const before = (match?.from ?? index) - 1;
    const after = match?.to ?? index + 1;
    const found: Identity[] = [];
    if (joins(this.tree, before)) this.#addPartner(before - 1, found);
    if (joins(this.tree, after)) this.#addPartner(after + 1, found);
    return found;
  }

  #addPartner(index: number, found: Identity[]): void {
    const partner = this.names.at(index);
    const entry = partner && this.#best(partner, lendingKinds);
    if (entry) found.push(this.#identityOf(entry, index));
  }

  /** The likeliest of several entries: one whose country the document has spoken of, else the first. */
  #best(
    match: GazetteerMatch,
    kinds: ReadonlySet<GazetteerEntry['kind']>,
  ): GazetteerEntry | undefined {
    const picked = this.#gazetteer.pick(match, this.#date);
    if (picked?.kind === 'person' && kinds.has('person')) return picked;
    let best: GazetteerEntry | undefined;
    let weight = 0;
    for (const entry of match.entries) {
      const { kind, country } = entry;
      if (kind === 'person' || !kinds.has(kind)) continue;
      const other = country ? this.memory.weightOf(country) : 0;
      if (best && other <= weight) continue;
      best = entry;
      weight = other;
    }
    return best;
  }

  #identityOf(entry: GazetteerEntry, index: number): Identity {
    const { country, sector } = this.#gazetteer.party(entry, this.#date);
    if (entry.kind === 'person' && country === null) return this.#unknown(index);
    return { name: entry.name, country, sector };
  }

  #unknown(head: number): Identity {
    return { name: this.#phraseWords(head), country: null, sector: null };
  }

  #phraseWords(head: number): string {
    return this.spanOf(head).text.replace(/^(the|a|an)\s+/i, '');
  }

  #join(indices: readonly number[]): string {
    const { tokens } = this.tree;
    return this.text.slice(tokens[indices[0]].start, tokens[indices[indices.length - 1]].end);
  }
}

const nobody: readonly Identity[] = [];
/** Stands for an answer while it is sought. */
const pending: readonly Identity[] = [];

/** Whether a hyphen, dash or slash stands at a place. */
function joins({ tokens }: Tree, index: number): boolean {
  if (index < 0 || index >= tokens.length) return false;
  const { form } = tokens[index];
  return form === '-' || form === '–' || form === '/';
}

function formsOf({ tokens }: Tree, indices: readonly number[]): string[] {
  const forms: string[] = [];
  for (const index of indices) forms.push(tokens[index].form);
  return forms;
}

function unique(identities: readonly Identity[]): Identity[] {
  return identities.filter(
    (identity, index) =>
      identities.findIndex(
        (other) => other.name === identity.name && other.country === identity.country,
      ) === index,
  );
}
