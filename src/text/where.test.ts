import { describe, expect, test } from 'vitest';
import type { Block, Page, Parent, Passage } from '../model/index.ts';
import { findPlaces, unitOf, wordBox } from './where.ts';

interface Input {
  readonly text: string;
  readonly pages?: readonly Page[];
  readonly blocks?: readonly Block[];
  readonly parent?: Parent;
}

const document = ({ text, pages = [], blocks = [], parent }: Input) => ({
  text,
  pages,
  blocks,
  parent: parent ?? null,
});

const passage = (start: number, end: number, place: string): Passage => ({
  id: `p${start}`,
  start,
  end,
  kind: 'paragraph',
  place,
  sentences: [],
});

describe('plain text', () => {
  const find = findPlaces(document({ text: 'Kestrel Trading\npaid Orlova.\n\nNobody knows.' }), [
    passage(0, 28, ''),
    passage(30, 43, ''),
  ]);
  test.each([
    [0, 7, 1],
    [15, 20, 1],
    [16, 20, 2],
    [30, 36, 4],
    [42, 43, 4],
  ])('%i-%i is on line %i', (start, end, line) => {
    expect(find({ start, end })).toEqual({
      words: `line ${line}`,
      line,
      page: null,
      place: null,
      cells: [],
      boxes: [],
      container: null,
    });
  });
});

describe('a sheet', () => {
  const row = 'Kestrel\t1200\tEUR';
  const cells = [
    { start: 0, end: 7, address: 'A7' },
    { start: 8, end: 12, address: 'B7' },
    { start: 13, end: 16, address: 'C7' },
  ];
  const place = 'sheet «Payments», row 7, A7:C7';
  const find = findPlaces(
    document({ text: row, blocks: [{ span: { start: 0, end: 16 }, kind: 'table-row', place, cells }] }),
    [passage(0, 16, place)],
  );
  test.each([
    [0, 16, place, ['A7', 'B7', 'C7']],
    [8, 12, `${place}, cell B7`, ['B7']],
    [8, 16, `${place}, cells B7 to C7`, ['B7', 'C7']],
    [7, 8, place, []],
  ])('%i-%i', (start, end, words, addresses) => {
    const where = find({ start, end });
    expect(where.words).toBe(words);
    expect(where.cells).toEqual(addresses);
  });
});

describe('paragraphs, notes and parts', () => {
  const text = 'First.\nSecond.\nA note.';
  const places = (...names: readonly string[]) =>
    findPlaces(document({ text }), [
      passage(0, 6, names[0] ?? ''),
      passage(7, 14, names[1] ?? ''),
      passage(15, 22, names[2] ?? ''),
    ]);
  test.each([
    [0, 6, 'paragraph 1'],
    [7, 22, 'paragraph 2 to footnote 1'],
    [15, 22, 'footnote 1'],
  ])('%i-%i is %s', (start, end, words) => {
    expect(places('paragraph 1', 'paragraph 2', 'footnote 1')({ start, end }).words).toBe(words);
  });

  test('a mail part is long, so its line is said', () => {
    expect(places('part 1', 'part 1', 'part 1.2')({ start: 7, end: 14 }).words).toBe('part 1, line 2');
  });

  test("the reader's blocks do where there are no passages", () => {
    const blocks: Block[] = [{ span: { start: 7, end: 14 }, kind: 'paragraph', place: 'paragraph 2' }];
    expect(findPlaces(document({ text, blocks }), [])({ start: 8, end: 9 }).words).toBe('paragraph 2');
  });

  test('a document out of a container says where it was', () => {
    const parent = { document: 'm', place: 'part 2 (bill.pdf)' };
    expect(findPlaces(document({ text, parent }), [])({ start: 0, end: 6 }).container).toBe('part 2 (bill.pdf)');
  });
});

describe('pages', () => {
  const boxes = [
    { start: 7, end: 12, x: 72, y: 100, width: 50, height: 10, advances: [100, 100, 100, 100, 100] },
    { start: 13, end: 16, x: 70, y: 115, width: 30, height: 10 },
  ];
  const pages: Page[] = [
    { n: 1, span: { start: 0, end: 7 }, boxes: [] },
    { n: 2, span: { start: 7, end: 16 }, boxes },
  ];
  const find = findPlaces(document({ text: 'before inner end', pages }), [passage(0, 16, 'page 2')]);
  const where = find({ start: 8, end: 16 });

  test('the page and tight boxes', () => {
    expect(where.words).toBe('page 2');
    expect(where.boxes).toEqual([
      { page: 2, x: 82, y: 100, width: 40, height: 10 },
      { page: 2, x: 70, y: 115, width: 30, height: 10 },
    ]);
  });

  test('in words, one box that holds them', () => {
    expect(wordBox(where)).toBe('x 70, y 100, 52 × 25 points');
    expect(wordBox(where, unitOf({ mediaType: 'image/png' }))).toBe('x 70, y 100, 52 × 25 pixels');
    expect(wordBox(find({ start: 0, end: 3 }))).toBe('');
  });
});
