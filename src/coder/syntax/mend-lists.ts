import { type OwnToken, tagOf } from './copy-tokens.ts';

/**
 * "accused Georgia, Armenia and Iran of …": a parser may take the second name for another object of the verb. Hangs
 * it on the first, as the third is.
 */
export function mendLists(tokens: OwnToken[]): void {
  for (let second = 2; second + 2 < tokens.length; second++) {
    const { upos, head, deprel } = tokens[second];
    if (upos !== 'PROPN' || head < 0 || tokens[second - 1].form !== ',') continue;
    if (deprel !== 'obj' && deprel !== 'nsubj' && deprel !== 'obl' && deprel !== 'nmod') continue;
    const first = listStart(tokens, second);
    if (first < 0) continue;
    const third = tokens.findIndex((token) => token.head === second && token.deprel === 'conj');
    if (third < second) continue;
    tokens[second].deprel = tagOf('conj');
    tokens[second].head = first;
    tokens[third].head = first;
  }
}

/** The name before the comma that stands in the same relation to the same word. */
function listStart(tokens: readonly OwnToken[], second: number): number {
  let at = second - 2;
  // The head of the name before the comma: what hangs within the stretch is part of it.
  while (tokens[at].head > at && tokens[at].head < second - 1) at = tokens[at].head;
  while (at > 0 && tokens[at].head === at - 1 && tokens[at].deprel === 'flat') at--;
  const { upos, head, deprel } = tokens[at];
  if (upos !== 'PROPN' || head !== tokens[second].head) return -1;
  return deprel === tokens[second].deprel ? at : -1;
}

/** "accused each other of …", "blamed one another for …": makes the two words one object or phrase of the verb. */
export function mendReciprocals(tokens: OwnToken[]): void {
  for (let index = 1; index + 1 < tokens.length; index++) {
    if (!isReciprocal(tokens, index + 1)) continue;
    const before = tokens[index - 1];
    const preposition = before.upos === 'ADP' ? index - 1 : -1;
    let governor = preposition < 0 ? index - 1 : preposition - 1;
    while (governor >= 0 && !/^(VERB|NOUN|ADJ)$/.test(tokens[governor].upos)) governor--;
    if (governor < 0 || (preposition < 0 && tokens[index - 1].upos !== 'VERB')) continue;
    const noun = tokens[governor].upos === 'NOUN';
    const { head: lost } = tokens[index + 1];
    tokens[index + 1].head = governor;
    tokens[index + 1].deprel = tagOf(preposition < 0 ? 'obj' : noun ? 'nmod' : 'obl');
    tokens[index + 1].upos = tagOf('PRON');
    tokens[index].head = index + 1;
    tokens[index].deprel = tagOf('det');
    if (preposition >= 0) {
      tokens[preposition].head = index + 1;
      tokens[preposition].deprel = tagOf('case');
    }
    // What the parser had hung on the two words goes to the verb; the verb itself stays above them.
    for (let other = 0; other < tokens.length; other++) {
      if (other === index || other === index + 1 || other === preposition) continue;
      if (tokens[other].head !== index && tokens[other].head !== index + 1) continue;
      tokens[other].head = other === governor ? (lost === governor ? -1 : lost) : governor;
    }
  }
}

/** Whether this is the second word of "each other" or "one another". */
export function isReciprocal(
  tokens: readonly { readonly form: string }[],
  second: number,
): boolean {
  const form = tokens[second].form.toLowerCase();
  if (form !== 'other' && form !== 'another') return false;
  return tokens[second - 1]?.form.toLowerCase() === (form === 'other' ? 'each' : 'one');
}
