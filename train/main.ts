import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { benchLanguage } from '../bench/language.ts';
import { formatTable } from '../bench/table.ts';
import { loadLanguage, packageRoot } from '../src/app/load-language.ts';
import { loadPackagedLexicon } from '../src/app/load-lexicon.ts';
import { type Compute, compileAssembly, createCompute } from './compute.ts';
import { makeConfidence } from './confidence/make-confidence.ts';
import type { TreebankSentence } from './conllu.ts';
import { crossTag } from './cross-tagging.ts';
import { makeDecision } from './decision/make-decision.ts';
import { trainLemmatizer } from './train-lemmatizer.ts';
import { trainParser } from './train-parser.ts';
import { trainSplitter } from './train-splitter.ts';
import { type TaggedSentence, trainTagger } from './train-tagger.ts';
import { readTreebank, trainingSentences, trainingSets } from './treebanks.ts';

const PASSES = { splitter: 5, crossTagging: 4, tagger: 6, parser: 7 };

/**
 * Makes all weights in models/ again, from the treebanks and the development sets, and prints their figures. With the
 * argument `decision` only those of the decision, which depend on the lexicon, and those of the confidence; with
 * `confidence` only the latter.
 */
async function main(): Promise<void> {
  const root = packageRoot();
  const shared = process.env.TIGHTROPE_SHARED ?? join(root, '../shared');
  const treebanks = join(shared, 'treebanks');
  const started = performance.now();
  const log = (line: string) => {
    const minutes = (performance.now() - started) / 60_000;
    console.log(`${minutes.toFixed(1).padStart(5)} min  ${line}`);
  };
  const save = (name: string, bytes: Uint8Array) => {
    const packed = name.endsWith('.gz') ? pack(bytes) : bytes;
    writeFileSync(join(root, 'models', name), packed);
    log(`models/${name}: ${Math.round(packed.length / 1024)} kB`);
  };
  const saveDecision = () =>
    save('decision.gz', makeDecision(loadLanguage(), loadPackagedLexicon(), shared, log));
  const saveConfidence = () => {
    const path = join(root, 'lexicon/confidence.txt');
    const before = readFileSync(path, 'utf8');
    const after = makeConfidence(loadLanguage(), loadPackagedLexicon(), shared, before, log);
    writeFileSync(path, after);
    log('lexicon/confidence.txt');
  };
  if (process.argv[2] === 'decision') {
    saveDecision();
    return saveConfidence();
  }
  if (process.argv[2] === 'confidence') return saveConfidence();
  if (!existsSync(treebanks)) {
    console.error(
      `no treebanks at ${treebanks}; expected EWT and GUM as models/README.md tells, there or in treebanks/ below TIGHTROPE_SHARED`,
    );
    process.exitCode = 2;
    return;
  }
  const kernel = await compileAssembly(root, 'train/assembly/kernel.ts');
  save('kernel.wasm', kernel);
  const own = trainingSets.flatMap((name) => readTreebank(treebanks, name));
  save('splitter.gz', trainSplitter(own, PASSES.splitter, log));
  const compute = await createCompute(root);
  const weights = trainNetworks(compute, own, kernel, log);
  save('tagger.gz', weights.tagger);
  save('parser.gz', weights.parser);
  saveDecision();
  saveConfidence();
  console.log(`\n${formatTable('Tags, trees, sentences', benchLanguage())}`);
}

/** Trains tagger and parser on the treebanks' sentences and rewritten copies of them. */
function trainNetworks(
  compute: Compute,
  own: readonly TreebankSentence[],
  kernel: Uint8Array,
  log: (line: string) => void,
): { tagger: Uint8Array; parser: Uint8Array } {
  const { sentences, parts } = trainingSentences(own);
  log(`${own.length} sentences and ${sentences.length - own.length} rewritten as headlines`);
  const tagged: TaggedSentence[] = sentences.map(({ forms, upos, xpos }) => ({
    forms,
    tags: upos.map((tag, i) => `${tag}/${xpos[i]}`),
  }));
  const given = crossTag(compute, tagged, parts, PASSES.crossTagging, kernel, log);
  compute.clear();
  const lemmas = new TextEncoder().encode(trainLemmatizer(own));
  const tagger = trainTagger(compute, tagged, { passes: PASSES.tagger, log, extra: { lemmas } });
  compute.clear();
  const parser = trainParser(
    compute,
    sentences.map(({ forms, heads, relations }, i) => ({ forms, heads, relations, ...given[i] })),
    { passes: PASSES.parser, log },
  );
  return { tagger, parser };
}

/** Compresses what shrinks; weights that hardly do are stored as they are, which every start then has sooner. */
function pack(bytes: Uint8Array): Uint8Array {
  const small = gzipSync(bytes, { level: 9 });
  return small.length < 0.8 * bytes.length ? small : gzipSync(bytes, { level: 0 });
}

await main();
