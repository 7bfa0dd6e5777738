import type { Sentence, Token } from '#language';

const days = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);

/**
 * "On Friday Estonia expelled …": a parser may take the day and the name after it for one name and leave the verb
 * without a subject. Parts them: the day dates the verb, the name is its subject. Other sentences come back unchanged.
 */
export function mendDays(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  for (let day = 0; day + 2 < tokens.length; day++) {
    if (!days.has(tokens[day].form.toLowerCase()) || !isName(tokens[day + 1])) continue;
    let name = day + 1;
    while (name + 1 < tokens.length && isName(tokens[name + 1])) name++;
    const top = topOf(tokens, day, name);
    const verb = top < 0 ? -1 : tokens[top].head;
    if (verb <= name || tokens[verb].upos !== 'VERB') continue;
    if (tokens.some(({ head, deprel }) => head === verb && deprel.startsWith('nsubj'))) continue;
    return { ...sentence, tokens: part(tokens, day, name, verb) };
  }
  return sentence;
}

function isName({ upos, form }: Token): boolean {
  return upos === 'PROPN' && !days.has(form.toLowerCase());
}

/** The one token of the stretch that hangs outside it; −1 where the stretch is no unit. */
function topOf(tokens: readonly Token[], from: number, to: number): number {
  let top = -1;
  for (let index = from; index <= to; index++) {
    const { head } = tokens[index];
    if (head >= from && head <= to) continue;
    if (top >= 0) return -1;
    top = index;
  }
  return top;
}

function part(tokens: readonly Token[], day: number, name: number, verb: number): Token[] {
  const passive = tokens.some(({ head, deprel }) => head === verb && deprel === 'aux:pass');
  return tokens.map((token, index) => {
    if (index === day) return { ...token, head: verb, deprel: 'obl' };
    if (index === name) return { ...token, head: verb, deprel: passive ? 'nsubj:pass' : 'nsubj' };
    if (index > day && index < name) return { ...token, head: name, deprel: 'compound' };
    // "On" belongs to the day, what follows the name to the name.
    if (token.head >= day && token.head <= name)
      return { ...token, head: index < day ? day : name };
    return token;
  });
}
