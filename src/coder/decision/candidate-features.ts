import type { PartyReader } from '../entities/party-reader.ts';
import type { Reading } from '../predicates/reading.ts';
import { frameOf } from '../syntax/frame.ts';
import { introducers, type Tree } from '../syntax/tree.ts';
import type { Candidate } from './candidate.ts';
import type { FeatureKind, FeatureList } from './feature-list.ts';
import type { LexiconTypes } from './lexicon-types.ts';
import type { WordGroups } from './word-groups.ts';

const noWords: readonly string[] = [];
/** Words of a path beyond this say little. */
const longestPath = 12;
const longestBetween = 40;

/**
 * Features of the candidates of one sentence. Names of countries, bodies and people are seen as what they are
 * (country, person …), never as who they are, so that what is learned of one pair holds for another.
 */
export class CandidateFeatures {
  readonly #tree: Tree;
  readonly #parties: PartyReader;
  readonly #types: LexiconTypes;
  readonly #groups: WordGroups | null;
  readonly #readings: readonly Reading[];
  readonly #words: (string | undefined)[];
  #wantsGroups = false;

  constructor(
    tree: Tree,
    parties: PartyReader,
    types: LexiconTypes,
    groups: WordGroups | null,
    readings: readonly Reading[],
  ) {
    this.#tree = tree;
    this.#parties = parties;
    this.#types = types;
    this.#groups = groups;
    this.#readings = readings;
    this.#words = new Array(tree.tokens.length);
  }

  /** Fills `list` with the features of a candidate. */
  read(candidate: Candidate, list: FeatureList): void {
    list.add('always', '1');
    // Where a rule speaks it knows the words; what their like tell helps where none does.
    this.#wantsGroups = candidate.reading === null;
    list.add('kind of candidate', candidate.kind, candidate.fit);
    this.#readRule(candidate, list);
    this.#readHead(candidate, list);
    this.#readParties(candidate, list);
    this.#readPath(candidate, list);
    this.#readStretch(candidate, list);
  }

