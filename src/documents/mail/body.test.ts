import { describe, expect, it } from 'vitest';
import { readRoot } from '../../../test/documents/read-bytes.ts';

const HEAD =
  'From: Vera Novik <v@x.example>\nDate: Thu, 4 Mar 2032 10:00:00 +0000\nSubject: Engines\nMIME-Version: 1.0\n';
const bodyOf = async (source: string) => {
  const { blocks, text } = await readRoot(HEAD + source, 'a.eml');
  return blocks
    .filter(({ place }) => !place?.startsWith('header'))
    .map(({ kind, depth = 0, span }) => [kind, depth, text.slice(span.start, span.end)]);
};

it('takes a quoted stretch for one text, its marks as the depth (#10)', async () => {
  const lines = [
    'Confirmed.',
    '',
    '> Dorado Kaffee AG sold it to Alba',
    '> Linen Ltd.',
    '>> Who says',
    '> > that?',
    '> I do.',
    '',
    '2 > 1',
  ];
  expect(await bodyOf(`Content-Type: text/plain\n\n${lines.join('\n')}\n`)).toEqual([
    ['paragraph', 0, 'Confirmed.'],
    ['quotation', 1, 'Dorado Kaffee AG sold it to Alba\nLinen Ltd.'],
    ['quotation', 2, 'Who says\nthat?'],
    ['quotation', 1, 'I do.'],
    ['paragraph', 0, '2 > 1'],
  ]);
});

describe('a mail in two forms (#10)', () => {
  const both = (plain: string, html: string): string =>
    `Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n${plain}\n--b\nContent-Type: text/html\n\n<html><body>${html}</body></html>\n--b--\n`;

  it.each([
    [
      'one text twice',
      both('Two engines were sold.', '<p>Two <b>engines</b> were sold.</p>'),
      ['Two engines were sold.'],
    ],
    [
      'an address in one of them',
      both('See the list <https://x.example/a?b=1> here.', '<p>See <a href="x">the list</a> here.</p>'),
      ['See the list <https://x.example/a?b=1> here.'],
    ],
    [
      'other words',
      both('Two engines were sold.', '<p>Three engines were sold.</p>'),
      ['Two engines were sold.', 'Three engines were sold.'],
    ],
    [
      'a stub',
      both('Open it in a browser.', `<p>Three engines were sold.</p>`),
      ['Open it in a browser.', 'Three engines were sold.'],
    ],
    [
      'a table more',
      both('The list:', '<p>The list:</p><table><tr><td>Engines<td>3</table>'),
      ['The list:', 'Engines\t3'],
    ],
  ])('%s', async (_, source, texts) => {
    expect((await bodyOf(source)).map(([, , text]) => text)).toEqual(texts);
  });
});
