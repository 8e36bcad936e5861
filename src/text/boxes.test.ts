import { describe, expect, it } from 'vitest';
import type { Page, TextBox } from '../model/index.ts';
import { boxesOf } from './boxes.ts';

const page = (boxes: readonly TextBox[]): { readonly pages: readonly Page[] } => ({
  pages: [
    { n: 1, span: { start: 0, end: 3 }, boxes: [] },
    { n: 2, span: { start: 5, end: 40 }, boxes },
  ],
});
const line: TextBox = { start: 5, end: 9, x: 100, y: 50, width: 20, height: 12, advances: [40, 60, 40, 60] };

describe('boxesOf', () => {
  it.each([
    ['the whole line', line, { start: 5, end: 9 }, { x: 100, y: 50, width: 20, height: 12 }],
    ['a part of it', line, { start: 6, end: 8 }, { x: 104, y: 50, width: 10, height: 12 }],
    ['its end and beyond', line, { start: 8, end: 30 }, { x: 114, y: 50, width: 6, height: 12 }],
    [
      'writing to the left',
      { ...line, towards: 'left' } as const,
      { start: 5, end: 6 },
      { x: 116, y: 50, width: 4, height: 12 },
    ],
    [
      'writing upwards',
      { ...line, width: 12, height: 20, towards: 'up' } as const,
      { start: 5, end: 6 },
      { x: 100, y: 66, width: 12, height: 4 },
    ],
    [
      'writing downwards',
      { ...line, width: 12, height: 20, towards: 'down' } as const,
      { start: 6, end: 7 },
      { x: 100, y: 54, width: 12, height: 6 },
    ],
  ])('%s', (_, box, span, expected) => {
    expect(boxesOf(page([box]), span)).toEqual([{ page: 2, ...expected }]);
  });

  it('gives the whole box where no places of characters are known', () => {
    const { advances: _, ...whole } = line;
    expect(boxesOf(page([whole]), { start: 6, end: 7 })).toEqual([{ page: 2, x: 100, y: 50, width: 20, height: 12 }]);
  });

  it('gives a box a line, and none where nothing stands', () => {
    const next: TextBox = { ...line, start: 10, end: 14, y: 64 };
    expect(boxesOf(page([line, next]), { start: 8, end: 12 }).map(({ y }) => y)).toEqual([50, 64]);
    expect(boxesOf(page([line]), { start: 0, end: 4 })).toEqual([]);
    expect(boxesOf({ pages: [] }, { start: 0, end: 4 })).toEqual([]);
  });
});
