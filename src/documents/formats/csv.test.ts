import { describe, expect, it } from 'vitest';
import { blocksOf, codes, readRoot } from '../../../test/documents/read-bytes.ts';

describe('csv', () => {
  it('keeps the file as it is and knows its rows', async () => {
    const text = 'party,amount\r\n"Borvik ""Stal"", LLC","1,250"\r\n\r\n"two\r\nlines",3\r\n';
    const document = await readRoot(text, 'a.csv');
    expect(document.text).toBe(text);
    expect(blocksOf(document)).toEqual([
      'table-row: party,amount',
      'table-row: "Borvik ""Stal"", LLC","1,250"',
      'table-row: "two\r\nlines",3',
    ]);
    expect(document.blocks.map(({ place }) => place)).toEqual(['row 1', 'row 2', 'row 4']);
  });

  it.each([
    [';', 'a;b,c;d\n1;2,0;3\n'],
    ['tab', 'a\tb,c\td\n1\t2\t3\n'],
    [',', 'a,b\n1,2\n'],
    ['|', 'a|b\n1|2\n'],
  ])('finds the separator %s', async (separator, text) => {
    expect((await readRoot(text, 'a.csv')).metadata.fields.separator).toBe(separator);
  });

  it('ends a row whose quotation mark is never closed with its line', async () => {
    const document = await readRoot(`a,b\n"open,2\n${'x,y\n'.repeat(50_000)}`, 'a.csv');
    expect([document.status, document.blocks.length, document.blocks[1]?.place]).toEqual(['partial', 50_002, 'row 2']);
    expect(document.problems[0]?.detail).toContain('row 2');
  });

  it('notes ragged rows and loses none', async () => {
    const document = await readRoot('a,b,c\n1,2\n1,2,3,4\n', 'a.csv');
    expect([codes(document), document.blocks.length, document.status]).toEqual([['malformed'], 3, 'parsed']);
  });

  it('takes quotation marks inside a field literally', async () => {
    expect(blocksOf(await readRoot('a,b\nthe "best" one,2\n', 'a.csv'))).toHaveLength(2);
  });

  it('leads every field back to its cell', async () => {
    const document = await readRoot('name;sum\n"Borvik; Sons";5\n;7\n', 'a.csv');
    expect(
      document.blocks.map(({ cells }) =>
        cells?.map(({ address, start, end }) => `${address} ${document.text.slice(start, end)}`),
      ),
    ).toEqual([['A1 name', 'B1 sum'], ['A2 Borvik; Sons', 'B2 5'], ['B3 7']]);
  });
});
