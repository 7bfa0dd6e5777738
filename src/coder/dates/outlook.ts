import type { Sentence, Token } from '#language';

/** Whether the clause around a date looks ahead or back; `open` where its words do not tell. */
export type Outlook = 'past' | 'future' | 'open';

/** Words that make what they speak of lie ahead. */
const ahead = new Set(
  'upcoming forthcoming scheduled planned impending looming coming due slated expected proposed'.split(
    ' ',
  ),
);
/** Verbs whose participle or present schedules something. */
const scheduling = new Set('schedule plan expect set slate plan due'.split(' '));
/** Verbs whose simple present speaks of what is fixed in a calendar. */
const calendarVerbs = new Set('begin start open take come go expire end run resume'.split(' '));
/** With these the infinitive tells what did happen, or did not, when the governing verb is past. */
const pastImplying = new Set(
  (
    'manage fail force compel begin start continue refuse decline seem appear help come happen use ' +
    'get arrive travel oblige cause let make go cease dare forget lead prompt'
  ).split(' '),
);
/** "could visit on Friday" mostly looks ahead, "could have visited" looks back. */
const modal = new Set(['may', 'might', 'could', 'can', 'must', 'should', 'ca']);
const willForms = new Set(['will', "'ll", '’ll', 'wo', 'shall', 'would']);

/** The farthest a date may hang from the verb that tells its time. */
const longestClimb = 10;

/** For each token the tokens that hang on it. */
export type Dependents = readonly (readonly Token[])[];

export function dependentsOf(sentence: Sentence): Dependents {
  const dependents: Token[][] = sentence.tokens.map(() => []);
  for (const token of sentence.tokens) if (token.head >= 0) dependents[token.head].push(token);
  return dependents;
}

/** Reads the outlook of the clause that the tokens `from` … `to` (exclusive) hang in. */
export function outlookOf(
  sentence: Sentence,
  dependents: Dependents,
  from: number,
  to: number,
): Outlook {
  const { tokens } = sentence;
  let node = topOf(tokens, from, to);
  let sawAhead = false;
  for (let climbs = 0; climbs < longestClimb && node >= 0; climbs++) {
    const token = tokens[node];
    const children = dependents[node];
    if (isVerbal(token, children)) {
      const outlook = outlookOfVerb(tokens, node, children);
      if (sawAhead) return 'future';
      if (outlook) return outlook;
    } else if (looksAhead(children)) sawAhead = true;
    node = token.head;
  }
  return sawAhead ? 'future' : 'open';
}

/** The token of a range that hangs on something outside it. */
function topOf(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const { head } = tokens[index];
    if (head < from || head >= to) return index;
  }
  return from;
}

function isVerbal(token: Token, children: readonly Token[]): boolean {
  return (
    token.upos === 'VERB' ||
    token.upos === 'AUX' ||
    children.some((child) => child.deprel === 'cop' || child.deprel.startsWith('aux'))
  );
}

/** "the upcoming election in April", "ahead of elections in April", "before the March 5 vote". */
function looksAhead(children: readonly Token[]): boolean {
  return children.some(
    (child) =>
      isAheadMarker(child) ||
      ((child.deprel === 'amod' || child.deprel === 'acl') && ahead.has(child.form.toLowerCase())),
  );
}

function isAheadMarker(token: Token): boolean {
  return (
    (token.deprel === 'case' || token.deprel === 'mark') && /^(ahead|until|till)$/.test(token.lemma)
  );
}

/** Null where the verb takes its time from the clause above it. */
function outlookOfVerb(
  tokens: readonly Token[],
  node: number,
  children: readonly Token[],
): Outlook | null {
  const token = tokens[node];
  const auxiliaries = children.filter((child) => /^(aux|cop)/.test(child.deprel));
  const aux = auxiliaries.map((child) => child.form.toLowerCase());
  if (aux.some((form) => willForms.has(form))) return 'future';
  if (ahead.has(token.form.toLowerCase()) || isScheduling(token, aux)) return 'future';
  if (children.some((child) => child.deprel === 'mark' && child.form.toLowerCase() === 'to')) {
    return outlookOfInfinitive(tokens, node);
  }
  if (aux.some((form) => modal.has(form))) return aux.includes('have') ? 'past' : 'future';
  if (aux.some((form) => /^(was|were|had|has|have|did|been|'ve|'d)$/.test(form))) return 'past';
  if (token.xpos === 'VBD') return 'past';
  if (token.xpos === 'VBG') {
    // "is visiting Seoul on Friday", but "a protest turning violent on Friday" leans on its clause.
    return aux.some((form) => /^(is|are|am|'s|'re|be|’s|’re)$/.test(form)) ? 'future' : null;
  }
  if (token.xpos === 'VBZ' || token.xpos === 'VBP') {
    return calendarVerbs.has(token.lemma) ? 'future' : 'open';
  }
  if (auxiliaries.length > 0) return 'open';
  return token.head < 0 ? 'open' : null;
}

function isScheduling(token: Token, aux: readonly string[]): boolean {
  if (!scheduling.has(token.lemma)) return false;
  return token.xpos === 'VBN' || aux.length > 0 || token.xpos === 'VBZ' || token.xpos === 'VBP';
}

/** "agreed to meet on Friday" looks ahead, "failed to meet on Friday" looks back. */
function outlookOfInfinitive(tokens: readonly Token[], node: number): Outlook | null {
  const token = tokens[node];
  if (token.head < 0) return 'future';
  // A clause of purpose takes the time of what was done for it.
  if (token.deprel.startsWith('advcl')) return null;
  const governor = tokens[token.head];
  const past = governor.xpos === 'VBD' || governor.xpos === 'VBN';
  return past && pastImplying.has(governor.lemma) ? 'past' : 'future';
}
