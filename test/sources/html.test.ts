import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlToText, looksLikeHtml } from '../../src/sources/html-to-text.ts';
import { cut, makeFolder, readAll } from './read-all.ts';

const page = `<!DOCTYPE html>
<html lang="en"><head>
<title>Envoy recalled - The Sample</title>
<meta property="og:title" content="Peru recalls envoy &amp; protests">
<meta property="og:site_name" content="The Sample">
<meta property="article:published_time" content="2024-03-02T23:30:00-05:00">
<meta name="author" content="A. Writer">
<link rel="canonical" href="https://sample.example/envoy">
<style>p { color: red }</style><script>var a = "<p>no</p>";</script>
</head><body>
<header><h1>The Sample</h1></header>
<nav><ul><li><a href="/">Home</a></li></ul></nav>
<main><article>
<header><h1>Peru recalls envoy</h1></header>
<p>LIMA &mdash; Peru recalled its&nbsp;envoy
to <a href="/chile">Chile</a> on <b>Friday</b>.</p>
<figure><img src="x.jpg"><figcaption>The envoy (left) in Lima</figcaption></figure>
<p>&#8220;We protest,&#8221; he said.<br>He left.</p>
<ul><li>First point<li>Second point</ul>
<p hidden>Subscribe</p><aside><p>Read more</p></aside>
</article>
<article><p>Another teaser</p></article>
</main><footer>Copyright</footer></body></html>`;

describe('pages', () => {
  it('give the words of the article and what the page says about it', () => {
    expect(htmlToText(page)).toEqual({
      text: [
        'Peru recalls envoy',
        'LIMA — Peru recalled its envoy to Chile on Friday.',
        'The envoy (left) in Lima',
        '“We protest,” he said.\nHe left.',
        'First point',
        'Second point',
      ].join('\n\n'),
      title: 'Peru recalls envoy & protests',
      date: '2024-03-02',
      publisher: 'The Sample',
      author: 'A. Writer',
      url: 'https://sample.example/envoy',
      language: 'en',
    });
  });

  it('without an article, everything but menus', () => {
    const text = htmlToText(
      '<body><div><a href="/">Home</a> <a href="/w">World</a></div><div>Peru recalled its envoy.<p>He left <a href="x">Lima</a>.</div></body>',
    ).text;
    expect(text).toBe('Peru recalled its envoy.\n\nHe left Lima.');
  });

  const metadata: readonly (readonly [string, string, string | undefined])[] = [
    [
      'date',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-03-02T01:00Z"}]}</script>',
      '2024-03-02',
    ],
    [
      'publisher',
      '<script type="application/ld+json">[{"@type":["NewsArticle"],"publisher":{"name":"The  Sample"}}]</script>',
      'The Sample',
    ],
    ['title', '<script type="application/ld+json">{broken</script><title>Envoy</title>', 'Envoy'],
    ['title', '<h1>Envoy <i>recalled</i></h1><title>Envoy | Sample</title>', 'Envoy recalled'],
    ['date', '<time datetime="2024-03-02T10:00">March 2</time>', '2024-03-02'],
    ['date', '<meta name="pubdate" content="Sat, 02 Mar 2024 10:00:00 GMT">', '2024-03-02'],
    ['date', '<meta name="date" content="March 2, 2024">', '2024-03-02'],
    ['date', '<meta name="date" content="2 March 2024 at noon">', '2024-03-02'],
    ['date', '<meta name="date" content="20240302">', '2024-03-02'],
    ['date', '<meta name="date" content="31 February 2024">', undefined],
    ['url', '<link rel="canonical" href="javascript:alert(1)">', undefined],
    ['author', '<meta name="author" content="https://a.example/me">', undefined],
  ];
  for (const [field, html, expected] of metadata) {
    it(`${field} of ${html}`, () => {
      expect(htmlToText(`${html}<p>Peru</p>`)[field as 'title']).toBe(expected);
    });
  }

  it('declared encodings are honoured', async () => {
    const folder = makeFolder();
    const html = '<meta charset="windows-1252"><p>México</p>';
    writeFileSync(join(folder, 'a.html'), Buffer.from(html, 'latin1'));
    const [item] = await readAll(folder);
    expect(item.kind === 'document' && item.document.text).toBe('México');
  });

  it('time grows with the length of hostile pages, not faster', () => {
    const pieces = [
      '<p>',
      '<a href="',
      '<',
      '</b>',
      '&amp',
      '<p <',
      '<!--',
      '<script>',
      '<b></i>',
      'x<br>',
    ];
    for (const piece of pieces) {
      const started = performance.now();
      const html = piece.repeat(1_000_000 / piece.length);
      try {
        htmlToText(html);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
      looksLikeHtml(html);
      expect(performance.now() - started, piece).toBeLessThan(5000);
    }
  });
});

describe('pasted HTML', () => {
  const table: readonly (readonly [string, boolean])[] = [
    ['<p>Peru recalled its envoy.</p><p>He left.</p>', true],
    ['Peru recalled its envoy.<br>He left.<br/>The <b>end</b>.', true],
    ['<html><body>Peru', true],
    ['Peru recalled its envoy.', false],
    ['a < b and c > d, <3, x<y>z', false],
    ['The tag <p> begins a paragraph.', false],
    [`<p>one</p><b>two</b>${' word'.repeat(3000)}`, false],
  ];
  for (const [text, expected] of table) {
    it(`${expected ? 'is seen' : 'is not seen'} in ${text.slice(0, 60)}`, () => {
      expect(looksLikeHtml(text)).toBe(expected);
    });
  }

  it('is converted in a field, with a note; a focus forbids it', async () => {
    const text = '<p>Peru &amp; Chile met.</p><p>They <a href=\\"x\\">left</a>.</p>';
    const focus = ',"focus":{"actor":{"start":3,"end":7},"recipient":{"start":14,"end":19}}';
    const items = await readAll('-', {
      stdin: cut(`{"id":"a","text":"${text}"}\n{"id":"b","text":"${text}"${focus}}`),
    });
    expect(
      items.map((item) => item.kind === 'document' && [item.document.text, item.notes]),
    ).toEqual([
      [
        'Peru & Chile met.\n\nThey left.',
        ['HTML converted to text; offsets refer to the converted text'],
      ],
      [text.replaceAll('\\"', '"'), []],
    ]);
  });
});
