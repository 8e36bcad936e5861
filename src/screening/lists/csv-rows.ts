import type { Chunks } from './item.ts';

export interface CsvRow {
  /** Line of the file at which the row begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** What is wrong with it, or `null`. */
  readonly broken: string | null;
  /** The text ends without a line end behind it: it may go on where the file came from. */
  readonly isOpen: boolean;
}

/** A row longer than this has a quotation mark that never closes. */
const LONGEST = 1_000_000;

/**
 * Rows of comma-separated text after RFC 4180, with white space around quoted fields allowed and CR, LF or CRLF between rows.
 * A row whose quotation marks do not fit is given as broken, and reading goes on with the next line. Blank lines are no rows;
 * so is the control-Z that ends old files. Never throws.
 */
export async function* readCsvRows(chunks: Chunks): AsyncGenerator<CsvRow> {
  let held = '';
  let line = 1;
  for await (const chunk of chunks) {
    held += chunk;
    let at = 0;
    for (;;) {
      const read = readRow(held, at, { isAll: false });
      if (read === null) break;
      if (!read.blank) yield { line, fields: read.fields, broken: read.broken, isOpen: false };
      line += read.lines;
      at = read.end;
    }
    held = held.slice(at);
  }
  for (let at = 0; at < held.length; ) {
    const read = readRow(held, at, { isAll: true });
    if (read === null) return;
    const isOpen = read.end === held.length && !/[\r\n]$/.test(held);
    if (!read.blank) yield { line, fields: read.fields, broken: read.broken, isOpen };
    line += read.lines;
    at = read.end;
  }
}

interface ReadRow {
  readonly fields: readonly string[];
  readonly broken: string | null;
  readonly blank: boolean;
  readonly end: number;
  /** How many lines it took. */
  readonly lines: number;
}

/**
 * The values of one record whose fields `separator` parts, quoted like those of a row; `null` when it is no such record: quotation marks
 * do not fit, or stand within a field that is not quoted.
 */
export function readCsvRecord(text: string, separator: string): readonly string[] | null {
  const read = readRow(text, 0, { isAll: true, separator, isStrict: true });
  return read === null || read.broken !== null || read.end < text.length ? null : read.fields;
}

interface RowRules {
  /** No more text comes. */
  readonly isAll: boolean;
  readonly separator?: string;
  /** Quotation marks stand around fields only. */
  readonly isStrict?: boolean;
}

/** The row that begins at `start`; `null` when the text ends within it and more may come. */
function readRow(text: string, start: number, rules: RowRules): ReadRow | null {
  const { isAll, separator = ',', isStrict = false } = rules;
  const fields: string[] = [];
  let lines = 0;
  let at = start;
  for (;;) {
    const field = readField(text, at, separator);
    if (isStrict && field.kind === 'field' && !field.isQuoted && field.value.includes('"')) return null;
    if (field.kind === 'broken' || (field.kind === 'open' && (isAll || text.length - start > LONGEST))) {
      return brokenRow(text, start, field.kind === 'open' ? 'a quotation mark is never closed' : field.why);
    }
    if (field.kind === 'open') return null;
    fields.push(field.value);
    lines += field.lines;
    const mark = text[field.end];
    if (mark === undefined) {
      if (!isAll) return null;
      return { fields, broken: null, blank: isBlank(fields), end: text.length, lines: lines + 1 };
    }
    if (mark === separator) {
      at = field.end + 1;
      continue;
    }
    // A CR at the very end may be half of a CRLF.
    if (mark === '\r' && field.end + 1 === text.length && !isAll) return null;
    const end = field.end + (mark === '\r' && text[field.end + 1] === '\n' ? 2 : 1);
    return { fields, broken: null, blank: isBlank(fields), end, lines: lines + 1 };
  }
}

const isBlank = (fields: readonly string[]): boolean => fields.length === 1 && /^[\s\u001a]*$/.test(fields[0] ?? '');

function brokenRow(text: string, start: number, why: string): ReadRow {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline + 1;
  return {
    fields: [text.slice(start, Math.min(end, start + 200)).trimEnd()],
    broken: why,
    blank: false,
    end,
    lines: 1,
  };
}

type Field =
  | {
      readonly kind: 'field';
      readonly value: string;
      readonly end: number;
      readonly lines: number;
      readonly isQuoted: boolean;
    }
  | { readonly kind: 'open' }
  | { readonly kind: 'broken'; readonly why: string };

/** One field; `end` is the index of what ends it: a separator, a line end, or the end of the text. */
function readField(text: string, start: number, separator: string): Field {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  if (text[at] !== '"') {
    const end = endOfPlain(text, start, separator.charCodeAt(0));
    return { kind: 'field', value: text.slice(start, end).trim(), end, lines: 0, isQuoted: false };
  }
  let value = '';
  for (let from = at + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return { kind: 'open' };
    value += text.slice(from, close);
    if (text[close + 1] === '"') {
      value += '"';
      from = close + 2;
      continue;
    }
    let end = close + 1;
    while (text[end] === ' ' || text[end] === '\t') end++;
    const mark = text[end];
    if (mark !== undefined && mark !== separator && mark !== '\r' && mark !== '\n') {
      return { kind: 'broken', why: `text stands after a closing quotation mark: ${text.slice(close, close + 20)}` };
    }
    return { kind: 'field', value, end, lines: countLines(value), isQuoted: true };
  }
}

function countLines(value: string): number {
  let lines = 0;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function endOfPlain(text: string, start: number, separator: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === 10 || code === 13) return at;
  }
  return text.length;
}
