import { type Phrase, strayPhrases } from './phrases.ts';
import { childBy, introducers, isBelow, type Tree } from './tree.ts';

/** Who does what to whom around one verb, once passives, relatives, control and coordination are undone. */
export interface Frame {
  readonly head: number;
  readonly passive: boolean;
  /** Head of the surface subject's phrase, found where it stands or where it is shared; −1 for none. */
  readonly subject: number;
  /** Direct and indirect objects in the order of the text. */
  readonly objects: readonly number[];
  /** Prepositional phrases on the verb. */
  readonly phrases: readonly Phrase[];
  /** Infinitives, that-clauses, participles and other clauses on the verb. */
  readonly clauses: readonly Phrase[];
  readonly particles: readonly string[];
}

const relativizers = new Set(['who', 'which', 'that', 'whom', 'whose']);
/** Verbs with an object whose infinitive still belongs to their own subject: "promised Kyiv to send …". */
const subjectControl = new Set([
  'promise',
  'vow',
  'pledge',
  'threaten',
  'swear',
  'guarantee',
  'use',
]);

/** The frame of a verb, read once a sentence. */
export function frameOf(tree: Tree, verb: number): Frame {
  tree.frames[verb] ??= readFrame(tree, verb);
  return tree.frames[verb];
}

/** Goes up the tree where verbs share a subject, and so comes to an end. */
function readFrame(tree: Tree, verb: number): Frame {
  const { tokens, children } = tree;
  const token = tokens[verb];
  const relation = tree.relations[verb];
  let subject = -1;
  let passive = false;
  let named = -1;
  let relativeSubject = false;
  let relativeObject = false;
  const objects: number[] = [];
  const phrases: Phrase[] = [];
  const clauses: Phrase[] = [];
  const particles: string[] = [];
  for (const child of children[verb]) {
    const { deprel, upos, lemma } = tokens[child];
    const relative = token.deprel === 'acl:relcl' && relativizers.has(lemma) && upos !== 'NOUN';
    switch (tree.relations[child]) {
      case 'nsubj':
      case 'csubj':
        if (deprel.endsWith(':pass')) passive = true;
        if (relative) relativeSubject = true;
        else if (subject < 0) subject = child;
        break;
      case 'aux':
        if (deprel === 'aux:pass') passive = true;
        // "Rwanda has shut …": the parser may hang the subject on the auxiliary.
        if (subject < 0) subject = childBy(tree, child, 'nsubj');
        break;
      case 'obj':
      case 'iobj':
        if (relative) relativeObject = true;
        else objects.push(child);
        break;
      case 'obl':
      case 'nmod':
        phrases.push(
          { head: child, introducers: introducers(tree, child) },
          ...strayPhrases(tree, child),
        );
        break;
      case 'compound':
        if (deprel === 'compound:prt') particles.push(tree.lemmas[child].toLowerCase());
        // "Bulgaria plans to": a name before a finite verb that the parser took for a part of it.
        else if (child < verb && upos === 'PROPN' && /^VB[DPZ]$/.test(token.xpos)) named = child;
        break;
      case 'advmod':
        if (upos === 'ADP' || upos === 'ADV') particles.push(tree.lemmas[child]);
        break;
      case 'xcomp':
      case 'ccomp':
      case 'advcl':
      case 'acl':
        clauses.push({ head: child, introducers: introducers(tree, child) });
        break;
    }
  }

  if (subject < 0) subject = named;
  // One literal for all: what reads frames then sees objects of one shape.
  const frame = (
    doer: number,
    isPassive: boolean,
    undergoers: readonly number[] = objects,
  ): Frame => ({
    head: verb,
    passive: isPassive,
    subject: doer,
    objects: undergoers,
    phrases,
    clauses,
    particles,
  });
  const swallowed = swallowedSubject(tree, verb, subject);
  if (swallowed >= 0) {
    for (const child of children[token.head]) {
      if (tree.relations[child] === 'nmod' || tree.relations[child] === 'obl')
        phrases.push({ head: child, introducers: introducers(tree, child) });
    }
    return frame(swallowed, false, [token.head, ...objects]);
  }
  if (token.deprel === 'acl:relcl' && token.head >= 0) {
    if (relativeSubject) subject = token.head;
    else if (relativeObject || (objects.length === 0 && subject >= 0 && !passive))
      objects.push(token.head);
    return frame(subject, passive);
  }
  if (subject >= 0 || token.head < 0) {
    // Headline style drops the auxiliary: "Five killed in strike".
    // With an object it is a past tense that the tagger took for a participle: "Israel killed five".
    // In a written-out sentence "Armenia promised to …" is one as well.
    const told = says(tree, verb) || (clauses.length > 0 && !isHeadline(tree));
    if (subject >= 0 && !passive && isBareParticiple(tree, verb, objects) && !told) passive = true;
    const bare = objects.length === 0 && clauses.length === 0 && !hasAuxiliary(tree, verb);
    if (subject >= 0 && bare && token.xpos === 'VBD' && isHeadline(tree)) passive = true;
    return frame(subject, passive);
  }

  const head = tokens[token.head];
  const headIsVerb = head.upos === 'VERB' || head.upos === 'AUX' || head.upos === 'ADJ';
  if (relation === 'acl') {
    if (token.xpos === 'VBN') {
      // "refugees denied food by army": one of two objects is left.
      const agent = phrases.some(({ introducers: words }) => words.includes('by'));
      return frame(token.head, objects.length === 0 || agent);
    }
    if (introducers(tree, verb).includes('to')) {
      return frame(ownerOf(tree, token.head), passive);
    }
    // "guilty of violating the truce": who is guilty, not the word itself.
    const predicate = head.upos === 'ADJ' || childBy(tree, token.head, 'cop') >= 0;
    const owner =
      predicate && token.xpos === 'VBG' ? frameOf(tree, token.head).subject : token.head;
    return frame(owner, passive);
  }
  if (relation === 'conj' && headIsVerb) {
    const outer = frameOf(tree, token.head);
    // "was arrested and detained": the auxiliary stands once for both.
    const shared = !passive && outer.passive && token.xpos === 'VBN' && !hasAuxiliary(tree, verb);
    // "arrested and deported activists": the object may hang on the first verb.
    if (objects.length === 0 && !shared)
      objects.push(...outer.objects.filter((object) => object > verb));
    for (const phrase of outer.phrases) if (phrase.head > verb) phrases.push(phrase);
    return frame(outer.subject, passive || shared);
  }
  if (
    headIsVerb &&
    (relation === 'xcomp' ||
      relation === 'ccomp' ||
      relation === 'advcl' ||
      relation === 'parataxis')
  ) {
    const outer = frameOf(tree, token.head);
    const byObject =
      relation === 'xcomp' &&
      outer.objects.length > 0 &&
      !subjectControl.has(head.lemma) &&
      !outer.passive;
    if (relation === 'parataxis' && token.xpos !== 'VBG') return frame(subject, passive);
    if (relation === 'advcl' && isBareParticiple(tree, verb, objects)) passive = true;
    return frame(byObject ? outer.objects[0] : outer.subject, passive);
  }
  return frame(subject, passive);
}

