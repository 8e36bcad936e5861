import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../test/documents/make-zip.ts';
import { readRoot } from '../../../test/documents/read-bytes.ts';

type Line = readonly [x: number, y: number, size: number, text: string];
const linesOf = async (lines: readonly Line[]): Promise<string[]> =>
  (await readRoot(makePdf([lines]), 'a.pdf')).text.split('\n');

describe('cells of a table', () => {
  it('keep their lines together where a cell of one line stands beside them', async () => {
    const drawn: Line[] = [
      [60, 700, 10, 'Rotor engine JR-12,'],
      [60, 688, 10, 'with spare blades'],
      [260, 694, 10, '36 pcs'],
      [360, 700, 10, 'CNY'],
      [360, 688, 10, '35,000.00'],
      [60, 660, 10, 'Gearbox'],
      [260, 660, 10, '2 pcs'],
      [360, 660, 10, 'CNY 900.00'],
    ];
    expect(await linesOf(drawn)).toEqual([
      'Rotor engine JR-12, with spare blades\t36 pcs\tCNY 35,000.00',
      'Gearbox\t2 pcs\tCNY 900.00',
    ]);
  });

  it.each<[string, Line[], string[]]>([
    [
      'cells with as many lines as the next are rows, drawn by column',
      [
        [60, 700, 10, 'Seller'],
        [60, 688, 10, 'Buyer'],
        [260, 700, 10, 'Orla Freight'],
        [260, 688, 10, 'Vesna Plant'],
      ],
      ['Seller\tOrla Freight', 'Buyer\tVesna Plant'],
    ],
    [
      'rows set wide apart',
      [
        [60, 700, 10, 'Seller'],
        [260, 700, 10, 'Orla Freight'],
        [260, 670, 10, 'Vesna Plant'],
        [60, 670, 10, 'Buyer'],
      ],
      ['Seller\tOrla Freight', 'Buyer\tVesna Plant'],
    ],
    [
      'lines of prose with nothing beside them',
      [
        [60, 700, 10, 'The company shipped engines through the'],
        [60, 688, 10, 'northern port in May.'],
      ],
      ['The company shipped engines through the', 'northern port in May.'],
    ],
  ])('%s', async (_, drawn, expected) => expect(await linesOf(drawn)).toEqual(expected));
});
