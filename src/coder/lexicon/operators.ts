import { LexiconError } from '../lexicon-error.ts';
import { isEventType, ontology } from '../ontology.ts';
import { type EventType, eventTypes, type Status } from '../record.ts';
import { parsePartyList } from './event-entries.ts';
import type { EventPattern } from './event-pattern.ts';
import { parseEventPattern } from './parse-event-pattern.ts';
import type { WordClasses } from './word-classes.ts';

/** What an operator makes of the event under it. `type` null keeps the inner event; `status` null keeps its status. */
export interface Outcome {
  /** Inner type and mode that this line is for; null type for any. */
  readonly inner: { readonly type: EventType; readonly mode: string | null } | null;
  readonly type: EventType | null;
  readonly mode: string | null;
  readonly status: Status | null;
}

export interface OperatorExample {
  readonly sentence: string;
  /** As for the examples of events/. */
  readonly knownToFail: boolean;
  readonly type: EventType;
  readonly mode: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly status: Status | null;
  readonly where: string;
}

/** "A threaten to E" with what it makes of E. */
export interface Operator {
  readonly name: string;
  readonly pattern: EventPattern;
  readonly outcomes: readonly Outcome[];
  readonly by: string;
}

/** The operators of one name with what must come of them. */
export interface OperatorGroup {
  readonly operators: readonly Operator[];
  readonly examples: readonly OperatorExample[];
}

const statuses: readonly Status[] = ['actual', 'historical', 'future', 'hypothetical', 'negated'];

/** Reads `lexicon/operators.txt`; its head explains the form. Throws LexiconError with file and line. */
export function loadOperators(
  file: string,
  content: string,
  classes: WordClasses,
): OperatorGroup[] {
  const groups: OperatorGroup[] = [];
  let group:
    | {
        name: string;
        where: string;
        patterns: { pattern: EventPattern; by: string }[];
        outcomes: Outcome[];
        examples: OperatorExample[];
      }
    | undefined;
  const close = (): void => {
    if (!group) return;
    const { name, where, patterns, outcomes, examples } = group;
    if (patterns.length === 0)
      throw new LexiconError(
        where,
        `operator ${name} without a pattern`,
        'a line such as "A threaten to E"',
      );
    if (outcomes.length === 0)
      throw new LexiconError(
        where,
        `operator ${name} without an outcome`,
        'a line such as "  ASSAULT -> THREATEN/violence"',
      );
    if (examples.length === 0)
      throw new LexiconError(where, `operator ${name} without an example`, 'at least one');
    const operators = patterns.map(({ pattern, by }) => ({ name, pattern, outcomes, by }));
    groups.push({ operators, examples });
  };
  content.split(/\r?\n/).forEach((line, index) => {
    const where = `${file}:${index + 1}`;
    const text = line.replace(/(^|\s)#.*$/, '').trimEnd();
    if (!text.trim()) return;
    const header = /^operator\s+([\w-]+)$/.exec(text);
    if (header) {
      close();
      group = { name: header[1], where, patterns: [], outcomes: [], examples: [] };
      return;
    }
    if (!group)
      throw new LexiconError(where, `"${text}"`, 'a line such as "operator threat" first');
    if (!/^\s/.test(text))
      group.patterns.push({ pattern: parseEventPattern(text, classes, where), by: where });
    else if (text.includes(' | ')) group.examples.push(parseExample(text.trim(), where));
    else group.outcomes.push(...parseOutcomes(text.trim(), where));
  });
  close();
  return groups;
}

/** `COERCE, SANCTION/expel -> THREATEN/restrict`, `* -> same, future`. */
function parseOutcomes(text: string, where: string): Outcome[] {
  const [left, right, ...rest] = text.split('->').map((part) => part.trim());
  if (!left || !right || rest.length > 0) {
    throw new LexiconError(
      where,
      `"${text}"`,
      'an outcome such as "ASSAULT -> THREATEN/violence", or an example with " | "',
    );
  }
  const [result, statusText] = right.split(',').map((part) => part.trim());
  if (statusText && !statuses.includes(statusText as Status)) {
    throw new LexiconError(
      where,
      `unknown status "${statusText}"`,
      `one of ${statuses.join(', ')}`,
    );
  }
  const status = (statusText as Status) ?? null;
  const outer = result === 'same' ? null : parseTypeAndMode(result, where);
  return left.split(',').map((part) => {
    const inner = part.trim() === '*' ? null : parseTypeAndMode(part.trim(), where);
    return { inner, type: outer?.type ?? null, mode: outer?.mode ?? null, status };
  });
}

function parseTypeAndMode(text: string, where: string): { type: EventType; mode: string | null } {
  const [type, mode] = text.split('/');
  if (!isEventType(type))
    throw new LexiconError(where, `unknown type "${type}"`, `one of ${eventTypes.join(', ')}`);
  if (mode && !(mode in ontology[type].modes)) {
    throw new LexiconError(
      where,
      `unknown mode "${mode}"`,
      `one of ${Object.keys(ontology[type].modes).join(', ')}`,
    );
  }
  return { type, mode: mode ?? null };
}

function parseExample(marked: string, where: string): OperatorExample {
  const knownToFail = marked.startsWith('! ');
  const text = knownToFail ? marked.slice(2) : marked;
  const [sentence, kind, parties, status] = text.split(' | ').map((part) => part.trim());
  const sides = parties?.split(' > ') ?? [];
  if (!kind || sides.length !== 2) {
    throw new LexiconError(
      where,
      `"${text}"`,
      'an example such as "Iran threatened to attack Iraq. | THREATEN/violence | IRN > IRQ"',
    );
  }
  return {
    sentence,
    knownToFail,
    ...parseTypeAndMode(kind, where),
    actors: parsePartyList(sides[0]),
    recipients: parsePartyList(sides[1]),
    status: (status as Status) ?? null,
    where,
  };
}

/** The first outcome that is for this inner event; undefined where the operator says nothing of it. */
export function outcomeFor(
  operator: Operator,
  type: EventType,
  mode: string | null,
): Outcome | undefined {
  return operator.outcomes.find(
    ({ inner }) =>
      inner === null || (inner.type === type && (inner.mode === null || inner.mode === mode)),
  );
}
