import { createGrid, MOST_SPANNED } from '../table-grid.ts';
import { writeTableRow } from '../table-row.ts';
import type { XmlAttributes } from '../xml.ts';
import { type OdfState, placeOfOdf } from './text-state.ts';

/** A table inside a cell makes the row around it a matter of layout: its cells stand as paragraphs, in their order. */
export function beginTable(state: OdfState): void {
  state.tables.push({ grid: createGrid(), reach: new Map() });
  const row = state.rows.at(-1);
  if (!row || row.isLayout || state.paragraphs.length > 0 || state.open.length > 0) return;
  row.isLayout = true;
  for (const text of [...row.cells.splice(0).map((cell) => cell.text), ...row.cell.splice(0)])
    state.builder.add(text, state.boilerplate ? 'boilerplate' : 'paragraph', placeOfOdf(state));
}

export function beginRow(state: OdfState): void {
  const reach = state.tables.at(-1)?.reach ?? new Map<number, number>();
  for (const [column, rows] of reach) rows > 1 ? reach.set(column, rows - 1) : reach.delete(column);
  state.rows.push({
    cells: [],
    cell: [],
    column: 0,
    columns: 1,
    rows: 1,
    below: new Set(reach.keys()),
    isLayout: false,
  });
}

const sizeOf = (value: string | undefined): number => Math.max(1, Math.trunc(Number(value ?? 1)) || 1);

export function beginCell(state: OdfState, attribute: XmlAttributes): void {
  const row = state.rows.at(-1);
  if (!row) return;
  row.columns = Math.min(MOST_SPANNED, sizeOf(attribute('number-columns-spanned')));
  row.rows = sizeOf(attribute('number-rows-spanned'));
}

export function endCell(state: OdfState): void {
  const row = state.rows.at(-1);
  if (!row) return;
  const reach = state.tables.at(-1)?.reach;
  if (row.rows > 1) for (let i = 0; i < row.columns; i++) reach?.set(row.column + i, row.rows);
  row.cells.push({ text: row.cell.join('\n'), columns: row.columns, isContinued: false });
  row.cell = [];
  row.column += 1;
}

/** A cell that another one covers is written all the same: beside it, as the rest of its width, or in a row below. */
export function coverCell(state: OdfState): void {
  const row = state.rows.at(-1);
  if (!row) return;
  const text = row.cell.join('\n');
  const last = row.cells.at(-1);
  if (row.below.has(row.column)) row.cells.push({ text, columns: 1, isContinued: true });
  else if (last && text !== '') row.cells[row.cells.length - 1] = { ...last, text: `${last.text}\n${text}` };
  row.cell = [];
  row.column += 1;
}

export function endRow(state: OdfState): void {
  const row = state.rows.pop();
  if (!row || row.isLayout) return;
  const aside = state.open.at(-1);
  if (aside)
    return void aside.parts.push(
      row.cells
        .map(({ text }) => text)
        .join('\t')
        .trim(),
    );
  state.counts.row += 1;
  const place = state.counts.slide > 0 || state.boilerplate ? placeOfOdf(state) : `row ${state.counts.row}`;
  const grid = state.tables.at(-1)?.grid ?? createGrid();
  writeTableRow(state.builder, row.cells, { grid, kind: state.boilerplate ? 'boilerplate' : 'table-row', place });
}
