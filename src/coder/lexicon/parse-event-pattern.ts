import { LexiconError } from '../lexicon-error.ts';
import type { Element, EventPattern, Role, Slot, WordSet } from './event-pattern.ts';
import type { WordClasses } from './word-classes.ts';

const prepositions = new Set(
  `about above across after against along alongside amid among around as at before behind between beyond by
  despite during following for from in inside into like near of off on onto out outside over past per regarding since
  than through throughout to toward towards under until unto up upon via versus with within without that
  if whether`.split(/\s+/),
);

/** Auxiliaries that operate on the verb they stand with. */
const auxiliaries = new Set([
  'will',
  'shall',
  'would',
  'must',
  'should',
  'ought',
  'may',
  'might',
  'could',
]);

/** Reads one pattern. `where` names file and line for errors. */
export function parseEventPattern(
  source: string,
  classes: WordClasses,
  where: string,
): EventPattern {
  return new PatternReader(source, classes, where).read();
}

/** Word sets by their text, one store for each set of classes: "<weapon>|bomb" stands in many patterns. */
const setStores = new WeakMap<WordClasses, Map<string, WordSet>>();

function setsOf(classes: WordClasses): Map<string, WordSet> {
  let store = setStores.get(classes);
  if (!store) {
    store = new Map();
    setStores.set(classes, store);
  }
  return store;
}

class PatternReader {
  readonly #source: string;
  readonly #classes: WordClasses;
  readonly #where: string;
  readonly #words: readonly { text: string; optional: boolean }[];
  readonly #sets: Map<string, WordSet>;
  #next = 0;

  constructor(source: string, classes: WordClasses, where: string) {
    this.#sets = setsOf(classes);
    this.#source = source;
    this.#classes = classes;
    this.#where = where;
    this.#words = splitWords(source, where);
  }

  read(): EventPattern {
    const first = this.#peek();
    if (first === undefined) this.#fail('an empty pattern', 'a phrase such as "A expel R"');
    const noun = /^([ABRE])['’]s$/.exec(first.text);
    if (noun) {
      this.#next++;
      return this.#noun(noun[1] as Role);
    }
    const subject = this.#slotWord(first.text, null, false);
    if (!subject) {
      // "sanction against R": a noun pattern that names no possessor.
      return this.#noun(null);
    }
    this.#next++;
    const head = this.#peek()?.text;
    if (head && auxiliaries.has(head)) return this.#auxiliary(head, subject);
    return head === 'be' ? this.#copula(subject) : this.#verb(subject);
  }

  #verb(subject: Slot): EventPattern {
    const head = this.#take('a verb');
    return this.#build('verb', this.#set(head.text), null, [], subject, this.#elements());
  }

