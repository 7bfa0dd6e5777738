import type { CodedEvent, EventLink, Span } from '../record.ts';
import { agreement, type Sameness, sameness, type ToldEvent } from './same-event.ts';

export interface JoinedEvents {
  readonly events: readonly CodedEvent[];
  readonly links: readonly EventLink[];
}

/**
 * One event for each that took place, however often the document tells it: headline, lead, caption and body. The fullest
 * telling stands for all; the others' places are kept in `also`, and what it leaves open is taken from them. Does not
 * depend on the order of the tellings.
 */
export function joinEvents(
  document: string,
  told: readonly ToldEvent[],
  links: readonly EventLink[],
): JoinedEvents {
  const groups = groupSame(told);
  if (groups.length === told.length) return { events: told.map(({ event }) => event), links };
  const joined = groups
    .map((group) => ({ group, event: joinGroup(group.map((index) => told[index])) }))
    .sort((a, b) => a.event.trigger.start - b.event.trigger.start);
  const ids = new Map<string, string>();
  const events = joined.map(({ group, event }, index) => {
    const id = `${document}#${index + 1}`;
    for (const member of group) ids.set(told[member].event.id, id);
    return { ...event, id };
  });
  return { events, links: renumber(links, ids) };
}

/** Indices of the events that are one. Tellings that contradict each other are never one, whatever lies between. */
function groupSame(told: readonly ToldEvent[]): number[][] {
  const byType = new Map<string, number[]>();
  told.forEach(({ event }, index) => {
    const same = byType.get(event.type);
    if (same) same.push(index);
    else byType.set(event.type, [index]);
  });
  return [...byType.values()].flatMap((indices) => groupAmong(indices, told));
}

/** Most events of one type that are compared each with each; beyond them only neighbours are. */
const farthest = 60;

function groupAmong(indices: readonly number[], told: readonly ToldEvent[]): number[][] {
  const links: { a: number; b: number; same: Exclude<Sameness, null> }[] = [];
  for (let first = 0; first < indices.length; first++) {
    const end = Math.min(indices.length, first + farthest);
    for (let second = first + 1; second < end; second++) {
      const [a, b] = [indices[first], indices[second]];
      const same = sameness(told[a], told[b]);
      if (same) links.push({ a, b, same });
    }
  }
  if (links.length === 0) return indices.map((index) => [index]);
  const whole = (group: readonly number[]): boolean =>
    group.every((a) => group.every((b) => a === b || agreement(told[a], told[b]) !== null));
  return components(indices, links).flatMap((group) => {
    if (whole(group)) return [group];
    const certain = links.filter(({ a, same }) => same === 'certain' && group.includes(a));
    return components(group, certain).flatMap((part) =>
      whole(part) ? [part] : part.map((index) => [index]),
    );
  });
}

/** Indices that are tied to each other, directly or by others between. */
function components(
  indices: readonly number[],
  links: readonly { readonly a: number; readonly b: number }[],
): number[][] {
  const group = new Map<number, number[]>(indices.map((index) => [index, [index]]));
  for (const { a, b } of links) {
    const [mine, theirs] = [group.get(a), group.get(b)];
    if (!mine || !theirs || mine === theirs) continue;
    mine.push(...theirs);
    for (const index of theirs) group.set(index, mine);
  }
  return [...new Set(group.values())].map((members) => members.sort((a, b) => a - b));
}

function joinGroup(tellings: readonly ToldEvent[]): CodedEvent {
  if (tellings.length === 1) return tellings[0].event;
  const members = [...tellings]
    .sort((a, b) => fullnessOf(b) - fullnessOf(a) || a.event.trigger.start - b.event.trigger.start)
    .map(({ event }) => event);
  const [best, ...others] = members;
  const dated = members.find(({ date }) => date?.basis === 'text');
  const chain = others.reduce(
    (longest, { attribution }) => (attribution.length > longest.length ? attribution : longest),
    best.attribution,
  );
  const first = <T>(pick: (event: CodedEvent) => readonly T[]): readonly T[] =>
    [best, ...others].map(pick).find((list) => list.length > 0) ?? [];
  return {
    ...best,
    mode: best.mode ?? others.find(({ mode }) => mode !== null)?.mode ?? null,
    contexts: [...new Set(members.flatMap(({ contexts }) => contexts))],
    actors: first(({ actors }) => actors),
    recipients: first(({ recipients }) => recipients),
    date: best.date?.basis === 'text' ? best.date : (dated?.date ?? best.date),
    place: best.place ?? others.find(({ place }) => place !== null)?.place ?? null,
    quantities: first(({ quantities }) => quantities),
    attribution: chain,
    also: placesOf(best, others),
    confidence: Math.max(...members.map(({ confidence }) => confidence)),
    explanation: {
      ...best.explanation,
      steps: [
        ...best.explanation.steps,
        ...others.map(({ trigger, by }) => `told again by "${trigger.text}" (${by})`),
      ],
    },
  };
}

/** How much a telling says; a verb tells of it in its own right. */
function fullnessOf({ event, verbal }: ToldEvent): number {
  const { actors, recipients, date, place, quantities } = event;
  const known = (list: CodedEvent['actors']): number =>
    list.some(({ country }) => country !== null) ? 2 : list.length > 0 ? 1 : 0;
  return (
    known(actors) +
    known(recipients) +
    (date?.basis === 'text' ? 1 : 0) +
    (place ? 1 : 0) +
    (quantities.length > 0 ? 1 : 0) +
    (verbal ? 1.5 : 0)
  );
}

/** Where else the event is told, in the order of the text. */
function placesOf(best: CodedEvent, others: readonly CodedEvent[]): Span[] {
  const places = new Map<string, Span>();
  for (const span of [
    ...best.also,
    ...others.flatMap(({ evidence, also }) => [evidence, ...also]),
  ]) {
    if (span.start === best.evidence.start && span.end === best.evidence.end) continue;
    places.set(`${span.start} ${span.end}`, span);
  }
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Links between the joined events, each once; what tied an event to itself is gone. */
function renumber(links: readonly EventLink[], ids: ReadonlyMap<string, string>): EventLink[] {
  const kept = new Map<string, EventLink>();
  for (const link of links) {
    const from = ids.get(link.from) ?? link.from;
    const to = ids.get(link.to) ?? link.to;
    const key = `${from} ${to} ${link.relation}`;
    if (from !== to && !kept.has(key)) kept.set(key, { ...link, from, to });
  }
  return [...kept.values()];
}
