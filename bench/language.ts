import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Language, PlainSentence } from '#language';
import { loadLanguage, packageRoot } from '../src/app/load-language.ts';
import { readConllu, type TreebankSentence } from '../train/conllu.ts';
import { type Layout, rawDocuments } from '../train/raw-text.ts';
import { type BenchRow, cpuSeconds } from './table.ts';

/** What the project asks for, in percent. */
const required: Record<string, { upos: number; las: number }> = {
  'EWT test': { upos: 94.5, las: 81.8 },
  'GUM test': { upos: 95.8, las: 81.7 },
  PUD: { upos: 95.3, las: 80.4 },
};

const layouts: Record<string, Layout> = {
  'blank lines': { paragraphs: '\n\n' },
  'single line ends': { paragraphs: '\n' },
  'wrapped at 72': { paragraphs: '\n\n', width: 72 },
};

/** Accuracy and speed of the language layer on the treebanks' test sets; a single row where they are absent. */
export function benchLanguage(): BenchRow[] {
  const shared = process.env.TIGHTROPE_SHARED ?? join(packageRoot(), '../shared');
  const folder = join(shared, 'treebanks');
  if (!existsSync(folder)) {
    return [{ what: 'Tags and trees', figure: 'skipped', note: `no treebanks at ${folder}` }];
  }
  const read = (name: string) =>
    readConllu(gunzipSync(readFileSync(join(folder, `${name}.conllu.gz`))).toString('utf8'));
  let language!: Language;
  const loading = cpuSeconds(() => {
    language = loadLanguage();
  });
  const gum = read('gum-test');
  const pud = read('pud');
  const news = [...read('gum-dev'), ...gum].filter(({ id }) => id.includes('_news_'));
  return [
    { what: 'Loading', figure: `${Math.round(1000 * loading)} ms`, note: 'CPU time' },
    ...accuracyRows(language, 'EWT test', read('ewt-test')),
    ...accuracyRows(language, 'GUM test', gum),
    ...accuracyRows(language, 'PUD', pud),
    ...splittingRows(language, news),
    ...speedRows(language, pud),
  ];
}

function accuracyRows(
  language: Language,
  name: string,
  sentences: readonly TreebankSentence[],
): BenchRow[] {
  const right = { upos: 0, xpos: 0, lemmas: 0, heads: 0, arcs: 0 };
  let words = 0;
  for (const gold of sentences) {
    const { tokens } = language.parse(plainSentence(gold));
    tokens.forEach((token, i) => {
      words++;
      if (token.upos === gold.upos[i]) right.upos++;
      if (token.xpos === gold.xpos[i]) right.xpos++;
      if (token.lemma.toLowerCase() === gold.lemmas[i].toLowerCase()) right.lemmas++;
      if (token.head !== gold.heads[i]) return;
      right.heads++;
      if (universal(token.deprel) === universal(gold.relations[i])) right.arcs++;
    });
  }
  const percent = (count: number) => ((100 * count) / words).toFixed(2);
  const { upos, las } = required[name];
  return [
    {
      what: `${name}, UPOS`,
      figure: percent(right.upos),
      note: `asked ${upos}; XPOS ${percent(right.xpos)}, lemmas ${percent(right.lemmas)}`,
    },
    {
      what: `${name}, LAS`,
      figure: percent(right.arcs),
      note: `asked ${las}; UAS ${percent(right.heads)}`,
    },
  ];
}

function universal(relation: string): string {
  return relation.split(':')[0];
}

/** The treebank's own words, with a space between each two. */
function plainSentence({ forms }: TreebankSentence): PlainSentence {
  let end = -1;
  const words = forms.map((form) => {
    const start = end + 1;
    end = start + form.length;
    return { form, start, end };
  });
  return { start: 0, end, words };
}

function splittingRows(language: Language, sentences: readonly TreebankSentence[]): BenchRow[] {
  return Object.entries(layouts).map(([name, layout], i) => {
    const found = new Overlap();
    const words = new Overlap();
    for (const document of rawDocuments(sentences, () => layout)) {
      const split = language.split(document.text);
      found.add(split.map(spanOf), document.sentences.map(String));
      words.add(
        split.flatMap((sentence) => sentence.words.map(spanOf)),
        document.words.map(String),
      );
    }
    return {
      what: `GUM news, sentences, ${name}`,
      figure: found.f1,
      note: `F1${i === 0 ? ', asked 94' : ''}; words ${words.f1}`,
    };
  });
}

/** Counts how far two sets of spans agree. */
class Overlap {
  private right = 0;
  private total = 0;

  add(found: readonly string[], gold: readonly string[]): void {
    const known = new Set(gold);
    this.right += found.filter((span) => known.has(span)).length;
    this.total += found.length + gold.length;
  }

  get f1(): string {
    return ((200 * this.right) / this.total).toFixed(2);
  }
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start},${end}`;
}

/** From raw text to trees; the best of some runs, for the machine may have other work. */
function speedRows(language: Language, sentences: readonly TreebankSentence[]): BenchRow[] {
  const text = sentences.map((sentence) => sentence.text).join('\n\n');
  let splitting = Number.POSITIVE_INFINITY;
  let parsing = Number.POSITIVE_INFINITY;
  let split: PlainSentence[] = [];
  for (let run = 0; run < 4; run++) {
    const seconds = cpuSeconds(() => {
      split = language.split(text);
    });
    splitting = Math.min(splitting, seconds);
    const rest = cpuSeconds(() => {
      for (const sentence of split) language.parse(sentence);
    });
    parsing = Math.min(parsing, rest);
  }
  const words = split.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const rate = (seconds: number) => Math.round(words / seconds).toLocaleString('en');
  return [
    { what: 'Raw text to sentences', figure: `${rate(splitting)} tokens/s`, note: 'PUD' },
    {
      what: 'Raw text to trees',
      figure: `${rate(splitting + parsing)} tokens/s`,
      note: 'PUD; asked 35,000',
    },
  ];
}
