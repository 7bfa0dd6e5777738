import { dateWord } from '../dates/date-words.ts';
import type { PartyReader } from '../entities/party-reader.ts';
import type { GazetteerEntry } from '../gazetteer/index.ts';
import type { EventEntry } from '../lexicon/event-entries.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { LightVerb } from '../lexicon/light-verbs.ts';
import { type Operator, outcomeFor } from '../lexicon/operators.ts';
import type { Candidate, PatternIndex } from '../lexicon/pattern-index.ts';
import { type SetIndex, SetsFound } from '../lexicon/set-index.ts';
import type { EventType, Status } from '../record.ts';
import { agentOf, frameOf } from '../syntax/frame.ts';
import { conjuncts, type Tree } from '../syntax/tree.ts';
import { composeReading } from './compose-reading.ts';
import { findRecipient } from './find-recipient.ts';
import { matchPattern, nounPhrases, type PatternMatch } from './match.ts';
import { readAuxiliary } from './read-auxiliary.ts';
import { readEffect } from './read-effect.ts';

/** An event as one sentence tells it, before its parties, status and circumstances are read. Numbers are token indices. */
export interface Reading {
  readonly type: EventType;
  readonly mode: string | null;
  /** Status that the lexicon sets; null where the sentence decides. */
  readonly status: Status | null;
  /** The word that tells of the event: for a composed event the operator. */
  readonly head: number;
  /** All words that tell of it. */
  readonly trigger: readonly number[];
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  readonly by: string;
  readonly pattern: string;
  readonly weak: boolean;
  readonly needsActor: boolean;
  readonly needsRecipient: boolean;
  readonly specificity: number;
  readonly steps: readonly string[];
  /** The event that is promised, threatened, refused … where the reading is composed; its type and mode. */
  readonly about: { readonly type: EventType; readonly mode: string | null } | null;
  /** Readings that were taken up into this one. */
  readonly inner: readonly Reading[];
}

const possessorKinds = new Set<GazetteerEntry['kind']>([
  'country',
  'people',
  'capital',
  'metonym',
  'organization',
  'group',
  'person',
  'role',
  'city',
  'region',
]);
const maxDepth = 6;
/** An operator with an event under it says more than a bare entry of the same verb. */
const operatorBonus = 3;

/** Finds the events that one parsed sentence tells of. */
export class EventReader {
  readonly #tree: Tree;
  readonly #lexicon: Lexicon;
  readonly #parties: PartyReader;
  #found: SetsFound | null = null;
  readonly #readings = new Map<number, readonly Reading[]>();

  constructor(tree: Tree, lexicon: Lexicon, parties: PartyReader) {
    this.#tree = tree;
    this.#lexicon = lexicon;
    this.#parties = parties;
  }

