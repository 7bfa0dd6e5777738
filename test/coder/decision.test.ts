import { describe, expect, it } from 'vitest';
import {
  createCoder,
  DecisionModel,
  eventTypes,
  FeatureList,
  readDecisionModel,
  type SourceDocument,
} from '#coder';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon } from '../../src/app/load-lexicon.ts';
import { collectCandidates, type GoldLine } from '../../train/decision/collect.ts';
import { dealFolds } from '../../train/decision/folds.ts';
import { groupVectors } from '../../train/decision/group-words.ts';
import { chancesOf, fitLogistic } from '../../train/decision/logistic.ts';
import { packDecision } from '../../train/decision/pack-decision.ts';
import { decisionOptions, trainDecision } from '../../train/decision/train-decision.ts';
import { trainVectors } from '../../train/decision/word-vectors.ts';

const language = loadLanguage();
const lexicon = loadPackagedLexicon();

/** A small development set of our own, with a verb that the lexicon does not know. */
const gold: GoldLine[] = [
  ['Chad snubbled Niger on Monday.', 'REJECT'],
  ['Kenya snubbled Uganda over the border.', 'REJECT'],
  ['Togo snubbled Benin again.', 'REJECT'],
  ['Peru glorped Chile with flour.', 'AID'],
  ['Japan glorped Nepal with blankets.', 'AID'],
  ['Ghana glorped Mali with medicine.', 'AID'],
].map(([text, root], index) => {
  const words = text.split(' ');
  const span = (word: string) => ({
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
  });
  return { id: `own-${index}`, text, root, source: span(words[0]), target: span(words[2]) };
});

const collect = () => collectCandidates(language, lexicon, null, { plv: gold });
const weights = trainDecision(collect(), null);

function asked(text: string, actor: string, recipient: string): SourceDocument {
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  return { id: 'd', text, focus: { actor: span(actor), recipient: span(recipient) } };
}

describe('training', () => {
  it('comes out the same in every run', () => {
    const again = trainDecision(collect(), null);
    expect(packDecision(again)).toEqual(packDecision(weights));
  });

  it('packs weights so that the reader gives the same chances', () => {
    const read = readDecisionModel(packDecision(weights));
    const model = new DecisionModel(weights);
    const list = new FeatureList();
    for (const { keys, right } of collect()) {
      list.clear();
      list.keys.set(keys);
      list.length = keys.length;
      const chances = [...model.judge(list)];
      expect([...read.judge(list)]).toEqual(chances);
      expect(chances.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 5);
      expect(1 << chances.indexOf(Math.max(...chances))).toBe(right);
    }
  });

  it('finds the weights at which the loss is least', () => {
    // One feature for each of two classes, seen 3 to 1: without a pull towards zero the chance is 3/4.
    const examples = [0, 0, 0, 1].map((right) => ({
      features: Int32Array.of(0),
      right: 1 << right,
      weight: 1,
    }));
    const fitted = fitLogistic(examples, { classes: 2, features: 1, ridge: 1e-6, iterations: 50 });
    const chances = new Float64Array(2);
    chancesOf(Int32Array.of(0), fitted, chances);
    expect(chances[0]).toBeCloseTo(0.75, 3);
  });

  it('deals nearly the same texts to one fold', () => {
    const folds = dealFolds(
      [
        { id: 'a', text: 'Farmers blocked the border crossing near Lomé on Friday.' },
        { id: 'b', text: 'The minister of finance praised the reform of the banks.' },
        { id: 'c', text: 'Farmers blocked the border crossing near Lomé on Sunday.' },
      ],
      2,
    );
    expect(folds.get('a')).toBe(folds.get('c'));
    expect(folds.get('a')).not.toBe(folds.get('b'));
  });

  it('rejects weights that were made for something else', () => {
    const bytes = packDecision(weights);
    expect(() => readDecisionModel(bytes.slice(1))).toThrow('TRW1');
    expect(eventTypes.length * weights.keys.length).toBe(weights.rows.length);
    expect(decisionOptions.ridge).toBeGreaterThan(0);
  });
});

