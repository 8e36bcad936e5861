import { findCells, type PageCell } from './cells.ts';
import type { Fragment } from './fragments.ts';

/** Fragments side by side on one line (in a table, the lines of a cell before those of the next), left to right, or right to left where that is the direction of the writing. */
export interface Row {
  readonly fragments: readonly Fragment[];
  /** Number of the stretch of the page that the row stands in: a column, or what spans the columns. */
  readonly region: number;
}

interface OpenRow {
  readonly cells: PageCell[];
  top: number;
  bottom: number;
}

/** Rows looked back at: what stands beside a line is not far above it in order of height. */
const LOOK_BACK = 4;

/** Puts cells that stand beside each other into rows, from top to bottom; what lies on top of something begins a row of its own. */
export function toRows(fragments: readonly Fragment[], region: number): Row[] {
  const cells = findCells(fragments);
  const order = new Map(cells.map((cell, i) => [cell, i]));
  const sorted = [...cells].sort(
    (a, b) => a.top + a.bottom - (b.top + b.bottom) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
  const rows: OpenRow[] = [];
  for (const cell of sorted) {
    const row = rows.slice(-LOOK_BACK).findLast((candidate) => standsBeside(candidate, cell));
    if (row) {
      row.cells.push(cell);
      // A row is as high as its highest cell.
      if (cell.fragments.length > 1) {
        row.top = Math.min(row.top, cell.top);
        row.bottom = Math.max(row.bottom, cell.bottom);
      }
    } else rows.push({ cells: [cell], top: cell.top, bottom: cell.bottom });
  }
  return rows.map((row) => ({ region, fragments: inReadingOrder(row.cells).flatMap((cell) => cell.fragments) }));
}

function standsBeside(row: OpenRow, { left, top, right, bottom }: PageCell): boolean {
  const shared = Math.min(row.bottom, bottom) - Math.max(row.top, top);
  const lower = Math.min(row.bottom - row.top, bottom - top);
  if (shared <= 0.6 * lower) return false;
  const slack = 0.2 * (bottom - top);
  return row.cells.every((other) => left >= other.right - slack || right <= other.left + slack);
}

function inReadingOrder(cells: readonly PageCell[]): PageCell[] {
  const fragments = cells.flatMap((cell) => cell.fragments);
  const isRtl = fragments.filter((fragment) => fragment.isRtl).length * 2 > fragments.length;
  return [...cells].sort((a, b) => (isRtl ? b.right - a.right : a.left - b.left));
}
