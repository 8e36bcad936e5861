/**
 * A value as a PDF writes it: names (`/Type`), numbers, strings, references (`4 0 R`) and keywords as their own text,
 * arrays and dictionaries as such.
 */
export type PdfValue = string | readonly PdfValue[] | PdfDict;
export type PdfDict = ReadonlyMap<string, PdfValue>;

/** Deeper nesting is a bomb. */
const MAX_DEPTH = 40;
const MAX_ENTRIES = 50_000;

/** A comment without an end would be walked to the end of the file at every object. */
const SPACE = /(?:[\0\t\n\f\r ]|%[^\r\n]{0,500})*/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,20}(\d{1,5})[\0\t\n\f\r ]{1,20}R(?![A-Za-z])/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const END_OF_OBJECT = /^(?:endobj|stream|endstream|xref|trailer|startxref|obj)$/;

export interface Parsed {
  readonly value: PdfValue;
  /** Index after the value. */
  readonly end: number;
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);

/** Object number of a reference, or `null` for anything else. */
export function referenceOf(value: PdfValue | undefined): number | null {
  const match = typeof value === 'string' ? /^(\d{1,10}) \d{1,5} R$/.exec(value) : null;
  return match ? Number(match[1]) : null;
}

/** A number written out in the file itself, or `null`. */
export function numberOf(value: PdfValue | undefined): number | null {
  return typeof value === 'string' && /^[+-]?(?:\d{1,12}\.?\d{0,9}|\.\d{1,9})$/.test(value) ? Number(value) : null;
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

export function skipSpace(source: string, at: number): number {
  return at + (match(SPACE, source, at)?.[0].length ?? 0);
}

/**
 * Reads the value that begins at `at`, `null` when there is none. Whatever is damaged or cut off gives what was there:
 * a dictionary without its end ends where the next object or stream begins.
 */
export function parseValue(source: string, at: number, depth = 0): Parsed | null {
  const start = skipSpace(source, at);
  const first = source[start];
  if (first === undefined) return null;
  if (first === '/') return atom(NAME, source, start);
  if (first === '(') return parseString(source, start);
  if (source.startsWith('<<', start)) return depth > MAX_DEPTH ? null : parseDict(source, start + 2, depth);
  if (first === '<') return parseHex(source, start);
  if (first === '[') return depth > MAX_DEPTH ? null : parseList(source, start + 1, depth);
  const reference = match(REFERENCE, source, start);
  if (reference) return { value: `${reference[1]} ${reference[2]} R`, end: start + reference[0].length };
  return atom(WORD, source, start);
}

function atom(pattern: RegExp, source: string, start: number): Parsed | null {
  const found = match(pattern, source, start);
  return found ? { value: found[0], end: start + found[0].length } : null;
}

function parseString(source: string, start: number): Parsed {
  let open = 0;
  for (let i = start; i < source.length; i++) {
    const character = source[i];
    if (character === '\\') i += 1;
    else if (character === '(') open += 1;
    else if (character === ')' && --open === 0) return { value: source.slice(start, i + 1), end: i + 1 };
  }
  return { value: '()', end: source.length };
}

function parseHex(source: string, start: number): Parsed {
  const end = source.indexOf('>', start);
  return end < 0 ? { value: '<>', end: source.length } : { value: source.slice(start, end + 1), end: end + 1 };
}

function parseList(source: string, start: number, depth: number): Parsed {
  const values: PdfValue[] = [];
  let at = start;
  while (values.length < MAX_ENTRIES) {
    at = skipSpace(source, at);
    if (source[at] === ']') return { value: values, end: at + 1 };
    const next = parseValue(source, at, depth + 1);
    if (!next || (typeof next.value === 'string' && END_OF_OBJECT.test(next.value))) break;
    values.push(next.value);
    at = next.end;
  }
  return { value: values, end: at };
}

function parseDict(source: string, start: number, depth: number): Parsed {
  const entries = new Map<string, PdfValue>();
  let at = start;
  while (entries.size < MAX_ENTRIES) {
    at = skipSpace(source, at);
    if (source.startsWith('>>', at)) return { value: entries, end: at + 2 };
    const key = parseValue(source, at, depth + 1);
    if (!key) break;
    if (typeof key.value === 'string' && END_OF_OBJECT.test(key.value)) break;
    at = key.end;
    // A key that is no name is damage: the next one may be whole.
    if (typeof key.value !== 'string' || !key.value.startsWith('/')) continue;
    const next = parseValue(source, at, depth + 1);
    if (!next) {
      if (source.startsWith('>', skipSpace(source, at))) continue;
      break;
    }
    if (typeof next.value === 'string' && END_OF_OBJECT.test(next.value)) break;
    entries.set(key.value.slice(1), next.value);
    at = next.end;
  }
  return { value: entries, end: at };
}

/** The value as PDF syntax. */
export function writeValue(value: PdfValue): string {
  if (typeof value === 'string') return value;
  if (isDict(value)) return `<<${[...value].map(([key, entry]) => `/${key} ${writeValue(entry)}`).join(' ')}>>`;
  return `[${value.map(writeValue).join(' ')}]`;
}
