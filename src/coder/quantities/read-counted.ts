import type { Sentence } from '#language';
import type { Atom } from './atoms.ts';
import { type CountedNoun, complementAt, isNoun, nounPhraseAt } from './counted-noun.ts';
import { currencyNoun } from './currencies.ts';
import { isSizeOf } from './no-quantity.ts';
import type { Amount } from './read-amount.ts';
import { countsPeople, isNational, isParcel, isPerson, measureOf } from './units.ts';

/** What a number counts: its unit, the thing in words and where the words end. */
export interface Counted {
  readonly unit: string;
  readonly object: CountedNoun | null;
  readonly head: number;
  readonly to: number;
}

/** Reads what stands behind a number at atom `at` and decides what it counts. */
export function readCounted(
  sentence: Sentence,
  atoms: readonly Atom[],
  amount: Amount,
  at: number,
  isDate: (token: number) => boolean,
): Counted | null {
  const { tokens } = sentence;
  const lemmaAt = (index: number) => tokens[atoms[index]?.token]?.lemma.toLowerCase() ?? '';
  const lastToken = atoms[at - 1].token;
  if (amount.unit === 'share') return readOfWhole(sentence, lastToken, 'share', isDate);
  if (amount.unit !== null) return readMoneyObject(sentence, lastToken, amount.unit, isDate);
  const percent = percentTo(atoms, at);
  if (percent) {
    const last = atoms[percent.to - 1].token;
    return readOfWhole(sentence, last, percent.unit, isDate);
  }
  const dashed = atoms[at]?.form === '-' && atoms[at].glued && atoms[at + 1]?.glued;
  const unitAt = dashed ? at + 1 : at;
  const money = currencyNoun(atoms, unitAt, lemmaAt);
  if (money) {
    // "pounds of sugar" are weighed.
    const isWeight = lemmaAt(money.to - 1) === 'pound' && atoms[money.to]?.lower === 'of';
    const code = isWeight ? 'pound' : money.code;
    return readMoneyObject(sentence, atoms[money.to - 1].token, code, isDate);
  }
  const measure = measureAt(atoms, unitAt);
  if (measure) return readMeasured(sentence, atoms, amount, measure, Boolean(dashed), isDate);
  if (dashed) return readDashed(sentence, atoms, unitAt, isDate);
  return readNoun(sentence, atoms, amount, at, isDate);
}

function percentTo(atoms: readonly Atom[], at: number): { unit: string; to: number } | null {
  const atom = atoms[at];
  let to = at;
  if (atom?.form === '%' || atom?.lower === 'percent' || atom?.lower === 'pct') to = at + 1;
  else if (atom?.lower === 'per' && atoms[at + 1]?.lower === 'cent') to = at + 2;
  else if (atom?.lower === 'percentage' && /^points?$/.test(atoms[at + 1]?.lower ?? '')) {
    return { unit: 'percentage point', to: at + 2 };
  }
  return to > at ? { unit: 'percent', to } : null;
}

/** "of voters", "of the territory" behind a share; or the noun that the share describes: "a 20% tariff". */
function readOfWhole(
  sentence: Sentence,
  last: number,
  unit: string,
  isDate: (token: number) => boolean,
): Counted {
  const { tokens } = sentence;
  const next = tokens[last + 1]?.lemma;
  const from = next === 'of' || next === 'majority' ? last + 2 : last + 1;
  const whole =
    next === 'of' || tokens[from]?.upos === 'DET'
      ? complementAt(sentence, from, isDate)
      : nounPhraseAt(sentence, last + 1, -1, isDate);
  if (!whole) return { unit, object: null, head: -1, to: last + 1 };
  return { unit, object: whole, head: whole.head, to: whole.to };
}

