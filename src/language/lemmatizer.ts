import { normalize } from './forms.ts';

/**
 * Base forms by the longest ending that is known for the tag: an ending tells what to cut and what
 * to put in its place. An ending that begins with `^` is a whole word.
 */
export class Lemmatizer {
  /** Per joint tag, or `*` for all: ending → "cut>put". */
  private readonly rules = new Map<string, Map<string, readonly [string, string]>>();
  private readonly longest = new Map<string, number>();
  private readonly cache = new Map<string, string>();

  /** `table` holds a line per rule: tag, ending, what is cut, what is put, with tabs between. */
  constructor(table: string) {
    let tag = '';
    for (const line of table.split('\n')) {
      const [name, ending, cut, put] = line.split('\t');
      if (put === undefined) continue;
      if (name !== '') tag = name;
      let endings = this.rules.get(tag);
      if (endings === undefined) {
        endings = new Map();
        this.rules.set(tag, endings);
      }
      endings.set(ending, [cut, put]);
      this.longest.set(tag, Math.max(this.longest.get(tag) ?? 0, ending.length));
    }
  }

  /** Lemma of a form with this joint tag, in lower case except for proper nouns. */
  lemmaOf(form: string, tag: string): string {
    if (form.length > LONGEST_FORM) return form;
    const key = `${tag}\t${form}`;
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const lemma = this.derive(form, tag);
    if (this.cache.size >= CACHE_SIZE) this.cache.clear();
    this.cache.set(key, lemma);
    return lemma;
  }

  private derive(form: string, tag: string): string {
    const base = tag.startsWith('PROPN') ? form : form.toLowerCase();
    const endings = this.rules.get(tag);
    if (endings === undefined) return base;
    const whole = `^${plain(base)}`;
    for (let length = Math.min(whole.length, this.longest.get(tag)!); length >= 0; length--) {
      const rule = endings.get(length === 0 ? '' : whole.slice(-length));
      if (rule === undefined) continue;
      const [cut, put] = rule;
      if (plain(base).endsWith(cut) && (base.length > cut.length || put !== '')) {
        return base.slice(0, base.length - cut.length) + put;
      }
    }
    return base;
  }
}

const LONGEST_FORM = 64;
const CACHE_SIZE = 20_000;

/** What endings are compared on: digits count as one another, quotes are straight. */
function plain(base: string): string {
  return normalize(base).length === base.length ? normalize(base) : base;
}
