import { describe, expect, it } from 'vitest';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

describe('slk', () => {
  it('reads cells with their addresses', async () => {
    const document = await readRoot(
      'ID;PWXL;N;E\r\nP;PGeneral\r\nP;Pyyyy\\-mm\\-dd\r\nF;P1;FG0G;Y2;X3\r\nC;Y1;X1;K"Borvik;; Sons"\r\nC;X3;K40702810900000012345\r\nC;Y2;X3;K45360\r\nC;Y3;X1;K8;EWEBSERVICE("http://x.example")\r\nE\r\n',
      'a.slk',
    );
    expect(blocksOf(document)).toEqual([
      'table-row: Borvik; Sons\t\t40702810900000012345',
      'table-row: \t\t2024-03-09',
      'table-row: 8',
    ]);
    expect(document.blocks.map(({ place }) => place)).toEqual(['row 1, A1:C1', 'row 2, C2', 'row 3, A3']);
    expect([document.status, codes(document)]).toEqual(['parsed', ['active-content']]);
  });

  it('notices a missing end', async () => {
    const document = await readRoot('ID;PWXL\nC;Y1;X1;K1\n', 'a.slk');
    expect([document.text, document.status]).toEqual(['1', 'partial']);
  });
});
