import { degrees } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../test/documents/make-pdf.ts';
import { makePdf } from '../../../test/documents/make-zip.ts';
import { blocksOf, readRoot } from '../../../test/documents/read-bytes.ts';

type Line = readonly [x: number, y: number, size: number, text: string];

const LEFT = [
  'The company shipped engines through the',
  'northern port in May and was paid by a',
  'trader in a third country, papers show,',
  'while its own accounts name no such',
  'customer and no such port at all.',
];
const RIGHT = [
  'Another column begins here and speaks of',
  'something else entirely, which is to say',
  'the weather on that day in the harbour,',
  'which was fair, with a light wind from',
  'the south and no rain until evening.',
];
const rows = (columns: readonly (readonly string[])[], width: number, top = 700): Line[] =>
  (columns[0] ?? []).flatMap((_, i) =>
    columns.map((column, n): Line => [60 + n * width, top - i * 13, 10, column[i] ?? '']),
  );
const textOf = async (lines: readonly Line[]): Promise<string> => (await readRoot(makePdf([lines]), 'a.pdf')).text;

describe('reading order', () => {
  it.each([
    ['two columns written row by row', rows([LEFT, RIGHT], 250), [...LEFT, ...RIGHT]],
    [
      'two columns written one after the other',
      [...rows([LEFT], 0), ...rows([RIGHT], 0).map(([, y, s, t]): Line => [310, y, s, t])],
      [...LEFT, ...RIGHT],
    ],
    [
      'a headline above and a footnote below both columns',
      [
        [60, 740, 16, 'A headline across both columns of the page'],
        ...rows([LEFT, RIGHT], 250),
        [60, 600, 8, 'A footnote that runs across both columns of the page, in full breadth, as a footnote may.'],
      ] as Line[],
      [
        'A headline across both columns of the page',
        ...LEFT,
        ...RIGHT,
        'A footnote that runs across both columns of the page, in full breadth, as a footnote may.',
      ],
    ],
    ['one column', rows([LEFT], 0), LEFT],
    ['lines drawn from the bottom up', [...rows([LEFT], 0)].reverse(), LEFT],
  ])('%s', async (_, lines, expected) => {
    expect(await textOf(lines)).toBe(expected.join('\n'));
  });

  it('takes three columns one after the other', async () => {
    const columns = ['north', 'middle', 'south'].map((name) =>
      [1, 2, 3, 4].map((n) => `${name} of line ${n} of text.`),
    );
    expect(await textOf(rows(columns, 170))).toBe(columns.flat().join('\n'));
  });

  const TABLE = [
    ['Item', 'Engine of the northern type', 'Shaft', 'Gear for the southern line', 'Oil'],
    ['Count', '7', '12', '3', '100'],
    ['Sum', '1,250.00', '30.00', '4,000.10', '12.00'],
  ];
  const asRows = (TABLE[0] ?? []).map((_, i) => TABLE.map((column) => column[i]).join('\t'));

  it.each([
    ['row by row', rows(TABLE, 180)],
    [
      'column by column',
      TABLE.flatMap((column, n) => rows([column], 0).map(([, y, s, t]): Line => [60 + n * 180, y, s, t])),
    ],
  ])('keeps a table written %s as rows', async (_, lines) => {
    expect(await textOf(lines)).toBe(asRows.join('\n'));
  });

  it('joins a sentence over the end of a column', async () => {
    const document = await readRoot(
      makePdf([rows([LEFT.slice(0, 4), ['customer in the south, nor the port', ...RIGHT.slice(1, 4)]], 250)]),
      'a.pdf',
    );
    expect(blocksOf(document)).toHaveLength(1);
  });

  it('puts what is written another way after the rest', async () => {
    const bytes = await drawPdf((page, font) => {
      page.drawText('Margin note', { x: 30, y: 300, size: 9, font, rotate: degrees(90) });
      for (const [i, text] of LEFT.entries()) page.drawText(text, { x: 60, y: 700 - i * 13, size: 10, font });
      page.drawText('DRAFT', { x: 200, y: 300, size: 40, font, rotate: degrees(45) });
    });
    const document = await readRoot(bytes, 'a.pdf');
    expect(document.text).toBe([...LEFT, 'Margin note', 'DRAFT'].join('\n'));
    expect(document.pages[0]?.boxes?.find(({ towards }) => towards === 'up')).toMatchObject({
      start: document.text.indexOf('Margin'),
    });
  });
});
