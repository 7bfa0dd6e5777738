import { FormTable } from './forms.ts';
import type { Language, LanguageWeights } from './index.ts';
import { plainKernels, wasmKernels } from './kernel.ts';
import { Lemmatizer } from './lemmatizer.ts';
import { Parser } from './parser.ts';
import type { PlainSentence, Sentence, Token } from './sentence.ts';
import { Splitter } from './splitter.ts';
import { Tagger } from './tagger.ts';
import { readWeights } from './weights-file.ts';
import { writingOf, writings } from './writing.ts';

/** A reader of English from trained weights. Throws where the bytes are not such weights. */
export function createLanguage(weights: LanguageWeights): Language {
  const forms = new FormTable();
  const splitter = new Splitter(readWeights(weights.splitter, 'splitter'), forms);
  const taggerFile = readWeights(weights.tagger, 'tagger');
  const kernels = weights.kernel === undefined ? plainKernels() : wasmKernels(weights.kernel);
  const tagger = new Tagger(taggerFile, kernels, forms);
  const lemmatizer = new Lemmatizer(new TextDecoder().decode(taggerFile.array('lemmas', 'u8')));
  const parser = new Parser(readWeights(weights.parser, 'parser'), kernels, forms, tagger.tags);
  const tagParts = tagger.tags.map((tag) => tag.split('/') as [string, string]);
  let ids = new Int32Array(256);
  let tags = new Uint8Array(256);

  function parse(sentence: PlainSentence, known?: ReadonlyMap<number, string>): Sentence {
    const { words } = sentence;
    const count = words.length;
    if (ids.length < count) {
      ids = new Int32Array(2 * count);
      tags = new Uint8Array(2 * count);
    }
    forms.reserve(count);
    for (let i = 0; i < count; i++) ids[i] = forms.idOf(words[i].form);
    const writing = writingOf(forms, ids, count);
    tagger.tag(ids, count, writing, tags);
    for (const [index, name] of known ?? []) {
      const tag = tagger.tags.indexOf(name);
      if (tag >= 0) tags[index] = tag;
    }
    parser.parse(ids, tags, count, writing === writings.plain);
    const { heads, labels } = parser.state;
    const tokens: Token[] = [];
    for (let i = 0; i < count; i++) {
      const { form, start, end } = words[i];
      const [upos, xpos] = tagParts[tags[i]];
      tokens.push({
        form,
        start,
        end,
        lemma: lemmatizer.lemmaOf(form, tagger.tags[tags[i]]),
        upos,
        xpos,
        head: heads[i] === count ? -1 : heads[i],
        deprel: parser.labels[labels[i]],
      });
    }
    return { start: sentence.start, end: sentence.end, tokens };
  }

  return { split: (text) => splitter.split(text), parse };
}
