import type { CsvRow } from './csv-rows.ts';
import { type ListItem, problemItem } from './item.ts';

/** A row that cannot be read; the last one of a file that ends without a line end was cut off. */
export const malformed = ({ line, isOpen }: CsvRow, file: string, detail: string): ListItem =>
  isOpen
    ? problemItem('file-cut-off', file, line, `the file ends within this row: ${detail}`)
    : problemItem('row-malformed', file, line, detail);

/** Whether a row that has all its columns ends too early all the same: its last field is a day cut short, as that of the row before shows. */
export function isCutShort({ fields, isOpen }: CsvRow, before: readonly string[]): boolean {
  const [own = '', other = ''] = [fields.at(-1), before.at(-1)];
  return isOpen && ((/^\d{4}-\d\d-\d\d/.test(other) && own.length < other.length) || /^-0?$/.test(own));
}
