import type { Box, Document, Page, Span, TextBox } from '../model/index.ts';
import { hundredths } from './rounding.ts';

/** A box on page `page` (from 1), in points from its top left corner. */
export interface PlacedBox extends Box {
  readonly page: number;
}

/**
 * The boxes that the text under a span has on its pages, in text order: one for each line, cell or stretch it touches,
 * no wider than the span where the characters' places are known. Returns [] where the format has no pages or boxes.
 */
export function boxesOf(document: Pick<Document, 'pages'>, span: Span): PlacedBox[] {
  return document.pages
    .filter((page) => page.span.start < span.end && page.span.end > span.start)
    .flatMap((page) => boxesOnPage(page, span));
}

function boxesOnPage({ n, boxes = [] }: Page, span: Span): PlacedBox[] {
  return boxes
    .filter((box) => box.start < span.end && box.end > span.start)
    .map((box) => ({ page: n, ...cutBox(box, span) }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function cutBox(box: TextBox, span: Span): Box {
  const { x, y, width, height, advances, towards = 'right' } = box;
  if (!advances) return { x, y, width, height };
  const from = Math.max(0, span.start - box.start);
  const to = Math.min(advances.length, span.end - box.start);
  const before = sum(advances.slice(0, from)) / 10;
  const length = sum(advances.slice(from, to)) / 10;
  switch (towards) {
    case 'right':
      return { x: hundredths(x + before), y, width: hundredths(length), height };
    case 'left':
      return { x: hundredths(x + width - before - length), y, width: hundredths(length), height };
    case 'down':
      return { x, y: hundredths(y + before), width, height: hundredths(length) };
    case 'up':
      return { x, y: hundredths(y + height - before - length), width, height: hundredths(length) };
    default:
      return towards satisfies never;
  }
}
