import type { PassageKind, Span } from '../model/index.ts';
import { type GridCell, MOST_SPANNED, type TableGrid } from './table-grid.ts';
import type { TextBuilder } from './text-builder.ts';

/** A cell of a table in a text, as its format declares it. Formats write an empty cell where one of an earlier row goes on. */
export interface TextCell {
  readonly text: string;
  /** How many columns it takes up. */
  readonly columns: number;
  readonly isContinued: boolean;
}

interface Target {
  readonly grid: TableGrid;
  readonly kind: PassageKind;
  readonly place: string;
}

/** Writes a row, its cells parted by tabs, each in its column; what reaches into it from elsewhere is noted. */
export function writeTableRow(
  builder: TextBuilder,
  cells: readonly TextCell[],
  { grid, kind, place }: Target,
): Span | null {
  const parts: string[] = [];
  const starts: { readonly column: number; readonly start: number; readonly cell: TextCell }[] = [];
  let length = 0;
  let column = 0;
  for (const cell of cells) {
    const columns = Math.max(1, Math.min(cell.columns, MOST_SPANNED));
    // A tab inside a cell would begin another.
    const part = `${column === 0 ? '' : '\t'}${cell.text.replaceAll('\t', ' ').trim()}`;
    starts.push({ column, start: length + (column === 0 ? 0 : 1), cell: { ...cell, columns } });
    const padded = part + '\t'.repeat(columns - 1);
    parts.push(padded);
    length += padded.length;
    column += columns;
  }
  const span = builder.add(parts.join(''), kind, place);
  if (!span || kind !== 'table-row') return span;
  const placed = starts.map(({ column: at, start, cell }): GridCell => {
    const { text, columns, isContinued } = cell;
    const from = span.start + start;
    const real = text.trim() === '' ? null : { start: from, end: from + text.trim().length };
    return { column: at, columns, span: real, isContinued };
  });
  builder.span(grid.note(placed));
  return span;
}
