import { describe, expect, it } from 'vitest';
import { makeFlatOdf, makeOdf } from '../../../test/documents/make-office.ts';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

const cell = (type: string, attributes: string, shown: string) =>
  `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
const table = (rows: string, attributes = '') => `<table:table table:name="Ledger" ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;

describe('ods', () => {
  it.each([
    ['float', 'office:value="1234567.891"', '1,234,567.89', '1234567.891'],
    ['float', 'office:value="123456"', '0123456', '0123456'],
    ['currency', 'office:value="12.5" office:currency="EUR"', '12.50 €', '12.5 EUR'],
    ['percentage', 'office:value="0.125"', '13%', '12.5%'],
    ['date', 'office:date-value="2031-05-04T00:00:00"', '04/05/31', '2031-05-04'],
    ['string', '', 'Borvik<text:s text:c="2"/>Ltd', 'Borvik  Ltd'],
    ['float', 'office:value="3" table:formula="of:=[.A1]+1"', '3', '3'],
  ])('shows a %s %s as stored', async (type, attributes, shown, text) => {
    const document = await readRoot(makeOdf('spreadsheet', table(row(cell(type, attributes, shown)))), 'a.ods');
    expect(blocksOf(document)).toEqual(['heading: Ledger', `table-row: ${text}`]);
    expect(document).toMatchObject({ status: 'parsed', problems: [] });
  });

  it('counts repeated rows and cells without writing empty ones', async () => {
    const rows = [
      row(`<table:table-cell table:number-columns-repeated="3"/>${cell('string', '', 'D1')}`),
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"'),
      row(cell('string', 'table:number-columns-repeated="2"', 'End')),
    ].join('');
    const document = await readRoot(makeOdf('spreadsheet', table(rows)), 'a.ods');
    expect(document.blocks.slice(1).map(({ place }) => place)).toEqual([
      'sheet «Ledger», row 1, D1',
      'sheet «Ledger», row 1048572, A1048572:B1048572',
    ]);
  });

  it('does not let one cell fill a million rows', async () => {
    const rows = row(cell('string', 'table:number-columns-repeated="5"', 'x'), 'table:number-rows-repeated="1000000"');
    const document = await readRoot(makeOdf('spreadsheet', table(rows)), 'a.ods');
    expect([document.status, codes(document), document.blocks.length]).toEqual(['partial', ['cut-by-limit'], 1_001]);
  });

  it('flags hidden rows and sheets, keeps comments', async () => {
    const annotation = '<office:annotation><dc:creator>V. Novik</dc:creator><text:p>Check</text:p></office:annotation>';
    const document = await readRoot(
      makeOdf(
        'spreadsheet',
        table(
          row(`<table:table-cell office:value-type="string">${annotation}<text:p>Open</text:p></table:table-cell>`) +
            row(cell('string', '', 'Shut'), 'table:visibility="collapse"'),
        ) + table(row(cell('string', '', 'Gone')), 'table:style-name="h"'),
        { styles: '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>' },
      ),
      'a.ods',
    );
    expect(document.problems.map(({ span }) => document.text.slice(span?.start, span?.end))).toEqual([
      'Shut',
      'Ledger\n\nGone',
    ]);
    expect(blocksOf(document)).toContain('comment: V. Novik: Check');
  });

  it('reads the flat form', async () => {
    const document = await readRoot(makeFlatOdf('spreadsheet', table(row(cell('string', '', 'Flat row')))), 'a.fods');
    expect(blocksOf(document)).toEqual(['heading: Ledger', 'table-row: Flat row']);
    expect(codes(document)).toEqual([]);
  });

  it('says when a password is needed', async () => {
    const parts = {
      'META-INF/manifest.xml': '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
    };
    const document = await readRoot(makeOdf('spreadsheet', '', { parts }), 'a.ods');
    expect([document.status, codes(document)]).toEqual(['refused', ['encrypted']]);
  });
});
