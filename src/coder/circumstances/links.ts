import { spanOf } from '../entities/noun-phrase.ts';
import type { CausalCue } from '../lexicon/causal-cues.ts';
import type { EventLink, Span } from '../record.ts';
import type { Tree } from '../syntax/tree.ts';

/** An event as links see it: where its words stand. */
export interface LinkEnd {
  readonly id: string;
  readonly head: number;
  readonly trigger: readonly number[];
}

/** Links between events of one sentence, and from its first event to the sentence before. */
export function readLinks(
  tree: Tree,
  text: string,
  events: readonly LinkEnd[],
  previous: LinkEnd | undefined,
  cues: readonly CausalCue[],
): EventLink[] {
  const links: EventLink[] = [];
  if (events.length === 0) return links;
  for (const later of events) {
    for (const link of climb(tree, text, later, events, cues)) links.push(link);
  }
  const opener = events.length > 0 && previous ? findOpener(tree, text, cues) : null;
  if (opener && previous) links.push({ from: events[0].id, to: previous.id, ...opener });
  if (events.length > 1) {
    for (let index = 0; index < tree.tokens.length; index++) {
      if (tree.tokens[index].upos !== 'VERB') continue;
      const cue = cues.find(
        ({ place, words }) => place === 'forward' && words[0] === tree.lemmas[index],
      );
      if (!cue) continue;
      const cause = events.find((event) => hangsOn(tree, event, index, /^nsubj/));
      const effect = events.find(
        (event) => event !== cause && hangsOn(tree, event, index, /^(obj|obl|xcomp|ccomp)/),
      );
      if (cause && effect) {
        const cueSpan = spanOf(tree, text, index, index + 1);
        links.push({ from: effect.id, to: cause.id, relation: cue.relation, cue: cueSpan });
      }
    }
  }
  return links;
}

/** Goes up from an event until a word before it ties it to an event above. */
function climb(
  tree: Tree,
  text: string,
  inner: LinkEnd,
  events: readonly LinkEnd[],
  cues: readonly CausalCue[],
): EventLink[] {
  const { tokens } = tree;
  for (let at = inner.head; at >= 0 && tokens[at].head >= 0; at = tokens[at].head) {
    const found = introducedBy(tree, text, at, cues);
    if (!found) continue;
    for (let above = tokens[at].head; above >= 0; above = tokens[above].head) {
      const outer = events.find(
        (event) => event !== inner && (event.head === above || event.trigger.includes(above)),
      );
      if (outer) return [{ from: outer.id, to: inner.id, ...found }];
    }
  }
  return [];
}

/** A cue whose words stand right before the phrase, or as its case and mark. */
function introducedBy(
  tree: Tree,
  text: string,
  index: number,
  cues: readonly CausalCue[],
): { relation: EventLink['relation']; cue: Span } | null {
  for (const child of tree.children[index]) {
    const relation = tree.relations[child];
    if (relation !== 'case' && relation !== 'mark') continue;
    for (const cue of cues) {
      if (cue.place !== 'backward') continue;
      // The last word of the phrase introduces; the rest stands before it ("in response | to").
      const end = endOf(tree, child, cue.words);
      if (end >= 0)
        return { relation: cue.relation, cue: spanOf(tree, text, end - cue.words.length, end) };
    }
  }
  return null;
}

function endOf(tree: Tree, child: number, words: readonly string[]): number {
  for (let offset = 0; offset < words.length; offset++) {
    const from = child - offset;
    if (from >= 0 && words.every((word, at) => tree.forms[from + at] === word))
      return from + words.length;
  }
  return -1;
}

function findOpener(
  tree: Tree,
  text: string,
  cues: readonly CausalCue[],
): { relation: EventLink['relation']; cue: Span } | null {
  const first = tree.tokens[0]?.upos === 'PUNCT' ? 1 : 0;
  for (const cue of cues) {
    if (cue.place !== 'openers') continue;
    if (cue.words.every((word, at) => tree.forms[first + at] === word)) {
      const after = tree.tokens[first + cue.words.length];
      const bare = cue.words.length > 1 || after?.form === ',';
      if (bare)
        return { relation: cue.relation, cue: spanOf(tree, text, first, first + cue.words.length) };
    }
  }
  return null;
}

function hangsOn(tree: Tree, event: LinkEnd, verb: number, relation: RegExp): boolean {
  let at = event.head;
  while (at >= 0 && tree.tokens[at].head !== verb) at = tree.tokens[at].head;
  return at >= 0 && relation.test(tree.tokens[at].deprel);
}
