import type { Span } from '../model/index.ts';

/** One record of a separated table, and how many fields it has. */
export interface TableRecord extends Span {
  readonly fields: number;
  /** A quotation mark in it is never closed; the record was ended with its line. */
  readonly isOpen: boolean;
}

/** A quoted field longer than this is an unclosed quotation mark swallowing the rest of the file. */
const LONGEST_FIELD = 100_000;

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/**
 * Splits a table into records as RFC 4180 has it: a quoted field may hold separators, line breaks and doubled quotation
 * marks. Spans leave out the line break. One pass; an unclosed quotation mark costs its own line only. One record at a
 * time: a table of half a million rows is not held twice.
 */
export function* findRecords(text: string, separator: string): Generator<TableRecord> {
  for (let at = 0; at < text.length; ) {
    const record = readRecord(text, separator, at);
    yield record;
    at = record.end + (text.startsWith('\r\n', record.end) ? 2 : 1);
  }
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
    const next = separatorFrom(text, isQuoted ? close + 1 : at, { end, separator });
    const stop = next < 0 ? end : next;
    const span = isQuoted ? { start: at + 1, end: close } : { start: at, end: stop };
    if (!isBlank(text, span)) fields.push({ ...span, column });
    at = stop + 1;
  }
  return fields;
}

/** Index of the next separator within the record, or -1. Looks no further: the last field of a row has none, and the next may be far off. */
function separatorFrom(
  text: string,
  from: number,
  { end, separator }: { readonly end: number; readonly separator: string },
): number {
  const code = separator.charCodeAt(0);
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

/** Whether a span holds nothing but white space. */
export function isBlank(text: string, { start, end }: Span): boolean {
  const first = text.charCodeAt(start);
  // Nearly every field begins with something: no copy of it need be made to see that.
  if (start < end && first > 0x20 && first < 0x7f) return false;
  return text.slice(start, end).trim() === '';
}

function readRecord(text: string, separator: string, start: number): TableRecord {
  let fields = 1;
  let isOpen = false;
  let isFieldStart = true;
  const parting = separator.charCodeAt(0);
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) === LINE_FEED)) break;
    if (code === QUOTE && isFieldStart) {
      const close = endOfQuoted(text, at);
      if (close < 0) isOpen = true;
      else at = close;
    }
    isFieldStart = code === parting;
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
