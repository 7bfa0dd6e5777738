import type { Sentence, Token } from '#language';

/** Verbs that take a gerund and hardly ever a bare noun of an activity before another noun. */
const weighing =
  /^(consider|weigh|mull|contemplate|deny|admit|avoid|risk|suggest|propose|discuss|recommend)$/;
/** Verbs that take both: "resume bombing Syrian positions", "resume bombing raids". */
const phasing = /^(resume|stop|halt|start|begin|continue|cease|suspend|keep|finish|quit)$/;
/** Pasts that are nothing else. */
const onlyPast = /^(froze|sought|withdrew|overthrew|forbade|forgave|swore|vetoed)$/;
const uninflected = /^(cut|hit|shut|set|put|let|quit|split|cast)$/;
const telling = /^(say|claim|report|believe|want|have|be|get|hope|think|deny|warn)$/;

/**
 * Tags that words of a sentence must have by their neighbours though the tagger says otherwise, to parse with again;
 * null where none is wrong.
 */
export function findSureTags({ tokens }: Sentence): ReadonlyMap<number, string> | null {
  let tags: Map<number, string> | null = null;
  for (let index = 0; index < tokens.length; index++) {
    const tag = sureTag(tokens, index);
    if (tag === null) continue;
    tags ??= new Map();
    tags.set(index, tag);
    if (tag === 'VERB/VB') tags.set(index - 1, 'PART/TO');
  }
  return tags;
}

function sureTag(tokens: readonly Token[], index: number): string | null {
  const { form, xpos, upos } = tokens[index];
  const last = tokens[index - 1];
  const next = tokens[index + 1];
  if (xpos === 'JJ' || xpos === 'NN' || xpos === 'VBG' || xpos === 'RB' || upos === 'ADP') {
    if (form === 'free' && followsTo(tokens, index) && isDetermined(next)) return 'VERB/VB';
    if (form.endsWith('ing')) return sureTagOfGerund(tokens, index);
    // "its South Korean ally"
    if (form === 'ally' && upos === 'ADV') return 'NOUN/NN';
    if (onlyPast.test(form)) return 'VERB/VBD';
    if (form === 'quit' && xpos === 'NN' && next?.upos === 'ADP') return 'VERB/VBD';
    return null;
  }
  // "threatened to cut ties"
  if (xpos === 'VBN' || xpos === 'VBD')
    return uninflected.test(form) && followsTo(tokens, index) ? 'VERB/VB' : null;
  if (xpos === 'NNS') return form === 'alleges' ? 'VERB/VBZ' : null;
  if (xpos === 'VBZ' && upos === 'VERB' && next) {
    // "Clashes between the two left four dead."
    if (last === undefined && next.upos === 'ADP') return 'NOUN/NNS';
    // "Azerbaijani drones struck a radar."
    const named = last !== undefined && /^\p{Lu}/u.test(last.form);
    if (named && /^VB[DN]$/.test(next.xpos) && !telling.test(tokens[index].lemma))
      return 'NOUN/NNS';
  }
  return null;
}

/** "is weighing sanctions", "considering suspending aid", "the Rafah crossing". */
function sureTagOfGerund(tokens: readonly Token[], index: number): string | null {
  const { form, xpos } = tokens[index];
  const last = tokens[index - 1];
  const next = tokens[index + 1];
  if (last === undefined || next === undefined) return null;
  if (form === 'unwilling') return xpos === 'VBG' ? 'ADJ/JJ' : null;
  if (form === 'crossing')
    return xpos === 'VBG' && (last.xpos === 'NNP' || last.form === 'border') ? 'NOUN/NN' : null;
  const nominal = /^(NOUN|PROPN)$/.test(next.upos);
  if (xpos === 'JJ' && last.upos === 'AUX' && last.lemma === 'be')
    return nominal || isDetermined(next) ? 'VERB/VBG' : null;
  if (weighing.test(last.lemma) && last.upos === 'VERB')
    return xpos !== 'VBG' && (nominal || isDetermined(next)) ? 'VERB/VBG' : null;
  const modifies = xpos === 'VBG' && tokens[index].deprel === 'amod';
  if (phasing.test(last.lemma) && last.upos === 'VERB' && (xpos !== 'VBG' || modifies))
    return isDetermined(next) ? 'VERB/VBG' : null;
  return null;
}

/** Right after a "to" that something governs: "agreed to free". */
function followsTo(tokens: readonly Token[], index: number): boolean {
  const governor = tokens[index - 2];
  return tokens[index - 1]?.form === 'to' && /^(VERB|AUX|ADJ|NOUN)$/.test(governor?.upos ?? 'VERB');
}

/** Whether a noun phrase about somebody begins here: "the sailors", "two sailors", "Peruvian sailors". */
function isDetermined(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(DT|CD|PRP\$?|NNPS?)$/.test(token.xpos) || /^\p{Lu}/u.test(token.form))
  );
}
