import type { Document, Passage, Span } from '../../model/index.ts';

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

/** Rows of the document's tables, each cell with the role its column heading gives it. Rows before a heading are left out. */
export function tableRows(document: Document, passages: readonly Passage[], roles: FieldRoles): RecordRow[] {
  const { text } = document;
  const rows: RecordRow[] = [];
  let heading: readonly ReturnType<FieldRoles['get']>[] = [];
  let previousEnd = -1;
  for (const passage of passages) {
    if (passage.kind !== 'table-row') continue;
    // A table ends where other text stands between its rows.
    if (previousEnd >= 0 && text.slice(previousEnd, passage.start).trim() !== '') heading = [];
    previousEnd = passage.end;
    const cells = splitCells(text, passage, separatorOf(text, passage, document));
    const named = cells.map(({ start, end }) => roles.get(labelOf(text.slice(start, end))));
    if (named.filter((role) => role !== undefined).length >= 2) heading = named;
    else if (heading.length > 0) {
      const fields = cells.flatMap((cell, column): Field[] => {
        const label = heading[column];
        return label === undefined ? [] : [{ ...cell, ...label }];
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
    if (passage.kind === 'boilerplate' || passage.kind === 'comment') continue;
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
