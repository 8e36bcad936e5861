import { describe, expect, it } from 'vitest';
import { blocksOf, codes, readAll, readRoot } from '../../../test/documents/read-bytes.ts';

const read = (rtf: string) => readRoot(Uint8Array.from(Buffer.from(rtf, 'latin1')), 'a.rtf');

describe('rtf', () => {
  it.each([
    ['windows-1251 by the document', "{\\rtf1\\ansi\\ansicpg1251 \\'cd\\'ee\\'e2\\'e8\\'ea}", 'Новик'],
    [
      'the character set of a font',
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}\\f0 O\\f1\\'cd\\f0 X}",
      'OНX',
    ],
    ['two bytes a character', "{\\rtf1\\ansi\\ansicpg936 \\'b1\\'b1\\'be\\'a9}", '北京'],
    ['Unicode with one byte for old programs', "{\\rtf1\\ansi\\uc1 \\u1053 ?\\u1086\\'ee x}", 'Но x'],
    ['Unicode with two, and with none', '{\\rtf1\\uc2 \\u1053 ab{\\uc0 \\u1086 c}d}', 'Ноcd'],
    ['a negative number and a pair', '{\\rtf1\\uc0 \\u-10179 \\u-8705 }', '🗿'],
    ['words that are characters', '{\\rtf1 a\\emdash b\\~c\\ldblquote d\\rdblquote\\{e\\}}', 'a—b\u00a0c“d”{e}'],
    ['a starred word that nobody knows', '{\\rtf1 a{\\*\\nobody x}b}', 'ab'],
    ['a field', '{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "http://x.example"}{\\fldrslt the site}}}', 'the site'],
  ])('reads %s', async (_, rtf, text) => {
    const document = await read(rtf);
    expect([document.text, document.status]).toEqual([text, 'parsed']);
  });

  it('reads paragraphs, headings, lists, rows, notes and comments', async () => {
    const document = await read(
      [
        '{\\rtf1{\\stylesheet{\\s1 heading 1;}}{\\info{\\title Order}{\\author V. Novik}}{\\header Confidential\\par}',
        '\\pard\\s1 Order 12\\par\\pard Borvik paid{\\footnote See the invoice.} ten.{\\*\\atnauthor O. Tarn}{\\*\\annotation Check this.}\\par',
        '\\pard{\\listtext 1.\\tab}one\\par',
        '\\trowd\\cellx1\\cellx2\\pard\\intbl Item\\cell\\cell 5\\par 6\\cell\\row\\pard After\\par}',
      ].join('\n'),
    );
    expect(
      document.blocks.map(({ kind, place, span }) => [kind, place, document.text.slice(span.start, span.end)]),
    ).toEqual([
      ['heading', 'paragraph 1', 'Order 12'],
      ['paragraph', 'paragraph 2', 'Borvik paid ten.'],
      ['list-item', 'paragraph 3', 'one'],
      ['table-row', 'row 1', 'Item\t\t5\n6'],
      ['paragraph', 'paragraph 4', 'After'],
      ['boilerplate', 'page header or footer', 'Confidential'],
      ['paragraph', 'footnote 1', 'See the invoice.'],
      ['comment', 'comment 1', 'O. Tarn: Check this.'],
    ]);
    expect(document.metadata).toMatchObject({ title: 'Order', author: 'V. Novik' });
    expect(document.problems).toEqual([]);
  });

  it('flags hidden text where it stands and keeps deletions apart', async () => {
    const document = await read('{\\rtf1 Seen {\\v unseen }seen {\\deleted five }ten\\par}');
    expect(blocksOf(document)).toEqual(['paragraph: Seen unseen seen ten', 'deletion: five']);
    const [hidden] = document.problems;
    expect(document.text.slice(hidden?.span?.start, hidden?.span?.end)).toBe('unseen ');
    expect(codes(document)).toEqual(['hidden-text', 'tracked-changes']);
  });

  it('names what would reach out, and follows nothing', async () => {
    const document = await read(
      '{\\rtf1{\\object\\objautlink\\objupdate{\\*\\objdata 01}}{\\field{\\*\\fldinst INCLUDEPICTURE "http://x.example/r.png"}}Kept.}',
    );
    expect([document.text, document.status, codes(document)]).toEqual(['Kept.', 'parsed', ['active-content']]);
    expect(document.problems[0]?.detail).toContain('http://x.example/r.png');
  });

  it('gives pictures and packed files as documents', async () => {
    const string = (text: string) => [text.length + 1, 0, 0, 0, ...Buffer.from(`${text}\0`)];
    const content = [...Buffer.from('Packed words.')];
    const name = [...Buffer.from('note.txt\0')];
    const native = [
      2,
      0,
      ...name,
      ...name,
      0,
      0,
      3,
      0,
      name.length,
      0,
      0,
      0,
      ...name,
      content.length,
      0,
      0,
      0,
      ...content,
    ];
    const object = [
      1,
      5,
      0,
      0,
      2,
      0,
      0,
      0,
      ...string('Package'),
      ...string(''),
      ...string(''),
      native.length,
      0,
      0,
      0,
      ...native,
    ];
    const hex = (bytes: readonly number[]) => Buffer.from(bytes).toString('hex').replace(/.{40}/g, '$&\n');
    const items = await readAll(
      `{\\rtf1 Body{\\pict\\pngblip 41424344}{\\object\\objemb{\\*\\objdata ${hex(object)}}{\\result shown}}}`,
      'a.rtf',
    );
    expect(items.map(({ document }) => [document.name, document.parent?.place ?? '', document.text])).toEqual([
      ['a.rtf', '', 'Bodyshown'],
      ['picture-1.png', 'picture 1', 'ABCD'],
      ['note.txt', 'object 1 (Package)', 'Packed words.'],
    ]);
  });

  it('passes over binary data, whatever braces it holds', async () => {
    expect((await read('{\\rtf1 a{\\pict\\bin5 }}}}}}b}')).text).toBe('ab');
  });

  it.each([
    ['a cut', '{\\rtf1 Whole.\\par Hal', 'partial', 'Whole.\n\nHal'],
    ['more closed than opened', '{\\rtf1 One}} two', 'parsed', 'One two'],
    ['200,000 groups in one another', `{\\rtf1 ${'{'.repeat(200_000)}deep${'}'.repeat(200_000)}}`, 'parsed', 'deep'],
    ['nothing but a head', '{\\rtf1}', 'parsed', ''],
    ['a length that is a lie', '{\\rtf1 a\\bin9999999 b}', 'partial', 'a'],
  ])('ends well with %s', async (_, rtf, status, text) => {
    const document = await read(rtf);
    expect([document.status, document.text]).toEqual([status, text]);
    if (text === '' || status === 'partial') expect(document.problems.length).toBeGreaterThan(0);
  });
});
