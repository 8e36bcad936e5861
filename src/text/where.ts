import type { Block, Cell, Document, Passage, Span } from '../model/index.ts';
import { boxesOf, type PlacedBox } from './boxes.ts';

/** Where a person finds a stretch of a document's text, in the original as well as in the text. */
export interface Where {
  /** The place in words, without boxes: `page 2`, `sheet «Payments», row 7, A7:F7, cell C7`, `part 1.2, line 8`. */
  readonly words: string;
  /** Line of the document's text, from 1. */
  readonly line: number;
  /** First page it stands on, from 1; `null` where the format has no pages. */
  readonly page: number | null;
  /** What the reader calls the place: sheet and row, paragraph, footnote, mail part; `null` where it has no name for it. */
  readonly place: string | null;
  /** Addresses of the cells it touches (`C7`), in order. */
  readonly cells: readonly string[];
  /** Its boxes on its pages, no wider than the characters are known to be. */
  readonly boxes: readonly PlacedBox[];
  /** Its document's place in an archive or mail; `null` for a file of its own. */
  readonly container: string | null;
}

type Placed = Pick<Document, 'text' | 'pages' | 'blocks' | 'parent'>;

/**
 * Finds places in one document. What is the same for every span (lines, rows with cells) is worked out once, when first
 * asked for. `passages` are the document's own, in text order; without them the reader's blocks name the places.
 */
export function findPlaces(document: Placed, passages: readonly Passage[]): (span: Span) => Where {
  let lines: readonly number[] | undefined;
  let rows: readonly Row[] | undefined;
  const named = passages.length > 0 ? passages : document.blocks.map(({ span, place = '' }) => ({ ...span, place }));
  return (span) => {
    lines ??= lineStarts(document.text);
    rows ??= rowsOf(document.blocks);
    const line = countUpTo(lines, span.start);
    const page = document.pages.find((one) => one.span.start < span.end && one.span.end > span.start)?.n ?? null;
    const place = rangeOf(touched(named, span).map((passage) => passage.place));
    const { cells, isWhole } = cellsUnder(rows, span);
    const boxes = boxesOf(document, span);
    // A mail part may be long, and a page without boxes shows no place on it.
    const isNamed = place !== null && place !== `page ${page}`;
    const isExact = isNamed ? !place.startsWith('part ') : boxes.length > 0;
    const parts = [
      ...(page === null || place?.startsWith(`slide ${page}`) ? [] : [`page ${page}`]),
      ...(isNamed ? [place] : []),
      ...(cells.length === 0 || isWhole ? [] : [wordCells(cells)]),
    ];
    return {
      words: (isExact ? parts : [...parts, `line ${line}`]).join(', '),
      line,
      page,
      place,
      cells,
      boxes,
      container: document.parent?.place ?? null,
    };
  };
}

/** `x 72, y 341, 228 × 12 points`: the smallest box on the first page that holds all boxes there; `''` without boxes. */
export function wordBox({ boxes }: Where, unit: 'points' | 'pixels' = 'points'): string {
  const first = boxes.filter((box) => box.page === boxes[0]?.page);
  if (first.length === 0) return '';
  const x = Math.min(...first.map((box) => box.x));
  const y = Math.min(...first.map((box) => box.y));
  const width = Math.max(...first.map((box) => box.x + box.width)) - x;
  const height = Math.max(...first.map((box) => box.y + box.height)) - y;
  return `x ${Math.round(x)}, y ${Math.round(y)}, ${Math.round(width)} × ${Math.round(height)} ${unit}`;
}

/** A picture is measured in its pixels, everything else with pages in points. */
export const unitOf = ({ mediaType }: Pick<Document, 'mediaType'>): 'points' | 'pixels' =>
  mediaType.startsWith('image/') ? 'pixels' : 'points';

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** How many of the ascending numbers are no greater than the limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans, in text order and apart, that share a character with this one. */
function touched<T extends Span>(spans: readonly T[], span: Span): T[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < spans.length; at++) {
    const one = spans[at];
    if (!one || one.start >= span.end) break;
    found.push(one);
  }
  return found;
}

/** `paragraph 3`, or `paragraph 3 to paragraph 5` for what goes on over several. */
function rangeOf(places: readonly string[]): string | null {
  const named = places.filter((place) => place !== '');
  const first = named[0];
  const last = named.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first} to ${last}`;
}

interface Row extends Span {
  readonly cells: readonly Cell[];
}

const rowsOf = (blocks: readonly Block[]): Row[] =>
  blocks.flatMap(({ span, cells }) => (cells ? [{ ...span, cells }] : [])).sort((a, b) => a.start - b.start);

function cellsUnder(rows: readonly Row[], span: Span): { cells: string[]; isWhole: boolean } {
  const cells = touched(rows, span).flatMap((row) => row.cells);
  const inside = cells.filter((cell) => cell.start < span.end && span.start < cell.end);
  return { cells: inside.map((cell) => cell.address), isWhole: inside.length === cells.length };
}

const wordCells = (cells: readonly string[]): string =>
  cells.length === 1 ? `cell ${cells[0]}` : `cells ${cells[0]} to ${cells.at(-1)}`;