  /** All events of the sentence in the order of the text, each word claimed by one of them only. */
  readAll(): Reading[] {
    const found: Reading[] = [];
    for (let index = 0; index < this.#tree.tokens.length; index++)
      found.push(...this.#readAt(index, 0));
    // What asks for a recipient must have one from its pattern: "an agreement with B", not any agreement.
    const readings = found.filter(
      ({ needsRecipient, recipients }) => !needsRecipient || recipients.length > 0,
    );
    const taken = new Set<Reading>();
    for (const reading of readings) for (const inner of reading.inner) markTaken(inner, taken);
    const claimed = new Set<number>();
    for (const reading of readings) {
      if (!taken.has(reading))
        for (const token of reading.trigger) if (token !== reading.head) claimed.add(token);
    }
    const kept = readings.filter((reading) => !taken.has(reading) && !claimed.has(reading.head));
    const strong = kept.filter((reading) => !reading.weak);
    return (strong.length > 0 ? strong : kept).map((reading) => this.#directed(reading));
  }

  /** With a recipient where the pattern left it open and the sentence shows one. */
  #directed(reading: Reading): Reading {
    if (reading.recipients.length > 0 || reading.actors.length === 0) return reading;
    if (
      isMutual(reading) &&
      reading.actors.flatMap((token) => this.#parties.partiesOf(token)).length > 1
    )
      return reading;
    const found = findRecipient(this.#tree, reading, this.#parties);
    if (found < 0) return reading;
    const words = this.#parties.spanOf(found).text;
    return {
      ...reading,
      recipients: [found],
      steps: [...reading.steps, `"${words}" is taken for the recipient: no pattern names one`],
    };
  }

  #readAt(index: number, depth: number): readonly Reading[] {
    const known = this.#readings.get(index);
    if (known) return known;
    if (depth > maxDepth) return [];
    this.#readings.set(index, []);
    const found = this.#read(index, depth);
    this.#readings.set(index, found);
    return found;
  }

  #read(index: number, depth: number): readonly Reading[] {
    const token = this.#tree.tokens[index];
    const { upos } = token;
    if (upos === 'PUNCT' || upos === 'ADP' || upos === 'DET' || upos === 'PRON' || upos === 'NUM')
      return [];
    const lemma = token.lemma.toLowerCase();
    // "in March" is no march.
    if (upos === 'PROPN' && dateWord(lemma)) return [];
    const entry = this.#bestEntry(index, lemma);
    const operated = this.#operate(index, lemma, depth, entry);
    const light = operated || upos !== 'VERB' ? null : this.#lighten(index, lemma, depth, entry);
    const readings = operated ?? light ?? (entry ? [entry] : []);
    return readings.map((reading) => readAuxiliary(this.#tree, this.#lexicon, index, reading));
  }

  #bestEntry(index: number, lemma: string): Reading | null {
    let best: { match: PatternMatch; entry: EventEntry } | null = null;
    const matches = this.#matches(this.#lexicon.events, index, lemma);
    const denials = matches.filter(({ entry }) => entry.nothing);
    for (const { match, entry } of matches) {
      if (best && match.specificity <= best.match.specificity) continue;
      const denied = denials.some(
        (one) =>
          one.entry.type === entry.type &&
          (entry.nothing || one.match.specificity >= match.specificity),
      );
      if (!denied && this.#hasWhatItNeeds(match, entry)) best = { match, entry };
    }
    if (!best) return null;
    const { match, entry } = best;
    const { actors, recipients } = this.#sides(match, true);
    return {
      type: entry.type,
      mode: entry.mode,
      status: entry.status,
      head: index,
      trigger: match.claimed,
      actors,
      recipients,
      by: entry.by,
      pattern: entry.pattern.source.trim(),
      weak: entry.weak,
      needsActor: entry.needsActor,
      needsRecipient: entry.needsRecipient && !isSymmetric(match),
      specificity: match.specificity,
      steps: [],
      about: null,
      inner: [],
    };
  }

  /** Whether `need A` and `need R` are met, so that another entry gets its turn where they are not. A noun may still find its actor in a light verb. */
  #hasWhatItNeeds(match: PatternMatch, entry: EventEntry): boolean {
    if (match.pattern.kind === 'noun' || !(entry.needsActor || entry.needsRecipient)) return true;
    const { actors, recipients } = this.#sides(match, true);
    if (entry.needsActor && this.#knownParties(actors).size === 0) return false;
    if (!entry.needsRecipient) return true;
    // Where all are actors, the other party must be known as well.
    if (isSymmetric(match)) return this.#knownParties(actors).size > 1;
    return this.#knownParties(recipients).size > 0;
  }

  #knownParties(tokens: readonly number[]): Set<string> {
    return new Set(
      tokens
        .flatMap((token) => conjuncts(this.#tree, token))
        .flatMap((token) => this.#parties.identify(token))
        .filter(({ country, sector }) => country !== null || sector !== null)
        .map(({ name, country }) => `${country} ${name}`),
    );
  }

  /** All entries that fit at a word, with how they fit. */
  #matches<T extends EventEntry | Operator>(
    patterns: PatternIndex<T>,
    index: number,
    lemma: string,
  ): { match: PatternMatch; entry: T }[] {
    const { upos, xpos, form } = this.#tree.tokens[index];
    const found: { match: PatternMatch; entry: T }[] = [];
    const tryAll = (candidates: readonly Candidate<T>[] | undefined): void => {
      if (!candidates) return;
      for (const { entry, demands } of candidates) {
        if (!this.#meets(demands)) continue;
        const match = matchPattern(this.#tree, entry.pattern, index);
        if (match) found.push({ match, entry });
      }
    };
    if (upos === 'VERB' || upos === 'AUX') tryAll(patterns.verb.get(lemma));
    if (upos === 'NOUN' || upos === 'PROPN') tryAll(patterns.noun.get(lemma));
    // "the shelling of": a gerund may be tagged either way.
    if (xpos === 'VBG') tryAll(patterns.noun.get(form.toLowerCase()));
    if (upos !== 'VERB' || xpos === 'VBN') {
      tryAll(patterns.copula.get(lemma));
      if (xpos === 'VBN') tryAll(patterns.copula.get(form.toLowerCase()));
    }
    return found;
  }

  /** Whether the sentence has the fixed words that an entry asks for: most entries fail this cheap test. */
  #meets(demands: readonly number[]): boolean {
    if (demands.length === 0) return true;
    this.#found ??= findSets(this.#tree, this.#lexicon.sets);
    return this.#found.meets(demands);
  }

  /** Operators over the events below: "threatened to halt talks". */
  #operate(index: number, lemma: string, depth: number, bare: Reading | null): Reading[] | null {
    let best: { match: PatternMatch; entry: Operator; inner: readonly Reading[] } | null = null;
    for (const { match, entry } of this.#matches(this.#lexicon.operators, index, lemma)) {
      if (best && match.specificity <= best.match.specificity) continue;
      if (bare && match.specificity + operatorBonus < bare.specificity) continue;
      const below = match.fillers.find(({ role }) => role === 'E');
      if (!below) continue;
      const inner = conjuncts(this.#tree, below.token)
        .flatMap((token) => this.#readAt(token, depth + 1))
        .filter(
          ({ type, mode, needsRecipient, recipients }) =>
            !(needsRecipient && recipients.length === 0) &&
            outcomeFor(entry, type, mode) !== undefined,
        );
      if (inner.length > 0) best = { match, entry, inner };
    }
    if (!best) return null;
    const { match, entry, inner } = best;
    return inner.map((reading) => {
      const composed = this.#compose(index, match, entry, reading);
      // An entry that names the very word of the inner event ("demand an apology") knows the mode better.
      const naming =
        bare?.type === composed.type &&
        bare.trigger.some((token) => token !== index && reading.trigger.includes(token));
      return naming
        ? { ...composed, mode: bare.mode, steps: [...composed.steps, `mode by ${bare.by}`] }
        : composed;
    });
  }

  #compose(index: number, match: PatternMatch, operator: Operator, inner: Reading): Reading {
    return composeReading(
      index,
      match.claimed,
      this.#sides(match, true),
      operator,
      inner,
      match.specificity,
    );
  }

  /** "launched an attack": the noun tells of the event, the verb of who does it. */
  #lighten(index: number, lemma: string, depth: number, entry: Reading | null): Reading[] | null {
    const lights = this.#lexicon.lightVerbs.get(lemma);
    if (!lights) return null;
    const frame = frameOf(this.#tree, index);
    const effect = readEffect(this.#tree, frame, lights, (token) => this.#readAt(token, depth + 1));
    if (effect) return effect;
    const objects =
      frame.passive && frame.subject >= 0 ? [frame.subject, ...frame.objects] : [...frame.objects];
    for (const phrase of frame.phrases)
      if (phrase.introducers.some((word) => word === 'in' || word === 'on' || word === 'into'))
        objects.push(phrase.head);
    const readings: Reading[] = [];
    for (const object of objects.flatMap((one) => conjuncts(this.#tree, one))) {
      const noun = this.#tree.lemmas[object];
      const light = lights.find((one) => this.#lightFits(one, noun, index));
      if (!light || entry?.trigger.includes(object)) continue;
      for (const reading of this.#readAt(object, depth + 1))
        readings.push(this.#lift(index, light, reading));
    }
    return readings.length > 0 ? readings : null;
  }

  #lightFits(light: LightVerb, noun: string, verb: number): boolean {
    if (light.subjectIsEvent || (light.nouns && !light.nouns.has(noun))) return false;
    if (!light.particle) return true;
    return (
      this.#tree.tokens[verb + 1]?.lemma.toLowerCase() === light.particle ||
      frameOf(this.#tree, verb).particles.includes(light.particle)
    );
  }

  #lift(index: number, light: LightVerb, noun: Reading): Reading {
    const frame = frameOf(this.#tree, index);
    const agent = frame.passive ? agentOf(this.#tree, frame) : frame.subject;
    const doer = agent >= 0 ? [agent] : [];
    const party = frame.phrases
      .filter(
        ({ head, introducers }) =>
          !noun.trigger.includes(head) &&
          introducers.some((word) =>
            /^(on|against|at|to|with|from|toward|towards|upon|over|for)$/.test(word),
          ),
      )
      .map(({ head }) => head)
      .filter((head) => this.#isParty(head));
    const indirect = frame.objects.filter(
      (object) => !noun.trigger.includes(object) && object !== noun.head && this.#isParty(object),
    );
    const others = indirect.length > 0 ? indirect : party.slice(0, 1);
    const actors = light.subjectReceives
      ? union(noun.actors, others)
      : union(
          doer,
          noun.actors.filter((token) => !doer.includes(token)),
        );
    const recipients = light.subjectReceives
      ? doer
      : noun.recipients.length > 0
        ? noun.recipients
        : others.filter((token) => !actors.includes(token));
    return {
      ...noun,
      head: index,
      trigger: [index, ...noun.trigger],
      actors:
        light.subjectReceives || doer.length === 0
          ? actors
          : doer.concat(isMutual(noun) ? noun.actors : []),
      recipients: isMutual(noun) && !light.subjectReceives ? noun.recipients : recipients,
      steps: [
        ...noun.steps,
        `"${this.#tree.tokens[index].form}" hands its subject to "${this.#tree.tokens[noun.head].form}" (${light.by})`,
      ],
      inner: [noun],
    };
  }

  /** Who fills the pattern's places, as actors and recipients. */
  #sides(match: PatternMatch, possessors: boolean): { actors: number[]; recipients: number[] } {
    const actors: number[] = [];
    const recipients: number[] = [];
    for (const { role, token } of match.fillers) {
      if (role === 'A' || role === 'B') actors.push(token);
      else if (role === 'R') recipients.push(token);
    }
    if (
      recipients.length === 0 &&
      match.pattern.subject?.role === 'A' &&
      match.pattern.kind === 'verb'
    ) {
      // "demanded that Hamas disarm", "said Iran was to blame": the clause's subject is whom it is about.
      const clause = match.fillers.find(
        ({ role, token }) => role === 'X' && this.#tree.tokens[token].upos === 'VERB',
      );
      const subject = clause ? frameOf(this.#tree, clause.token).subject : -1;
      if (subject >= 0 && !actors.includes(subject)) recipients.push(subject);
    }
    if (match.pattern.kind === 'verb' && actors.length === 0) {
      // "American troops were sent to Haiti": who owns the thing that a passive speaks of did the deed.
      const thing = match.fillers.find(
        ({ role, token }) =>
          role === 'X' &&
          match.claimed.includes(token) &&
          this.#tree.tokens[token].deprel === 'nsubj:pass',
      );
      if (thing && this.#isParty(thing.token)) actors.push(thing.token);
    }
    if (match.pattern.kind === 'noun' && possessors) {
      const taken = new Set(match.fillers.map(({ token }) => token));
      const role = match.pattern.subject?.role ?? 'A';
      const owners = this.#owners(match.head, taken, actors.length === 0);
      if (role === 'R') recipients.push(...owners.filter((token) => !recipients.includes(token)));
      else if (role === 'A' || role === 'B')
        actors.push(...owners.filter((token) => !actors.includes(token)));
    }
    return { actors, recipients };
  }

  /** Whose deed a noun is: possessor, adjective or compound before it, "by" and "from" after it. */
  #owners(noun: number, taken: ReadonlySet<number>, after: boolean): number[] {
    const { tokens, children } = this.#tree;
    const owners: number[] = [];
    for (const child of children[noun]) {
      const token = tokens[child];
      if (taken.has(child)) continue;
      if (token.deprel === 'nmod:poss') owners.push(child);
      else if (
        child < noun &&
        /^(amod|compound|nmod|nummod|flat)$/.test(this.#tree.relations[child])
      ) {
        // "an Iranian missile strike": the name may hang on the first part of the compound.
        for (const word of [child, ...children[child]]) {
          const entries = this.#parties.names.at(word)?.entries ?? [];
          // "a military parade" is nobody's in particular, a police raid is.
          const plain = tokens[word].upos === 'ADJ';
          if (entries.some(({ kind }) => possessorKinds.has(kind) && !(plain && kind === 'role')))
            owners.push(word, ...this.#hyphenated(word));
        }
      }
    }
    if (owners.length > 0 || !after) return owners;
    const phrases = nounPhrases(this.#tree, noun);
    // "the killing of fishermen by marines": the parser may hang the doer on the victim.
    const inner = phrases.flatMap(({ head }) => nounPhrases(this.#tree, head));
    for (const wanted of ['by', 'from', 'between', 'among', 'of']) {
      const phrase = (wanted === 'by' ? [...phrases, ...inner] : phrases).find(
        ({ head, introducers }) =>
          introducers.includes(wanted) && !taken.has(head) && this.#isParty(head),
      );
      if (phrase) return [phrase.head];
    }
    return [];
  }

  /** The other name of "U.S.-Chinese talks". */
  #hyphenated(index: number): number[] {
    const { names } = this.#parties;
    const match = names.at(index);
    if (!match) return [];
    const found: number[] = [];
    const { tokens } = this.#tree;
    for (const [hyphen, other] of [
      [match.from - 1, match.from - 2],
      [match.to, match.to + 1],
    ]) {
      const form = tokens[hyphen]?.form;
      if ((form === '-' || form === '–' || form === '/') && names.at(other)) found.push(other);
    }
    return found;
  }

  /** Whether a phrase names someone who can act or be acted on. */
  #isParty(head: number): boolean {
    const identity = this.#parties.identify(head)[0];
    return (
      identity !== undefined &&
      (identity.country !== null ||
        identity.sector !== null ||
        this.#tree.tokens[head].upos === 'PROPN')
    );
  }
}

/** The lexicon's word sets of which the sentence has a word, as it is written or in its base form. */
function findSets({ tokens, forms, lemmas }: Tree, sets: SetIndex): SetsFound {
  const found = new SetsFound(sets);
  for (let index = 0; index < tokens.length; index++) {
    found.mark(sets.numbersOf(forms[index]));
    if (lemmas[index] === forms[index]) continue;
    found.mark(sets.numbersOf(lemmas[index].toLowerCase()));
    found.mark(sets.numbersOf(lemmas[index]));
  }
  return found;
}

function markTaken(reading: Reading, taken: Set<Reading>): void {
  taken.add(reading);
  for (const inner of reading.inner) markTaken(inner, taken);
}

function isMutual({ type }: Reading): boolean {
  return type === 'CONSULT' || type === 'AGREE' || type === 'COOPERATE';
}

/** Whether the pattern has parties on equal footing. */
function isSymmetric({ fillers }: PatternMatch): boolean {
  return fillers.some(({ role }) => role === 'B');
}

function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])];
}
