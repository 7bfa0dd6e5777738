import type { Token } from '#language';
import { tagOf } from './copy-tokens.ts';
import type { Frame } from './frame.ts';

/** A sentence with its tree laid out for walking down as well as up. */
export interface Tree {
  readonly tokens: readonly Token[];
  /** Lemmas in lower case, by token. */
  readonly lemmas: readonly string[];
  /** Written forms in lower case, by token. */
  readonly forms: readonly string[];
  /** Universal relations without subtypes, by token. */
  readonly relations: readonly string[];
  /** Dependents of each token, in the order of the text. */
  readonly children: readonly (readonly number[])[];
  /** First token of what hangs on each token, itself included. */
  readonly starts: readonly number[];
  /** The token after the last of them. */
  readonly ends: readonly number[];
  /** What `introducers` found, by token. */
  readonly introduced: (readonly string[] | undefined)[];
  /** What `frameOf` found, by token. */
  readonly frames: (Frame | undefined)[];
  /** What `nounPhraseOf` found, by token. */
  readonly nounPhrases: (NounPhrase | undefined)[];
}

/** The words around a head that name what it stands for. */
export interface NounPhrase {
  readonly head: number;
  /** Token range, end exclusive. */
  readonly from: number;
  readonly to: number;
}

const none: readonly number[] = [];
const noWords: readonly string[] = [];

export function growTree(tokens: readonly Token[]): Tree {
  const children: (readonly number[])[] = new Array(tokens.length).fill(none);
  const lemmas: string[] = new Array(tokens.length);
  const forms: string[] = new Array(tokens.length);
  const relations: string[] = new Array(tokens.length);
  for (let index = 0; index < tokens.length; index++) {
    const { head, form, lemma, upos, deprel } = tokens[index];
    forms[index] = form.toLowerCase();
    lemmas[index] = upos === 'PROPN' ? lemma.toLowerCase() : lemma;
    relations[index] = relationOf(deprel);
    if (head < 0) continue;
    if (children[head] === none) children[head] = [index];
    else (children[head] as number[]).push(index);
  }
  const { starts, ends } = rangesOf(tokens);
  const introduced = new Array(tokens.length);
  const frames = new Array(tokens.length);
  const nounPhrases = new Array(tokens.length);
  return {
    tokens,
    lemmas,
    forms,
    relations,
    children,
    starts,
    ends,
    introduced,
    frames,
    nounPhrases,
  };
}

function rangesOf(tokens: readonly Token[]): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    starts.push(index);
    ends.push(index + 1);
  }
  for (let index = 0; index < tokens.length; index++) {
    // Whatever holds the token already has told those above it.
    for (let at = tokens[index].head; at >= 0; at = tokens[at].head) {
      if (index < starts[at]) starts[at] = index;
      else if (index >= ends[at]) ends[at] = index + 1;
      else break;
    }
  }
  return { starts, ends };
}

const relationsSeen = new Map<string, string>();

/** The universal relation without its subtype: `nsubj:pass` → `nsubj`. */
function relationOf(deprel: string): string {
  let relation = relationsSeen.get(deprel);
  if (relation === undefined) {
    relation = tagOf(deprel.split(':', 1)[0]);
    relationsSeen.set(deprel, relation);
  }
  return relation;
}

/** First dependent with this exact relation, or −1. */
export function childBy(tree: Tree, index: number, deprel: string): number {
  for (const child of tree.children[index]) if (tree.tokens[child].deprel === deprel) return child;
  return -1;
}

export function hasChildBy(tree: Tree, index: number, deprel: string): boolean {
  return childBy(tree, index, deprel) >= 0;
}

/** Whether `index` is `ancestor` or hangs below it. */
export function isBelow(tree: Tree, index: number, ancestor: number): boolean {
  for (let at = index; at >= 0; at = tree.tokens[at].head) if (at === ancestor) return true;
  return false;
}