/** Who does it in the passive: the phrase with "by", also where it hangs on a noun before it ("denounced as a sham by Lithuania"); −1 for none. */
export function agentOf(tree: Tree, { passive, phrases }: Frame): number {
  if (!passive) return -1;
  const own = phrases.find(({ introducers: words }) => words.includes('by'));
  if (own) return own.head;
  for (const { head } of phrases) {
    const nested = tree.children[head].find(
      (child) => tree.relations[child] === 'nmod' && introducers(tree, child).includes('by'),
    );
    if (nested !== undefined) return nested;
  }
  return -1;
}

/** Whose plan, decision or attempt a noun is: its possessor, or the subject of the verb that holds it ("has plans to"). */
function ownerOf(tree: Tree, noun: number): number {
  const possessor = childBy(tree, noun, 'nmod:poss');
  if (possessor >= 0) return possessor;
  for (const child of tree.children[noun]) {
    const { deprel, upos, xpos } = tree.tokens[child];
    if (
      (deprel === 'amod' && (xpos === 'JJ' || upos === 'PROPN')) ||
      (deprel === 'compound' && upos === 'PROPN')
    ) {
      return child;
    }
  }
  const { head } = tree.tokens[noun];
  if (head >= 0 && tree.tokens[head].upos === 'VERB') {
    const relation = tree.relations[noun];
    const frame = frameOf(tree, head);
    if (relation === 'obj' || relation === 'obl') return frame.subject;
    if (relation === 'nsubj')
      return frame.passive ? -1 : frame.subject === noun ? noun : frame.subject;
  }
  return -1;
}

/**
 * "Officers trained recruits" read as "trained recruits" of officers: a past tense taken for a participle of its object,
 * with a noun right before it that is no part of that phrase. The subject, or −1 where it is a participle indeed.
 */
function swallowedSubject(tree: Tree, verb: number, subject: number): number {
  const { deprel, head, xpos } = tree.tokens[verb];
  if (deprel !== 'amod' || head < verb || (xpos !== 'VBN' && xpos !== 'VBD')) return -1;
  if (subject >= 0) return subject;
  const before = verb - 1;
  const nominal = before >= 0 && /^(NOUN|PROPN|PRON)$/.test(tree.tokens[before].upos);
  return nominal && !isBelow(tree, before, head) ? before : -1;
}

/** Whether the sentence has neither a full stop nor an article, as headlines do. */
function isHeadline({ tokens }: Tree): boolean {
  const last = tokens[tokens.length - 1];
  if (last === undefined || /[.!?"”’']$/.test(last.form)) return false;
  return !tokens.some(({ form }) => /^(the|an?)$/i.test(form));
}

/** Whether a verb is a past participle with neither auxiliary nor object. */
function isBareParticiple(tree: Tree, verb: number, objects: readonly number[]): boolean {
  return objects.length === 0 && tree.tokens[verb].xpos === 'VBN' && !hasAuxiliary(tree, verb);
}

/** "The ministry rebuked, '…'": what has a clause of its own for an object is active. */
function says(tree: Tree, verb: number): boolean {
  return tree.children[verb].some(
    (child) => tree.tokens[child].deprel === 'ccomp' && childBy(tree, child, 'nsubj') >= 0,
  );
}

/** Whether a verb has an auxiliary of its own. */
export function hasAuxiliary(tree: Tree, verb: number): boolean {
  return tree.children[verb].some((child) => tree.relations[child] === 'aux');
}
