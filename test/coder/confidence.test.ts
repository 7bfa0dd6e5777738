import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  createCoder,
  type EventSigns,
  estimateBy,
  eventTypes,
  LexiconError,
  signNames,
} from '#coder';
import { loadLanguage } from '../../src/app/load-language.ts';
import { loadPackagedLexicon } from '../../src/app/load-lexicon.ts';
import { loadConfidenceWeights } from '../../src/coder/lexicon/confidence-weights.ts';
import { fitConfidence } from '../../train/confidence/fit-confidence.ts';
import { expectedCalibrationError, reliabilityOf } from '../../train/confidence/reliability.ts';

const lexicon = loadPackagedLexicon();

/** The signs of the only event of a sentence. */
function signsOf(text: string): EventSigns {
  let seen: EventSigns | undefined;
  const coder = createCoder(loadLanguage(), lexicon, null, (signs) => {
    seen = signs;
    return 0.5;
  });
  const { events } = coder.code({ id: 'one', text });
  expect(events.map(({ confidence }) => confidence)).toEqual([0.5]);
  return seen as EventSigns;
}

describe('confidence', () => {
  test('is the logistic function of the sum of an event’s weights, in hundredths', () => {
    const signs = signsOf('Russia expelled two Danish diplomats.');
    const weights = new Map([
      ['always', 0.5],
      ['type SANCTION', 0.7],
      ['mode', 0.2],
      ['status negated', -9],
    ]);
    const estimate = estimateBy({ rules: weights, decision: new Map() });
    expect(estimate(signs)).toBe(Math.round(100 / (1 + Math.exp(-1.4))) / 100);
  });

  test('takes the other weights where the trained model was asked', () => {
    const signs = signsOf('Russia expelled two Danish diplomats.');
    const judged = { ...signs, reading: { ...signs.reading, chance: 0.77 } };
    const estimate = estimateBy({ rules: new Map(), decision: new Map([['chance 7', 2]]) });
    expect(estimate(signs)).toBe(0.5);
    expect(estimate(judged)).toBe(0.88);
  });

  test('knows who was identified, by what, and in what kind of sentence', () => {
    const expelled = signNames(signsOf('Russia expelled two Danish diplomats on Friday.'));
    expect(expelled).toContain('actor with country');
    expect(expelled).toContain('recipient with country');
    expect(expelled).toContain('rivals 0');
    expect(expelled).not.toContain('headline');
    expect(signNames(signsOf('Russia has not expelled the Danish consul.'))).toContain(
      'status negated',
    );
    expect(signNames(signsOf('Chad and Niger held talks.'))).toContain('recipient among actors');
    expect(signNames(signsOf('Russia expels Danish diplomat'))).toContain('headline');
    expect(signNames(signsOf('Chad will not meet the Sudanese envoy.'))).toContain('composed');
  });

  test('has weights for every type in both sections, and for no sign that does not exist', () => {
    const kinds =
      /^(always|mode|weak entry|composed|noun|pronoun|headline|asked|(proposed|overruled) by the model|(type|pattern|actor|recipient|status|words|rivals|chance) [\w ]+)$/;
    for (const section of [lexicon.confidence.rules, lexicon.confidence.decision]) {
      expect(eventTypes.filter((type) => !section.has(`type ${type}`))).toEqual([]);
      expect([...section.keys()].filter((name) => !kinds.test(name))).toEqual([]);
    }
    const chances = [...lexicon.confidence.decision].filter(([name]) => name.startsWith('chance '));
    expect(chances.at(-1)?.[1]).toBeGreaterThan(chances[0][1]);
  });

  test('says where a line of its file cannot be read', () => {
    expect(() => loadConfidenceWeights('confidence.txt', 'rules\nalways 0.3\n')).toThrow(
      new LexiconError(
        'confidence.txt:2',
        '"always 0.3"',
        'one of rules, decision, or a weight such as "weak entry : -0.35"',
      ),
    );
    expect(() => loadConfidenceWeights('confidence.txt', 'always : 0.3\n')).toThrow(
      /heading first/,
    );
  });

  test('stands in a file that its reader reads whole', () => {
    const content = readFileSync('lexicon/confidence.txt', 'utf8');
    const weights = loadConfidenceWeights('confidence.txt', content);
    const lines = content.split('\n').filter((line) => / : /.test(line) && !line.startsWith('#'));
    expect(weights.rules.size + weights.decision.size).toBe(lines.length);
  });
});

describe('calibration', () => {
  test('fits weights to the share of events that are right', () => {
    const events = Array.from({ length: 400 }, (_, index) => ({
      set: 'made up',
      document: `${index}`,
      signs: index % 2 === 0 ? ['always', 'good'] : ['always'],
      right: index % 2 === 0 ? index % 20 !== 0 : index % 4 === 1,
    }));
    const weights = fitConfidence(events);
    const estimate = (names: string[]): number =>
      1 / (1 + Math.exp(-names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0)));
    expect(estimate(['always', 'good'])).toBeCloseTo(0.9, 1);
    expect(estimate(['always'])).toBeCloseTo(0.5, 1);
  });

  test('measures the distance of confidence and share right, bin by bin', () => {
    const bins = reliabilityOf([
      { confidence: 0.95, right: true },
      { confidence: 0.95, right: false },
      { confidence: 1, right: true },
      { confidence: 0.1, right: false },
    ]);
    expect(bins).toHaveLength(10);
    expect(bins[9]).toMatchObject({ count: 3, from: 0.9 });
    expect(bins[9].shareRight).toBeCloseTo(2 / 3);
    expect(bins[1].count).toBe(1);
    const expected = (3 / 4) * Math.abs((0.95 + 0.95 + 1) / 3 - 2 / 3) + (1 / 4) * 0.1;
    expect(expectedCalibrationError(bins)).toBeCloseTo(expected);
    expect(expectedCalibrationError(reliabilityOf([]))).toBe(0);
  });
});
