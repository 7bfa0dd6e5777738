import { frameOf } from '../syntax/frame.ts';
import { isReciprocal } from '../syntax/mend-lists.ts';
import { readReciprocal } from './descriptions.ts';
import type { Identity, Mention } from './document-memory.ts';
import type { IdentityReader } from './identity-reader.ts';

const classes: Readonly<Record<string, readonly Mention['class'][]>> = {
  he: ['person'],
  him: ['person'],
  his: ['person'],
  himself: ['person'],
  she: ['person'],
  her: ['person'],
  hers: ['person'],
  herself: ['person'],
  it: ['country', 'group'],
  its: ['country', 'group'],
  itself: ['country', 'group'],
  they: ['group', 'country', 'person'],
  them: ['group', 'country', 'person'],
  their: ['group', 'country', 'person'],
  themselves: ['group', 'country', 'person'],
};
const many = new Set(['they', 'them', 'their', 'themselves']);
const first = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'ourselves', 'myself']);

/** Whom a pronoun stands for. */
export interface Antecedent {
  readonly identities: readonly Identity[];
  /** Where the same sentence names them; −1 where another does. */
  readonly token: number;
}

/** Whom a pronoun stands for; null where `head` is none or nothing likely stands before it. */
export function readPronoun(reader: IdentityReader, head: number): Antecedent | null {
  const { tree, memory, sentence } = reader;
  const form = tree.forms[head];
  if (isReciprocal(tree.tokens, head)) {
    const { subject } = frameOf(tree, verbAbove(reader, head));
    return subject >= 0 ? { identities: readReciprocal(reader, subject), token: -1 } : null;
  }
  if (first.has(form)) return speakerOf(reader, head);
  const accepted = classes[form];
  if (!accepted) return null;
  const fits = (mention: Mention): boolean =>
    accepted.includes(mention.class) && (mention.sentence !== sentence || mention.token !== head);
  // "They" are rather two who were named together than one.
  const several = (mention: Mention): boolean =>
    fits(mention) && (mention.class !== 'person' || mention.joined);
  const found =
    (many.has(form) ? memory.antecedent(sentence, head, several) : undefined) ??
    memory.antecedent(sentence, head, fits);
  if (found) {
    const token = found.sentence === sentence ? found.token : -1;
    return { identities: [found.identity], token };
  }
  // Nobody known: "the coach said he would …" is still the coach.
  return tree.relations[head] === 'nsubj' ? speakerOf(reader, head) : null;
}

function verbAbove({ tree }: IdentityReader, head: number): number {
  let at = tree.tokens[head].head;
  while (at >= 0 && tree.tokens[at].upos !== 'VERB' && tree.tokens[at].head >= 0)
    at = tree.tokens[at].head;
  return Math.max(at, 0);
}

/** "We" and "I" are the speaker: the subject of the verb that the quotation hangs on. */
function speakerOf(reader: IdentityReader, head: number): Antecedent | null {
  const { tokens, forms } = reader.tree;
  for (let at = tokens[head].head; at >= 0; at = tokens[at].head) {
    const { deprel, head: governor } = tokens[at];
    if (governor < 0 || !(deprel === 'ccomp' || deprel.startsWith('parataxis'))) continue;
    const { subject } = frameOf(reader.tree, governor);
    if (subject >= 0 && subject !== head && !first.has(forms[subject]))
      return { identities: reader.identify(subject), token: subject };
  }
  return null;
}
