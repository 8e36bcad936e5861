import type { OfficePackage } from '../office/package.ts';
import { type NumberFormat, readFormat } from './number-format.ts';

/** One sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  /** Strings that cells refer to by number. */
  readonly strings: readonly string[];
  /** Number format of each cell style, in order. */
  readonly formats: readonly NumberFormat[];
}

const ignore = (): void => {};

/** The workbook's list of sheets and what they share. Sheets that no list names are read as well, under their part's name. */
export async function readWorkbook(office: OfficePackage): Promise<Workbook> {
  const main = (await office.relations('')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await office.relations(main);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await office.scan(main, {
    open: (name, attribute) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true|on)$/i.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const id = idOf(attribute('id'), attribute('sheetId'));
      const path = relations.find((relation) => relation.id === id)?.target ?? '';
      const isHidden = (attribute('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute('name') ?? `Sheet ${sheets.length + 1}`, path, isHidden });
    },
    close: ignore,
    text: ignore,
  });
  const listed = new Set(sheets.map(({ path }) => path.toLowerCase()));
  const unlisted = office.paths
    .filter((path) => /^\/?xl[/\\]worksheets[/\\][^/\\]+\.xml$/i.test(path) && !listed.has(path.toLowerCase()))
    .map((path) => ({
      name:
        path
          .split(/[/\\]/)
          .at(-1)
          ?.replace(/\.xml$/i, '') ?? path,
      path,
      isHidden: sheets.length > 0,
    }));
  const pathOf = (type: string, fallback: string): string =>
    relations.find((relation) => relation.type === type)?.target ?? fallback;
  return {
    sheets: [...sheets, ...unlisted],
    is1904,
    strings: await readStrings(office, pathOf('sharedStrings', 'xl/sharedStrings.xml')),
    formats: await readFormats(office, pathOf('styles', 'xl/styles.xml')),
  };
}

/** `id` by its local name may be the relation's or, in odd files, the sheet's own. */
const idOf = (id: string | undefined, sheetId: string | undefined): string => id ?? `rId${sheetId ?? ''}`;

async function readStrings(office: OfficePackage, path: string): Promise<string[]> {
  const strings: string[] = [];
  let parts: string[] = [];
  const inside = { text: false, phonetic: false };
  await office.scan(path, {
    open: (name) => {
      if (name === 'si') parts = [];
      else if (name === 't') inside.text = true;
      else if (name === 'rPh') inside.phonetic = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeOoxml(parts.join('')));
      else if (name === 't') inside.text = false;
      else if (name === 'rPh') inside.phonetic = false;
    },
    text: (text) => {
      if (inside.text && !inside.phonetic) parts.push(text);
    },
  });
  return strings;
}

/** `_x000D_` stands for the character with that number. */
export const unescapeOoxml = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

async function readFormats(office: OfficePackage, path: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  await office.scan(path, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attribute('numFmtId') ?? 0);
        formats.push(readFormat(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
    text: ignore,
  });
  return formats;
}
