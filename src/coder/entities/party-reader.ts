import type { Party } from '../record.ts';
import { conjuncts, introducers, type Tree } from '../syntax/tree.ts';
import type { Identity, MentionClass } from './document-memory.ts';
import { IdentityReader } from './identity-reader.ts';
import { nameWords } from './name-words.ts';

/** Reads the parties that one sentence names, and notes them for the sentences after it. */
export class PartyReader extends IdentityReader {
  /** All parties that the phrase around `head` names: one a conjunct, several for "Russian and Belarusian soldiers". */
  partiesOf(head: number): Party[] {
    const parties: Party[] = [];
    const all = conjuncts(this.tree, head);
    for (const conjunct of all) {
      const span = this.namingSpanOf(conjunct);
      for (const identity of this.#identifyAmong(conjunct, all)) {
        if (
          !parties.some(
            (party) =>
              party.start === span.start &&
              party.name === identity.name &&
              party.country === identity.country,
          )
        ) {
          parties.push(this.memory.party(identity, span));
        }
      }
    }
    return parties;
  }

  /** "police and soldiers from Chad", "Malian troops and officials": what one lacks, the noun beside it lends. */
  #identifyAmong(conjunct: number, all: readonly number[]): readonly Identity[] {
    const own = this.identify(conjunct);
    if (all.length < 2 || own.length !== 1 || own[0].country !== null || own[0].sector === null)
      return own;
    if (this.tree.tokens[conjunct].upos !== 'NOUN') return own;
    for (const other of all) {
      if (other === conjunct || this.tree.tokens[other].upos !== 'NOUN') continue;
      const countries = this.identify(other).flatMap(({ country }) => country ?? []);
      if (countries.length > 0)
        return [...new Set(countries)].map((country) => ({ ...own[0], country }));
    }
    return own;
  }

  /** Notes who the sentence names, for the pronouns and surnames that come after. */
  remember(): void {
    const { tokens, relations } = this.tree;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (token.upos !== 'PROPN' && token.upos !== 'NOUN' && token.upos !== 'ADJ') continue;
      const match = this.names.at(index);
      const relation = relations[index];
      const phraseHead = relation !== 'flat' && relation !== 'compound';
      if (token.upos === 'PROPN' && phraseHead) this.#learn(index);
      if (match && match.from !== index && !phraseHead) continue;
      const role = this.names.kindAt(index, 'role');
      if (!match && !(token.upos === 'PROPN' && phraseHead)) continue;
      if (role && !phraseHead) continue;
      for (const identity of this.identify(index)) {
        if (identity.country === null && identity.sector === null) continue;
        const subject = relation === 'nsubj';
        this.memory.noteMention({
          identity,
          class: this.#classOf(index, identity),
          sentence: this.sentence,
          token: index,
          subject,
          joined: this.#isJoined(index),
          place: relationOfPlace(this.tree, index),
        });
      }
    }
  }

  #isJoined(index: number): boolean {
    const { relations, children } = this.tree;
    return relations[index] === 'conj' || children[index].some((one) => relations[one] === 'conj');
  }

  #learn(head: number): void {
    const words = nameWords(this.tree, this.names, head)
      .map((index) => this.tree.tokens[index].form)
      .filter((form) => form !== '-');
    if (words.length === 0) return;
    const identity = this.identify(head)[0];
    if (identity.country !== null && identity.sector !== null)
      this.memory.learnName(words, identity);
  }

  #classOf(index: number, identity: Identity): MentionClass {
    const entry = this.names.at(index)?.entries[0];
    const token = this.tree.tokens[index];
    if (entry?.kind === 'person') return 'person';
    if (
      entry?.kind === 'country' ||
      entry?.kind === 'capital' ||
      entry?.kind === 'metonym' ||
      entry?.kind === 'organization'
    )
      return 'country';
    if (entry?.kind === 'group' || entry?.kind === 'people' || token.xpos === 'NNS') return 'group';
    return identity.sector !== null || token.upos === 'PROPN' ? 'person' : 'country';
  }
}

/** "met in Djibouti": the name of a place that the clause only happens in. */
function relationOfPlace(tree: Tree, index: number): boolean {
  const relation = tree.relations[index];
  if (relation !== 'obl' && relation !== 'nmod') return false;
  return introducers(tree, index).some((word) => /^(in|at|near|across)$/.test(word));
}
