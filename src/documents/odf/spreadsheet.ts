import type { Problem } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import { columnName } from '../sheet/address.ts';
import { readFormat, showNumber } from '../sheet/number-format.ts';
import type { FoundCell, SheetWriter } from '../sheet/sheet-writer.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';
import type { OdfStyles } from './styles.ts';

const problem = problemsBy('documents/ods');

/** A row or cell that is filled may say that it stands there many times; this often it is written. */
const MOST_REPEATS = 1_000;

interface Cell {
  readonly value: Value;
  readonly formula: string | undefined;
  readonly repeated: number;
  readonly paragraphs: string[];
  readonly columns: number;
  readonly rows: number;
}

interface Value {
  readonly type: string;
  readonly stored: string;
  readonly currency: string;
}

interface State {
  readonly hiddenColumns: { readonly from: number; readonly to: number }[];
  readonly comments: { readonly address: string; readonly by: string; readonly text: string }[];
  columns: number;
  row: number;
  rowRepeated: number;
  isRowHidden: boolean;
  column: number;
  cells: FoundCell[];
  cell: Cell | null;
  text: string[] | null;
  annotation: { by: string; readonly text: string[] } | null;
  isCreator: boolean;
  isTable: number;
  isFull: boolean;
  cut: number;
}

/** A handler that writes the sheets of an OpenDocument spreadsheet; call `finish` when the scan is done. */
export function spreadsheetHandler(
  styles: OdfStyles,
  writer: SheetWriter,
): XmlHandler & { readonly finish: () => Problem[] } {
  const state: State = {
    ...{ hiddenColumns: [], comments: [], columns: 0, row: 0, rowRepeated: 1, isRowHidden: false, column: 0 },
    ...{ cells: [], cell: null, text: null, annotation: null, isCreator: false, isTable: 0, isFull: false, cut: 0 },
  };
  return {
    open: (name, attribute) => {
      if (name === 'table') openTable(state, attribute, { styles, writer });
      else OPEN.get(name)?.(state, attribute);
    },
    close: (name) => {
      if (name === 'table') closeTable(state, writer);
      else if (name === 'table-row') closeRow(state, writer);
      else if (name === 'table-cell') addMerge(state, writer);
      CLOSE.get(name)?.(state);
    },
    text: (text) => {
      if (state.isCreator && state.annotation) state.annotation.by += text;
      else state.text?.push(text.replace(/[ \t\r\n]+/g, ' '));
    },
    finish: () =>
      state.cut === 0
        ? []
        : [
            problem(
              'cut-by-limit',
              'warning',
              `${state.cut} rows or cells are said to stand more than ${MOST_REPEATS} times in a row; they were written ${MOST_REPEATS} times.`,
            ),
          ],
  };
}

interface Target {
  readonly styles: OdfStyles;
  readonly writer: SheetWriter;
}

function openTable(state: State, attribute: XmlAttributes, { styles, writer }: Target): void {
  state.isTable += 1;
  if (state.isTable > 1) return;
  const isHidden = styles.invisible.has(attribute('style-name') ?? '') || attribute('display') === 'false';
  writer.sheet(attribute('name') ?? '', isHidden);
  Object.assign(state, { columns: 0, row: 0, cells: [] });
  state.hiddenColumns.length = 0;
}

function closeTable(state: State, writer: SheetWriter): void {
  state.isTable = Math.max(0, state.isTable - 1);
  if (state.isTable > 0) return;
  for (const { address, text, by } of state.comments.splice(0)) writer.comment(address, text, by);
}

const repeatsOf = (value: string | undefined): number =>
  Math.min(Math.max(Math.trunc(Number(value ?? 1)) || 1, 1), 1e7);

function beginCell(state: State, attribute: XmlAttributes): void {
  const type = attribute('value-type') ?? '';
  const stored =
    attribute('value') ??
    attribute('date-value') ??
    attribute('time-value') ??
    attribute('boolean-value') ??
    attribute('string-value') ??
    '';
  state.cell = {
    value: { type, stored, currency: attribute('currency') ?? '' },
    formula: attribute('formula')?.replace(/^of:=?/, ''),
    repeated: repeatsOf(attribute('number-columns-repeated')),
    paragraphs: [],
    columns: repeatsOf(attribute('number-columns-spanned')),
    rows: repeatsOf(attribute('number-rows-spanned')),
  };
}

function addMerge({ cell, row, column, isTable }: State, writer: SheetWriter): void {
  if (!cell || isTable !== 1 || (cell.columns === 1 && cell.rows === 1)) return;
  writer.merge({ top: row + 1, bottom: row + cell.rows, left: column, right: column + cell.columns - 1 });
}

