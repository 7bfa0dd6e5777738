import type { Token } from '#language';

/** A token that belongs to the coder, so that it may be mended in place. */
export type OwnToken = { -readonly [key in keyof Token]: Token[key] };

/**
 * Copies a sentence's tokens. All tokens that the coder reads are made here: what reads objects of one shape only is
 * compiled once, and a copy spread elsewhere would be of another shape.
 */
export function copyTokens(tokens: readonly Token[]): OwnToken[] {
  const own: OwnToken[] = new Array(tokens.length);
  for (let index = 0; index < tokens.length; index++) {
    const { form, start, end, lemma, upos, xpos, head, deprel } = tokens[index];
    own[index] = {
      form,
      start,
      end,
      lemma,
      upos: tagOf(upos),
      xpos: tagOf(xpos),
      head,
      deprel: tagOf(deprel),
    };
  }
  return own;
}

const tags = new Map<string, string>();

/** The tag as the key of an object, which engines keep once: comparing it with a constant is comparing two addresses. */
export function tagOf(text: string): string {
  let tag = tags.get(text);
  if (tag === undefined) {
    [tag] = Object.keys({ [text]: true });
    tags.set(text, tag);
  }
  return tag;
}
