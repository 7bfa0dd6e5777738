import type { Token } from '#language';
import type { OwnToken } from './copy-tokens.ts';

const days = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);

/**
 * "On Friday Estonia expelled …": a parser may take the day and the name after it for one name and leave the verb
 * without a subject. Parts them: the day dates the verb, the name is its subject.
 */
export function mendDays(tokens: OwnToken[]): void {
  for (let day = 0; day + 2 < tokens.length; day++) {
    if (tokens[day + 1].upos !== 'PROPN') continue;
    if (!isDay(tokens[day]) || !isName(tokens[day + 1])) continue;
    let name = day + 1;
    while (name + 1 < tokens.length && isName(tokens[name + 1])) name++;
    const top = topOf(tokens, day, name);
    const verb = top < 0 ? -1 : tokens[top].head;
    if (verb <= name || tokens[verb].upos !== 'VERB') continue;
    if (tokens.some(({ head, deprel }) => head === verb && deprel.startsWith('nsubj'))) continue;
    part(tokens, day, name, verb);
    return;
  }
}

function isDay({ form }: Token): boolean {
  return days.has(form.toLowerCase());
}

function isName(token: Token): boolean {
  return token.upos === 'PROPN' && !isDay(token);
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

function part(tokens: readonly OwnToken[], day: number, name: number, verb: number): void {
  const passive = tokens.some(({ head, deprel }) => head === verb && deprel === 'aux:pass');
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (index === day) hang(token, verb, 'obl');
    else if (index === name) hang(token, verb, passive ? 'nsubj:pass' : 'nsubj');
    else if (index > day && index < name) hang(token, name, 'compound');
    // "On" belongs to the day, what follows the name to the name.
    else if (token.head >= day && token.head <= name) token.head = index < day ? day : name;
  }
}

function hang(token: OwnToken, head: number, deprel: string): void {
  token.head = head;
  token.deprel = deprel;
}
