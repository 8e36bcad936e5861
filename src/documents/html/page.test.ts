import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../test/documents/claims-of.ts';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Note</title>${head}</head><body>${body}</body></html>`;
const textOf = async (body: string, head = ''): Promise<string> => (await readRoot(page(body, head), 'a.html')).text;

describe('characters above and below the line (#10)', () => {
  it.each([
    ['paid EUR 4,000<sup>12</sup> in 2023<sup><a href="#n">3</a></sup>', 'paid EUR 4,000¹² in 2023³'],
    ['paid EUR 4,000<span style="vertical-align: super; font-size: 70%">12</span>', 'paid EUR 4,000¹²'],
    ['a yard of 250 m<sup>2</sup>, the 3<sup>rd</sup>, of 10<sup>-3</sup>', 'a yard of 250 m², the 3rd, of 10⁻³'],
    ['CO<sub>2</sub> and 40<sub>1</sub>', 'CO2 and 40₁'],
  ])('%s', async (body, text) => {
    expect(await textOf(`<p>${body}</p>`)).toBe(text);
  });

  it('knows the classes of the page', async () => {
    const sheet = '<style>p{margin:0} .note , b.up{color:red;vertical-align:super}</style>';
    expect(await textOf('<p>20<i class="x note">1</i> of 30<b class="up">2</b>, 40<b>3</b></p>', sheet)).toBe(
      '20¹ of 30², 403',
    );
  });
});

describe('struck-out words (#10)', () => {
  it.each([
    '<del>EUR 9,000</del> <ins>EUR 4,000</ins>',
    '<s>EUR 9,000</s> EUR 4,000',
    '<strike>EUR 9,000</strike> EUR 4,000',
    '<span style="text-decoration: line-through">EUR 9,000</span> EUR 4,000',
    '<span style="color:red; text-decoration-line:underline line-through">EUR <b>9,000</b></span> EUR 4,000',
    '<b class="old">EUR 9,000</b> EUR 4,000',
  ])('%s: kept after the text, flagged, not claimed', async (sum) => {
    const source = page(
      `<p>The yard is open.</p><p>Alba Linen Ltd paid Corvin Metall GmbH ${sum} in May 2022.</p>`,
      '<style>@media screen { td .old { text-decoration: line-through } }</style>',
    );
    const document = await readRoot(source, 'a.html');
    expect(blocksOf(document)).toEqual([
      'paragraph: The yard is open.',
      'paragraph: Alba Linen Ltd paid Corvin Metall GmbH EUR 4,000 in May 2022.',
      'deletion: EUR 9,000',
    ]);
    expect(codes(document)).toEqual(['struck-text']);
    expect(await claimsOf(source, 'a.html')).toEqual([
      expect.stringMatching(/^paid Alba Linen Ltd > .* =4000 EUR @2022-05$/),
    ]);
  });

  it('makes no claim of a whole sentence that is struck out', async () => {
    const body =
      '<p>The yard is open.</p><p><del>Alba Linen Ltd paid Corvin Metall GmbH EUR 4,000 in May 2022.</del></p>';
    expect(await claimsOf(page(body), 'a.html')).toEqual([]);
    expect(await claimsOf(page(body.replaceAll('del>', 'ins>')), 'a.html')).toHaveLength(1);
  });
});

