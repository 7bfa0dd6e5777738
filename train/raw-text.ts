/** Puts treebank sentences together to running text again. */
import type { TreebankSentence } from './conllu.ts';
import type { Random } from './random.ts';

/** Running text and where its sentences and words stand in it. */
export interface RawDocument {
  readonly text: string;
  /** Start and end of each sentence. */
  readonly sentences: readonly (readonly [number, number])[];
  /** Start and end of each word. */
  readonly words: readonly (readonly [number, number])[];
}

/** How paragraphs are told apart: by a blank line, by a line end, by a blank line in text wrapped at a width. */
export type Layout = { readonly paragraphs: '\n\n' | '\n'; readonly width?: number };

/** One text per document of the treebank. */
export function rawDocuments(
  sentences: readonly TreebankSentence[],
  layoutOf: (document: number) => Layout,
): RawDocument[] {
  const documents: TreebankSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.startsDocument || documents.length === 0) documents.push([]);
    documents[documents.length - 1].push(sentence);
  }
  return documents.map((document, i) => rawDocument(document, layoutOf(i)));
}

export function rawDocument(sentences: readonly TreebankSentence[], layout: Layout): RawDocument {
  const spans: [number, number][] = [];
  const words: [number, number][] = [];
  let text = '';
  sentences.forEach((sentence, i) => {
    if (i > 0) {
      const previous = sentences[i - 1];
      text += sentence.startsParagraph ? layout.paragraphs : previous.spaceAfter.at(-1) ? ' ' : '';
    }
    const start = text.length;
    sentence.forms.forEach((form, j) => {
      words.push([text.length, text.length + form.length]);
      text += form;
      if (sentence.spaceAfter[j] && j + 1 < sentence.forms.length) text += ' ';
    });
    spans.push([start, text.length]);
  });
  if (layout.width !== undefined) text = wrap(text, layout.width);
  return { text, sentences: spans, words };
}

/** Turns spaces into line ends so that lines stay within `width`; offsets do not move. */
function wrap(text: string, width: number): string {
  const units = text.split('');
  let lineStart = 0;
  let lastSpace = -1;
  for (let i = 0; i < units.length; i++) {
    if (units[i] === '\n') {
      lineStart = i + 1;
      lastSpace = -1;
    } else {
      if (units[i] === ' ') lastSpace = i;
      if (i - lineStart >= width && lastSpace > lineStart) {
        units[lastSpace] = '\n';
        lineStart = lastSpace + 1;
        lastSpace = -1;
      }
    }
  }
  return units.join('');
}

/** A mixture of layouts to learn from. */
export function randomLayout(random: Random): Layout {
  const kind = random.next();
  if (kind < 0.4) return { paragraphs: '\n\n' };
  if (kind < 0.7) return { paragraphs: '\n' };
  return { paragraphs: '\n\n', width: 56 + random.below(40) };
}