describe('word groups', () => {
  const company: Record<string, string[]> = {
    animal: ['cow', 'goat', 'sheep'],
    engine: ['truck', 'tank', 'train'],
  };
  const text = Object.entries(company).flatMap(([kind, words]) =>
    words.flatMap((word) =>
      ['feed', 'fuel', 'herd', 'drive'].map((verb, at) =>
        (kind === 'animal') === (at % 2 === 0) ? ['they', verb, 'the', word] : [word],
      ),
    ),
  );
  const options = {
    leastCount: 2,
    mostWords: 6,
    mostContexts: 20,
    window: 3,
    size: 2,
    rounds: 20,
  };
  const nouns = new Set(Object.values(company).flat());
  const vectors = trainVectors(text, (word) => nouns.has(word), options);

  it('brings words of like company together', () => {
    const near = (a: string, b: string): number => {
      const row = (word: string) => vectors.words.indexOf(word) * 2;
      return [0, 1].reduce(
        (sum, at) => sum + vectors.rows[row(a) + at] * vectors.rows[row(b) + at],
        0,
      );
    };
    expect(near('cow', 'goat')).toBeGreaterThan(near('cow', 'truck') + 0.5);
    expect(near('tank', 'train')).toBeGreaterThan(near('tank', 'sheep') + 0.5);
  });

  it('names groups by their words, and outlives packing', () => {
    const groups = groupVectors(vectors);
    const read = readDecisionModel(packDecision({ ...weights, groups })).groups;
    expect(read?.groupsOf('cow')).toEqual(groups.groupsOf('cow'));
    expect(groups.groupsOf('cow')?.[0]).toContain('cow');
    expect(groups.groupsOf('unheard-of')).toBeUndefined();
  });
});

describe('deciding', () => {
  const coder = createCoder(language, lexicon, new DecisionModel(weights));

  it('speaks between two given ends where no rule does, and says why', () => {
    const { events } = coder.code(asked('Malta snubbled Fiji on Friday.', 'Malta', 'Fiji'));
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event.type).toBe('REJECT');
    expect(event.actors[0].country).toBe('MLT');
    expect(event.recipients[0].country).toBe('FJI');
    expect(event.by).toBe('model:decision');
    expect(event.explanation.kind).toBe('model');
    expect(event.explanation.pattern).toContain('snubble');
    expect(event.explanation.steps.at(-1)).toMatch(/no rule speaks; the model says REJECT/);
  });

  it('never sees who someone is', () => {
    const text = (a: string, b: string) => `${a} glorped ${b} with flour.`;
    const one = coder.code(asked(text('Peru', 'Chile'), 'Peru', 'Chile')).events[0];
    const other = coder.code(asked(text('Laos', 'Qatar'), 'Laos', 'Qatar')).events[0];
    expect(other.confidence).toBe(one.confidence);
    expect(other.type).toBe('AID');
  });

  it('proposes nothing where nobody is known', () => {
    expect(coder.code({ id: 'd', text: 'The river glorped the valley with mud.' }).events).toEqual(
      [],
    );
    expect(coder.code({ id: 'd', text: 'River glorped valley with mud' }).events).toEqual([]);
  });

  it('answers with the rule that has both ends, told by its line', () => {
    const rules = createCoder(language, lexicon);
    const document = asked('Russia expelled two Polish diplomats.', 'Russia', 'Polish diplomats');
    const [event] = rules.code(document).events;
    expect(event.type).toBe('SANCTION');
    expect(event.by).toMatch(/^events\/sanction\.txt:\d+$/);
    expect(event.recipients[0].country).toBe('POL');
  });

  it('answers nothing without a model where no rule has either end', () => {
    const rules = createCoder(language, lexicon);
    const text = 'Russia expelled two Polish diplomats while Fiji watched Tonga.';
    expect(rules.code(asked(text, 'Fiji', 'Tonga')).events).toEqual([]);
  });
});
