import type { Document, Passage, Span } from '../../model/index.ts';
import { type RowShape, rowShapes } from './columns.ts';

/** One labelled value of a record: a table cell under its heading, or what follows "Seller:". */
export interface Field extends Span {
  readonly role: string;
  /** Language of its label: a form may say the same in several. */
  readonly language: string;
}

/** A record: the stretch of text that holds all its fields. */
export interface RecordRow extends Span {
  readonly fields: readonly Field[];
}

/** What labels mean, by label in lower case. */
export type FieldRoles = ReadonlyMap<string, { readonly role: string; readonly language: string }>;

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
  return cells.filter(({ start: from, end }) => text.slice(from, end).trim() !== '' || separator !== '|');
}

function separatorOf(text: string, row: Span, document: Document): string {
  const line = text.slice(row.start, row.end);
  if (line.includes('\t')) return '\t';
  if (line.split('|').length > 2) return '|';
  const known = document.metadata.fields?.separator;
  return known !== undefined && known !== 'tab' ? known : ';';
}

type Labels = readonly ReturnType<FieldRoles['get']>[];

/** The lower line of a heading of two: at least one label of the upper line reaches down into it. */
const isSecondLine = ({ spanned }: RowShape, text: string, roles: FieldRoles): boolean =>
  [...spanned.values()].some(({ start, end }) => roles.has(labelOf(text.slice(start, end))));

/**
 * Roles of the columns. Under a label that stands over several columns ("Beneficiary" over "Name" and "Bank") the first
 * column has its role, unless the lower line gives each its own.
 */
function labelsOf(named: Labels, { spanned }: RowShape, above: Labels): Labels {
  const width = Math.max(named.length, above.length, ...[...spanned.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => named[column] ?? above[column]);
}

/** Rows of the document's tables, each cell with the role its column heading gives it. Rows before a heading are left out. */
export function tableRows(document: Document, passages: readonly Passage[], roles: FieldRoles): RecordRow[] {
  const { text } = document;
  const rows: RecordRow[] = [];
  const shapeOf = rowShapes(document);
  let heading: Labels = [];
  let previousEnd = -1;
  for (const passage of passages) {
    if (passage.kind !== 'table-row') continue;
    // A table ends where other text stands between its rows.
    if (previousEnd >= 0 && text.slice(previousEnd, passage.start).trim() !== '') heading = [];
    previousEnd = passage.end;
    const shape = shapeOf(passage);
    const cells = splitCells(text, shape, separatorOf(text, shape, document));
    const named = cells.map(({ start, end }) => roles.get(labelOf(text.slice(start, end))));
    const isHeading = named.filter((role) => role !== undefined).length >= 2;
    const isLower = heading.length > 0 && isSecondLine(shape, text, roles);
    if (isHeading || isLower) heading = labelsOf(named, shape, isLower ? heading : []);
    else if (heading.length > 0) {
      const fields = heading.flatMap((label, column): Field[] => {
        const cell = shape.spanned.get(column) ?? cells[column];
        return cell === undefined || label === undefined ? [] : [{ ...cell, ...label }];
      });
      rows.push({ start: passage.start, end: passage.end, fields });
    }
  }
  return rows;
}

/** Furthest two labelled lines of one form lie apart, and the longest form, in code units. */
const GAP = 400;
const LONGEST = 1500;

/** Whether a field opens a new form: it says again, in the same language, what a form says once. */
const begins = (known: Field, field: Field): boolean =>
  known.role === field.role && known.language === field.language && field.role !== 'date' && field.role !== 'goods';

/** Forms: runs of lines "Label: value" (or a two-cell row), kept together while they stand close. */
export function labelledForms(document: Document, passages: readonly Passage[], roles: FieldRoles): RecordRow[] {
  const { text } = document;
  const forms: { start: number; end: number; fields: Field[] }[] = [];
  for (const passage of passages) {
    if (passage.kind === 'boilerplate' || passage.kind === 'comment' || passage.kind === 'deletion') continue;
    for (const line of text.slice(passage.start, passage.end).matchAll(/[^\n]+/gu)) {
      const label = /^\s*([^:：\t|]{2,40})[:：\t|]\s*(?=\S)/u.exec(line[0].slice(0, 200));
      const meaning = label ? roles.get(labelOf(label[1] ?? '')) : undefined;
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
  return forms.filter(({ fields }) => fields.length >= 2);
}
