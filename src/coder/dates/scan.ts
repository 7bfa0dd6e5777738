import type { Sentence, Token } from '#language';
import type { Atom } from '../quantities/atoms.ts';

/** A sentence under the eyes of the readers of dates. */
export interface DateScan {
  readonly sentence: Sentence;
  readonly atoms: readonly Atom[];
  /** Atom that counts as standing alone although a dash joins it to the one before. */
  readonly alone?: number;
}

/** The word at an atom in lower case; empty beyond either end. */
export function lowerAt(scan: DateScan, at: number): string {
  return scan.atoms[at]?.lower ?? '';
}

export function tokenAt(scan: DateScan, at: number): Token | undefined {
  const atom = scan.atoms[at];
  return atom && scan.sentence.tokens[atom.token];
}

/** True where the atom is joined to the one before by no space, brackets and quotes aside. */
export function isStuck(scan: DateScan, at: number): boolean {
  const atom = scan.atoms[at];
  if (!atom?.glued || scan.alone === at) return false;
  return !/^[([{"'“”‘’—–]$/.test(scan.atoms[at - 1].form);
}

/** The scan with one atom taken as if a space stood before it: the second of "May–June". */
export function standingAlone(scan: DateScan, at: number): DateScan {
  return { ...scan, alone: at };
}

export function isDash(form: string | undefined): boolean {
  return form === '-' || form === '–' || form === '—' || form === '−';
}

/** Skips "the" before an atom: the index of the last atom that says something else. */
export function beforeThe(scan: DateScan, at: number): number {
  return lowerAt(scan, at - 1) === 'the' ? at - 2 : at - 1;
}

/** True where a plural noun follows directly, or behind at most two adjectives or nouns. */
export function pluralFollows(scan: DateScan, at: number): boolean {
  const first = scan.atoms[at]?.token;
  if (first === undefined || scan.atoms[at].kind !== 'word') return false;
  for (let index = first; index < Math.min(first + 3, scan.sentence.tokens.length); index++) {
    const token = scan.sentence.tokens[index];
    if (token.xpos === 'NNS') return true;
    if (token.upos !== 'ADJ' && token.upos !== 'NOUN' && token.upos !== 'PROPN') return false;
  }
  return false;
}

export function isNounAt(scan: DateScan, at: number): boolean {
  const upos = tokenAt(scan, at)?.upos;
  return scan.atoms[at]?.kind === 'word' && (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ');
}
