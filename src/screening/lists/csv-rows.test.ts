import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsvRows } from './csv-rows.ts';

async function rowsOf(chunks: readonly string[]) {
  const rows = [];
  for await (const row of readCsvRows(chunks)) rows.push(row);
  return rows;
}

test.each<[string, string, (string | readonly string[])[]]>([
  ['plain and quoted', '1,"A, B",-0- ,x\n', [['1', 'A, B', '-0-', 'x']]],
  [
    'doubled marks',
    '1,"the ""X"" list"\r\n2,b',
    [
      ['1', 'the "X" list'],
      ['2', 'b'],
    ],
  ],
  ['white space around marks', '1, "A" ,"B" \n', [['1', 'A', 'B']]],
  [
    'a line end inside marks',
    '1,"A\nB"\n2,c\n',
    [
      ['1', 'A\nB'],
      ['2', 'c'],
    ],
  ],
  [
    'blank lines and control-Z',
    '1,a\n\n2,b\r\n\u001a',
    [
      ['1', 'a'],
      ['2', 'b'],
    ],
  ],
  ['an empty last field', '1,\n', [['1', '']]],
  ['a mark that never closes', '1,a\n2,"b\n', [['1', 'a'], 'a quotation mark is never closed']],
  [
    'a mark that closes in the next row',
    '1,"A,b\n2,"B",c\n3,d,e\n',
    ['text stands after', ['2', 'B', 'c'], ['3', 'd', 'e']],
  ],
])('%s', async (_, text, expected) => {
  const rows = await rowsOf([text]);
  expect(rows.map(({ fields, broken }) => broken ?? fields)).toEqual(
    expected.map((one) => (typeof one === 'string' ? expect.stringContaining(one) : one)),
  );
});

test('rows know the line they begin at', async () => {
  const rows = await rowsOf(['a,"1\n2"\nb,"x\nc,"y"\n\nd,e\n']);
  expect(rows.map(({ line, broken }) => [line, broken !== null])).toEqual([
    [1, false],
    [3, true],
    [4, false],
    [6, false],
  ]);
});

test('how the text is cut into pieces does not matter', async () => {
  const field = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a"b', 'c,d', 'e\nf', 'g\r\nh', ' i ', ''));
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), fc.constantFrom('\n', '\r\n'), async (rows, size, end) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(end) + end;
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, n) =>
        text.slice(n * size, (n + 1) * size),
      );
      expect((await rowsOf(pieces)).map(({ fields }) => fields)).toEqual(rows);
    }),
  );
});
