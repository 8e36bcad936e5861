import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { columnName } from './address.ts';
import { type NumberFormat, readFormat, showNumber } from './number-format.ts';
import type { FoundCell, SheetWriter } from './sheet-writer.ts';

/** Parses a workbook that holds no archive, or one of stored parts only. Throws what the library throws. */
export async function parseWorkbook(bytes: Uint8Array): Promise<WorkBook> {
  // The library takes a tenth of a second to load: only who needs it waits.
  const { read } = await import('@e965/xlsx');
  return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    ...{ type: 'buffer', dense: true, cellFormula: true, cellNF: true, cellText: true, cellHTML: false },
    // Without it hidden rows and columns are not told.
    cellStyles: true,
  });
}

interface Sheets {
  readonly writer: SheetWriter;
  readonly formats: Map<string, NumberFormat>;
  readonly is1904: boolean;
}

/** Writes every sheet of a parsed workbook. */
export function writeWorkbook(book: WorkBook, writer: SheetWriter): void {
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const target: Sheets = { writer, formats: new Map(), is1904 };
  book.SheetNames.forEach((name, i) => {
    const sheet = book.Sheets[name];
    writer.sheet(name, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0);
    if (sheet) writeSheet(sheet, target);
  });
}

function writeSheet(sheet: WorkSheet, target: Sheets): void {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const hidden = (sheet['!cols'] ?? []).map((column) => column?.hidden === true);
  for (const { s, e } of sheet['!merges'] ?? [])
    target.writer.merge({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c });
  let isFull = false;
  // Rows and cells that are not there are holes, which forEach passes over however many they are.
  rows.forEach((row, r) => {
    if (isFull || !row) return;
    const cells: FoundCell[] = [];
    const remarks: (() => void)[] = [];
    row.forEach((cell, column) => {
      if (!cell) return;
      cells.push({ ...showCell(cell, target), column, isHidden: hidden[column] === true });
      const address = `${columnName(column)}${r + 1}`;
      for (const { t: text, a: by } of cell.c ?? [])
        remarks.push(() => target.writer.comment(address, text ?? '', by ?? ''));
      const link = cell.l?.Target;
      if (link) remarks.push(() => target.writer.comment(address, link, 'link'));
    });
    isFull = !target.writer.row(r + 1, cells, sheet['!rows']?.[r]?.hidden === true);
    for (const remark of remarks) remark();
  });
}

function showCell(cell: CellObject, { formats, is1904 }: Sheets): Omit<FoundCell, 'column'> {
  const formula = typeof cell.f === 'string' && cell.f !== '' ? { formula: cell.f } : {};
  const shown = showValue(cell, formats, is1904);
  return shown.text === '' && formula.formula ? { text: `=${formula.formula}`, ...formula } : { ...shown, ...formula };
}

function showValue(cell: CellObject, formats: Map<string, NumberFormat>, is1904: boolean) {
  if (cell.t === 'b') return { text: cell.v ? 'TRUE' : 'FALSE' };
  if (cell.t === 'e') return { text: cell.w ?? '#ERROR' };
  if (cell.t !== 'n' || typeof cell.v !== 'number') return { text: String(cell.v ?? '') };
  const code = typeof cell.z === 'string' ? cell.z : 'General';
  const format = formats.get(code) ?? readFormat(0, code);
  formats.set(code, format);
  // The shortest digits that give back the number that is stored: none is rounded away, none made up.
  return showNumber(String(cell.v), format, is1904);
}