/** "in military aid", "of weapons", "worth of arms", or a noun: "a $46 million package". */
function readMoneyObject(
  sentence: Sentence,
  last: number,
  unit: string,
  isDate: (token: number) => boolean,
): Counted {
  const { tokens } = sentence;
  let from = last + 1;
  if (tokens[from]?.form === '-' && tokens[from + 1]?.lemma === 'worth') from++;
  if (tokens[from]?.lemma === 'worth') from++;
  const preposition = tokens[from]?.form.toLowerCase();
  let object: CountedNoun | null = null;
  if (preposition === 'of' || preposition === 'in') {
    object = complementAt(sentence, from + 1, isDate);
    // "$5 million in Kyiv" and "in the fraud" tell a place, "in aid" what the money is.
    const isPlace =
      tokens[from + 1]?.upos === 'DET' || (object && tokens[object.head].upos === 'PROPN');
    if (preposition === 'in' && isPlace) object = null;
  } else if (from === last + 1) object = nounPhraseAt(sentence, from, -1, isDate);
  if (!object) return { unit, object: null, head: -1, to: last + 1 };
  return { unit, object, head: object.head, to: object.to };
}

function measureAt(atoms: readonly Atom[], at: number): { unit: string; to: number } | null {
  const lower = atoms[at]?.lower ?? '';
  if (lower === 'square' || lower === 'cubic' || lower === 'nautical') {
    const unit = measureOf(atoms[at + 1]?.lower ?? '');
    return unit === undefined ? null : { unit: `${lower} ${unit}`, to: at + 2 };
  }
  const unit = lower === 'm' && atoms[at].glued ? 'metre' : measureOf(lower);
  return unit === undefined ? null : { unit, to: at + 1 };
}

