import fc from 'fast-check';
import type { Sentence } from '#language';

/** Sentences of arbitrary words from a list, with arbitrary tags and some tree over them. */
export function wordSoup(
  words: readonly string[],
): fc.Arbitrary<{ text: string; sentence: Sentence }> {
  const word = fc.record({
    form: fc.constantFrom(...words),
    glued: fc.boolean(),
    upos: fc.constantFrom('NOUN', 'PROPN', 'VERB', 'NUM', 'ADP', 'AUX', 'DET', 'ADJ', 'PUNCT'),
    head: fc.nat(),
  });
  return fc.array(word, { minLength: 1, maxLength: 12 }).map((drawn) => {
    let text = '';
    const tokens = drawn.map(({ form, glued, upos, head }, index) => {
      if (index > 0 && !glued) text += ' ';
      const start = text.length;
      text += form;
      return {
        form,
        start,
        end: text.length,
        lemma: form.toLowerCase(),
        upos,
        xpos: upos === 'NOUN' ? 'NNS' : upos,
        // Heads stand to the left, so that there is one root and no cycle.
        head: index === 0 ? -1 : head % index,
        deprel: index === 0 ? 'root' : 'dep',
      };
    });
    return { text, sentence: { start: 0, end: text.length, tokens } };
  });
}
