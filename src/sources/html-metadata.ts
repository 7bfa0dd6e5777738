import { parseLooseDay } from './parse-day.ts';

/** What a page says about itself. Absent where it says nothing usable. */
export interface HtmlMetadata {
  readonly title?: string;
  /** `YYYY-MM-DD`, the day as the page writes it. */
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  readonly language?: string;
}

/** Collected while a page is read: `meta` by lower-case name, first value wins. */
export interface HtmlClues {
  readonly meta: Map<string, string>;
  readonly linkedData: string[];
  canonical: string;
  language: string;
  heading: string;
  documentTitle: string;
  articleTime: string;
}

// biome-ignore format: a list
const dateNames = [
  'article:published_time', 'datepublished', 'og:published_time', 'parsely-pub-date', 'sailthru.date',
  'dcterms.created', 'dc.date.issued', 'dcterms.date', 'dc.date', 'pubdate', 'publishdate',
  'publication_date', 'date',
];

/** Weighs the clues of a page: Open Graph, then linked data, then what the page shows. */
export function readHtmlMetadata(clues: HtmlClues): HtmlMetadata {
  const article = findArticle(clues.linkedData);
  const meta = (name: string): string | undefined => tidy(clues.meta.get(name));
  const dates = [...dateNames.map((name) => clues.meta.get(name)), article.date, clues.articleTime];
  const urls = [clues.canonical, clues.meta.get('og:url')];
  const authors = [meta('author'), meta('article:author'), article.author];
  return {
    title: meta('og:title') ?? article.title ?? tidy(clues.heading) ?? tidy(clues.documentTitle),
    date:
      dates.map((date) => (date ? parseLooseDay(date) : null)).find((day) => day !== null) ??
      undefined,
    publisher: meta('og:site_name') ?? article.publisher,
    author: authors.find((author) => author !== undefined && !/^https?:/.test(author)),
    url: urls.find((url) => url !== undefined && /^https?:\/\/\S+$/.test(url)),
    language: tidy(clues.language),
  };
}

interface LinkedArticle {
  readonly title?: string;
  readonly date?: string;
  readonly author?: string;
  readonly publisher?: string;
}

/** The first schema.org article in a page's JSON-LD blocks. */
function findArticle(blocks: readonly string[]): LinkedArticle {
  for (const block of blocks) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(block);
    } catch {
      continue;
    }
    const queue: unknown[] = [parsed];
    for (let i = 0; i < queue.length && i < 1000; i++) {
      const value = queue[i];
      if (Array.isArray(value)) queue.push(...value.slice(0, 100));
      if (!isRecord(value)) continue;
      if (/Article|BlogPosting/.test(String(value['@type']))) {
        return {
          title: tidy(value.headline),
          date: tidy(value.datePublished),
          author: nameOf(value.author),
          publisher: nameOf(value.publisher),
        };
      }
      if ('@graph' in value) queue.push(value['@graph']);
    }
  }
  return {};
}

function nameOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return tidy(isRecord(first) ? first.name : first);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tidy(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.slice(0, 2000).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
