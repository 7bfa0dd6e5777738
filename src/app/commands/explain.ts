import type { CodedEvent } from '#coder';
import type { Ledger, LedgerEvent } from '#ledger';
import { findEvent } from '../find-kept.ts';
import { openForReading } from '../open-for-reading.ts';
import {
  attributionWords,
  dateWords,
  partiesWords,
  quantityWords,
  styleOf,
  typeWords,
} from '../terminal/event-words.ts';
import { wrap } from '../terminal/layout.ts';
import { markText } from '../terminal/mark-text.ts';
import { describeTerminal, onOneLine, type Terminal } from '../terminal/terminal.ts';
import { writeOutput } from '../write-output.ts';

export interface ExplainOptions {
  readonly ledger?: string;
}

/** Prints why an event was coded as it is. Returns the exit code. */
export async function runExplain(id: string, options: ExplainOptions): Promise<number> {
  const ledger = openForReading(options.ledger);
  const found = findEvent(ledger, id);
  const { event } = found;
  const terminal = describeTerminal(process.stdout);
  const text = ledger.document(found.document.id)?.text ?? '';
  const title = `${terminal.paint('bold', terminal.paint(styleOf(event), typeWords(event)))}  ${partiesWords(event)}`;
  const matched = event.explanation.matched.map((span) => ({ ...span, style: styleOf(event) }));
  const quoted = onOneLineStyled(markText(text, event.evidence, matched, terminal));
  const parts = [
    `${event.id}  ${title}`,
    wrap(`“${quoted}”`, terminal.width, '  '),
    layFacts(factsOf(event), terminal),
    layFacts(reasonsOf(event), terminal),
    layFacts(correctionsOf(found, ledger), terminal),
  ];
  await writeOutput(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
  ledger.close();
  return 0;
}

type Fact = readonly [name: string, value: string];

function factsOf(event: CodedEvent): Fact[] {
  const date = event.date;
  const dateSource =
    date === null
      ? ''
      : date.basis === 'document'
        ? " (the document's own)"
        : ` (“${onOneLine(date.text)}”)`;
  const facts: Fact[] = [
    ['about', event.about ? typeWords(event.about) : ''],
    ['status', event.status],
    ['date', `${dateWords(date).replace('*', '')}${dateSource}`],
    ['contexts', event.contexts.join(', ')],
    [
      'place',
      event.place === null
        ? ''
        : `${event.place.name}${event.place.country ? ` (${event.place.country})` : ''}`,
    ],
    ['quantities', event.quantities.map(quantityWords).join(', ')],
    ['condition', event.condition === null ? '' : `“${onOneLine(event.condition.text)}”`],
    [
      'told by',
      event.attribution.length === 0
        ? ''
        : attributionWords(event.attribution).replace(/^told by /, ''),
    ],
    ['intensity', `${event.intensity} on −10 … +10`.replace(/^-/, '−')],
    ['confidence', event.confidence.toFixed(2)],
  ];
  return facts.filter(([, value]) => value !== '');
}

function reasonsOf({ by, explanation }: CodedEvent): Fact[] {
  const { kind, pattern, matched, paths, steps } = explanation;
  const decider = kind === 'rule' ? `rule ${by}` : kind === 'model' ? `model ${by}` : by;
  return [
    ['coded by', decider],
    ...(pattern === '' ? [] : [[kind === 'model' ? 'features' : 'pattern', pattern] as const]),
    ...(matched.length === 0
      ? []
      : [['matched', matched.map(({ text }) => `“${onOneLine(text)}”`).join(', ')] as const]),
    ...paths.map(({ role, text, path }): Fact => [role, `${onOneLine(text)}: ${onOneLine(path)}`]),
    ...steps.map((step, i): Fact => [`step ${i + 1}`, onOneLine(step)]),
  ];
}

function correctionsOf({ state, corrections }: LedgerEvent, ledger: Ledger): Fact[] {
  if (state === 'coded') return [];
  const facts: Fact[] = [['state', state]];
  for (const number of corrections) {
    const correction = ledger.correction(number);
    if (correction === null) continue;
    const { kind, fields, author, note, at } = correction;
    const what = fields === null ? kind : `${kind} ${Object.keys(fields).join(', ')}`;
    facts.push([
      `correction ${number}`,
      `${what} by ${author}, ${at}${note === null ? '' : `: ${note}`}`,
    ]);
  }
  return facts;
}

function layFacts(facts: readonly Fact[], terminal: Terminal): string {
  const lines = facts.map(([name, value]) => {
    const body = wrap(value, terminal.width, ' '.repeat(15));
    return `  ${terminal.paint('dim', name.padEnd(13))}${body.slice(15)}`;
  });
  return lines.join('\n');
}

function onOneLineStyled(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
