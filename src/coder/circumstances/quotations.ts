import type { Attribution, Quotation, Range } from '../record.ts';
import { type SpeechAct, toAttribution } from './attribution.ts';

const closing: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“' };
/** A quotation that runs on longer than this was never closed. UTF-16 units. */
const longest = 3000;

/** What quotations need to know of a sentence that was read. */
export interface ReadSentence {
  readonly range: Range;
  readonly acts: readonly SpeechAct[];
}

/** A direct quotation with the saying that it belongs to; null where the text shows none. */
export interface AttributedQuotation extends Range {
  readonly act: SpeechAct | null;
}

/** Direct quotations of a few words and more, each with the nearest saying outside its quotation marks. */
export function readQuotations(
  text: string,
  sentences: readonly ReadSentence[],
): AttributedQuotation[] {
  const quotations: AttributedQuotation[] = [];
  let from = 0;
  for (const range of findQuotations(text)) {
    if (!isSaying(text, range)) continue;
    while (from < sentences.length && sentences[from].range.end <= range.start) from++;
    quotations.push({ ...range, act: actFor(range, sentences, from) });
  }
  return quotations;
}

export function toQuotation(text: string, { start, end, act }: AttributedQuotation): Quotation {
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: 'direct',
    speaker: act?.speaker ?? null,
    cue: act?.span ?? null,
  };
}

/** Hands out, for events in the order of the text, the teller of the quotation that each stands in. */
export class QuotationTellers {
  readonly #quotations: readonly AttributedQuotation[];
  #next = 0;

  constructor(quotations: readonly AttributedQuotation[]) {
    this.#quotations = quotations;
  }

  /** Null where the words stand in no quotation, or in one of an unknown speaker. */
  tellerOf(words: Range): Attribution | null {
    while (this.#next < this.#quotations.length && this.#quotations[this.#next].end < words.end)
      this.#next++;
    const quotation = this.#quotations[this.#next];
    if (!quotation?.act || quotation.start > words.start) return null;
    return toAttribution(quotation.act);
  }
}

/** Ranges with their quotation marks. One that is not closed within its paragraph is none. */
export function findQuotations(text: string): Range[] {
  const found: Range[] = [];
  let from = 0;
  for (const { index: start, 0: open } of text.matchAll(/["“«„]/g)) {
    const end = start < from ? -1 : endOf(text, start, closing[open]);
    if (end < 0) continue;
    found.push({ start, end });
    from = end;
  }
  return found;
}

function endOf(text: string, start: number, close: string): number {
  const limit = Math.min(text.length, start + longest);
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === close || (close === '”' && text[at] === '"')) return at + 1;
    if (text[at] === '\n' && text[at + 1] === '\n') return -1;
  }
  return -1;
}

/** Whether a quotation is a saying rather than a title or a term: it has a few words. */
function isSaying(text: string, { start, end }: Range): boolean {
  let spaces = 0;
  for (let at = start + 1; at < end - 1; at++) if (text[at] === ' ' && ++spaces >= 3) return true;
  return false;
}

/** The saying in the quotation's own sentences; else in the one before, else in the one after. */
function actFor(
  quotation: Range,
  sentences: readonly ReadSentence[],
  from: number,
): SpeechAct | null {
  let after = from;
  for (; after < sentences.length && sentences[after].range.start < quotation.end; after++) {
    const act = nearestAct(quotation, sentences[after]);
    if (act) return act;
  }
  return nearestAct(quotation, sentences[from - 1]) ?? nearestAct(quotation, sentences[after]);
}

function nearestAct(quotation: Range, sentence: ReadSentence | undefined): SpeechAct | null {
  let best: SpeechAct | null = null;
  for (const act of sentence?.acts ?? []) {
    const outside = act.span.end <= quotation.start || act.span.start >= quotation.end;
    if (!outside || !act.speaker) continue;
    if (!best || distance(act.span, quotation) < distance(best.span, quotation)) best = act;
  }
  return best;
}

function distance(words: Range, quotation: Range): number {
  return words.end <= quotation.start ? quotation.start - words.end : words.start - quotation.end;
}
