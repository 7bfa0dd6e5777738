import { detached, type FormTable, normalize } from './forms.ts';
import { baseForm } from './inflection.ts';

const LONGEST_FORM = 64;
const CACHE_SIZE = 30_000;
/** More than there are tags. */
const TAG_SPAN = 256;

/**
 * Base forms by the spelling rules of `baseForm`, with what a treebank knows better: exceptions per tag,
 * and base forms that settle doubtful spellings.
 */
export class Lemmatizer {
  /** Per tag number: form → lemma. */
  private readonly exceptions: readonly ReadonlyMap<string, string>[];
  private readonly bases: ReadonlySet<string>;
  private readonly cache = new Map<number, string>();
  private generation = 0;

  /** `table` as `writeLemmaTable` writes it. */
  constructor(
    table: string,
    private readonly tags: readonly string[],
    private readonly forms: FormTable,
  ) {
    const { exceptions, bases } = readLemmaTable(table);
    this.exceptions = tags.map((tag) => exceptions.get(tag) ?? new Map());
    this.bases = bases;
  }

  /** Lemma of a form, whose id in the table is given too, under a tag number; in lower case except for proper nouns. */
  lemmaOf(form: string, id: number, tag: number): string {
    if (form.length > LONGEST_FORM) return form;
    if (this.generation !== this.forms.generation || this.cache.size >= CACHE_SIZE) {
      this.generation = this.forms.generation;
      this.cache.clear();
    }
    const key = id * TAG_SPAN + tag;
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const lemma = detached(this.derive(form, tag));
    this.cache.set(key, lemma);
    return lemma;
  }

  private derive(form: string, tag: number): string {
    const lower = form.toLowerCase();
    const xpos = this.tags[tag].slice(this.tags[tag].indexOf('/') + 1);
    const lemma =
      this.exceptions[tag].get(normalize(lower)) ??
      baseForm(lower, xpos, (word) => this.bases.has(word));
    return this.tags[tag].startsWith('PROPN') ? matchCase(lemma, form) : lemma;
  }
}

/** The lemma with the form's capitals as far as the two agree. */
function matchCase(lemma: string, form: string): string {
  if (form.toLowerCase().startsWith(lemma)) return form.slice(0, lemma.length);
  if (form.length > 1 && form === form.toUpperCase()) return lemma.toUpperCase();
  return form.slice(0, 1) + lemma.slice(1);
}

export interface LemmaTable {
  /** Per joint tag: form in lower case → lemma. */
  readonly exceptions: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly bases: ReadonlySet<string>;
}

/** A line with the base forms, then one per tag: the tag and its exceptions as `form=lemma`. */
export function writeLemmaTable({ exceptions, bases }: LemmaTable): string {
  const lines = [[...bases].join(' ')];
  for (const [tag, byForm] of exceptions) {
    lines.push([tag, ...[...byForm].map(([form, lemma]) => `${form}=${lemma}`)].join(' '));
  }
  return lines.join('\n');
}

export function readLemmaTable(table: string): LemmaTable {
  const [bases, ...lines] = table.split('\n');
  return {
    bases: new Set(bases.split(' ')),
    exceptions: new Map(
      lines.map((line) => {
        const [tag, ...pairs] = line.split(' ');
        return [tag, new Map(pairs.map((pair) => pair.split('=') as [string, string]))];
      }),
    ),
  };
}
