import type { Sentence, Token } from '#language';
import { baseForms } from './gate.ts';
import { irregularForms } from './irregular-forms.ts';

/** What the lexicon knows of a headline's words. */
export interface HeadlineWords {
  readonly isVerb: (lemma: string) => boolean;
  /** Whether it is a verb that may take an infinitive: "orders R to E". */
  readonly isOperator: (lemma: string) => boolean;
  /** Whether a noun of the same form tells of an event too: "strikes". */
  readonly isNoun: (lemma: string) => boolean;
  /** Whether the word at an index ends a name that is no adjective: "Malawi". */
  readonly isName: (index: number) => boolean;
  /** Whether the word at an index names an office: "premier", "general". */
  readonly isRole: (index: number) => boolean;
}

/** Words that part the clauses of a headline. */
const breaks = /^(:|;|–|—|as|while|if|because|after|when|before)$/i;

/**
 * Tags that a headline's words must have though the tagger says otherwise, to parse with again; null where none is
 * wrong. Taggers are trained on sentences: a clause of a headline may lack the finite verb that the tagger did not see
 * ("Turkey severs ties"), its participle ("chief beaten by mob") or its future ("Nepal to host talks", where "to" does
 * duty for "will").
 */
export function findHeadlineTags(
  sentence: Sentence,
  words: HeadlineWords,
): ReadonlyMap<number, string> | null {
  const { tokens } = sentence;
  const tags = new Map<number, string>();
  tokens.forEach((token, index) => {
    const form = token.form.toLowerCase();
    if (token.upos === 'ADJ' && words.isRole(index) && endsOffice(tokens, index))
      tags.set(index, 'NOUN/NN');
    if (token.upos !== 'ADP' && /^(amid|amidst)$/.test(form)) tags.set(index, 'ADP/IN');
    const after = tokens[index - 1];
    if (form === 'following' && after && /^VB[DN]$/.test(after.xpos)) tags.set(index, 'ADP/IN');
  });
  for (const { from, to } of clausesOf(tokens)) {
    const comma = findListComma(tokens, from, to);
    if (comma >= 0) tags.set(comma, 'CCONJ/CC');
    const future = findFuture(tokens, from, to, words);
    if (future >= 0) {
      tags.set(future, 'AUX/MD');
      tags.set(future + 1, 'VERB/VB');
      continue;
    }
    const verb = findVerb(tokens, from, to, words, tags);
    if (!verb) continue;
    tags.set(verb.index, verb.tag);
    if (verb.object >= 0) tags.set(verb.object, 'NOUN/NNS');
  }
  return tags.size > 0 ? tags : null;
}

/** The comma that stands for "and" between two subjects: "Kenya, Tanzania sign pact". −1 where there is none. */
function findListComma(tokens: readonly Token[], from: number, to: number): number {
  let comma = -1;
  for (let index = from; index < to; index++) {
    const { form, upos, xpos } = tokens[index];
    if (form === ',') {
      if (comma >= 0 || index === from) return -1;
      comma = index;
    } else if (comma >= 0 && (upos === 'VERB' || upos === 'AUX' || form === 'to')) {
      return index > comma + 1 && xpos !== 'VBG' && xpos !== 'VBN' ? comma : -1;
    } else if (!/^(NOUN|PROPN|ADJ|NUM)$/.test(upos)) return -1;
  }
  return -1;
}

/** "the premier quits", "the general declines", but "general strike". */
function endsOffice(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next !== undefined && (next.form.endsWith('s') || /^VB[DZP]$/.test(next.xpos));
}

function clausesOf(tokens: readonly Token[]): { from: number; to: number }[] {
  const clauses: { from: number; to: number }[] = [];
  let from = 0;
  for (let index = 0; index <= tokens.length; index++) {
    if (index < tokens.length && !breaks.test(tokens[index].form)) continue;
    if (index - from >= 2) clauses.push({ from, to: index });
    from = index + 1;
  }
  return clauses;
}

/** The "to" of a clause that has no other verb: "Laos to scrap dam". −1 where there is none. */
function findFuture(
  tokens: readonly Token[],
  from: number,
  to: number,
  { isVerb, isNoun, isName, isOperator }: HeadlineWords,
): number {
  for (let index = from + 1; index + 1 < to; index++) {
    const token = tokens[index];
    if (isFiniteVerb(tokens, index)) return -1;
    const form = token.form.toLowerCase();
    if (form !== 'to') {
      // "panel forms to study causes", "Malawi orders envoy to leave": a verb before the infinitive.
      const bases =
        form.endsWith('s') && (endsPhrase(tokens[index - 1]) || isName(index - 1))
          ? baseForms(form)
          : [];
      const verbs = bases.filter((base) => base !== form && isVerb(base));
      const next = tokens[index + 1].form.toLowerCase();
      if (verbs.some((base) => !isNoun(base) || (isOperator(base) && next !== 'to'))) return -1;
      // "Ghana and Mali pledge to cooperate": a verb that takes an infinitive.
      if (next === 'to' && isOperator(form) && hasPluralBefore(tokens, from, index)) return -1;
      continue;
    }
    if (!endsPhrase(tokens[index - 1]) && !isName(index - 1)) return -1;
    const verb = tokens[index + 1];
    if (verb.xpos === 'VB') return index;
    // "to jail reporters", but "return to power", "road to peace".
    const object = tokens[index + 2];
    const opens =
      object !== undefined && index + 2 < to && /^(NOUN|PROPN|NUM|ADJ)$/.test(object.upos);
    return isVerb(verb.form.toLowerCase()) && opens && /^(NOUN|ADJ)$/.test(verb.upos) ? index : -1;
  }
  return -1;
}

