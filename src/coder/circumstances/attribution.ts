import type { PartyReader } from '../entities/party-reader.ts';
import type { SpeechVerbs } from '../lexicon/speech-verbs.ts';
import type { Reading } from '../predicates/reading.ts';
import type { Attribution, Certainty, Party, Span } from '../record.ts';
import { frameOf } from '../syntax/frame.ts';
import { introducers, type Tree } from '../syntax/tree.ts';

/** Somebody's saying something: the word that tells of it and who speaks. */
export interface SpeechAct {
  readonly token: number;
  /** The word that tells of it. */
  readonly span: Span;
  readonly cue: string;
  readonly certainty: Certainty;
  readonly speaker: Party | null;
}

/** A teller whom the text does not name: "reportedly", "is believed to". */
const unnamed = { name: 'unnamed source', country: null, sector: null };

/** The chain of tellers of an event within its sentence, outermost first. */
export function readAttribution(
  tree: Tree,
  reading: Reading,
  parties: PartyReader,
  speech: SpeechVerbs,
): Attribution[] {
  const chain: SpeechAct[] = [];
  const { tokens, children } = tree;
  const own = new Set(reading.trigger);
  for (let at = reading.head; at >= 0; at = tokens[at].head) {
    for (const child of children[at]) {
      const act = dependentAct(tree, child, parties, speech);
      if (act && !own.has(act.token) && !chain.some((one) => one.token === act.token))
        chain.push(act);
    }
    const token = tokens[at];
    if (token.head < 0) break;
    const relation = tree.relations[at];
    const governed =
      relation === 'ccomp' ||
      relation === 'xcomp' ||
      relation === 'acl' ||
      relation === 'parataxis' ||
      relation === 'advcl';
    if (!governed || own.has(token.head)) continue;
    if (relation === 'advcl' && !introducers(tree, at).includes('that')) continue;
    const act = governingAct(tree, token.head, relation, parties, speech);
    if (act) chain.push(act);
  }
  return chain.reverse().map(toAttribution);
}

/** All speech acts of a sentence, for quotations whose speaker stands in another sentence. */
export function readSpeechActs(tree: Tree, parties: PartyReader, speech: SpeechVerbs): SpeechAct[] {
  const acts: SpeechAct[] = [];
  tree.tokens.forEach((token, index) => {
    if (token.upos === 'VERB' && speech.verbs.has(tree.lemmas[index])) {
      const act = verbAct(tree, index, parties, speech);
      if (act?.speaker) acts.push(act);
    } else if (tree.forms[index] === 'according') {
      const act = token.head >= 0 ? dependentAct(tree, token.head, parties, speech) : null;
      if (act) acts.push(act);
    }
  });
  return acts;
}

export function toAttribution({ cue, certainty, speaker }: SpeechAct): Attribution {
  if (!speaker) return { speaker: unnamed, cue, certainty };
  const { name, country, sector, start, end } = speaker;
  return { speaker: { name, country, sector, start, end }, cue, certainty };
}

/** "according to officials", "citing the ministry", "…, the ministry said", "reportedly". */
function dependentAct(
  tree: Tree,
  child: number,
  parties: PartyReader,
  speech: SpeechVerbs,
): SpeechAct | null {
  const token = tree.tokens[child];
  const relation = tree.relations[child];
  if (relation === 'advmod') {
    const certainty = speech.adverbs.get(tree.forms[child]);
    return certainty
      ? { token: child, span: wordAt(parties, child), cue: token.form, certainty, speaker: null }
      : null;
  }
  if (relation === 'obl' || relation === 'nmod' || relation === 'advcl') {
    const cue = introducers(tree, child).find((word) => speech.introducers.has(word));
    if (cue) {
      const certainty = speech.introducers.get(cue)!;
      return {
        token: child,
        span: wordAt(parties, child),
        cue: cue === 'according' ? 'according to' : cue,
        certainty,
        speaker: parties.partiesOf(child)[0] ?? null,
      };
    }
    const certainty = relation === 'advcl' ? speech.introducers.get(tree.forms[child]) : undefined;
    if (certainty) {
      const { objects } = frameOf(tree, child);
      return {
        token: child,
        span: wordAt(parties, child),
        cue: token.form,
        certainty,
        speaker: objects.length > 0 ? parties.partiesOf(objects[0])[0] : null,
      };
    }
    return null;
  }
  if (relation === 'parataxis' && token.upos === 'VERB')
    return verbAct(tree, child, parties, speech);
  return null;
}

/** The word above a clause, where it is a verb or noun of speech. */
function governingAct(
  tree: Tree,
  governor: number,
  relation: string,
  parties: PartyReader,
  speech: SpeechVerbs,
): SpeechAct | null {
  const token = tree.tokens[governor];
  const lemma = tree.lemmas[governor];
  if (token.upos === 'VERB') {
    const act = verbAct(tree, governor, parties, speech);
    // "promised to attack", "wants to attack": the infinitive of an active verb is a deed of the subject, not a report.
    return relation === 'xcomp' && !frameOf(tree, governor).passive ? null : act;
  }
  const certainty = speech.nouns.get(lemma);
  if (!certainty || (relation !== 'acl' && relation !== 'ccomp')) return null;
  const owner = tree.children[governor].find((child) => {
    const { deprel } = tree.tokens[child];
    return (
      deprel === 'nmod:poss' ||
      (deprel === 'nmod' &&
        introducers(tree, child).some((word) => word === 'by' || word === 'from' || word === 'in'))
    );
  });
  return {
    token: governor,
    span: wordAt(parties, governor),
    cue: token.form,
    certainty,
    speaker: owner === undefined ? null : parties.partiesOf(owner)[0],
  };
}

function verbAct(
  tree: Tree,
  verb: number,
  parties: PartyReader,
  speech: SpeechVerbs,
): SpeechAct | null {
  const token = tree.tokens[verb];
  const certainty = speech.verbs.get(tree.lemmas[verb]);
  if (!certainty) return null;
  const frame = frameOf(tree, verb);
  const agent = frame.passive
    ? frame.phrases.find(({ introducers: words }) => words.includes('by'))?.head
    : frame.subject;
  const speaker = agent !== undefined && agent >= 0 ? (parties.partiesOf(agent)[0] ?? null) : null;
  return { token: verb, span: wordAt(parties, verb), cue: token.form, certainty, speaker };
}

function wordAt({ tree, text }: PartyReader, index: number): Span {
  const { start, end } = tree.tokens[index];
  return { start, end, text: text.slice(start, end) };
}
