import type { XmlAttributes, XmlHandler } from '../xml.ts';
import { columnName } from './address.ts';
import type { Merge } from './merges.ts';
import { type NumberFormat, readFormat, showNumber } from './number-format.ts';
import type { FoundCell, SheetWriter } from './sheet-writer.ts';

interface State {
  readonly formats: Map<string, NumberFormat>;
  readonly hiddenColumns: { readonly from: number; readonly to: number }[];
  style: string;
  row: number;
  isRowHidden: boolean;
  column: number;
  nextColumn: number;
  columnDefinition: number;
  cells: FoundCell[];
  cell: { readonly style: string; readonly formula: string; readonly link: string } | null;
  /** Size of the open cell. */
  merge: Merge;
  type: string;
  parts: string[] | null;
  comment: { readonly by: string; readonly parts: string[] } | null;
  readonly remarks: (() => void)[];
  shown: { readonly text: string; readonly raw?: string };
  isFull: boolean;
}

const number = (value: string | undefined, otherwise: number): number => {
  const parsed = Number(value);
  return Number.isInteger(parsed) && parsed > 0 && parsed <= 1_048_576 ? parsed : otherwise;
};

/** A handler for the workbooks that Excel 2003 wrote as XML. Rows and columns are counted; those left out take no room. */
export function spreadsheetmlHandler(writer: SheetWriter): XmlHandler {
  const state: State = {
    ...{ formats: new Map(), hiddenColumns: [], style: '', row: 0, isRowHidden: false, column: 0, nextColumn: 0 },
    ...{ columnDefinition: 0, cells: [], cell: null, type: '', parts: null, comment: null, remarks: [] },
    merge: { top: 0, bottom: 0, left: 0, right: 0 },
    ...{ shown: { text: '' }, isFull: false },
  };
  return {
    open: (name, attribute) => {
      if (name === 'Worksheet') beginSheet(state, attribute, writer);
      else OPEN.get(name)?.(state, attribute);
    },
    close: (name) => {
      if (name === 'Data') endData(state);
      else if (name === 'Comment') endComment(state, writer);
      else if (name === 'Cell') endCell(state, writer);
      else if (name === 'Row') endRow(state, writer);
    },
    text: (text) => void (state.comment?.parts ?? state.parts)?.push(text),
  };
}

const NAMED: Readonly<Record<string, NumberFormat>> = { Percent: readFormat(9, undefined) };
const PLAIN = readFormat(0, undefined);

type Step = (state: State, attribute: XmlAttributes) => void;

const OPEN: ReadonlyMap<string, Step> = new Map<string, Step>([
  [
    'Style',
    (state, attribute) => {
      state.style = attribute('ID') ?? '';
    },
  ],
  [
    'NumberFormat',
    (state, attribute) => {
      const code = attribute('Format') ?? '';
      const isName = /^[A-Za-z]+(?: [A-Za-z]+)*$/.test(code) && !/^[dmyhs]+$/i.test(code);
      state.formats.set(state.style, NAMED[code] ?? (isName ? PLAIN : readFormat(0, code)));
    },
  ],
  [
    'Column',
    (state, attribute) => {
      const from = number(attribute('Index'), state.columnDefinition + 1) - 1;
      const to = from + number(attribute('Span'), 0);
      if (attribute('Hidden') === '1') state.hiddenColumns.push({ from, to });
      state.columnDefinition = to + 1;
    },
  ],
  [
    'Row',
    (state, attribute) => {
      state.row = number(attribute('Index'), state.row + 1);
      state.isRowHidden = attribute('Hidden') === '1';
      Object.assign(state, { cells: [], nextColumn: 0 });
    },
  ],
  [
    'Cell',
    (state, attribute) => {
      state.column = number(attribute('Index'), state.nextColumn + 1) - 1;
      state.nextColumn = state.column + 1 + number(attribute('MergeAcross'), 0);
      const formula = (attribute('Formula') ?? '').replace(/^=/, '');
      state.merge = {
        ...{ top: state.row, bottom: state.row + number(attribute('MergeDown'), 0) },
        ...{ left: state.column, right: state.column + number(attribute('MergeAcross'), 0) },
      };
      state.cell = { style: attribute('StyleID') ?? '', formula, link: attribute('HRef') ?? '' };
      state.shown = { text: '' };
    },
  ],
  [
    'Data',
    (state, attribute) => {
      if (state.comment || !state.cell) return;
      state.type = attribute('Type') ?? 'String';
      state.parts = [];
    },
  ],
  [
    'Comment',
    (state, attribute) => {
      state.comment = { by: attribute('Author') ?? '', parts: [] };
    },
  ],
]);

function beginSheet(state: State, attribute: XmlAttributes, writer: SheetWriter): void {
  writer.sheet(attribute('Name') ?? '');
  Object.assign(state, { row: 0, columnDefinition: 0 });
  state.hiddenColumns.length = 0;
}

function endData(state: State): void {
  if (state.comment || !state.parts) return;
  const text = state.parts.join('');
  state.parts = null;
  const { type } = state;
  if (type === 'Number')
    state.shown = showNumber(text.trim(), state.formats.get(state.cell?.style ?? '') ?? PLAIN, false);
  else if (type === 'Boolean') state.shown = { text: text.trim() === '1' ? 'TRUE' : 'FALSE' };
  else if (type === 'DateTime') state.shown = showDay(text.trim());
  else state.shown = { text };
}

function showDay(stored: string): { readonly text: string; readonly raw?: string } {
  const text = stored
    .replace(/T00:00:00(?:\.0*)?$/, '')
    .replace('T', ' ')
    .replace(/\.0+$/, '');
  return text === stored ? { text } : { text, raw: stored };
}

function endComment(state: State, writer: SheetWriter): void {
  const { comment, column, row } = state;
  state.comment = null;
  if (!comment) return;
  const address = `${columnName(column)}${row}`;
  state.remarks.push(() => writer.comment(address, comment.parts.join('').trim(), comment.by));
}

function endCell(state: State, writer: SheetWriter): void {
  const { cell, column, row, shown } = state;
  state.cell = null;
  if (!cell) return;
  const { merge } = state;
  if (merge.bottom > merge.top || merge.right > merge.left) writer.merge(merge);
  const text = shown.text === '' && cell.formula !== '' ? `=${cell.formula}` : shown.text;
  const isHidden = state.hiddenColumns.some(({ from, to }) => column >= from && column <= to);
  if (text !== '')
    state.cells.push({ ...shown, text, column, isHidden, ...(cell.formula === '' ? {} : { formula: cell.formula }) });
  if (cell.link !== '') state.remarks.push(() => writer.comment(`${columnName(column)}${row}`, cell.link, 'link'));
}

function endRow(state: State, writer: SheetWriter): void {
  if (!state.isFull) state.isFull = !writer.row(state.row, state.cells, state.isRowHidden);
  for (const remark of state.remarks.splice(0)) if (!state.isFull) remark();
}
