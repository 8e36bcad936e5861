import { createGrid } from '../table-grid.ts';
import { writeTableRow } from '../table-row.ts';
import { placeOf, type State } from './state.ts';

/** Cells that a row begins late by; the file may say any number. */
const MOST_SKIPPED = 40;

/** A table inside a cell makes the row around it a matter of layout: its cells stand as paragraphs, in their order. */
export function beginTable(state: State): void {
  state.grids.push(createGrid());
  const row = state.rows.at(-1);
  if (!row || row.isLayout || state.paragraphs.length > 0) return;
  row.isLayout = true;
  for (const text of [...row.cells.splice(0).map((cell) => cell.text), ...row.cell.splice(0)])
    state.builder.add(text, state.options.kind ?? 'paragraph', placeOf(state));
}

export function beginRow(state: State): void {
  state.rows.push({ cells: [], cell: [], columns: 1, isContinued: false, isLayout: false });
}

/** What the properties of the open cell say of its size. */
export function setCell(state: State, size: { readonly columns: number } | { readonly isContinued: boolean }): void {
  const row = state.rows.at(-1);
  if (row) Object.assign(row, size);
}

export function skipColumns(state: State, count: number): void {
  const row = state.rows.at(-1);
  for (let i = 0; i < Math.min(count, MOST_SKIPPED); i++) row?.cells.push({ text: '', columns: 1, isContinued: false });
}

export function endCell(state: State): void {
  const row = state.rows.at(-1);
  if (!row) return;
  const { columns, isContinued } = row;
  row.cells.push({ text: row.cell.join('\n'), columns, isContinued });
  Object.assign(row, { cell: [], columns: 1, isContinued: false });
}

export function endRow(state: State): void {
  const row = state.rows.pop();
  if (!row || row.isLayout) return;
  state.counts.row += 1;
  const place = state.note !== '' ? state.note : (state.options.at ?? `row ${state.counts.row}`);
  const grid = state.grids.at(-1) ?? createGrid();
  writeTableRow(state.builder, row.cells, { grid, kind: state.options.kind ?? 'table-row', place });
}
