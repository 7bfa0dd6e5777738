import { normalize } from '../src/language/forms.ts';
import type { TreebankSentence } from './conllu.ts';
import { entryOf, mostFrequent, tally } from './tally.ts';

/** Longest ending that a rule may look at, with `^` for the start of a word. */
const LONGEST_ENDING = 14;

/** Learns endings from the treebank's lemmas; the lines of `Lemmatizer`'s table. */
export function trainLemmatizer(sentences: readonly TreebankSentence[]): string {
  const lines: string[] = [];
  for (const [tag, pairs] of [...pairsByTag(sentences)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rules = rulesOf(pairs);
    let name = tag;
    for (const [ending, script] of rules) {
      const [cut, put] = script.split('>');
      lines.push([name, ending, cut, put].join('\t'));
      name = '';
    }
  }
  return lines.join('\n');
}

/** Form and lemma types per joint tag; the most frequent lemma of each form. */
function pairsByTag(sentences: readonly TreebankSentence[]): Map<string, Map<string, string>> {
  const counts = new Map<string, Map<string, Map<string, number>>>();
  for (const { forms, lemmas, upos, xpos } of sentences) {
    for (let i = 0; i < forms.length; i++) {
      if (upos[i] === 'PUNCT' || upos[i] === 'SYM' || upos[i] === 'NUM' || upos[i] === 'X')
        continue;
      const proper = upos[i] === 'PROPN';
      const form = normalize(proper ? forms[i] : forms[i].toLowerCase());
      const lemma = proper ? normalize(lemmas[i]) : lemmas[i].toLowerCase();
      // Typing errors that the treebank corrects teach nothing about endings.
      if (!/^[\p{L}'-]+$/u.test(form) || !/^[\p{L}'-]+$/u.test(lemma)) continue;
      const tag = `${upos[i]}/${xpos[i]}`;
      const byForm = entryOf(counts, tag, () => new Map<string, Map<string, number>>());
      tally(
        entryOf(byForm, form, () => new Map<string, number>()),
        lemma,
      );
    }
  }
  return new Map(
    [...counts].map(([tag, byForm]) => [
      tag,
      new Map([...byForm].map(([form, byLemma]) => [form, mostFrequent(byLemma)[0]])),
    ]),
  );
}

/** Shortest endings that get all pairs right: an ending is kept only where it decides otherwise than the next shorter one. */
function rulesOf(pairs: ReadonlyMap<string, string>): Map<string, string> {
  // How often each "cut>put" was seen under each ending.
  const nodes = new Map<string, Map<string, number>>();
  for (const [form, lemma] of pairs) {
    const script = scriptOf(form, lemma);
    const whole = `^${form}`;
    for (let length = 0; length <= Math.min(whole.length, LONGEST_ENDING); length++) {
      const ending = length === 0 ? '' : whole.slice(-length);
      tally(
        entryOf(nodes, ending, () => new Map<string, number>()),
        script,
      );
    }
  }
  const rules = new Map<string, string>();
  const endings = [...nodes.keys()].sort((a, b) => a.length - b.length);
  for (const ending of endings) {
    const scripts = nodes.get(ending)!;
    const [script, most] = mostFrequent(scripts);
    const inherited = inheritedScript(rules, ending);
    if (script === inherited) continue;
    // One word is no ground for a rule about others: it becomes an exception of its own.
    if (most < 2 && !ending.startsWith('^')) continue;
    if ((scripts.get(inherited ?? '') ?? 0) === most) continue;
    rules.set(ending, script);
  }
  return rules;
}

function inheritedScript(rules: ReadonlyMap<string, string>, ending: string): string | undefined {
  for (let length = ending.length - 1; length >= 0; length--) {
    const rule = rules.get(length === 0 ? '' : ending.slice(-length));
    if (rule !== undefined && ending.replace('^', '').endsWith(rule.split('>')[0])) return rule;
    if (rule !== undefined && ending.length <= rule.split('>')[0].length) return rule;
  }
  return undefined;
}

/** What to cut from the form and what to put in its place. */
function scriptOf(form: string, lemma: string): string {
  let common = 0;
  while (common < form.length && common < lemma.length && form[common] === lemma[common]) common++;
  return `${form.slice(common)}>${lemma.slice(common)}`;
}