  /** "A will E", "A will not E", "R must E": with R the teller acts and the subject receives. */
  #auxiliary(head: string, subject: Slot): EventPattern {
    this.#next++;
    let word = this.#take('"E" or "not E"');
    const negated = word.text === 'not';
    if (negated) word = this.#take('"E" after "not"');
    if (word.text !== 'E')
      this.#fail(`"${word.text}"`, '"E": an auxiliary stands in operators only');
    const pattern = this.#build('auxiliary', this.#set(head), null, [], subject, []);
    return { ...pattern, negated };
  }

  #copula(subject: Slot): EventPattern {
    this.#next++;
    let word = this.#take('an adjective or a phrase after "be"');
    let headPrepositions: WordSet | null = null;
    if (this.#isPreposition(word.text)) {
      headPrepositions = this.#set(word.text);
      word = this.#take('a noun after the preposition');
    }
    const slot = this.#slotWord(word.text, null, false);
    const { head, modifiers } = slot?.heads
      ? { head: slot.heads, modifiers: [] }
      : this.#phrase(word.text);
    return this.#build('copula', head, headPrepositions, modifiers, subject, this.#elements());
  }

  #noun(role: Role | null): EventPattern {
    const { head, modifiers } = this.#phrase(this.#take('a noun').text);
    const subject: Slot | null = role
      ? { kind: 'slot', role, prepositions: null, heads: null, modifiers: [], optional: true }
      : null;
    return this.#build('noun', head, null, modifiers, subject, this.#elements());
  }

  /** A run of bare words is one phrase: the last is its head. */
  #phrase(first: string): { head: WordSet; modifiers: WordSet[] } {
    const words = [first];
    for (
      let word = this.#peek();
      word && !word.optional && this.#isBare(word.text);
      word = this.#peek()
    ) {
      words.push(word.text);
      this.#next++;
    }
    const sets = words.map((word) => this.#set(word));
    return { head: sets[sets.length - 1], modifiers: sets.slice(0, -1) };
  }

  #elements(): Element[] {
    const elements: Element[] = [];
    for (let word = this.#peek(); word; word = this.#peek()) {
      this.#next++;
      const { text, optional } = word;
      if (text.startsWith('+')) {
        elements.push({ kind: 'particle', words: this.#set(text.slice(1)), optional });
        continue;
      }
      const next = this.#peek();
      if (
        text === 'to' &&
        next &&
        (next.text === 'X' || next.text === 'E' || this.#isBare(next.text))
      ) {
        this.#next++;
        // "(to X)" asks for nothing: it only shows the reader how the phrase goes on.
        if (optional) continue;
        const any = next.text === 'X' || next.text === 'E';
        const role = next.text === 'E' ? 'E' : 'X';
        elements.push({ kind: 'infinitive', verbs: any ? null : this.#set(next.text), role });
        continue;
      }
      if (this.#isPreposition(text)) {
        elements.push(this.#prepositional(text, optional));
        continue;
      }
      const slot = this.#slotWord(text, null, optional);
      if (slot) {
        elements.push(slot);
        continue;
      }
      const { head, modifiers } = this.#phrase(text);
      elements.push({
        kind: 'slot',
        role: 'X',
        prepositions: null,
        heads: head,
        modifiers,
        optional,
      });
    }
    return elements;
  }

  #prepositional(text: string, optional: boolean): Slot {
    const set = this.#set(text);
    const word = this.#take(`a phrase after "${text}"`);
    const slot = this.#slotWord(word.text, set, optional || word.optional);
    if (slot) return slot;
    const { head, modifiers } = this.#phrase(word.text);
    return { kind: 'slot', role: 'X', prepositions: set, heads: head, modifiers, optional };
  }

  /** `R`, `R[diplomat|envoy]` … or null where the word is no slot. */
  #slotWord(text: string, prepositionSet: WordSet | null, optional: boolean): Slot | null {
    const match = /^([ABRXE])(?:\[([^\]]*)\])?$/.exec(text);
    if (!match) return null;
    const heads = match[2] === undefined ? null : this.#set(match[2]);
    return {
      kind: 'slot',
      role: match[1] as Role,
      prepositions: prepositionSet,
      heads,
      modifiers: [],
      optional,
    };
  }

  #build(
    kind: EventPattern['kind'],
    heads: WordSet,
    headPrepositions: WordSet | null,
    headModifiers: readonly WordSet[],
    subject: Slot | null,
    elements: readonly Element[],
  ): EventPattern {
    let specificity =
      headModifiers.length * 3 + (headPrepositions ? 3 : 0) + (subject?.heads ? 3 : 0);
    for (const element of elements) {
      if (element.kind === 'particle') specificity += element.optional ? 0 : 3;
      else if (element.kind === 'infinitive') specificity += element.verbs ? 4 : 2;
      else if (!element.optional) {
        specificity +=
          element.modifiers.length * 2 + (element.heads ? 3 : 0) + (element.prepositions ? 2 : 0);
        specificity += element.role === 'X' ? 0.5 : 1;
      }
    }
    return {
      kind,
      heads,
      headPrepositions,
      headModifiers,
      subject,
      elements,
      negated: false,
      specificity,
      source: this.#source,
    };
  }

  #set(text: string): WordSet {
    const known = this.#sets.get(text);
    if (known) return known;
    const words = new Set<string>();
    this.#sets.set(text, words);
    for (const part of text.split('|')) {
      const name = /^<([\w-]+)>$/.exec(part)?.[1];
      if (name === undefined) {
        if (!/^[\p{L}\p{N}][\p{L}\p{N}'’.-]*$/u.test(part))
          this.#fail(`"${part}"`, 'a word, or a class such as <weapon>');
        words.add(part.toLowerCase());
        continue;
      }
      const members = this.#classes.get(name);
      if (!members)
        this.#fail(
          `unknown class <${name}>`,
          `one of ${[...this.#classes.keys()].map((key) => `<${key}>`).join(', ')}`,
        );
      for (const member of members) words.add(member);
    }
    return words;
  }

  #isPreposition(text: string): boolean {
    return text.split('|').every((part) => prepositions.has(part));
  }

  #isBare(text: string): boolean {
    return !text.startsWith('+') && !/^[ABRXE](\[|$)/.test(text) && !this.#isPreposition(text);
  }

  #peek(): { text: string; optional: boolean } | undefined {
    return this.#words[this.#next];
  }

  #take(expected: string): { text: string; optional: boolean } {
    const word = this.#peek();
    if (!word) this.#fail('the end of the pattern', expected);
    this.#next++;
    return word;
  }

  #fail(found: string, expected: string): never {
    throw new LexiconError(this.#where, `${found} in the pattern "${this.#source}"`, expected);
  }
}

/** Cuts at white space, keeps `[…]` whole and marks what stands in parentheses as optional. */
function splitWords(source: string, where: string): { text: string; optional: boolean }[] {
  const words: { text: string; optional: boolean }[] = [];
  let optional = false;
  for (const raw of source.trim().split(/\s+(?![^[\]]*\])/)) {
    let text = raw;
    if (text.startsWith('(')) {
      optional = true;
      text = text.slice(1);
    }
    const closes = text.endsWith(')');
    if (closes) text = text.slice(0, -1);
    if (text) words.push({ text: text.replace(/\s+/g, ''), optional });
    if (closes) optional = false;
  }
  if (optional)
    throw new LexiconError(where, `an open parenthesis in the pattern "${source}"`, '")"');
  return words;
}