/** Token range of the subtree, leaving out the branches for which `skip` says so. End exclusive. */
export function subtreeRange(
  tree: Tree,
  index: number,
  skip: (child: number) => boolean,
): { from: number; to: number } {
  let from = index;
  let to = index + 1;
  const stack = [index];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at < from) from = at;
    if (at >= to) to = at + 1;
    for (const child of tree.children[at]) if (!skip(child)) stack.push(child);
  }
  return { from, to };
}

/** The token itself and what is coordinated with it: "Russia, China and Iran" from "Russia"; not "but not Iran". */
export function conjuncts(tree: Tree, index: number): number[] {
  const all = [index];
  for (let at = 0; at < all.length; at++) {
    for (const child of tree.children[all[at]])
      if (tree.tokens[child].deprel === 'conj' && !isExcepted(tree, child)) all.push(child);
  }
  return all;
}

/** "but not Iran". */
function isExcepted(tree: Tree, index: number): boolean {
  const before = tree.children[index].includes(index - 1) ? tree.lemmas[index - 1] : '';
  return before === 'not' && tree.tokens[index].upos !== 'VERB';
}

/** Whether some of the words are among the wanted ones. */
export function hasOneOf(words: readonly string[], wanted: ReadonlySet<string>): boolean {
  for (const word of words) if (wanted.has(word)) return true;
  return false;
}

/** First words of prepositions whose last word means nothing by itself: "according to" is no "to". */
const opaque = new Set([
  'according',
  'due',
  'owing',
  'thanks',
  'prior',
  'because',
  'instead',
  'such',
  'except',
]);

/** Lower-case lemmas of the words that introduce a phrase or clause: "out of", "against", "to". */
export function introducers(tree: Tree, index: number): readonly string[] {
  const known = tree.introduced[index];
  if (known) return known;
  let words: string[] | undefined;
  for (const child of tree.children[index]) {
    const { deprel } = tree.tokens[child];
    if (deprel !== 'case' && deprel !== 'mark') continue;
    words ??= [];
    if (opaque.has(tree.forms[child]) && tree.children[child].length > 0) {
      words.push(tree.forms[child]);
      continue;
    }
    words.push(tree.lemmas[child]);
    for (const fixed of tree.children[child]) {
      if (tree.tokens[fixed].deprel === 'fixed') words.push(tree.lemmas[fixed]);
    }
  }
  const found = words ?? noWords;
  tree.introduced[index] = found;
  return found;
}

/** The way from a token up and down to another, in words: "expelled ←obj diplomats ←amod South". */
export function describePath(tree: Tree, from: number, to: number): string {
  const up: number[] = [];
  for (let at = from; at >= 0; at = tree.tokens[at].head) up.push(at);
  const down: number[] = [];
  let at = to;
  while (at >= 0 && !up.includes(at)) {
    down.push(at);
    at = tree.tokens[at].head;
  }
  if (at < 0) return `${tree.tokens[from].form} … ${tree.tokens[to].form}`;
  let path = tree.tokens[from].form;
  for (let step = 1; up[step - 1] !== at; step++) {
    path += ` →${tree.tokens[up[step - 1]].deprel} ${tree.tokens[up[step]].form}`;
  }
  for (const index of down.reverse())
    path += ` ←${tree.tokens[index].deprel} ${tree.tokens[index].form}`;
  return path;
}

export function hasSubject(tree: Tree, clause: number): boolean {
  return tree.children[clause].some((child) => tree.relations[child] === 'nsubj');
}

/** Whether a word heads a clause that tells of something else than the clause above: what is said, or a relative clause. */
export function tellsOfAnother(tree: Tree, at: number): boolean {
  const relation = tree.relations[at];
  if (relation === 'ccomp' || relation === 'parataxis') return true;
  // Parsers take some relative clauses for complements of a noun: "the pact that the two signed".
  return tree.tokens[at].deprel.endsWith(':relcl') || (relation === 'acl' && hasSubject(tree, at));
}
