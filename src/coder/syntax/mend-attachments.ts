import type { Token } from '#language';
import type { OwnToken } from './copy-tokens.ts';

/** People whose "from" or "of" tells where they belong. */
const belonging =
  /^(official|representative|delegation|delegate|diplomat|envoy|counterpart|lawmaker|minister|leader|expert|negotiator|politician|spokesman|spokeswoman|spokesperson|commander|officer|aide|adviser|advisor|legislator|senator|executive|journalist|scholar|scientist)$/;
/** Words that tell what someone is, after a name and a comma. */
const offices =
  /^(official|director|minister|secretary|spokesman|spokeswoman|spokesperson|president|chief|head|leader|ambassador|envoy|adviser|advisor|chairman|chairwoman|chair|commander|general|diplomat|lawmaker|senator|governor|mayor|professor|analyst|expert|researcher|fellow|representative|coordinator|commissioner|negotiator)$/;
/** Verbs that take people away: "removed officials from their posts". */
const removing =
  /^(expel|remove|withdraw|recall|ban|bar|deport|evacuate|exclude|oust|dismiss|banish|sack|free|release|rescue|steal|extort|flee|protect)$/;

/**
 * Hangs phrases where they belong by their place in the sentence, where a parser goes by nearness: the participle after
 * a comma ("announced the list of goods, adding …") belongs to the verb, the relative clause to the noun right before
 * it, and "officials from the ministry" are the ministry's. Changes the tokens in their place.
 */
export function mendAttachments(tokens: OwnToken[]): void {
  const move = (index: number, head: number, deprel: string): void => {
    if (head === index || reaches(tokens, head, index)) return;
    tokens[index].head = head;
    tokens[index].deprel = deprel;
  };
  for (let index = 0; index < tokens.length; index++) {
    const { deprel, xpos, head, upos } = tokens[index];
    // "Four found guilty": a number counts no verb.
    if (deprel === 'nummod' && head > index && tokens[head].xpos === 'VBN')
      move(index, head, 'nsubj:pass');
    if (upos === 'ADP' && deprel === 'case' && head >= 0) {
      // "a summit between X and Y" with X hung on "between": the preposition belongs to what follows it.
      const noun = ownNoun(tokens, index);
      if (noun < 0) continue;
      move(noun, head < index ? head : tokens[head].head, 'nmod');
      move(index, noun, 'case');
    }
    if (head < 0 || head > index) continue;
    // "… and Putin, president of Russia, at the port": what has a preposition of its own is no third party.
    if (deprel === 'conj' && isPlacedApart(tokens, index)) move(index, head, 'nmod');
    else if (
      (deprel === 'conj' || deprel === 'appos') &&
      upos === 'NOUN' &&
      offices.test(tokens[index].lemma)
    ) {
      const name = nameBeforeComma(tokens, index);
      if (name >= 0) move(index, name, 'appos');
    } else if (deprel === 'acl' && xpos === 'VBG') {
      const verb = followsComma(tokens, index) ? verbAbove(tokens, head, index) : -1;
      if (verb >= 0) move(index, verb, 'advcl');
    } else if (deprel === 'acl:relcl' && tokens[head].upos === 'VERB') {
      const noun = nounBeforeClause(tokens, index);
      if (noun > head && tokens[noun].head === head) move(index, noun, deprel);
    } else if (deprel === 'obl' && (upos === 'PROPN' || upos === 'NOUN')) {
      const noun = ownedPerson(tokens, index, head);
      if (noun >= 0) move(index, noun, 'nmod');
    }
  }
}

/** Whether one comes from `from` upwards to `to`: hanging `to` there would close a circle. */
function reaches(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at >= 0; at = tokens[at].head) if (at === to) return true;
  return false;
}

/** The name that ends at the comma before a phrase ("Jung Pak, | senior official"); −1 where there is none or "and" stands between. */
function nameBeforeComma(tokens: readonly Token[], noun: number): number {
  let at = noun - 1;
  while (at > 0 && tokens[at].head === noun && tokens[at].form !== ',') {
    if (tokens[at].deprel === 'cc') return -1;
    at--;
  }
  if (at < 1 || tokens[at].form !== ',' || tokens[at - 1].upos !== 'PROPN') return -1;
  let top = at - 1;
  for (let steps = 0; steps < 5 && /^(flat|compound)$/.test(tokens[top].deprel); steps++)
    top = tokens[top].head;
  return top < noun && tokens[top].upos === 'PROPN' ? top : -1;
}

/** The noun that a parser hung on a preposition; −1 for none. */
function ownNoun(tokens: readonly Token[], preposition: number): number {
  const end = Math.min(tokens.length, preposition + 8);
  for (let at = preposition + 1; at < end; at++) {
    if (tokens[at].head === preposition) return /^(obl|nmod|obj)/.test(tokens[at].deprel) ? at : -1;
  }
  return -1;
}

/** Whether a conjunct has "at" or "on" before it and no "and". */
function isPlacedApart(tokens: readonly Token[], index: number): boolean {
  let apart = false;
  for (let at = index - 1; at >= 0 && at > index - 8; at--) {
    const { head, deprel, form } = tokens[at];
    if (head !== index) continue;
    if (deprel === 'cc') return false;
    if (deprel === 'case' && /^(at|on|near|during)$/i.test(form)) apart = true;
  }
  return apart;
}

/** Whether a comma stands before a word, a closing quotation mark aside. */
function followsComma(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  if (at > 0 && /^["”’]$/.test(tokens[at].form)) at--;
  return tokens[at].form === ',';
}

/** The verb before a noun that it hangs on, through other nouns; −1 where the noun stands before its verb. */
function verbAbove(tokens: readonly Token[], noun: number, participle: number): number {
  for (let at = noun; at >= 0; at = tokens[at].head) {
    const { upos, deprel } = tokens[at];
    if (upos === 'VERB') return at < participle ? at : -1;
    // A participle after a list or an apposition may well tell of its last name.
    if (!/^(obj|obl|nmod|iobj|xcomp)/.test(deprel)) return -1;
  }
  return -1;
}

/** The noun right before the relative pronoun of a clause; −1 for none. */
function nounBeforeClause(tokens: readonly Token[], verb: number): number {
  for (let at = verb - 1; at > 0; at--) {
    const { upos, head, lemma } = tokens[at];
    if (upos === 'PRON' && head === verb && /^(that|who|which)$/i.test(lemma)) {
      const before = tokens[at - 1].form === ',' ? at - 2 : at - 1;
      return before >= 0 && /^(NOUN|PROPN)$/.test(tokens[before].upos) ? before : -1;
    }
  }
  return -1;
}

/** The "officials" right before "from the ministry", where the phrase hangs on their verb; −1 for none. */
function ownedPerson(tokens: readonly Token[], phrase: number, verb: number): number {
  if (removing.test(tokens[verb].lemma)) return -1;
  for (let at = phrase - 1; at > verb; at--) {
    const { head, deprel, lemma } = tokens[at];
    if (head !== phrase) continue;
    if (deprel !== 'case') continue;
    const person = tokens[at - 1];
    const owned = /^(from|of)$/.test(lemma) && belonging.test(person.lemma);
    return owned && person.head === verb ? at - 1 : -1;
  }
  return -1;
}
