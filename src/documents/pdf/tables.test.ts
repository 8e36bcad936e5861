import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../test/documents/make-zip.ts';
import { blocksOf, readRoot } from '../../../test/documents/read-bytes.ts';
import { breakInWord } from './wraps.ts';

type Line = readonly [x: number, y: number, size: number, text: string];

/** Cells at the given places, row by row; an empty cell is not drawn, one of two lines has the second below. */
const table = (columns: readonly number[], rows: readonly (readonly string[])[], pitch = 26): Line[] =>
  rows.flatMap((row, n) =>
    row.flatMap((cell, column) =>
      cell
        .split('\n')
        .map((text, i): Line => [columns[column] ?? 0, 700 - n * pitch - i * 11.5, 10, text])
        .filter(([, , , text]) => text !== ''),
    ),
  );
const linesOf = async (lines: readonly Line[]): Promise<string[]> =>
  (await readRoot(makePdf([lines]), 'a.pdf')).text.split('\n');
const HEAD = ['Date', 'Payer', 'Payee', 'Debit', 'Credit'];

describe('cells of a table without lines', () => {
  it.each<[string, readonly number[], readonly (readonly string[])[], readonly string[]]>([
    [
      'keep their column beside an empty cell',
      [60, 130, 260, 390, 460],
      [HEAD, ['2031-04-03', '', 'Umber Freight', '', '40.00'], ['2031-04-04', 'Loom Works', 'Vantor', '70.00', '']],
      [HEAD.join('\t'), '2031-04-03\t\tUmber Freight\t\t40.00', '2031-04-04\tLoom Works\tVantor\t70.00'],
    ],
    [
      'are two where their columns stand close',
      [60, 118, 181, 250, 300],
      [HEAD, ['2031-04-03', 'Loom Works', 'Teal Harbour', '40.00', ''], ['2031-04-04', '', 'Loom Works', '', '70.00']],
      [HEAD.join('\t'), '2031-04-03\tLoom Works\tTeal Harbour\t40.00', '2031-04-04\t\tLoom Works\t\t70.00'],
    ],
    [
      'hold the whole of a date and a name in two lines',
      [60, 130, 260, 390, 460],
      [
        HEAD,
        ['2031-04-\n03', 'Umber Freight and\nStorage', 'Loom Works', '', '40.00'],
        ['2031-04-\n04', '', 'Vantor', '1.00', ''],
      ],
      [HEAD.join('\t'), '2031-04-03\tUmber Freight and Storage\tLoom Works\t\t40.00', '2031-04-04\t\tVantor\t1.00'],
    ],
    [
      'may begin with an empty one',
      [60, 130, 260, 390, 460],
      [HEAD, ['2031-04-03', 'Loom Works', 'Vantor', '40.00', '7.00'], ['', '', 'Sum', '40.00', '7.00']],
      [HEAD.join('\t'), '2031-04-03\tLoom Works\tVantor\t40.00\t7.00', '\t\tSum\t40.00\t7.00'],
    ],
    [
      'stand under the heading, not under the title above it',
      [60, 130, 260, 390, 460],
      [['Statement', '', '', '', 'Page 1'], HEAD, ['2031-04-03', '', 'Vantor', '', '7.00']],
      ['Statement\tPage 1', HEAD.join('\t'), '2031-04-03\t\tVantor\t\t7.00'],
    ],
  ])('%s', async (_, columns, rows, expected) => {
    expect(await linesOf(table(columns, rows))).toEqual(expected);
  });

  it('are not cut at the spaces between words that happen to stand above each other', async () => {
    const rows = [
      ['Payer', 'Sum'],
      ['Teal Harbour Company', '40.00'],
      ['Teal Harbour Company', '70.00'],
    ];
    expect(await linesOf(table([60, 300], rows))).toEqual(rows.map((row) => row.join('\t')));
  });

  it('leave a row alone that runs across the columns', async () => {
    const rows = [HEAD, ['2031-04-03', 'Loom Works', 'Vantor', '40.00', '']];
    const note: Line = [60, 648, 10, 'All sums are in euros and were booked by the bank itself as agreed.'];
    expect((await linesOf([...table([60, 130, 260, 390, 460], rows), note])).at(-1)).toBe(note[3]);
  });

  it('count the empty cells in front of a row as part of it', async () => {
    const rows = [
      ['Payer', 'Payee', 'Sum'],
      ['Loom', 'Vantor', '4.00'],
      ['', 'Teal', '5.00'],
    ];
    const document = await readRoot(makePdf([table([60, 200, 340], rows)]), 'a.pdf');
    expect(blocksOf(document).at(-1)).toBe('table-row: \tTeal\t5.00');
  });
});

describe('short columns', () => {
  const LEFT = ['The yard of Vantor sold forty', 'pumps to Teal Harbour in', 'May 2031, a waybill shows.'];
  const RIGHT = ['Umber Freight denied that it', 'paid Loom Works for a hall', 'in 2030.'];
  const drawn = (side: readonly string[], x: number): Line[] => side.map((text, i) => [x, 700 - i * 12, 10, text]);

  it.each([2, 3])('of %s lines are read one after the other where their sentences run on', async (count) => {
    const [left, right] = [LEFT.slice(0, count), RIGHT.slice(0, count)];
    const columns = [...drawn(left, 60), ...drawn(right, 260)];
    expect(await linesOf(columns)).toEqual([...left, ...right]);
    const byLine = [...columns].sort(([, a], [, b]) => b - a);
    expect(await linesOf(byLine)).toEqual([...left, ...right]);
  });

  it('are no rows of labels and values', async () => {
    const columns = [...drawn(['Seller', 'Buyer', 'Vessel'], 60), ...drawn(['Vantor', 'Teal Harbour', 'Umber'], 260)];
    expect(await linesOf(columns)).toEqual(['Seller\tVantor', 'Buyer\tTeal Harbour', 'Vessel\tUmber']);
  });
});

describe('a line break inside a word', () => {
  it.each([
    ['under contract VK-', '2031/44-B of May', 'cut'],
    ['the engines ДВ-', '120 and', 'cut'],
    ['EUR 1,000-', '2,000 in', 'cut'],
    ['contract 2031/44-', 'B of May', 'cut'],
    ['sold to Rostov-on-', 'Don', 'cut'],
    ['on 3/4/', '2031', 'cut'],
    ['am 03.04.', '2031', 'cut'],
    ['lieferte ins\u2010', 'gesamt', 'divided'],
    ['the engi-', 'neering works', null],
    ['VANTOR-', 'WORKS', null],
    ['a list -', '2031 was dry', null],
    ['It ended in 2030.', '2031 was dry', null],
    ['section 4.', '12 pumps', null],
  ])('%j and %j: %s', (before, after, expected) => expect(breakInWord(before, after)).toBe(expected));

  it('leads to two boxes for the one word', async () => {
    const document = await readRoot(
      makePdf([
        [
          [60, 700, 10, 'under contract VK-'],
          [60, 688, 10, '2031/44-B of May'],
        ],
      ]),
      'a.pdf',
    );
    expect(document.text).toBe('under contract VK-2031/44-B\nof May');
    const boxes = document.pages[0]?.boxes ?? [];
    expect(boxes.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'under contract VK-',
      '2031/44-B',
      'of May',
    ]);
    expect(boxes.map(({ x }) => Math.round(x))).toEqual([60, 60, 109]);
    expect(boxes[0]?.y).toBeLessThan(boxes[1]?.y ?? 0);
  });
});
