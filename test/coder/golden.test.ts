import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, describe as suite, test } from 'vitest';
import { type CodedEvent, createCoder, eventTypes, ontology, type SourceDocument } from '#coder';
import { loadDecision } from '../../src/app/load-decision.ts';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon } from '../../src/app/load-lexicon.ts';
import { describe } from '../../src/coder/lexicon/expected-parties.ts';
import {
  faultKinds,
  type GoldenSentence,
  golden,
  goldenFault,
  matchEvents,
} from './golden-sentences.ts';

const language = loadLanguage();
const lexicon = loadPackagedLexicon();
const coder = createCoder(language, lexicon);
const folder = new URL('../golden/', import.meta.url);

interface Coded {
  readonly sentence: GoldenSentence;
  readonly events: readonly CodedEvent[];
}

const files = readdirSync(folder)
  .filter((one) => one.endsWith('.txt'))
  .sort()
  .map((name) => ({
    name,
    coded: golden(readFileSync(new URL(name, folder), 'utf8'), name).map(code),
  }));
const all = files.flatMap(({ coded }) => coded);
/** Events that are expected and found, in sentences that pass. */
const found = all
  .filter(({ sentence }) => !sentence.knownToFail)
  .flatMap(({ sentence, events }) => matchEvents(sentence, events))
  .filter((event) => event !== undefined);

suite('golden sentences', () => {
  for (const { name, coded } of files) {
    test(`${name}: ${coded.length} sentences`, () => {
      const faults = coded.map(faultOf).filter((one) => one !== null);
      expect(faults, `${faults.length} of ${coded.length}\n${faults.join('\n')}`).toHaveLength(0);
    });
  }

  test('come out as well where the trained decision has its say, all but two in a hundred', () => {
    const delivered = createCoder(language, lexicon, loadDecision());
    const passing = all.filter(({ sentence }) => !sentence.knownToFail);
    const spoiled = passing.filter(({ sentence }) => {
      const { events } = delivered.code(documentOf(sentence));
      return goldenFault(sentence, events) !== null;
    });
    const places = spoiled.map(({ sentence }) => `${sentence.where}: ${sentence.text}`);
    expect(spoiled.length, places.join('\n')).toBeLessThanOrEqual(0.02 * passing.length);
  });

  test('are at least 600, none twice', () => {
    const texts = all.map(({ sentence }) => sentence.text);
    expect(texts.filter((text, index) => texts.indexOf(text) < index)).toEqual([]);
    expect(texts.length).toBeGreaterThanOrEqual(600);
  });

  test('give a reason, and only then, where they are known to fail', () => {
    const wrong = all
      .filter(({ sentence }) => sentence.knownToFail !== (sentence.because !== null))
      .map(({ sentence: { where, knownToFail } }) =>
        knownToFail
          ? `${where} is marked "!": add a line "  because KIND: words", KIND one of ${faultKinds.join(', ')}`
          : `${where} is not marked "!": take its line "because" away`,
      );
    expect(wrong).toEqual([]);
  });

  test('have every type and every mode', () => {
    const kinds = eventTypes.flatMap((type) => [
      type,
      ...Object.keys(ontology[type].modes).map((mode) => `${type}/${mode}`),
    ]);
    const seen = new Set(found.flatMap(({ type, mode }) => [type, `${type}/${mode}`]));
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });

  test('have every operator, alone and with another one', () => {
    const names = readFileSync('lexicon/operators.txt', 'utf8').matchAll(/^operator (\S+)/gm);
    const chains = found.map(operatorsOf);
    const lacking = [...names].flatMap(([, name]) => [
      ...(chains.some((chain) => chain.length === 1 && chain[0] === name) ? [] : [`${name} alone`]),
      ...(chains.some((chain) => chain.length > 1 && chain.includes(name))
        ? []
        : [`${name} with another one`]),
    ]);
    expect(lacking).toEqual([]);
  });
});

afterAll(() => {
  const marked = all.map(({ sentence }) => sentence.because?.kind);
  const counts = faultKinds
    .map((kind) => `${kind} ${marked.filter((one) => one === kind).length}`)
    .join(', ');
  console.log(
    `${all.length} golden sentences, ${marked.filter(Boolean).length} of them known to fail: ${counts}`,
  );
});

function code(sentence: GoldenSentence): Coded {
  return { sentence, events: coder.code(documentOf(sentence)).events };
}

function documentOf({ text, date }: GoldenSentence): SourceDocument {
  return { id: 'golden', text, ...(date ? { date } : {}) };
}

/** Names of the operators that composed an event, innermost first. */
function operatorsOf({ explanation }: CodedEvent): string[] {
  return explanation.steps.flatMap((step) => / under "([\w-]+)" \(/.exec(step)?.[1] ?? []);
}

function faultOf({ sentence, events }: Coded): string | null {
  const fault = goldenFault(sentence, events);
  const coded = events.map(describe).join('\n      ') || 'nothing';
  if (sentence.knownToFail) {
    return fault
      ? null
      : `${sentence.where}: ${sentence.text}\n   passes although marked "!": take the mark away`;
  }
  return fault ? `${sentence.where}: ${sentence.text}\n   ${fault}; found\n      ${coded}` : null;
}