  /** The lemma, or for a name what kind of name it is. */
  #word(token: number): string {
    let word = this.#words[token];
    if (word === undefined) {
      const { upos } = this.#tree.tokens[token];
      const kind = this.#parties.names.at(token)?.entries[0].kind;
      if (kind !== undefined && kind !== 'role') word = `<${kind}>`;
      else if (upos === 'NUM') word = '<number>';
      else if (upos === 'PROPN' && kind !== 'role') word = '<name>';
      else word = this.#tree.lemmas[token];
      this.#words[token] = word;
    }
    return word;
  }

  #addGroups(kind: FeatureKind, token: number, list: FeatureList): void {
    if (!this.#wantsGroups) return;
    for (const group of this.#groups?.groupsOf(this.#word(token)) ?? noWords) list.add(kind, group);
  }

  #readRule({ kind, reading, fit }: Candidate, list: FeatureList): void {
    if (kind === 'silent') {
      list.add('rule', 'none in the sentence');
      return;
    }
    for (const other of this.#readings)
      if (other !== reading) list.add('another rule of the sentence', other.type);
    if (reading === null) {
      list.add('rule', 'none here');
      return;
    }
    const { type, mode, specificity, weak, about, inner, head } = reading;
    list.add('rule', type);
    if (kind === 'focus') list.add('asked, rule', type);
    list.add('rule and the ends that it has', type, fit);
    list.add('rule with mode', type, mode ?? 'none');
    list.add(
      'rule and how much of it was found',
      type,
      weak ? 'weak' : `${Math.min(specificity, 6)}`,
    );
    list.add('rule and its word', type, this.#word(head));
    for (const token of reading.trigger)
      if (token !== head) list.add('rule and its word', type, this.#word(token));
    if (about) list.add('rule about', type, about.type);
    for (const one of inner) list.add('rule about', type, `${one.type} inside`);
    for (const child of this.#tree.children[head])
      if (this.#tree.relations[child] === 'aux')
        list.add('rule and auxiliary', type, this.#tree.forms[child]);
  }

  #readHead({ kind, head }: Candidate, list: FeatureList): void {
    if (head < 0) return;
    const { tokens, children, relations, forms } = this.#tree;
    const word = this.#word(head);
    const { upos, xpos } = tokens[head];
    const asked = kind === 'focus';
    list.add('word', word);
    if (asked) list.add('asked, word', word);
    this.#addGroups('group of the word', head, list);
    const own = this.#types.typesOf(word, upos);
    for (const type of own) {
      list.add('lexicon has the word under', type);
      if (asked) list.add('asked, lexicon has the word under', type);
    }
    list.add('tense', upos, xpos);
    const frame =
      upos === 'VERB' || upos === 'ADJ' || upos === 'AUX' ? frameOf(this.#tree, head) : null;
    list.add('word and voice', word, frame?.passive ? 'passive' : 'active');
    for (const child of children[head]) {
      const relation = relations[child];
      if (relation === 'aux') {
        list.add('auxiliary', forms[child]);
        if (asked) list.add('asked, auxiliary', forms[child]);
      }
      if (relation === 'advmod' || relation === 'cop') list.add('auxiliary', this.#word(child));
      else if (relation === 'compound' || relation === 'amod' || relation === 'nmod')
        list.add('modifier of the object', this.#word(child));
    }
    const above = tokens[head].head;
    if (above >= 0) list.add('word above', this.#word(above), relations[head]);
    else list.add('word above', 'none');
    if (!frame) return;
    for (const particle of frame.particles) list.add('particle', word, particle);
    for (const object of frame.objects) {
      const thing = this.#word(object);
      list.add('object', thing);
      list.add('word and object', word, thing);
      this.#addGroups('group of the object', object, list);
      const pair = this.#wantsGroups
        ? [word, thing].map((one) => this.#groups?.groupsOf(one)?.[0])
        : [];
      if (pair[0] && pair[1]) list.add('groups of word and object', pair[0], pair[1]);
      for (const type of this.#types.typesOf(thing, 'NOUN')) {
        list.add('lexicon has the object under', type);
        for (const one of own) list.add('lexicon has word and object under', one, type);
      }
      for (const child of children[object])
        if (/^(amod|compound|nmod|acl)$/.test(relations[child]))
          list.add('modifier of the object', this.#word(child));
    }
    for (const { head: phrase, introducers: by } of frame.phrases) {
      const preposition = by[0] ?? 'bare';
      list.add('word and preposition', word, preposition);
      list.add('word and object', preposition, this.#word(phrase));
    }
    for (const { head: clause } of frame.clauses) {
      const verb = this.#word(clause);
      list.add('complement', verb);
      list.add('word and complement', word, verb);
      for (const child of children[clause])
        if (relations[child] === 'obj' || relations[child] === 'obl')
          list.add('object of the complement', verb, this.#word(child));
    }
  }

  #readParties({ actor, recipient }: Candidate, list: FeatureList): void {
    const { relations } = this.#tree;
    const classes = [actor, recipient].map((token) => this.#classOf(token));
    list.add('class of the actor', classes[0]);
    list.add('class of the recipient', classes[1]);
    list.add('classes of both', classes[0], classes[1]);
    if (actor >= 0) {
      list.add('relation of the actor', relations[actor], introducers(this.#tree, actor)[0] ?? '');
      this.#readPhrase('word of the actor', actor, list);
      const { head } = this.#tree.tokens[actor];
      list.add('word that governs the actor', head < 0 ? 'none' : this.#word(head));
    }
    if (recipient >= 0) {
      const preposition = introducers(this.#tree, recipient)[0] ?? 'none';
      list.add('relation of the recipient', relations[recipient]);
      list.add('preposition of the recipient', preposition);
      this.#readPhrase('word of the recipient', recipient, list);
      const { head } = this.#tree.tokens[recipient];
      list.add('word that governs the recipient', head < 0 ? 'none' : this.#word(head));
      if (head >= 0) list.add('word and preposition', this.#word(head), preposition);
    }
  }

  #readPhrase(kind: FeatureKind, head: number, list: FeatureList): void {
    list.add(kind, this.#word(head));
    for (const child of this.#tree.children[head])
      if (/^(amod|compound|nmod|flat)$/.test(this.#tree.relations[child]))
        list.add(kind, this.#word(child));
  }

  /** What someone is, but not who: country, people, sector. */
  #classOf(token: number): string {
    if (token < 0) return 'nobody';
    const who = this.#parties.identify(token).at(0);
    if (who === undefined) return 'nobody';
    const { country, sector } = who;
    if (sector !== null) return sector;
    if (country === null) return this.#tree.tokens[token].upos === 'PROPN' ? 'name' : 'thing';
    return /^(IGO|UNO|EUR|NGO|ISM|IMG|MNC)$/.test(country) ? country : 'country';
  }

  /** From the actor up the tree and down to the recipient. */
  #readPath({ kind, actor, recipient }: Candidate, list: FeatureList): void {
    if (actor < 0 || recipient < 0) return;
    const asked = kind === 'focus';
    const { tokens, relations } = this.#tree;
    const up: number[] = [];
    for (let at = actor; at >= 0 && up.length < longestPath; at = tokens[at].head) up.push(at);
    const down: number[] = [];
    let top = recipient;
    while (top >= 0 && !up.includes(top) && down.length < longestPath) {
      down.push(top);
      top = tokens[top].head;
    }
    let path = '';
    for (const token of up) {
      if (token === top) break;
      path += `↑${relations[token]}`;
      if (token !== actor) this.#readPathWord(token, `↑${relations[token]}`, asked, list);
    }
    if (top >= 0 && top !== actor && top !== recipient) this.#readPathWord(top, 'top', asked, list);
    for (const token of down.reverse()) {
      path += `↓${relations[token]}`;
      if (token !== recipient) this.#readPathWord(token, `↓${relations[token]}`, asked, list);
    }
    list.add('path', path);
  }

  #readPathWord(token: number, relation: string, asked: boolean, list: FeatureList): void {
    const word = this.#word(token);
    list.add('word on the path', word);
    if (asked) list.add('asked, word on the path', word);
    list.add('word on the path and its relation', word, relation);
    this.#addGroups('group of a word on the path', token, list);
    for (const type of this.#types.typesOf(word, this.#tree.tokens[token].upos)) {
      list.add('lexicon has a word on the path under', type);
      if (asked) list.add('asked, lexicon has a word on the path under', type);
    }
  }

  /** Words between the two ends, before and after them, and anywhere in the sentence. */
  #readStretch({ actor, recipient, head }: Candidate, list: FeatureList): void {
    const { tokens } = this.#tree;
    const ends = [actor, recipient, head].filter((token) => token >= 0);
    const first = Math.min(...ends);
    const last = Math.max(...ends);
    let previous = '';
    for (let at = first + 1; at < last && at < first + longestBetween; at++) {
      const { upos } = tokens[at];
      if (upos === 'PUNCT' || upos === 'DET') continue;
      const word = this.#word(at);
      list.add('word between', word);
      if (previous) list.add('words between', previous, word);
      previous = word;
      if (upos === 'NOUN' || upos === 'VERB' || upos === 'ADJ') {
        this.#addGroups('group of a word between', at, list);
        for (const type of this.#types.typesOf(word, upos))
          list.add('lexicon has a word between under', type);
      }
    }
    for (let at = Math.max(0, first - 3); at < first; at++) list.add('word before', this.#word(at));
    for (let at = last + 1; at <= last + 4 && at < tokens.length; at++)
      list.add('word after', this.#word(at));
    for (let at = 0; at < tokens.length; at++) {
      const { upos } = tokens[at];
      if (upos === 'NOUN' || upos === 'VERB' || upos === 'ADJ')
        list.add('word of the sentence', this.#word(at));
    }
  }
}
