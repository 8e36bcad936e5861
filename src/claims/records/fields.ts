import type { Document, Mention, Passage, Span } from '../../model/index.ts';
import { type RowShape, rowShapes } from './columns.ts';

/** One labelled value of a record: a table cell under its heading, or what follows "Seller:". */
export interface Field extends Span {
  readonly role: string;
  /** Language of its label: a form may say the same in several. */
  readonly language: string;
  /** Its label as written: "Amount (CNY)". */
  readonly heading: string;
}

/** A record as it stands in the text, before its parties are known. */
export interface FoundRecord extends Span {
  readonly kind: 'row' | 'form';
  readonly fields: readonly Field[];
  /** Rows of one table share its number. */
  readonly table: number;
  /** What stands above the table behind "account holder". */
  readonly holderField: Field | null;
}

/** A record with the holder of the account that its table belongs to. */
export interface RecordRow extends FoundRecord {
  readonly holder: Mention | null;
}

/** What labels mean, by label in lower case; a currency at the end of one ("Amount EUR", "Сумма, руб.") tells nothing of its role. */
export interface LabelWords {
  readonly roles: ReadonlyMap<string, { readonly role: string; readonly language: string }>;
  readonly isCurrency: (word: string) => boolean;
}

type Meaning = Pick<Field, 'role' | 'language' | 'heading'>;

const WITH_CURRENCY = /^(.{2,30}?)[\s,]+(?:in |en |в |у )?(\S{1,8})$/u;

function meaningOf(written: string, { roles, isCurrency }: LabelWords): Meaning | undefined {
  const label = labelOf(written);
  const last = WITH_CURRENCY.exec(label);
  const bare = last && isCurrency(last[2] ?? '') ? roles.get(last[1] ?? '') : undefined;
  const meaning = roles.get(label) ?? bare;
  return meaning && { ...meaning, heading: written };
}