interface VerbTag {
  readonly index: number;
  readonly tag: string;
  /** The word that was taken for the verb and is its object; −1 for none. */
  readonly object: number;
}

/** The verb of a clause that has none as it is tagged, or one that stands where its object must be. */
function findVerb(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: HeadlineWords,
  tags: ReadonlyMap<number, string>,
): VerbTag | null {
  const { isVerb, isNoun, isName } = words;
  const finite = tokens.findIndex((_, at) => at >= from && at < to && isFiniteVerb(tokens, at));
  // "severs ties" tagged as noun and verb: the verb goes before what looks like its object.
  const misread =
    finite > from + 1 && tokens[finite].form.endsWith('s') && tokens[finite].xpos === 'VBZ';
  // "Togo ratifies pact signed by Benin", "editor shot and killed": a participle may follow the verb that was not seen.
  const bare = finite > from + 1 && isBareParticiple(tokens, from, finite);
  if (finite >= 0 && !misread && !bare) return participleTag(tokens, finite, from);
  const end = misread || bare ? finite : to;
  const object = misread ? finite : -1;
  let best: VerbTag | null = null;
  let bestRank = misread || bare ? 1 : 4;
  let phrase = false;
  for (let index = from + 1; index < end; index++) {
    const token = tokens[index];
    const form = token.form.toLowerCase();
    if (tokens[index - 1].upos === 'ADP') phrase = true;
    // "gunmen storm station, kill guards": what follows the comma is another verb's.
    if (best && form === ',') break;
    if (!/^(NOUN|ADJ|PROPN|NUM)$/.test(token.upos) || token.form !== form) continue;
    const before = tokens[index - 1];
    if (!endsPhrase(before) && !tags.has(index - 1) && !isName(index - 1)) continue;
    if (isParticiple(form, isVerb) && closesPhrase(tokens[index + 1], to - index)) {
      if (bestRank > 0 && !misread) best = { index, tag: 'VERB/VBN', object };
      bestRank = 0;
      continue;
    }
    const bases = baseForms(form).filter((base) => base !== form && isVerb(base));
    const third = form.endsWith('s') && bases.length > 0;
    if (!third && !(isVerb(form) && hasPluralBefore(tokens, from, index))) continue;
    const noun = isNoun(form) || bases.some(isNoun);
    // "torture in Eritrea jails": the last noun of a phrase.
    if (index === to - 1 && (noun || phrase)) continue;
    // "sites temporarily suspended": without an object between them the participle is the verb.
    if (bare && !tokens.slice(index + 1, end).some(({ upos }) => /^(NOUN|PROPN)$/.test(upos)))
      continue;
    const rank = (third ? 0 : 2) + (noun ? 1 : 0);
    if (rank >= bestRank) continue;
    best = { index, tag: third ? 'VERB/VBZ' : 'VERB/VBP', object };
    bestRank = rank;
  }
  return best;
}

/** "boss beaten with bar": a participle that the tagger took for a present tense. */
function participleTag(tokens: readonly Token[], index: number, from: number): VerbTag | null {
  const { xpos, form } = tokens[index];
  // "rebel found guilty", "editor shot dead".
  if (
    index > from &&
    xpos === 'VBD' &&
    /^(guilty|dead|hostage|captive)$/i.test(tokens[index + 1]?.form)
  )
    return { index, tag: 'VERB/VBN', object: -1 };
  const base = irregularForms.get(form.toLowerCase());
  if (index === from || xpos !== 'VBP' || base === undefined || base === form.toLowerCase())
    return null;
  return { index, tag: 'VERB/VBN', object: -1 };
}

/** "beaten", "shot": another form than the base. Regular ones the tagger knows by their ending. */
function isParticiple(form: string, isVerb: (lemma: string) => boolean): boolean {
  const base = irregularForms.get(form);
  return base !== undefined && base !== form && isVerb(base);
}

/** Whether a passive may go on like this: "shot dead by", "beaten in cell", or end. */
function closesPhrase(next: Token | undefined, left: number): boolean {
  return (
    left <= 1 ||
    next === undefined ||
    next.upos === 'ADP' ||
    next.upos === 'CCONJ' ||
    next.upos === 'ADJ' ||
    next.upos === 'ADV'
  );
}

/** Whether a participle has no auxiliary before it in its clause. */
function isBareParticiple(tokens: readonly Token[], from: number, index: number): boolean {
  if (tokens[index].xpos !== 'VBN') return false;
  return !tokens.slice(from, index).some(({ upos }) => upos === 'AUX');
}

/** Also a base form without "to", as taggers read the plural of some headlines. */
function isFiniteVerb(tokens: readonly Token[], index: number): boolean {
  const { upos, xpos } = tokens[index];
  if (upos !== 'VERB' && upos !== 'AUX') return false;
  if (xpos === 'VB') return index > 0 && tokens[index - 1].form.toLowerCase() !== 'to';
  return /^(VBZ|VBP|VBD|MD|VBN)$/.test(xpos);
}

/** Whether a noun phrase may end with this word, so that a verb may follow. */
function endsPhrase({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'NUM' || upos === 'PRON';
}

/** "rebels sign", "Turkey and Poland sign": a plural or a coordination goes before a bare verb. */
function hasPluralBefore(tokens: readonly Token[], from: number, index: number): boolean {
  return tokens.slice(from, index).some(
    ({ xpos, upos, form }, at) =>
      xpos === 'NNS' ||
      xpos === 'NNPS' ||
      upos === 'CCONJ' ||
      upos === 'NUM' ||
      // "Oman, Kuwait open": the comma stands for "and".
      (form === ',' && at > 0) ||
      /^(police|people)$/i.test(form),
  );
}
