import { FormTable } from '../src/language/forms.ts';
import { wasmKernels } from '../src/language/kernel.ts';
import { plainKernels } from '../src/language/plain-kernel.ts';
import { NO_SECOND, Tagger } from '../src/language/tagger.ts';
import { readWeights } from '../src/language/weights-file.ts';
import { writingOf } from '../src/language/writing.ts';
import type { Compute } from './compute.ts';
import { type TaggedSentence, trainTagger } from './train-tagger.ts';

/** Tags as a tagger gives them: the best, and the near rivals of some ('' for none). */
export interface GivenTags {
  readonly tags: readonly string[];
  readonly seconds: readonly string[];
}

/** Tags each sentence by the tagger's weights. */
export function giveTags(
  weights: Uint8Array,
  sentences: readonly TaggedSentence[],
  kernel?: Uint8Array,
): GivenTags[] {
  const forms = new FormTable();
  const kernels = kernel === undefined ? plainKernels() : wasmKernels(kernel);
  const tagger = new Tagger(readWeights(weights, 'tagger'), kernels, forms);
  return sentences.map((sentence) => {
    const count = sentence.forms.length;
    forms.reserve(count);
    const ids = Int32Array.from(sentence.forms, (form) => forms.idOf(form));
    const tags = new Uint8Array(count);
    const seconds = new Uint8Array(count);
    tagger.tag(ids, count, writingOf(forms, ids, count), tags, seconds);
    return {
      tags: Array.from(tags, (tag) => tagger.tags[tag]),
      seconds: Array.from(seconds, (tag) => (tag === NO_SECOND ? '' : tagger.tags[tag])),
    };
  });
}

/**
 * Tags the training sentences as the tagger will tag new text: each part by a tagger that has learned from
 * the others. The parser must learn from such tags, for right ones would teach it to trust them.
 */
export function crossTag(
  compute: Compute,
  sentences: readonly TaggedSentence[],
  parts: readonly number[],
  passes: number,
  kernel: Uint8Array,
  log: (line: string) => void,
): GivenTags[] {
  const result: GivenTags[] = [];
  const count = Math.max(...parts) + 1;
  for (let part = 0; part < count; part++) {
    compute.clear();
    const weights = trainTagger(
      compute,
      sentences.filter((_, i) => parts[i] !== part),
      { passes },
    );
    const held = sentences.map((_, i) => i).filter((i) => parts[i] === part);
    const given = giveTags(
      weights,
      held.map((i) => sentences[i]),
      kernel,
    );
    let right = 0;
    let words = 0;
    held.forEach((i, j) => {
      result[i] = given[j];
      words += sentences[i].tags.length;
      right += sentences[i].tags.filter((tag, k) => tag === given[j].tags[k]).length;
    });
    log(`cross-tagging ${part + 1} of ${count}: ${((100 * right) / words).toFixed(2)} % right`);
  }
  return result;
}
