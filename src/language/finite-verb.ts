import type { Word } from './sentence.ts';

/** Tags by number, as the rule below needs them. */
export interface FiniteTags {
  /** Whether a verb or auxiliary of the tag is finite. */
  readonly isFinite: readonly boolean[];
  /** Whether something to which an active verb is done, or an infinitive, may begin with a word of the tag. */
  readonly opensObject: readonly boolean[];
  /** Whether a word of the tag makes the clause after it a dependent one: relatives and question words. */
  readonly subordinates: readonly boolean[];
  readonly participle: number;
  readonly past: number;
}

const finite = /\/(VBD|VBZ|VBP|MD)$/;
const object = /\/(TO|DT|PDT|CD|JJ|JJR|NN|NNS|NNP|NNPS|PRP|PRP\$)$/;
const relative = /\/(WDT|WP|WP\$|WRB)$/;
const subordinators =
  /^(that|after|before|because|since|while|when|as|if|although|though|until|unless|whereas)$/i;
const sentenceEnd = /^[.!?]+$/;
const closing = /^["'”’)\]]+$/;

/** `tags` are joint ones, `UPOS/XPOS`. */
export function readFiniteTags(tags: readonly string[]): FiniteTags {
  return {
    isFinite: tags.map((tag) => finite.test(tag)),
    opensObject: tags.map((tag) => object.test(tag)),
    subordinates: tags.map((tag) => relative.test(tag)),
    participle: tags.indexOf('VERB/VBN'),
    past: tags.indexOf('VERB/VBD'),
  };
}

/**
 * The place of a verb that a tagger took for a participle though it is the past tense of the main clause: a whole
 * sentence has a finite verb, and what stands before an object or an infinitive without an auxiliary is no passive
 * ("Peru promised to release prisoners."). −1 where the sentence has its verb. Not for headlines.
 */
export function findPastTense(
  words: readonly Word[],
  from: number,
  tags: Uint8Array,
  count: number,
  kinds: FiniteTags,
): number {
  if (!endsLikeSentence(words, from + count)) return -1;
  let verb = -1;
  let open = 0;
  for (let i = 0; i < count; i++) {
    const tag = tags[i];
    const { form } = words[from + i];
    if (verb < 0) {
      if (kinds.isFinite[tag]) return -1;
      const isPast = tag === kinds.participle && i > 0 && i + 1 < count && mayBePast(form);
      if (isPast && kinds.opensObject[tags[i + 1]]) verb = i;
    } else if (kinds.subordinates[tag] || subordinators.test(form)) open++;
    // A finite verb that no subordinator accounts for is the main one.
    else if (kinds.isFinite[tag] && --open < 0) return -1;
  }
  return verb;
}

function endsLikeSentence(words: readonly Word[], end: number): boolean {
  let last = end - 1;
  while (last > 0 && closing.test(words[last].form)) last--;
  return last > 0 && sentenceEnd.test(words[last].form);
}

/** Whether a participle's form may be a past tense too: "taken" may not. */
function mayBePast(form: string): boolean {
  return /(ed|t|d)$/i.test(form);
}