/** A label without numbering, units and punctuation: "Amount (CNY):" is `amount`. */
const labelOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\([^()]{0,40}\)/gu, ' ')
    .replace(/["“”*_#№:：|]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Cells of a row: between tabs, bars or the separator of its file; quotation marks may hold separators. */
export function splitCells(text: string, row: Span, separator: string): Span[] {
  const cells: Span[] = [];
  let start = row.start;
  let quoted = false;
  for (let at = row.start; at <= row.end; at++) {
    const mark = text[at];
    if (mark === '"') quoted = !quoted;
    if (at < row.end && (quoted || mark !== separator)) continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  if (separator !== '|') return cells;
  // Bars may frame the row; an empty cell between two keeps its place.
  const isBlank = (cell: Span | undefined): boolean =>
    cell !== undefined && text.slice(cell.start, cell.end).trim() === '';
  return cells.slice(isBlank(cells[0]) ? 1 : 0, isBlank(cells.at(-1)) ? -1 : undefined);
}

function separatorOf(text: string, row: Span, document: Document): string {
  const line = text.slice(row.start, row.end);
  if (line.includes('\t')) return '\t';
  if (line.split('|').length > 2) return '|';
  const known = document.metadata.fields?.separator;
  return known !== undefined && known !== 'tab' ? known : ';';
}

type Labels = readonly (Meaning | undefined)[];

/** The lower line of a heading of two: at least one label of the upper line reaches down into it. */
const isSecondLine = ({ spanned }: RowShape, text: string, words: LabelWords): boolean =>
  [...spanned.values()].some(({ start, end }) => meaningOf(text.slice(start, end), words) !== undefined);

/**
 * Roles of the columns. Under a label that stands over several columns ("Beneficiary" over "Name" and "Bank") the first
 * column has its role, unless the lower line gives each its own.
 */
function labelsOf(named: Labels, { spanned }: RowShape, above: Labels): Labels {
  const width = Math.max(named.length, above.length, ...[...spanned.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => named[column] ?? above[column]);
}

/** The value behind "Account holder", in a line of its own or in the only two filled cells of a row. */
function holderIn(text: string, row: Span, separator: string, words: LabelWords): Field | null {
  for (const line of text.slice(row.start, row.end).matchAll(/[^\n]+/gu)) {
    const start = row.start + line.index;
    const [label, value, ...others] = splitCells(text, { start, end: start + line[0].length }, separator).filter(
      (cell) => text.slice(cell.start, cell.end).replaceAll('"', '').trim() !== '',
    );
    const colon = /^[^:：]{2,40}[:：]\s*(?=\S)/u.exec(line[0].slice(0, 200));
    const isPair = label !== undefined && value !== undefined && others.length === 0;
    const written = isPair ? text.slice(label.start, label.end) : (colon?.[0] ?? '');
    const meaning = meaningOf(written, words);
    const behind = colon && { start: start + colon[0].length, end: start + line[0].length };
    const span = isPair ? value : behind;
    if (meaning?.role === 'holder' && span) return { ...span, ...meaning };
  }
  return null;
}

/** Rows of the document's tables, each cell with the role its column heading gives it. Rows before a heading are left out. */
export function tableRows(document: Document, passages: readonly Passage[], words: LabelWords): FoundRecord[] {
  const { text } = document;
  const rows: FoundRecord[] = [];
  const shapeOf = rowShapes(document);
  let heading: Labels = [];
  let holderField: Field | null = null;
  let [table, previousEnd] = [0, -1];
  for (const passage of passages) {
    if (passage.kind !== 'table-row') {
      if (isRead(passage)) holderField = holderIn(text, passage, '\t', words) ?? holderField;
      continue;
    }
    // A table ends where other text stands between its rows; separators alone are empty rows.
    if (previousEnd >= 0 && /[^\s,;|"]/u.test(text.slice(previousEnd, passage.start))) heading = [];
    previousEnd = passage.end;
    const shape = shapeOf(passage);
    const separator = separatorOf(text, shape, document);
    const cells = splitCells(text, shape, separator);
    const named = cells.map(({ start, end }) => meaningOf(text.slice(start, end), words));
    const isHeading = named.filter((role) => role !== undefined).length >= 2;
    const isLower = heading.length > 0 && isSecondLine(shape, text, words);
    if (isHeading || isLower) [heading, table] = [labelsOf(named, shape, isLower ? heading : []), table + 1];
    else if (heading.length > 0) {
      const fields = heading.flatMap((label, column): Field[] => {
        const cell = shape.spanned.get(column) ?? cells[column];
        return cell === undefined || label === undefined ? [] : [{ ...cell, ...label }];
      });
      rows.push({ kind: 'row', start: passage.start, end: passage.end, fields, table, holderField });
    } else holderField = holderIn(text, shape, separator, words) ?? holderField;
  }
  return rows;
}

const isRead = ({ kind }: Passage): boolean => kind !== 'boilerplate' && kind !== 'comment' && kind !== 'deletion';

/** Furthest two labelled lines of one form lie apart, and the longest form, in code units. */
const GAP = 400;
const LONGEST = 1500;

/** Whether a field opens a new form: it says again, in the same language, what a form says once. */
const begins = (known: Field, field: Field): boolean =>
  known.role === field.role && known.language === field.language && field.role !== 'date' && field.role !== 'goods';

/** Forms: runs of lines "Label: value" (or a two-cell row), kept together while they stand close. */
export function labelledForms(document: Document, passages: readonly Passage[], words: LabelWords): FoundRecord[] {
  const { text } = document;
  const forms: { start: number; end: number; fields: Field[] }[] = [];
  for (const passage of passages) {
    if (!isRead(passage)) continue;
    for (const line of text.slice(passage.start, passage.end).matchAll(/[^\n]+/gu)) {
      const label = /^\s*([^:：\t|]{2,40})[:：\t|]\s*(?=\S)/u.exec(line[0].slice(0, 200));
      const meaning = label ? meaningOf(label[1] ?? '', words) : undefined;
      if (!label || meaning === undefined) continue;
      const start = passage.start + line.index;
      const field = { start: start + label[0].length, end: start + line[0].trimEnd().length, ...meaning };
      const last = forms.at(-1);
      const fits = last && start - last.end <= GAP && field.end - last.start <= LONGEST;
      if (last && fits && !last.fields.some((known) => begins(known, field))) {
        last.fields.push(field);
        last.end = field.end;
      } else forms.push({ start, end: field.end, fields: [field] });
    }
  }
  return forms
    .filter(({ fields }) => fields.length >= 2)
    .map((form) => ({ ...form, kind: 'form', table: 0, holderField: null }));
}
