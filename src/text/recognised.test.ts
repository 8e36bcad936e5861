import { describe, expect, it } from 'vitest';
import type { Page } from '../model/index.ts';
import { recognitionOf } from './recognised.ts';

const box = (start: number, end: number, confidence: number) => ({
  start,
  end,
  confidence,
  x: 0,
  y: 0,
  width: 1,
  height: 1,
});
const recognition = { engine: 'tesseract/5', languages: ['eng'], confidence: 0.9 };
const pages: readonly Page[] = [
  { n: 1, span: { start: 0, end: 10 } },
  { n: 2, span: { start: 12, end: 30 }, recognition, boxes: [box(12, 18, 0.97), box(19, 24, 0.61), box(25, 30, 0.95)] },
  { n: 3, span: { start: 32, end: 40 }, recognition: { ...recognition, confidence: 0.5 } },
];

describe('recognitionOf', () => {
  it.each([
    ['text of a text layer', 0, 10, null],
    ['the gap after it', 10, 12, null],
    ['one sure word', 12, 18, { confidence: 0.97, page: 2 }],
    ['part of a doubtful word', 12, 20, { confidence: 0.61, page: 2 }],
    ['a span that ends where the doubtful word begins', 12, 19, { confidence: 0.97, page: 2 }],
    ['text partly recognised', 5, 14, { confidence: 0.97, page: 2 }],
    ['a page without boxes', 33, 35, { confidence: 0.5, page: 3 }],
    ['two pages', 26, 33, { confidence: 0.5, page: 2 }],
  ])('%s', (_, start, end, expected) => {
    const found = recognitionOf({ pages }, { start, end });
    expect(found).toEqual(expected && { engine: 'tesseract/5', ...expected });
  });
});
