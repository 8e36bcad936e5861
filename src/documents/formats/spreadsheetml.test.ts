import { describe, expect, it } from 'vitest';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

const book = (styles: string, rows: string) =>
  `<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles}</Styles><Worksheet ss:Name="Ledger"><Table>${rows}</Table></Worksheet></Workbook>`;

describe('spreadsheetml', () => {
  it('counts rows and columns that are left out and shows values as stored', async () => {
    const document = await readRoot(
      book(
        '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>',
        '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Borvik &amp; Sons</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.125</Data></Cell></Row><Row ss:Index="9"><Cell ss:Index="3"><Data ss:Type="DateTime">2031-05-04T00:00:00.000</Data><Comment ss:Author="V. Novik"><Data>Check</Data></Comment></Cell></Row>',
      ),
      'a.xml',
    );
    expect(blocksOf(document)).toEqual([
      'heading: Ledger',
      'table-row: Borvik & Sons\t\t12.5%',
      'table-row: \t\t2031-05-04',
      'comment: V. Novik: Check',
    ]);
    expect(document.blocks.map(({ place }) => place).slice(1)).toEqual([
      'sheet «Ledger», row 1, A1:C1',
      'sheet «Ledger», row 9, C9',
      'sheet «Ledger», comment on C9',
    ]);
    expect([document.status, codes(document)]).toEqual(['parsed', []]);
  });

  it('notices a cut', async () => {
    const whole = book('', '<Row><Cell><Data ss:Type="String">Kept</Data></Cell></Row><Row><Cell>');
    const document = await readRoot(whole.slice(0, whole.indexOf('<Row><Cell></Table>') + 6), 'a.xml');
    expect([document.text, document.status]).toEqual(['Ledger\n\nKept', 'partial']);
  });
});
