import { actingKinds } from '../gazetteer/entry.ts';
import type { Gazetteer, GazetteerEntry, GazetteerMatch } from '../gazetteer/index.ts';
import { formerRole } from '../gazetteer/read-roles.ts';
import type { Span } from '../record.ts';
import { countedBy } from '../syntax/counted.ts';
import { childBy, type Tree } from '../syntax/tree.ts';
import { readCountryNoun, readTogether } from './descriptions.ts';
import type { DocumentMemory, Identity } from './document-memory.ts';
import { lendersOf } from './lenders.ts';
import { nameWords } from './name-words.ts';
import { nounPhraseOf, spanOf } from './noun-phrase.ts';
import { readPronoun } from './pronouns.ts';
import type { SentenceNames } from './sentence-names.ts';

const placeKinds = new Set<GazetteerEntry['kind']>(['city', 'region']);
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

/** Sectors that an office gives and its end takes away. */
const officeSectors = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY', 'PTY']);

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

  /** Takes a phrase for the party that stands inside it. */
  adopt(head: number, inner: number): void {
    this.#identities[head] = this.identify(inner);
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
    const described = readTogether(this, head) ?? readCountryNoun(this, head);
    if (described) return described;
    const own = this.names.at(head);
    const counted = own ? -1 : countedBy(tree, head);
    if (counted >= 0) return this.identify(counted);

    const named = nameWords(tree, this.names, head);
    // A tagger may take a rare name at the start of a sentence for a common noun.
    const words = named.length > 0 || !/^\p{Lu}/u.test(token.form) ? named : [head];
    const recalled = this.memory.recallName(formsOf(tree, words));
    // What the document said of a name goes before what the gazetteer knows of a surname.
    if (recalled && (!own || own.short)) return [recalled];
    const actor = (own && this.best(own, actingKinds)) ?? this.#personAfter(head);
    if (actor) {
      const identity = this.identityOf(actor, head);
      const former = actor.kind === 'person' && this.#isFormer(identity.sector, head);
      return [
        former ? { name: identity.name, country: identity.country, sector: 'ELI' } : identity,
      ];
    }

    const role = this.#roleOf(head);
    const lenders = lendersOf(this, head, role !== undefined);
    if (role) {
      return this.#withRole(head, role, named, lenders);
    }
    // "the opposition leader, Jean Mba": the name beside an office is its holder's.
    if (token.deprel === 'appos' && named.length > 0) {
      const holder = this.identify(token.head)[0];
      if (holder.country !== null && holder.sector !== null)
        return [{ name: this.#join(named), country: holder.country, sector: holder.sector }];
    }

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
    const place = own && this.best(own, placeKinds);
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
    const former = this.#isFormer(role.sector, head);
    const sector = former ? 'ELI' : role.sector;
    if (lenders.length > 0) {
      return lenders.map((lender) => ({
        name: name ?? (role.sector === 'GOV' && lender.country ? lender.name : words),
        country: lender.country,
        sector: lender.sector && strongSectors.has(lender.sector) ? lender.sector : sector,
      }));
    }
    const definite = this.tree.children[head].some((child) =>
      /^(the|this|that|its|their|his|her)$/i.test(this.tree.tokens[child].form),
    );
    const known =
      definite && !former && role.sector && !name ? this.memory.latestOf(role.sector) : undefined;
    if (known) return [known];
    return [{ name: name ?? words, country: null, sector }];
  }

  /** "Vladimir Vladimirovich Putin": a known name that the parser hung on the one before it. */
  #personAfter(head: number): GazetteerEntry | undefined {
    if (this.tree.tokens[head].upos !== 'PROPN') return undefined;
    for (const child of this.tree.children[head]) {
      if (this.tree.relations[child] !== 'flat') continue;
      const match = this.names.at(child);
      const entry = match && this.best(match, actingKinds);
      if (entry?.kind === 'person') return entry;
    }
    return undefined;
  }

  /** "former minister", "ex-president", "the ousted leader": who held an office holds it no more. */
  #isFormer(sector: string | null, head: number): boolean {
    if (sector === null || !officeSectors.has(sector)) return false;
    const { from } = nounPhraseOf(this.tree, head);
    for (let index = head; index >= from; index--) {
      if (this.tree.forms[index].startsWith('ex-')) return true;
      if (this.names.kindAt(index, 'role')?.name === formerRole) return true;
    }
    return false;
  }

  /** The role word that the phrase has at its head or before its name. */
  #roleOf(head: number): GazetteerEntry | undefined {
    const own = this.names.kindAt(head, 'role');
    if (own && own.name !== formerRole) return own;
    if (this.tree.tokens[head].upos !== 'PROPN') return undefined;
    const { from } = nounPhraseOf(this.tree, head);
    for (let index = head - 1; index >= from; index--) {
      const role = this.names.kindAt(index, 'role');
      if (role && role.name !== formerRole) return role;
    }
    return undefined;
  }

  /** The likeliest of several entries: one whose country the document has spoken of, else the first. */
  best(
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
      // "Brussels" is the Union unless the document speaks of Belgium.
      const seat = best?.kind === 'capital' && kind === 'organization' && weight === 0;
      if (best && other <= weight && !seat) continue;
      best = entry;
      weight = other;
    }
    return best;
  }

  identityOf(entry: GazetteerEntry, index: number): Identity {
    const { country, sector } = this.#gazetteer.party(entry, this.#date);
    if (entry.kind === 'person' && country === null) return this.#unknown(index);
    return { name: entry.name, country, sector };
  }

  /** A country by its code, as nobody in particular. */
  countryOf(country: string): Identity {
    return { name: this.#gazetteer.countryName(country) ?? country, country, sector: null };
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

/** Stands for an answer while it is sought. */
const pending: readonly Identity[] = [];

function formsOf({ tokens }: Tree, indices: readonly number[]): string[] {
  const forms: string[] = [];
  for (const index of indices) forms.push(tokens[index].form);
  return forms;
}
