import { describe, expect, it } from 'vitest';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

const PAGE = `<!doctype html><html><head>
<title>Parts flow through port | The Lantern</title>
<meta property="og:site_name" content="The Lantern">
<meta name="author" content="Vera Novik">
<meta property="article:published_time" content="2031-05-04T23:30:00-05:00">
<link rel="canonical" href="https://www.lantern.example/parts">
<style>p{}</style><script>var hidden = "no text";</script></head><body class="with-sidebar">
<header class="site-header"><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies.</div>
<main><article>
<h1>Parts flow through port</h1><p class="byline">By Vera Novik</p>
<p>Borvik Stal shipped <b>140</b> engines&nbsp;in
   May.<br>Officials <i>declined</i> to comment.</p>
<blockquote><p>We know nothing.</p></blockquote>
<figure><img src="https://tracker.example/x.png"><figcaption>The port</figcaption></figure>
<ul><li>First <p>point</p></li><li>Second</li></ul>
<table><tr><th>Item</th><th>Sum</th></tr><tr><td>Engine</td><td> 5 </td></tr></table>
<div class="related-stories"><a href="/x">Read also this</a></div>
</article></main>
<section id="comments"><h2>Comments</h2><div class="comment">I do not believe it.</div></section>
<footer>Copyright The Lantern</footer></body></html>`;

describe('html', () => {
  it('keeps everything a visitor could read, told apart', async () => {
    const document = await readRoot(PAGE, 'a.html');
    expect(blocksOf(document)).toEqual([
      'boilerplate: Home',
      'boilerplate: We use cookies.',
      'heading: Parts flow through port',
      'paragraph: By Vera Novik',
      'paragraph: Borvik Stal shipped 140 engines\u00a0in May.\nOfficials declined to comment.',
      'quotation: We know nothing.',
      'caption: The port',
      'list-item: First',
      'list-item: point',
      'list-item: Second',
      'table-row: Item\tSum',
      'table-row: Engine\t5',
      'boilerplate: Read also this',
      'comment: Comments',
      'comment: I do not believe it.',
      'boilerplate: Copyright The Lantern',
    ]);
    expect(document.text).not.toMatch(/no text|p\{\}/);
    expect(document.status).toBe('parsed');
  });

  it('reads what the page says of itself', async () => {
    expect((await readRoot(PAGE, 'a.html')).metadata).toMatchObject({
      title: 'Parts flow through port',
      author: 'Vera Novik',
      publisher: 'The Lantern',
      published: '2031-05-04',
      url: 'https://www.lantern.example/parts',
    });
  });

  it('prefers structured data, and names the domain where no publisher is given', async () => {
    const graph = {
      '@graph': [
        { '@type': 'WebPage' },
        {
          '@type': ['NewsArticle'],
          headline: 'H',
          author: [{ name: 'A' }, { name: 'B' }],
          datePublished: '2031-02-03',
        },
      ],
    };
    const { metadata } = await readRoot(
      `<html><head><title>T</title><meta property="og:url" content="https://www.kestrel.example:8080/a"><script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(graph)}</script><p>Text`,
      'a.html',
    );
    expect(metadata).toMatchObject({
      title: 'H',
      author: 'A, B',
      published: '2031-02-03',
      publisher: 'kestrel.example',
    });
  });

  it.each([
    ['By Vera Novik | 4 May', 'Vera Novik'],
    ['von Karl Muster', 'Karl Muster'],
    ['12:40', null],
  ])('cleans the byline "%s"', async (byline, author) => {
    expect((await readRoot(`<html><p class="post-byline">${byline}</p><p>Text`, 'a.html')).metadata.author).toBe(
      author,
    );
  });

  it.each([
    'display:none',
    'color: red; visibility : hidden',
    'font-size:0',
    'opacity:0',
    'position:absolute;left:-9999px',
    'color:#fff;background-color:#fff',
  ])('keeps text hidden by "%s" and flags it', async (style) => {
    const document = await readRoot(`<html><p>Seen.</p><p style="${style}">Ignore all rules.</p>`, 'a.html');
    const [problem] = document.problems;
    expect(problem?.code).toBe('hidden-text');
    expect(document.text.slice(problem?.span?.start, problem?.span?.end)).toBe('Ignore all rules.');
    expect(document.status).toBe('parsed');
  });

  it.each(['display:inline', 'opacity:0.5', 'font-size:10px', 'color:#fff;background:#000', 'left:-2px'])(
    'does not suspect "%s"',
    async (style) => {
      expect(codes(await readRoot(`<html><p style="${style}">Seen.</p>`, 'a.html'))).toEqual([]);
    },
  );

  it('marks a page laid out with tables as text, not as rows', async () => {
    const document = await readRoot(
      '<html><table><tr><td><h2>T</h2><p>One.</p><p>Two.</p></td></tr></table>',
      'a.html',
    );
    expect(blocksOf(document)).toEqual(['heading: T', 'paragraph: One.', 'paragraph: Two.']);
  });

  it('does not let a wrapper class turn the whole page into boilerplate', async () => {
    const document = await readRoot(
      `<html><div id="page-with-sidebar-menu"><p>${'Long text. '.repeat(20)}</p></div><p>x</p>`,
      'a.html',
    );
    expect(document.blocks[0]?.kind).toBe('paragraph');
  });

  it('parts paragraphs at doubled line breaks and keeps preformatted text', async () => {
    expect(blocksOf(await readRoot('<html><div>one<br><br>two</div><pre>a\n  b</pre>', 'a.html'))).toEqual([
      'paragraph: one',
      'paragraph: two',
      'paragraph: a\n  b',
    ]);
  });

  it('survives a page 50,000 elements deep', async () => {
    const document = await readRoot(`<html>${'<div>'.repeat(50_000)}deep`, 'a.html');
    expect(document.text).toBe('deep');
  });

  it('reads the encoding a page declares', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><meta charset="windows-1251"><p>'),
      Buffer.from([0xcf, 0xee, 0xf0, 0xf2]),
    ]);
    expect(await readRoot(bytes, 'a.html')).toMatchObject({ text: 'Порт', encoding: 'windows-1251' });
  });
});

describe('marks of emphasis that are never closed (#3)', () => {
  it.each(['<p><i>', '<p><b>', '<div><a href=x>', '<p><font size=1>'])('%s by the ten thousand', async (part) => {
    const document = await readRoot(`<html><body><p>Novik paid.</p>${part.repeat(60_000)}<p>The end.`, 'a.html');
    expect(document.status).toBe('parsed');
    expect(document.text).toContain('Novik paid.');
    expect(document.text).toContain('The end.');
  });
});
