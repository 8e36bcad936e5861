import type { Span, SpannedCell } from '../model/index.ts';

/** One cell of a row as its format declares it. */
export interface GridCell {
  readonly column: number;
  /** How many columns it takes up. */
  readonly columns: number;
  /** Where its text stands; `null` when it has none. */
  readonly span: Span | null;
  /** It is the lower part of a cell that stands in an earlier row. */
  readonly isContinued: boolean;
}

export interface TableGrid {
  /** Takes the next row of the table; returns the columns of it that a cell standing elsewhere reaches into. */
  readonly note: (cells: readonly GridCell[]) => SpannedCell[];
}

/** No table that is read has more columns than this in one cell; a page may promise a million. */
export const MOST_SPANNED = 40;

/** Follows the cells of one table down its rows. */
export function createGrid(): TableGrid {
  const standing = new Map<number, Span>();
  return {
    note: (cells) => {
      const spanned: SpannedCell[] = [];
      for (const { column, columns, span, isContinued } of cells) {
        for (let at = column; at < column + Math.min(columns, MOST_SPANNED); at++) {
          const real = isContinued ? standing.get(at) : span;
          if (real && (isContinued || at > column)) spanned.push({ start: real.start, end: real.end, column: at });
          if (real) standing.set(at, real);
          else standing.delete(at);
        }
      }
      return spanned;
    },
  };
}

/** Gives each cell of a table whose cells only say how far they reach (HTML) its column. */
export interface Columns {
  /** Begins a row; returns the columns that cells of earlier rows reach down into. */
  readonly beginRow: () => readonly number[];
  /** Column of the next cell of the row. */
  readonly place: (columns: number, rows: number) => number;
}

export function createColumns(): Columns {
  const rowsLeft = new Map<number, number>();
  let taken = new Set<number>();
  let next = 0;
  return {
    beginRow: () => {
      taken = new Set();
      next = 0;
      for (const [column, rows] of rowsLeft) {
        if (rows > 0) taken.add(column);
        if (rows > 1) rowsLeft.set(column, rows - 1);
        else rowsLeft.delete(column);
      }
      return [...taken].sort((left, right) => left - right);
    },
    place: (columns, rows) => {
      while (taken.has(next)) next += 1;
      const column = next;
      next += Math.max(1, Math.min(columns, MOST_SPANNED));
      if (rows !== 1) for (let at = column; at < next; at++) rowsLeft.set(at, rows === 0 ? 65_534 : rows - 1);
      return column;
    },
  };
}
