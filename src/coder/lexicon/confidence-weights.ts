import { LexiconError } from '../lexicon-error.ts';

const sections = ['rules', 'decision'] as const;

/** Weights of the signs of an event, by their names. */
export interface ConfidenceWeights {
  /** For events that rules alone read. */
  readonly rules: ReadonlyMap<string, number>;
  /** For events that the trained model judged. */
  readonly decision: ReadonlyMap<string, number>;
}

/** Reads `lexicon/confidence.txt`; its head explains the form. Throws LexiconError with file and line. */
export function loadConfidenceWeights(file: string, content: string): ConfidenceWeights {
  const weights = { rules: new Map<string, number>(), decision: new Map<string, number>() };
  let section: Map<string, number> | undefined;
  content.split(/\r?\n/).forEach((line, index) => {
    const text = line.replace(/(^|\s)#.*$/, '').trim();
    if (!text) return;
    const where = `${file}:${index + 1}`;
    const heading = sections.find((one) => one === text);
    if (heading) {
      section = weights[heading];
      return;
    }
    const [, name, value] = /^(.+?)\s*:\s*([-+]?\d+(?:\.\d+)?)$/.exec(text) ?? [];
    if (!name || !section)
      throw new LexiconError(
        where,
        `"${text}"`,
        `${section ? '' : 'a heading first, '}one of ${sections.join(', ')}, or a weight such as "weak entry : -0.35"`,
      );
    section.set(name, Number(value));
  });
  return weights;
}