/** "41 days", "12 km", "20 tonnes of rice", "a 24-hour curfew"; the size of a shell is none. */
function readMeasured(
  sentence: Sentence,
  atoms: readonly Atom[],
  amount: Amount,
  measure: { unit: string; to: number },
  dashed: boolean,
  isDate: (token: number) => boolean,
): Counted | null {
  const { tokens } = sentence;
  const last = atoms[measure.to - 1].token;
  const modified =
    tokens[last + 1]?.form === '-' && dashed ? null : nounPhraseAt(sentence, last + 1, -1, isDate);
  if (isSizeOf(measure.unit, modified !== null)) return null;
  if (tokens[last + 1]?.form.toLowerCase() === 'of' && isParcel(measure.unit)) {
    const object = complementAt(sentence, last + 2, isDate);
    if (object) return { unit: measure.unit, object, head: object.head, to: object.to };
  }
  // "41 days" is complete; only a hyphen or an apostrophe hands it to the noun behind.
  const owned = /^['’]s?$/.test(tokens[last + 1]?.form ?? '')
    ? nounPhraseAt(sentence, last + 2, -1, isDate)
    : null;
  // "a 24 hour curfew" leaves the hyphen out.
  const singular = isSingular(tokens[last].form) && amount.value !== 1;
  const object = owned ?? (dashed || singular ? modified : null);
  if (!object) return { unit: measure.unit, object: null, head: last, to: last + 1 };
  return { unit: measure.unit, object, head: object.head, to: object.to };
}

/** A unit spelt out in the singular; abbreviations have no plural to tell by. */
function isSingular(form: string): boolean {
  return form.length > 3 && !/(?:s|feet)$/i.test(form);
}

/** "a 20-member delegation", "a 500-strong force"; "six-party talks" count nothing. */
function readDashed(
  sentence: Sentence,
  atoms: readonly Atom[],
  at: number,
  isDate: (token: number) => boolean,
): Counted | null {
  if (!/^(member|strong|person|man|woman|men|people|seat|seater)$/.test(atoms[at].lower))
    return null;
  const last = atoms[at].token;
  const object = nounPhraseAt(sentence, last + 1, -1, isDate);
  const unit = atoms[at].lower.startsWith('seat') ? 'seat' : 'person';
  if (!object) return { unit, object: null, head: -1, to: last + 1 };
  return { unit, object, head: object.head, to: object.to };
}

/** "682 items", "two South Korean diplomats", "dozens of protesters", "17 of the 27 members", "12 dead". */
function readNoun(
  sentence: Sentence,
  atoms: readonly Atom[],
  amount: Amount,
  at: number,
  isDate: (token: number) => boolean,
): Counted | null {
  const { tokens } = sentence;
  const last = atoms[at - 1].token;
  const next = atoms[at]?.token === last ? last : last + 1;
  const numberToken = atoms[amount.numberFrom].token;
  const noun =
    tokens[next]?.form.toLowerCase() === 'of'
      ? ofNoun(sentence, next, isDate)
      : nounPhraseAt(sentence, next, treeHeadOf(sentence, numberToken, last), isDate);
  if (!noun) {
    // A tagger in doubt may call "refugees" a verb; a word for people is still one.
    const word = tokens[next]?.form.toLowerCase().replace(/s$/, '');
    if (word === undefined || !isPerson(word) || countsPeople(word)) {
      return readBare(sentence, numberToken, last);
    }
    const object = { head: next, from: next, to: next + 1 };
    return { unit: 'person', object, head: next, to: next + 1 };
  }
  const head = tokens[noun.head];
  const lemma = head.lemma.toLowerCase();
  if (isParcel(lemma) && tokens[noun.to]?.form.toLowerCase() === 'of') {
    const object = complementAt(sentence, noun.to + 1, isDate);
    if (object) return { unit: lemma, object, head: object.head, to: object.to };
  }
  if (lemma === 'time' || lemma === 'percent') return null;
  return { unit: unitOf(head.form, lemma, head.upos), object: noun, head: noun.head, to: noun.to };
}

function unitOf(form: string, lemma: string, upos: string): string {
  // "troops" and "dead" are their own base forms.
  if (isPerson(lemma) || isPerson(lemma.replace(/s$/, ''))) return 'person';
  if (upos === 'PROPN') return isNational(form.toLowerCase()) ? 'person' : 'item';
  return lemma;
}

/** Behind "dozens of", "17 of the 27": a number inside the phrase is a quantity of its own. */
function ofNoun(
  sentence: Sentence,
  of: number,
  isDate: (token: number) => boolean,
): CountedNoun | null {
  const { tokens } = sentence;
  let from = of + 1;
  while (tokens[from] && (tokens[from].upos === 'DET' || tokens[from].deprel === 'nmod:poss'))
    from++;
  if (tokens[from]?.upos === 'NUM') from++;
  return complementAt(sentence, from, isDate);
}

/** The noun that the tree lets the number count, where it stands to the right. */
function treeHeadOf(sentence: Sentence, from: number, last: number): number {
  for (let index = last; index >= from; index--) {
    const { head } = sentence.tokens[index];
    if (head > last && isNoun(sentence.tokens[head])) return head;
  }
  return -1;
}

/** A number without a noun counts people where a verb of harm or arrest says so: "killing 12", "30 wounded". */
function readBare(sentence: Sentence, numberToken: number, last: number): Counted | null {
  const { tokens } = sentence;
  const next = tokens[last + 1];
  const isDead = next !== undefined && countsPeople(next.form.toLowerCase());
  let governor = tokens[numberToken].head;
  while (governor >= numberToken && governor <= last) governor = tokens[governor].head;
  const harmed = governor >= 0 && countsPeople(tokens[governor].lemma.toLowerCase());
  const harming = numberToken > 0 && countsPeople(tokens[numberToken - 1].lemma.toLowerCase());
  const heads = tokens.slice(Math.max(0, numberToken - 5), numberToken);
  const told = heads.some(({ lemma }) => /^(toll|population|crowd)$/.test(lemma));
  if (!isDead && !harmed && !harming && !told) return null;
  return { unit: 'person', object: null, head: -1, to: last + 1 };
}
