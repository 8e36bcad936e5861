import type { PassageKind } from '../../model/index.ts';
import type { OfficePackage } from '../office/package.ts';
import { lower, raise } from '../raised.ts';
import { type Struck, writeStruck } from '../struck.ts';
import { createGrid } from '../table-grid.ts';
import { type TextCell, writeTableRow } from '../table-row.ts';
import type { TextBuilder } from '../text-builder.ts';
import type { XmlAttributes } from '../xml.ts';

interface Target {
  readonly builder: TextBuilder;
  readonly place: string;
  /** Kind of every paragraph, or `null` to tell by the shape. */
  readonly kind: PassageKind | null;
}

export interface ShapesResult {
  /** `null` when the part could not be read, `false` when it is cut off. */
  readonly isWhole: boolean | null;
  readonly isHidden: boolean;
  readonly struck: readonly Struck[];
}

/** A row of a table while it is read. Cells that others cover are written as well. */
interface Row {
  readonly cells: TextCell[];
  cell: string[];
  columns: number;
  isContinued: boolean;
  isCovered: boolean;
}

const isSet = (value: string | undefined): boolean => value === '1' || value === 'true';

function beginCell(row: Row | undefined, attribute: XmlAttributes): void {
  if (!row) return;
  row.columns = Number(attribute('gridSpan') ?? 1) || 1;
  row.isContinued = isSet(attribute('vMerge'));
  row.isCovered = isSet(attribute('hMerge'));
}

function endCell(row: Row | undefined): void {
  if (!row) return;
  const { columns, isContinued, isCovered, cell } = row;
  if (!isCovered) row.cells.push({ text: cell.join('\n'), columns, isContinued });
  row.cell = [];
}

/** A baseline that is moved, in thousandths of the height of a letter. */
const shifted = (text: string, baseline: number, before: string): string =>
  baseline > 0 ? raise(text, before) : baseline < 0 ? lower(text, before) : text;

/** Placeholders that repeat on every slide. */
const FURNITURE = /^(?:sldNum|dt|ftr|hdr|sldImg)$/;

/** Writes the paragraphs and table rows of a slide, notes page or diagram in the order of its shapes. */
export async function readShapes(
  office: OfficePackage,
  path: string,
  { builder, place, kind }: Target,
): Promise<ShapesResult> {
  const state = { isHidden: false, placeholder: '', inText: false, fallback: 0, isStruck: false, baseline: 0 };
  const rows: Row[] = [];
  const struck: Struck[] = [];
  let grid = createGrid();
  let crossed = '';
  let paragraph: string[] | null = null;

  const endParagraph = (): void => {
    const text = paragraph?.join('') ?? '';
    paragraph = null;
    if (crossed.trim() !== '') struck.push({ text: crossed.trim(), place: `${place}, struck out` });
    crossed = '';
    if (text.trim() === '') return;
    const row = rows.at(-1);
    if (row) row.cell.push(text.trim());
    else builder.add(text, kind ?? kindOf(state.placeholder), place);
  };
  const isWhole = await office.scan(path, {
    open: (name, attribute) => {
      if (name === 'sld') state.isHidden = attribute('show') === '0' || attribute('show') === 'false';
      else if (name === 'Fallback') state.fallback += 1;
      else if (name === 'sp' || name === 'graphicFrame' || name === 'pic') state.placeholder = '';
      else if (name === 'ph') state.placeholder = attribute('type') ?? 'body';
      else if (name === 'tbl') grid = createGrid();
      else if (name === 'tr') rows.push({ cells: [], cell: [], columns: 1, isContinued: false, isCovered: false });
      else if (name === 'tc') beginCell(rows.at(-1), attribute);
      else if (name === 'r' || name === 'fld') Object.assign(state, { isStruck: false, baseline: 0 });
      else if (name === 'rPr') {
        state.isStruck = /^(?:sng|dbl)Strike$/.test(attribute('strike') ?? '');
        state.baseline = Number(attribute('baseline') ?? 0);
      } else if (name === 'p') paragraph = [];
      else if (name === 'br') paragraph?.push('\n');
      else if (name === 't') state.inText = true;
      else if (name === 'cNvPr') addDescription(attribute('descr') ?? '');
    },
    close: (name) => {
      if (name === 'Fallback') state.fallback = Math.max(0, state.fallback - 1);
      else if (name === 't') state.inText = false;
      else if (name === 'p') endParagraph();
      else if (name === 'tc') {
        endCell(rows.at(-1));
      } else if (name === 'tr') writeTableRow(builder, rows.pop()?.cells ?? [], { grid, kind: 'table-row', place });
    },
    text: (text) => {
      if (!state.inText || state.fallback > 0) return;
      if (state.isStruck) crossed += text;
      else paragraph?.push(shifted(text, state.baseline, paragraph.at(-1) ?? ''));
    },
  });
  endParagraph();
  writeStruck(builder, struck);
  return { isWhole, isHidden: state.isHidden, struck };

  /** What the writer says is on a picture; programs put file names there too. */
  function addDescription(description: string): void {
    if (state.fallback === 0 && rows.length === 0 && /\s/.test(description.trim()))
      builder.add(description, 'caption', place);
  }
}

function kindOf(placeholder: string): PassageKind {
  if (/^(?:title|ctrTitle|subTitle)$/.test(placeholder)) return 'heading';
  return FURNITURE.test(placeholder) ? 'boilerplate' : 'paragraph';
}
