import {
  type CodedEvent,
  type Coder,
  createCoder,
  type Decider,
  type EventType,
  type Lexicon,
  mutualTypes,
  type Range,
  type SourceDocument,
  signNames,
} from '#coder';
import type { Language } from '#language';
import type { GoldLine, SetName } from '../decision/collect.ts';

/** A coded event of a development document of which the gold tells whether it is right. */
export interface JudgedEvent {
  readonly set: string;
  readonly document: string;
  readonly signs: readonly string[];
  readonly right: boolean;
}

/**
 * The events of the development sets that a judgement can be passed on, with their signs. An event is right if its
 * type is the gold's for that sentence and pair:
 *
 * - plv and gsr: of the events of a sentence those count that share most ends with the pair that the gold marks (an
 *   actor in its source's place, a recipient in its target's; both among the actors for a mutual type), if they share
 *   one at least; of other pairs in the sentence the gold says nothing. PLV does not part CONCEDE from RETREAT.
 * - plv again, with the pair given to the coder: the one event that it answers.
 * - headlines: all events, for a headline tells of one type.
 *
 * `leaveOut` is called before each document, for a decider that must not have seen it.
 */
export function judgeEvents(
  language: Language,
  lexicon: Lexicon,
  decider: Decider | null,
  sets: Readonly<Partial<Record<SetName, readonly GoldLine[]>>>,
  leaveOut: (document: string) => void = () => {},
): JudgedEvent[] {
  const noted: (readonly string[])[] = [];
  // Each event answers with the number of its note in place of a confidence.
  const coder = createCoder(
    language,
    lexicon,
    decider,
    (signs) => noted.push(signNames(signs)) - 1,
  );
  const judged: JudgedEvent[] = [];
  const judge = (set: string, gold: GoldLine, events: readonly CodedEvent[]): void => {
    for (const { type, confidence } of events) {
      const right = isRight(gold, type);
      judged.push({ set, document: gold.id, signs: noted[confidence], right });
    }
  };
  for (const [set, lines] of Object.entries(sets)) {
    for (const gold of lines ?? []) {
      leaveOut(gold.id);
      const { id, text, date } = gold;
      const document: SourceDocument = { id, text, ...(date ? { date } : {}) };
      const { events } = coder.code(document);
      judge(set, gold, set === 'headlines' ? events : aboutPair(events, gold));
      if (gold.source && gold.target)
        judge(`${set}, ends given`, gold, between(coder, document, gold));
    }
  }
  return judged;
}

function between(coder: Coder, document: SourceDocument, { source, target }: GoldLine) {
  if (!source || !target) return [];
  return coder.code({ ...document, focus: { actor: source, recipient: target } }).events;
}

function isRight({ type, root }: GoldLine, found: EventType): boolean {
  if (root === 'YIELD') return found === 'CONCEDE' || found === 'RETREAT';
  return found === (root ?? type);
}

/** The events that share most ends with the gold's pair. */
function aboutPair(events: readonly CodedEvent[], gold: GoldLine): readonly CodedEvent[] {
  const actors = gold.source ? [gold.source] : placesOf(gold.text, gold.actors);
  const recipients = gold.target ? [gold.target] : placesOf(gold.text, gold.recipients);
  const scores = events.map((event) => {
    const straight =
      Number(touches(event.actors, actors)) + Number(touches(event.recipients, recipients));
    if (!mutualTypes.has(event.type)) return straight;
    const mutual =
      Number(touches(event.actors, actors)) + Number(touches(event.actors, recipients));
    return Math.max(straight, mutual);
  });
  const most = Math.max(1, ...scores);
  return events.filter((_, index) => scores[index] === most);
}

function placesOf(text: string, parties: GoldLine['actors']): Range[] {
  return (parties ?? []).flatMap((party) => {
    const start = party.text ? text.indexOf(party.text) : -1;
    return start < 0 ? [] : [{ start, end: start + party.text.length }];
  });
}

function touches(places: readonly Range[], ranges: readonly Range[]): boolean {
  return places.some((place) =>
    ranges.some((range) => place.start < range.end && range.start < place.end),
  );
}
