import { dateRole } from '../dates/date-words.ts';
import type { PartyReader } from '../entities/party-reader.ts';
import type { EventEntry } from '../lexicon/event-entries.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Operator, outcomeFor } from '../lexicon/operators.ts';
import { mutualTypes } from '../ontology.ts';
import { frameOf } from '../syntax/frame.ts';
import { conjuncts, introducers, type Tree } from '../syntax/tree.ts';
import { CandidateMatcher } from './candidate-matcher.ts';
import { composeReading } from './compose-reading.ts';
import { directReading } from './direct-reading.ts';
import { liftNoun, lightFits } from './lift-noun.ts';
import type { PatternMatch } from './matching.ts';
import { joinProtestDemands } from './protest-demands.ts';
import { readAuxiliary, readObligation, tellerOf } from './read-auxiliary.ts';
import { readEffect } from './read-effect.ts';
import { isMutual, type Reading } from './reading.ts';
import { shareRecipients } from './share-recipients.ts';
import { isSymmetric, SideReader } from './side-reader.ts';

const none: readonly Reading[] = [];
const maxDepth = 6;
/** An operator with an event under it says more than a bare entry of the same verb. */
const operatorBonus = 3;

/** Finds the events that one parsed sentence tells of. */
export class EventReader {
  readonly #tree: Tree;
  readonly #lexicon: Lexicon;
  readonly #parties: PartyReader;
  readonly #matcher: CandidateMatcher;
  readonly #sides: SideReader;
  readonly #readings = new Map<number, readonly Reading[]>();

  constructor(tree: Tree, lexicon: Lexicon, parties: PartyReader) {
    this.#tree = tree;
    this.#lexicon = lexicon;
    this.#parties = parties;
    this.#matcher = new CandidateMatcher(tree, lexicon);
    this.#sides = new SideReader(tree, parties);
  }

  /** All events of the sentence in the order of the text, each word claimed by one of them only. */
  readAll(): readonly Reading[] {
    const found: Reading[] = [];
    for (let index = 0; index < this.#tree.tokens.length; index++)
      for (const reading of this.#readAt(index, 0)) found.push(reading);
    if (found.length === 0) return none;
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
    const kept = readings.filter(
      (reading) =>
        !taken.has(reading) && !claimed.has(reading.head) && !this.#isBackground(reading),
    );
    // A bare word without any party is likely no event, and must not silence one that is weak.
    const strong = kept.filter(
      ({ weak, specificity, actors, recipients }) =>
        !weak && (specificity >= 2 || actors.length + recipients.length > 0),
    );
    const told = joinProtestDemands(this.#tree, strong.length > 0 ? strong : kept);
    const shared = shareRecipients(this.#tree, told, this.#parties);
    return shared.map((reading) => directReading(this.#tree, reading, this.#parties, this.#sides));
  }

  /** "obstacles in the North Korean nuclear negotiations": talks that a phrase only mentions, and of one party alone. */
  #isBackground(reading: Reading): boolean {
    const { head, actors, recipients } = reading;
    if (!isMutual(reading) || reading.inner.length > 0 || recipients.length > 0) return false;
    if (this.#tree.tokens[head].upos !== 'NOUN' || introducers(this.#tree, head).length === 0)
      return false;
    if (actors.some((token) => token > head)) return false;
    const parties = actors.flatMap((token) => this.#parties.identify(token));
    return new Set(parties.map(({ country, name }) => country ?? name)).size < 2;
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
      return none;
    const lemma = this.#tree.lemmas[index];
    // "in March" is no march.
    if (upos === 'PROPN' && dateRole(lemma)) return none;
    const entry = this.#bestEntry(index);
    const operated = this.#operate(index, depth, entry);
    const light = operated || upos !== 'VERB' ? null : this.#lighten(index, lemma, depth, entry);
    const readings = operated ?? light ?? (entry ? [entry] : none);
    if (readings.length === 0) {
      const asked = upos === 'VERB' ? readObligation(this.#tree, this.#lexicon, index) : null;
      return asked ? [asked] : none;
    }
    return readings.map((reading) =>
      readAuxiliary(this.#tree, this.#lexicon, index, reading, this.#parties),
    );
  }

  #bestEntry(index: number): Reading | null {
    let best: { match: PatternMatch; entry: EventEntry } | null = null;
    const matches = this.#matcher.eventsAt(index);
    if (matches.length === 0) return null;
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
    const { actors, recipients } = mutualTypes.has(entry.type)
      ? this.#sides.sidesOf(match)
      : this.#sides.directedSidesOf(match);
    const teller = entry.byTeller ? tellerOf(this.#tree, this.#lexicon, index) : null;
    if (teller !== null && teller >= 0) actors.push(teller);
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
    const { actors, recipients } = this.#sides.sidesOf(match);
    if (entry.needsActor && !entry.byTeller && this.#sides.knownParties(actors).size === 0) {
      // Somebody by name towards a known party will do: "Ramos blamed Chile for the attack".
      const named = actors.some((token) => this.#tree.tokens[token].upos === 'PROPN');
      if (!named || this.#sides.knownParties(recipients).size === 0) return false;
    }
    if (!entry.needsRecipient) return true;
    // Where all are actors, the other party must be known as well.
    if (isSymmetric(match)) return this.#sides.knownParties(actors).size > 1;
    return this.#sides.knownParties(recipients).size > 0;
  }

  /** Operators over the events below: "threatened to halt talks". */
  #operate(index: number, depth: number, bare: Reading | null): Reading[] | null {
    let best: { match: PatternMatch; entry: Operator; inner: readonly Reading[] } | null = null;
    for (const { match, entry } of this.#matcher.operatorsAt(index)) {
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
      this.#sides.sidesOf(match),
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
    // "opened a probe into deals": what the entry names as object goes before what a phrase tells.
    const named = entry?.trigger.some((token) => objects.includes(token)) ?? false;
    const phrases = named ? frame.phrases.filter(({ head }) => head < index) : frame.phrases;
    for (const phrase of phrases)
      if (phrase.introducers.some((word) => word === 'in' || word === 'on' || word === 'into'))
        objects.push(phrase.head);
    const readings: Reading[] = [];
    for (const object of objects.flatMap((one) => conjuncts(this.#tree, one))) {
      const noun = this.#tree.lemmas[object];
      const light = lights.find((one) => lightFits(this.#tree, one, noun, index));
      if (!light || entry?.trigger.includes(object)) continue;
      for (const reading of this.#readAt(object, depth + 1))
        readings.push(liftNoun(this.#tree, this.#sides, index, light, reading));
    }
    return readings.length > 0 ? readings : null;
  }
}

function markTaken(reading: Reading, taken: Set<Reading>): void {
  taken.add(reading);
  for (const inner of reading.inner) markTaken(inner, taken);
}
