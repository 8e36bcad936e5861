import type { XmlAttributes, XmlHandler } from '../xml.ts';
import { parseAddress } from './address.ts';
import { parseMerge } from './merges.ts';
import { type NumberFormat, readFormat, showNumber } from './number-format.ts';
import type { FoundCell, SheetWriter } from './sheet-writer.ts';
import { unescapeOoxml, type Workbook } from './xlsx-parts.ts';

/** A link on a cell: its relation's id or a place in the workbook. */
export interface CellLink {
  readonly address: string;
  readonly relation: string | null;
  readonly target: string;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string;
}

interface State {
  readonly hiddenColumns: { readonly from: number; readonly to: number }[];
  readonly links: CellLink[];
  row: number;
  isRowHidden: boolean;
  cells: FoundCell[];
  cell: Cell | null;
  column: number;
  inside: 'value' | 'formula' | null;
  isPhonetic: boolean;
  isFull: boolean;
}

/** A handler that writes one sheet's rows; `links` is filled on the way. Only what is there takes room: the used range is not believed. */
export function sheetHandler(
  workbook: Workbook,
  writer: SheetWriter,
): XmlHandler & { readonly links: readonly CellLink[] } {
  const state: State = {
    ...{ hiddenColumns: [], links: [], row: 0, isRowHidden: false, cells: [], cell: null, column: -1 },
    ...{ inside: null, isPhonetic: false, isFull: false },
  };
  const plain = readFormat(0, undefined);
  return {
    links: state.links,
    open: (name, attribute) => {
      if (name === 'mergeCell') addMerge(writer, attribute('ref') ?? '');
      else OPEN.get(name)?.(state, attribute);
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') state.inside = null;
      else if (name === 'rPh') state.isPhonetic = false;
      else if (name === 'c') endCell(state, workbook, plain);
      else if (name === 'row') endRow(state, writer);
    },
    text: (text) => {
      if (!state.cell || state.isPhonetic) return;
      if (state.inside === 'value') state.cell.value += text;
      else if (state.inside === 'formula') state.cell.formula += text;
    },
  };
}

function addMerge(writer: SheetWriter, range: string): void {
  const merge = parseMerge(range);
  if (merge) writer.merge(merge);
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

const OPEN: ReadonlyMap<string, (state: State, attribute: XmlAttributes) => void> = new Map<
  string,
  (state: State, attribute: XmlAttributes) => void
>([
  ['row', beginRow],
  ['c', beginCell],
  ['v', inside('value')],
  ['t', inside('value')],
  ['f', inside('formula')],
  [
    'rPh',
    (state) => {
      state.isPhonetic = true;
    },
  ],
  [
    'col',
    (state, attribute) => {
      if (isOn(attribute('hidden')))
        state.hiddenColumns.push({ from: Number(attribute('min')) - 1, to: Number(attribute('max')) - 1 });
    },
  ],
  [
    'hyperlink',
    (state, attribute) => {
      const target = [attribute('location'), attribute('tooltip')].filter((part) => part !== undefined).join(' ');
      if (state.links.length < 10_000)
        state.links.push({ address: attribute('ref') ?? '?', relation: attribute('id') ?? null, target });
    },
  ],
]);

function inside(what: 'value' | 'formula') {
  return (state: State): void => {
    state.inside = what;
  };
}

function beginRow(state: State, attribute: XmlAttributes): void {
  const stated = Number(attribute('r'));
  state.row = Number.isInteger(stated) && stated > 0 ? stated : state.row + 1;
  state.isRowHidden = isOn(attribute('hidden'));
  state.cells = [];
  state.column = -1;
}

function beginCell(state: State, attribute: XmlAttributes): void {
  if (state.isFull) return;
  const address = parseAddress(attribute('r') ?? '');
  state.column = address?.column ?? state.column + 1;
  state.cell = {
    column: state.column,
    type: attribute('t') ?? 'n',
    style: Number(attribute('s') ?? -1),
    value: '',
    formula: '',
  };
}

function endCell(state: State, { strings, formats, is1904 }: Workbook, plain: NumberFormat): void {
  const { cell } = state;
  state.cell = null;
  if (!cell) return;
  const { column, type, value, style } = cell;
  const formula = cell.formula === '' ? {} : { formula: unescapeOoxml(cell.formula) };
  const isHidden = state.hiddenColumns.some(({ from, to }) => column >= from && column <= to);
  const shown =
    type === 's'
      ? { text: strings[Number(value)] ?? '' }
      : type === 'n'
        ? showNumber(value.trim(), formats[style] ?? plain, is1904)
        : { text: type === 'b' ? (isOn(value.trim()) ? 'TRUE' : 'FALSE') : unescapeOoxml(value) };
  // A formula that was never calculated has no value to show: it is shown itself.
  const text = shown.text === '' && cell.formula !== '' ? `=${cell.formula}` : shown.text;
  if (text !== '') state.cells.push({ ...shown, text, column, ...formula, isHidden });
}

function endRow(state: State, writer: SheetWriter): void {
  if (!state.isFull && state.cells.length > 0) state.isFull = !writer.row(state.row, state.cells, state.isRowHidden);
  state.cells = [];
}
