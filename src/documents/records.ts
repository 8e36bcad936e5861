import type { Span } from '../model/index.ts';

/** One record of a separated table, and how many fields it has. */
export interface TableRecord extends Span {
  readonly fields: number;
  /** A quotation mark in it is never closed; the record was ended with its line. */
  readonly isOpen: boolean;
}

/** A quoted field longer than this is an unclosed quotation mark swallowing the rest of the file. */
const LONGEST_FIELD = 100_000;

/**
 * Splits a table into records as RFC 4180 has it: a quoted field may hold separators, line breaks and doubled quotation
 * marks. Spans leave out the line break. One pass; an unclosed quotation mark costs its own line only.
 */
export function findRecords(text: string, separator: string): TableRecord[] {
  const records: TableRecord[] = [];
  for (let at = 0; at < text.length; ) {
    const record = readRecord(text, separator, at);
    records.push(record);
    at = record.end + (text.startsWith('\r\n', record.end) ? 2 : 1);
  }
  return records;
}

/** Filled fields of a record with their column from 0; quotation marks around a field lie outside its span, doubled ones inside stay doubled. */
export function findFields(
  text: string,
  { start, end }: Span,
  separator: string,
): readonly (Span & { readonly column: number })[] {
  const fields: (Span & { readonly column: number })[] = [];
  let column = 0;
  for (let at = start; at <= end; column++) {
    const close = text[at] === '"' ? endOfQuoted(text, at) : -1;
    const isQuoted = close >= 0 && close < end;
    const next = text.indexOf(separator, isQuoted ? close + 1 : at);
    const stop = next < 0 || next > end ? end : next;
    const span = isQuoted ? { start: at + 1, end: close } : { start: at, end: stop };
    if (text.slice(span.start, span.end).trim() !== '') fields.push({ ...span, column });
    at = stop + 1;
  }
  return fields;
}

function readRecord(text: string, separator: string, start: number): TableRecord {
  let fields = 1;
  let isOpen = false;
  let isFieldStart = true;
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === '\n' || (character === '\r' && text[at + 1] === '\n')) break;
    if (character === '"' && isFieldStart) {
      const close = endOfQuoted(text, at);
      if (close < 0) isOpen = true;
      else at = close;
    }
    isFieldStart = character === separator;
    if (isFieldStart) fields += 1;
  }
  return { start, end: at, fields, isOpen };
}

/** Index of the quotation mark that closes the field, or -1. */
function endOfQuoted(text: string, open: number): number {
  const limit = Math.min(text.length, open + LONGEST_FIELD);
  for (let at = text.indexOf('"', open + 1); at >= 0 && at < limit; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
