import type { Block, Cell, PassageKind, Span, SpannedCell } from '../model/index.ts';

/** One filled cell of a row, before it has a span. */
export interface RowCell {
  /** From 0 for A. */
  readonly column: number;
  readonly address: string;
  readonly text: string;
  readonly raw?: string;
  readonly formula?: string;
}

/**
 * Builds a document's text out of blocks, in reading order. Blocks are parted by an empty line, rows and list items of
 * one run by a line break, so that the text reads well where only the text is shown.
 */
export interface TextBuilder {
  /** Appends one block and returns its span; white space around it is dropped, an empty one is ignored (`null`). */
  readonly add: (text: string, kind: PassageKind, place?: string, depth?: number) => Span | null;
  /** Appends a row whose cells keep their addresses. Cells come in order of their columns and hold visible text, trimmed, without tabs. */
  readonly addRow: (cells: readonly RowCell[], place: string) => Span | null;
  /** Says which columns of the block that was added last are reached into by cells that stand elsewhere. */
  readonly span: (cells: readonly SpannedCell[]) => void;
  /** How many blocks there are; `update` changes those from a number on, in order. */
  readonly count: () => number;
  readonly update: (from: number, change: (block: Block) => Block) => void;
  readonly length: () => number;
  readonly finish: () => { readonly text: string; readonly blocks: readonly Block[] };
}

const TIGHT: readonly PassageKind[] = ['table-row', 'list-item'];

/** Empty cells between two filled ones are as many tabs, up to this many: a cell in the last column of a sheet is not 16,383 tabs away. */
const WIDEST_GAP = 16;

/** Cells that get an address of their own in one document: more than two hundred thousand would weigh more than the text. */
export const MOST_CELLS = 200_000;

export function createTextBuilder(): TextBuilder {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let cellsLeft = MOST_CELLS;
  const push = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  const addBlock = (text: string, kind: PassageKind, place?: string, depth = 0): Span => {
    const previous = blocks.at(-1);
    if (previous) push(previous.kind === kind && TIGHT.includes(kind) ? '\n' : '\n\n');
    const span = { start: length, end: length + text.length };
    push(text);
    blocks.push({ span, kind, ...(place ? { place } : {}), ...(depth > 0 ? { depth } : {}) });
    return span;
  };
  return {
    add: (raw, kind, place, depth) => {
      // A row may begin with empty cells: their tabs say which column comes next.
      const text = kind === 'table-row' ? raw.replace(/^[ \n\r]+/, '').trimEnd() : raw.trim();
      return text.trim() === '' ? null : addBlock(text, kind, place, depth);
    },
    addRow: (cells, place) => {
      if (cells.length === 0) return null;
      const { text, starts } = joinCells(cells);
      const span = addBlock(text, 'table-row', place);
      cellsLeft -= cells.length;
      if (cellsLeft >= 0) blocks.push({ ...(blocks.pop() as Block), cells: placeCells(cells, starts, span.start) });
      return span;
    },
    span: (spanned) => {
      const last = blocks.at(-1);
      if (last && spanned.length > 0) blocks[blocks.length - 1] = { ...last, spanned };
    },
    count: () => blocks.length,
    update: (from, change) => {
      for (let at = from; at < blocks.length; at++) blocks[at] = change(blocks[at] as Block);
    },
    length: () => length,
    finish: () => ({ text: parts.join(''), blocks }),
  };
}

function joinCells(cells: readonly RowCell[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  let column = 0;
  const starts = cells.map((cell) => {
    text += '\t'.repeat(Math.min(WIDEST_GAP, Math.max(cell.column - column, 0)));
    column = cell.column;
    const start = text.length;
    text += cell.text;
    return start;
  });
  return { text, starts };
}

function placeCells(cells: readonly RowCell[], starts: readonly number[], offset: number): Cell[] {
  return cells.map(({ text, address, raw, formula }, i) => {
    const start = offset + (starts[i] ?? 0);
    return {
      start,
      end: start + text.length,
      address,
      ...(raw === undefined ? {} : { raw }),
      ...(formula === undefined ? {} : { formula }),
    };
  });
}