describe('cells that span (#10)', () => {
  const row = (...cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => (cell.startsWith('<') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
  const HEAD = row('Payer', 'Beneficiary', 'Reference', 'Date', 'Amount');
  const FIRST = 'paid Alba Linen Ltd > Corvin Metall GmbH =4000 EUR @2024-04-03';

  it.each([
    [
      'a cell over two rows',
      HEAD +
        row('<td rowspan=2>Alba Linen Ltd</td>', 'Corvin Metall GmbH', 'A-1', '2024-04-03', 'EUR 4,000') +
        row('Dorado Kaffee AG', 'Elster Bau AG', '2024-05-03', 'EUR 5,000'),
      [FIRST, 'paid Alba Linen Ltd > Dorado Kaffee AG =5000 EUR @2024-05-03'],
    ],
    [
      'a cell over two columns moves nothing',
      HEAD +
        row('Alba Linen Ltd', '<td colspan="2">Corvin Metall GmbH</td>', '2024-04-03', 'EUR 4,000') +
        row('Elster Bau AG', 'Dorado Kaffee AG', 'A-2', '2024-05-03', 'EUR 5,000'),
      [FIRST, 'paid Elster Bau AG > Dorado Kaffee AG =5000 EUR @2024-05-03'],
    ],
    [
      'a heading of two lines',
      row(
        '<th rowspan=2>Payer</th>',
        '<th colspan=2>Beneficiary</th>',
        '<th rowspan=2>Date</th>',
        '<th rowspan=2>Amount</th>',
      ) +
        row('Name', 'Bank') +
        row('Alba Linen Ltd', 'Corvin Metall GmbH', 'Dorado Kaffee AG', '2024-04-03', 'EUR 4,000'),
      [FIRST],
    ],
    [
      'an empty cell that spans has nothing to give',
      HEAD +
        row('<td rowspan=2></td>', 'Corvin Metall GmbH', 'A-1', '2024-04-03', 'EUR 4,000') +
        row('Dorado Kaffee AG', 'Elster Bau AG', '2024-05-03', 'EUR 5,000'),
      [],
    ],
  ])('%s', async (_, rows, claims) => {
    expect(await claimsOf(page(`<p>The yard kept this list.</p><table>${rows}</table>`), 'a.html')).toEqual(claims);
  });

  it('is not led astray by spans without end', async () => {
    const rows = row('<td rowspan=0>a</td>', '<td colspan=99999>b</td>', 'c') + row('d');
    const document = await readRoot(page(`<table>${rows}</table>`), 'a.html');
    expect(document.text.length).toBeLessThan(100);
    expect(document.blocks[1]?.spanned?.map(({ column }) => column)).toEqual([0]);
  });
});

describe('what a page shows in other ways (#10)', () => {
  it.each(['shadowrootmode="open"', 'shadowroot=open'])(
    'reads the inside of an element: <template %s>',
    async (mode) => {
      expect(
        await textOf(
          `<x-text><template ${mode}><p>Inner words.</p><slot></slot></template><p>Outer words.</p></x-text>`,
        ),
      ).toBe('Inner words.\n\nOuter words.');
      expect(await textOf('<template><p>Never shown.</p></template><p>Shown.</p>')).toBe('Shown.');
    },
  );

  it.each([
    ['<p>She said <q>no</q>.</p>', 'She said “no”.'],
    ['<p><ruby>山田<rp>(</rp><rt>やまだ</rt><rp>)</rp></ruby></p>', '山田(やまだ)'],
    ['<p><ruby>山田<rt>やまだ</rt></ruby></p>', '山田(やまだ)'],
    [
      '<form><label>Payer:</label> <input value="Alba Linen Ltd"><input type=hidden value=x><input type=submit value=Go></form>',
      'Payer: Alba Linen Ltd',
    ],
    ['<p><input type=checkbox checked> Paid <input type=checkbox> Open</p>', '☒ Paid ☐ Open'],
    ['<p>Currency: </p><select><option>USD<option selected>EUR</select>', 'Currency:\n\nUSD\n\nEUR'],
  ])('%s', async (body, text) => {
    expect(await textOf(body)).toBe(text);
  });

  it('takes a filled form for what the page says', async () => {
    const form = '<p>An order.</p><form><label class="login">Payer: <input value="Alba Linen Ltd"></label></form>';
    expect(blocksOf(await readRoot(page(form), 'a.html'))).toContain('paragraph: Payer: Alba Linen Ltd');
  });
});

describe('pages that scripts fill (#10)', () => {
  const BODY = 'Alba Linen Ltd closed its yard in May.\n\nNobody was told of it before the gates were shut for good.';
  const data = (body: string): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`;

  it('reads the article where only the data for machines have it', async () => {
    const document = await readRoot(page(`<p>Please turn on JavaScript.</p>${data(BODY)}`), 'a.html');
    expect(document.text).toContain(BODY);
    expect(document.problems).toMatchObject([{ code: 'script-made', severity: 'note' }]);
  });

  it('does not read it twice', async () => {
    const document = await readRoot(
      page(
        `${BODY.split('\n\n')
          .map((one) => `<p>${one}</p>`)
          .join('')}${data(BODY)}`,
      ),
      'a.html',
    );
    expect(document.text).toBe(BODY);
    expect(document.problems).toEqual([]);
  });

  it.each([
    ['<noscript>Please enable JavaScript.</noscript><div id="root"></div><script>run()</script>', 'partial'],
    ['<div id="app"></div><script src="app.js"></script>', 'partial'],
    ['<p>The yard is closed on Mondays.</p><script>count()</script>', 'parsed'],
    ['<p>A lesson in JavaScript.</p>', 'parsed'],
  ])('%s is %s', async (body, status) => {
    expect((await readRoot(page(body), 'a.html')).status).toBe(status);
  });
});
