import { readCsvRecord } from './csv-rows.ts';
import { unique } from './item.ts';

/**
 * The values of a cell that holds several, each once: it is a line of CSV itself, with semicolons, so that a value may hold a semicolon
 * or a quotation mark (`"OOO ""VESNA""";Vesna`). A cell that is none, as people write them (`"Vesna" OOO; Spring`), is cut only at
 * semicolons outside of quotation marks; one with a mark too many stays whole, as a piece of a name must not stand for the name.
 */
export function cellValues(cell: string): readonly string[] {
  if (!cell.includes('"')) return unique(cell.split(';'));
  const values = readCsvRecord(cell, ';');
  if (values !== null) return unique(values);
  const isPaired = cell.split('"').length % 2 === 1;
  return isPaired ? unique(cell.match(/(?:[^;"]|"[^"]*")+/g) ?? []) : unique([cell]);
}
