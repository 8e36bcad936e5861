import type { Block, Document, Span } from '../../model/index.ts';

/** A row as its format has it: with the tabs that stand for empty cells in front, and the cells that reach into it. */
export interface RowShape extends Span {
  /** Columns (from 0) whose cell stands in another row or column, and where its text is. */
  readonly spanned: ReadonlyMap<number, Span>;
}

/** Looks up the shape of each table row; rows are asked for in text order. A row that is no block of its own has no more than its span. */
export function rowShapes(document: Document): (row: Span) => RowShape {
  const rows = document.blocks.filter(({ kind }) => kind === 'table-row');
  let at = 0;
  const blockAt = (start: number): Block | null => {
    while (at < rows.length && (rows[at]?.span.end ?? 0) <= start) at++;
    const block = rows[at];
    return block && block.span.start <= start ? block : null;
  };
  return (row) => {
    const block = blockAt(row.start);
    if (!block) return { start: row.start, end: row.end, spanned: new Map() };
    const spanned = new Map((block.spanned ?? []).map(({ column, start, end }) => [column, { start, end }]));
    return { ...block.span, spanned };
  };
}
