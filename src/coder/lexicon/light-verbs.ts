import { LexiconError } from '../lexicon-error.ts';
import type { WordClasses } from './word-classes.ts';

/** A group of verbs that hand their subject to an event noun ("launch an attack"). */
export interface LightVerb {
  readonly verb: string;
  /** Particle that must go with it ("carry out"); null for none. */
  readonly particle: string | null;
  /** Nouns that may be its object; null for every noun with an entry. */
  readonly nouns: ReadonlySet<string> | null;
  /** Whether the subject receives the deed ("receive aid"). */
  readonly subjectReceives: boolean;
  /** Whether the subject is the event itself and the object suffers it ("the raid killed five"). */
  readonly subjectIsEvent: boolean;
  readonly by: string;
}

/** Reads `lexicon/lightverbs.txt`: `launch | carry +out : <attack> ; offensive`; lines with `to` first make the subject the recipient, with `by` first the subject is the event. */
export function loadLightVerbs(file: string, content: string, classes: WordClasses): LightVerb[] {
  const verbs: LightVerb[] = [];
  content.split(/\r?\n/).forEach((line, index) => {
    const where = `${file}:${index + 1}`;
    const text = line.replace(/(^|\s)#.*$/, '').trim();
    if (!text) return;
    const sides = text.split(' : ');
    if (sides.length !== 2) throw new LexiconError(where, `"${text}"`, 'verbs, " : ", nouns');
    const subjectReceives = /^to\s/.test(sides[0]);
    const subjectIsEvent = /^by\s/.test(sides[0]);
    const nouns = readNouns(sides[1], classes, where);
    for (const part of sides[0].replace(/^(?:to|by)\s/, '').split('|')) {
      const [verb, particle] = part.trim().toLowerCase().split(/\s+/);
      if (!verb) throw new LexiconError(where, `"${sides[0]}"`, 'verbs parted by "|"');
      verbs.push({
        verb,
        particle: particle?.replace(/^\+/, '') ?? null,
        nouns,
        subjectReceives,
        subjectIsEvent,
        by: where,
      });
    }
  });
  return verbs;
}

function readNouns(text: string, classes: WordClasses, where: string): Set<string> | null {
  const nouns = new Set<string>();
  for (const part of text
    .split(';')
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean)) {
    if (part === '*') return null;
    const name = /^<([\w-]+)>$/.exec(part)?.[1];
    if (name === undefined) nouns.add(part);
    else {
      const members = classes.get(name);
      if (!members)
        throw new LexiconError(where, `unknown class <${name}>`, 'a class of classes.txt');
      for (const member of members) nouns.add(member);
    }
  }
  return nouns;
}