function endCell(state: State): void {
  const { cell } = state;
  state.cell = null;
  if (!cell) return;
  const shown = showCell(cell.value, cell.paragraphs.join('\n').trim());
  const text = shown.text === '' && cell.formula ? `=${cell.formula}` : shown.text;
  if (text !== '') {
    if (cell.repeated > MOST_REPEATS) state.cut += 1;
    for (let i = 0; i < Math.min(cell.repeated, MOST_REPEATS); i++) {
      const column = state.column + i;
      const isHidden = state.hiddenColumns.some(({ from, to }) => column >= from && column <= to);
      state.cells.push({ ...shown, text, column, isHidden, ...(cell.formula ? { formula: cell.formula } : {}) });
    }
  }
  state.column += cell.repeated;
}

const PLAIN = readFormat(0, undefined);
const PERCENT = readFormat(9, undefined);

/** A number as stored, never as displayed: what is displayed is rounded. Leading zeros that are displayed belong to it. */
function showCell(
  { type, stored, currency }: Value,
  displayed: string,
): { readonly text: string; readonly raw?: string } {
  const withRaw = (text: string) => (text === stored ? { text } : { text, raw: stored });
  if (stored === '') return { text: displayed };
  if (type === 'percentage') return showNumber(stored, PERCENT, false);
  if (type === 'currency') return withRaw(currency === '' ? stored : `${stored} ${currency}`);
  if (type === 'date') return withRaw(stored.replace(/T00:00:00(?:\.0*)?$/, '').replace('T', ' '));
  if (type === 'float')
    return /^0+\d+$/.test(displayed) && displayed.replace(/^0+/, '') === stored
      ? withRaw(displayed)
      : showNumber(stored, PLAIN, false);
  return withRaw(displayed === '' ? stored : displayed);
}

function closeRow(state: State, writer: SheetWriter): void {
  if (state.isTable !== 1) return;
  const { cells, rowRepeated } = state;
  if (cells.length > 0) {
    if (rowRepeated > MOST_REPEATS) state.cut += 1;
    for (let i = 1; i <= Math.min(rowRepeated, MOST_REPEATS) && !state.isFull; i++)
      state.isFull = !writer.row(state.row + i, cells, state.isRowHidden);
  }
  state.row += rowRepeated;
  state.cells = [];
}

type Step = (state: State, attribute: XmlAttributes) => void;

const OPEN: ReadonlyMap<string, Step> = new Map<string, Step>([
  [
    'table-column',
    (state, attribute) => {
      const repeated = repeatsOf(attribute('number-columns-repeated'));
      if (/^(?:collapse|filter)$/.test(attribute('visibility') ?? ''))
        state.hiddenColumns.push({ from: state.columns, to: state.columns + repeated - 1 });
      state.columns += repeated;
    },
  ],
  [
    'table-row',
    (state, attribute) => {
      state.rowRepeated = repeatsOf(attribute('number-rows-repeated'));
      state.isRowHidden = /^(?:collapse|filter)$/.test(attribute('visibility') ?? '');
      state.column = 0;
      state.cells = [];
    },
  ],
  ['table-cell', beginCell],
  ['covered-table-cell', beginCell],
  [
    'annotation',
    (state) => {
      state.annotation = { by: '', text: [] };
    },
  ],
  [
    'creator',
    (state) => {
      state.isCreator = state.annotation !== null;
    },
  ],
  [
    'p',
    (state) => {
      state.text = [];
    },
  ],
  ['s', (state, attribute) => void state.text?.push(' '.repeat(Math.min(repeatsOf(attribute('c')), 1_000)))],
  ['tab', (state) => void state.text?.push(' ')],
  ['line-break', (state) => void state.text?.push('\n')],
]);

const CLOSE: ReadonlyMap<string, (state: State) => void> = new Map<string, (state: State) => void>([
  ['table-cell', endCell],
  ['covered-table-cell', endCell],
  [
    'creator',
    (state) => {
      state.isCreator = false;
    },
  ],
  [
    'p',
    (state) => {
      const text = state.text?.join('') ?? '';
      state.text = null;
      if (state.annotation) state.annotation.text.push(text);
      else if (text !== '') state.cell?.paragraphs.push(text);
    },
  ],
  [
    'annotation',
    (state) => {
      const { annotation } = state;
      state.annotation = null;
      if (!annotation || state.comments.length > 100_000) return;
      const address = `${columnName(state.column)}${state.row + 1}`;
      state.comments.push({ address, by: annotation.by.trim(), text: annotation.text.join('\n') });
    },
  ],
]);
