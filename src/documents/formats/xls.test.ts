import { describe, expect, it } from 'vitest';
import { makeCompound, makeOldWorkbook } from '../../../test/documents/make-compound.ts';
import { makeZip } from '../../../test/documents/make-zip.ts';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';
import { openCompound } from '../compound/compound.ts';

describe.each([
  ['xls', 'biff8', 'application/vnd.ms-excel'],
  ['xlsb', 'xlsb', 'application/vnd.ms-excel.sheet.binary.macroenabled.12'],
] as const)('%s', (name, form, mediaType) => {
  it('reads cells with their addresses, numbers as stored, hidden sheets flagged', async () => {
    const bytes = makeOldWorkbook(
      [
        ['Novik', 0.1],
        [null, '40702810900000012345', 45_360],
      ],
      form,
      (sheet) => {
        sheet.C2.z = 'yyyy-mm-dd';
      },
    );
    const document = await readRoot(bytes, `a.${name}`);
    expect(document).toMatchObject({ mediaType, status: 'parsed' });
    expect(blocksOf(document)).toEqual([
      'heading: Ledger',
      'table-row: Novik\t0.1',
      'table-row: \t40702810900000012345\t2024-03-09',
      'heading: Secret',
      'table-row: Second books',
    ]);
    expect(document.blocks[2]?.place).toBe('sheet «Ledger», row 2, B2:C2');
    expect(document.blocks[2]?.cells?.[1]).toMatchObject({ address: 'C2', raw: '45360' });
    expect(codes(document)).toEqual(['hidden-text']);
  });
});

describe('damaged workbooks', () => {
  it.each([
    ['an old one', makeCompound({ Workbook: Buffer.alloc(5_000, 7) })],
    ['a bare stream', Uint8Array.from([9, 8, 16, 0, 0, 6, 5, 0])],
    [
      'a binary one without parts',
      makeZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.bin', content: 'x' },
      ]),
    ],
  ])('%s is refused with a reason or says that it is empty', async (_, bytes) => {
    const document = await readRoot(bytes, 'a.xls');
    expect(document.problems.some(({ code }) => code === 'malformed' || code === 'no-text')).toBe(true);
    expect(document.text).toBe('');
  });

  it.each([
    ['a theme that is no archive', [0x96, 0x08, 16, 0, 0x96, 0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x50, 0x4b, 3, 4]],
    ['a list of sheets without its length', [0x17, 0, 0, 0]],
    ['a list of sheets that says it is longer', [0x17, 0, 2, 0, 0xff, 0xff]],
    ['a text of the first version', [0x04, 0, 0, 0]],
    ['a column range without its end', [0x7d, 0, 12, 0, 0, 0, 0xff, 0xff, 0, 9, 0, 0, 0, 0, 0, 0]],
  ])('%s costs no cell (#3)', async (_, record) => {
    const made = openCompound(makeOldWorkbook([['Novik', 0.1]], 'biff8'));
    const stream = made?.streams.find(({ name }) => name === 'Workbook')?.read() ?? new Uint8Array();
    // Before the end of the last sheet, so that what the list of sheets points at stays where it is.
    const damaged = Buffer.concat([stream.subarray(0, -4), Uint8Array.from(record), stream.subarray(-4)]);
    const document = await readRoot(makeCompound({ Workbook: damaged }), 'a.xls');
    expect(document.status).toBe('parsed');
    expect(document.text).toContain('Novik\t0.1');
    expect(document.text).toContain('Second books');
  });

  it('does not hand a bomb to the library', async () => {
    const bomb = makeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.bin', content: ' '.repeat(30_000_000) },
    ]);
    const document = await readRoot(bomb, 'a.xlsb', { limits: { maxRatio: 1 } });
    expect(document.status).toBe('refused');
    expect(codes(document)).toContain('archive-entry-refused');
  });
});
