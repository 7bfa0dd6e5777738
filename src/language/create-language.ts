import { type FiniteTags, findPastTense, readFiniteTags } from './finite-verb.ts';
import { FormTable } from './forms.ts';
import type { Language, LanguageWeights } from './index.ts';
import { wasmKernels } from './kernel.ts';
import { Lemmatizer } from './lemmatizer.ts';
import { Parser } from './parser.ts';
import { plainKernels } from './plain-kernel.ts';
import type { PlainSentence, Sentence, Token, Word } from './sentence.ts';
import { Splitter } from './splitter.ts';
import { NO_SECOND, Tagger } from './tagger.ts';
import { readWeights } from './weights-file.ts';
import { LONGEST_WINDOW, windowEnds } from './windows.ts';
import { writingOf, writings } from './writing.ts';

/** A reader of English from trained weights. Throws where the bytes are not such weights. */
export function createLanguage(weights: LanguageWeights): Language {
  const reader = new Reader(weights);
  const splitter = new Splitter(readWeights(weights.splitter, 'splitter'), reader.forms);
  return {
    split: (text) => splitter.split(text),
    parse: (sentence, known) => reader.read(sentence, known),
  };
}

/** Relation under which the later windows of an overlong sentence hang on the first. */
const WINDOW_RELATION = 'parataxis';

/** Tagger, lemmatizer and parser with the arrays they share. */
class Reader {
  readonly forms = new FormTable();
  private readonly tagger: Tagger;
  private readonly lemmatizer: Lemmatizer;
  private readonly parser: Parser;
  private readonly finiteTags: FiniteTags;
  private readonly upos: readonly string[];
  private readonly xpos: readonly string[];
  private readonly ids = new Int32Array(LONGEST_WINDOW);
  private readonly tags = new Uint8Array(LONGEST_WINDOW);
  private readonly seconds = new Uint8Array(LONGEST_WINDOW);

  constructor(weights: LanguageWeights) {
    const kernels = weights.kernel === undefined ? plainKernels() : wasmKernels(weights.kernel);
    const taggerFile = readWeights(weights.tagger, 'tagger');
    this.tagger = new Tagger(taggerFile, kernels, this.forms);
    this.lemmatizer = new Lemmatizer(
      new TextDecoder().decode(taggerFile.array('lemmas', 'u8')),
      this.tagger.tags,
      this.forms,
    );
    this.parser = new Parser(
      readWeights(weights.parser, 'parser'),
      kernels,
      this.forms,
      this.tagger.tags,
    );
    this.finiteTags = readFiniteTags(this.tagger.tags);
    this.upos = this.tagger.tags.map((tag) => tag.slice(0, tag.indexOf('/')));
    this.xpos = this.tagger.tags.map((tag) => tag.slice(tag.indexOf('/') + 1));
  }

  read({ start, end, words }: PlainSentence, known?: ReadonlyMap<number, string>): Sentence {
    const tokens: Token[] = [];
    if (words.length > 0) {
      let root = -1;
      let from = 0;
      for (const to of windowEnds(words)) {
        const windowRoot = this.readWindow(words, from, to, root, tokens, known);
        if (root < 0) root = windowRoot;
        from = to;
      }
    }
    return { start, end, tokens };
  }

  /** The tags that the caller is sure of, by place in the window. */
  private certainTags(
    known: ReadonlyMap<number, string>,
    from: number,
    to: number,
  ): ReadonlyMap<number, number> {
    const certain = new Map<number, number>();
    for (const [index, name] of known) {
      const tag = this.tagger.tags.indexOf(name);
      if (tag >= 0 && index >= from && index < to) certain.set(index - from, tag);
    }
    return certain;
  }

  /** Adds the tokens of one window; its root hangs under `root`, or is the sentence's where that is −1. Returns its root. */
  private readWindow(
    words: readonly Word[],
    from: number,
    to: number,
    root: number,
    tokens: Token[],
    known?: ReadonlyMap<number, string>,
  ): number {
    const { forms, tagger, lemmatizer, parser, ids, tags, seconds, upos, xpos } = this;
    const count = to - from;
    forms.reserve(count);
    for (let i = 0; i < count; i++) ids[i] = forms.idOf(words[from + i].form);
    const writing = writingOf(forms, ids, count);
    const certain = known && this.certainTags(known, from, to);
    tagger.tag(ids, count, writing, tags, seconds, certain);
    if (writing === writings.plain) {
      const past = findPastTense(words, from, tags, count, this.finiteTags);
      if (past >= 0 && !certain?.has(past)) {
        tags[past] = this.finiteTags.past;
        seconds[past] = NO_SECOND;
      }
    }
    parser.parse(ids, tags, seconds, count, writing === writings.plain);
    const { heads, labels } = parser.state;
    let windowRoot = from;
    for (let i = 0; i < count; i++) {
      const { form, start, end } = words[from + i];
      const isRoot = heads[i] === count;
      if (isRoot) windowRoot = from + i;
      tokens.push({
        form,
        start,
        end,
        lemma: lemmatizer.lemmaOf(form, ids[i], tags[i]),
        upos: upos[tags[i]],
        xpos: xpos[tags[i]],
        head: isRoot ? root : from + heads[i],
        deprel: isRoot && root >= 0 ? WINDOW_RELATION : parser.labels[labels[i]],
      });
    }
    return windowRoot;
  }
}
