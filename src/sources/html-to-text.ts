import { Parser } from 'htmlparser2';
import { type HtmlClues, type HtmlMetadata, readHtmlMetadata } from './html-metadata.ts';

/** The report on a page: its paragraphs apart by blank lines, entities decoded, and what the page says about it. */
export interface HtmlReport extends HtmlMetadata {
  readonly text: string;
}

const maximumDepth = 1000;

/** Elements whose words are never part of a report. */
// biome-ignore format: a list
const skipped = new Set([
  'script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'canvas', 'audio', 'video',
  'nav', 'aside', 'footer', 'button', 'select', 'textarea', 'dialog', 'title',
]);

// biome-ignore format: a list
const blocks = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt',
  'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr',
  'html', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th',
  'thead', 'tr', 'ul',
]);

/** A paragraph and where on the page it stands. */
interface Block {
  readonly text: string;
  /** Number of the outermost article element around it; −1 outside. */
  readonly article: number;
  readonly inMain: boolean;
  /** How many of its characters are the words of links. */
  readonly linked: number;
}

/**
 * Converts a page, or a piece of one, to plain text. Keeps the longest article where the page marks
 * articles, else its main part, else everything but menus. Throws RangeError for elements nested
 * deeper than 1,000. Linear in the length of the page.
 */
export function htmlToText(html: string): HtmlReport {
  const reader = new PageReader();
  const parser = new Parser(reader, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return {
    text: chooseBlocks(reader.blocks)
      .map((block) => block.text)
      .join('\n\n'),
    ...readHtmlMetadata(reader.clues),
  };
}

/** Tells whether text is HTML that was pasted: a page, or at least three tags of the usual kind and one in 2,000 characters. */
export function looksLikeHtml(text: string): boolean {
  if (/^\s{0,100}<(?:!doctype html|html)[\s>]/i.test(text)) return true;
  const tag =
    /<(\/?)(p|div|br|a|span|b|i|em|strong|ul|ol|li|h[1-6]|table|tr|td|img|blockquote|article|section|figure)(?=[\s>/])[^<>]{0,2000}>/gi;
  let tags = 0;
  let closing = 0;
  for (const match of text.matchAll(tag)) {
    tags++;
    if (match[1] === '/' || match[2].toLowerCase() === 'br') closing++;
  }
  return tags >= 3 && closing >= 1 && tags >= text.length / 2000;
}

function chooseBlocks(all: readonly Block[]): readonly Block[] {
  const lengths = new Map<number, number>();
  for (const block of all) {
    if (block.article === -1) continue;
    lengths.set(block.article, (lengths.get(block.article) ?? 0) + block.text.length);
  }
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  for (const [article, length] of lengths) {
    if (length > total / 2) return all.filter((block) => block.article === article);
  }
  const main = all.filter((block) => block.inMain);
  if (main.length > 0) return main;
  const prose = all.filter((block) => block.linked <= block.text.length / 2);
  return prose.length > 0 ? prose : all;
}

interface OpenElement {
  readonly name: string;
  readonly skips: boolean;
}

class PageReader {
  readonly blocks: Block[] = [];
  readonly clues: HtmlClues = {
    meta: new Map(),
    linkedData: [],
    canonical: '',
    language: '',
    heading: '',
    documentTitle: '',
    articleTime: '',
  };
  readonly #open: OpenElement[] = [];
  #skipping = 0;
  #articles = 0;
  #articleDepth = 0;
  #mainDepth = 0;
  #linkDepth = 0;
  #preDepth = 0;
  #lines: string[] = [''];
  #linked = 0;
  #special: 'title' | 'linked-data' | null = null;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#open.length >= maximumDepth) {
      throw new RangeError(`elements nested deeper than ${maximumDepth}`);
    }
    this.#noteClues(name, attributes);
    if (blocks.has(name)) this.#flush();
    // A masthead is no part of the report, the header of an article is.
    const outside = this.#articleDepth === 0 && this.#mainDepth === 0;
    const skips = skipped.has(name) || (name === 'header' && outside) || isHidden(attributes);
    this.#open.push({ name, skips });
    if (skips) this.#skipping++;
    if (name === 'article' && this.#articleDepth++ === 0) this.#articles++;
    if (name === 'main') this.#mainDepth++;
    if (name === 'a') this.#linkDepth++;
    if (name === 'pre') this.#preDepth++;
    if (name === 'br' && this.#skipping === 0) this.#lines.push('');
  }

  ontext(text: string): void {
    if (this.#special === 'title') this.clues.documentTitle += text;
    if (this.#special === 'linked-data')
      this.clues.linkedData[this.clues.linkedData.length - 1] += text;
    if (this.#skipping > 0) return;
    if (this.#linkDepth > 0) this.#linked += text.length;
    if (this.#preDepth > 0) {
      const [first, ...rest] = text.split('\n');
      this.#lines[this.#lines.length - 1] += first;
      for (const line of rest) this.#lines.push(line);
    } else {
      this.#lines[this.#lines.length - 1] += text;
    }
  }

  onclosetag(name: string): void {
    const closed = this.#open.pop();
    if (name === 'h1' && this.clues.heading === '') this.clues.heading = this.#lines.join(' ');
    if (blocks.has(name)) this.#flush();
    if (name === 'title' || name === 'script') this.#special = null;
    if (closed?.skips) this.#skipping--;
    if (name === 'article') this.#articleDepth--;
    if (name === 'main') this.#mainDepth--;
    if (name === 'a') this.#linkDepth--;
    if (name === 'pre') this.#preDepth--;
  }

  onend(): void {
    this.#flush();
  }

  #noteClues(name: string, attributes: Record<string, string>): void {
    const { clues } = this;
    if (name === 'meta') {
      const key = (
        attributes.property ??
        attributes.name ??
        attributes.itemprop ??
        ''
      ).toLowerCase();
      if (key !== '' && attributes.content && !clues.meta.has(key))
        clues.meta.set(key, attributes.content);
    }
    if (name === 'html' && attributes.lang) clues.language ||= attributes.lang;
    if (name === 'link' && attributes.rel === 'canonical')
      clues.canonical ||= attributes.href ?? '';
    if (name === 'time' && attributes.datetime && this.#skipping === 0) {
      clues.articleTime ||= attributes.datetime;
    }
    // An svg may hold a title element too: only the first counts.
    if (name === 'title' && clues.documentTitle === '') this.#special = 'title';
    if (name === 'script' && attributes.type === 'application/ld+json') {
      this.#special = 'linked-data';
      clues.linkedData.push('');
    }
  }

  #flush(): void {
    const lines = this.#lines.map((line) => line.replace(/[ \t\r\n\f\u00A0]+/g, ' ').trim());
    const text = lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (text !== '') {
      const article = this.#articleDepth > 0 ? this.#articles - 1 : -1;
      this.blocks.push({ text, article, inMain: this.#mainDepth > 0, linked: this.#linked });
    }
    this.#lines = [''];
    this.#linked = 0;
  }
}

function isHidden(attributes: Record<string, string>): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /display\s{0,5}:\s{0,5}none/i.test(attributes.style ?? '')
  );
}
