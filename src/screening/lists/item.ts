import type { ListEntry } from '../../model/index.ts';

/** Text in pieces, as a file is read. */
export type Chunks = AsyncIterable<string> | Iterable<string>;

/** A file of a list, named as its owner named it. */
export interface ListFile {
  readonly name: string;
  readonly text: Chunks;
}

export const LIST_PROBLEM_CODES = [
  'row-malformed',
  'row-without-id',
  'row-without-name',
  'entry-twice',
  'companion-without-entry',
  'date-unreadable',
  'file-cut-off',
] as const;
export type ListProblemCode = (typeof LIST_PROBLEM_CODES)[number];

/** Trouble with one row. The row is named and the rest of the list is read. */
export interface ListProblem {
  readonly code: ListProblemCode;
  readonly file: string;
  /** Line of the file at which the row begins, from 1; 0 when it concerns the whole file. */
  readonly row: number;
  readonly detail: string;
}

/** What a reader gives, in the order of the file. */
export type ListItem =
  | { readonly kind: 'entry'; readonly entry: ListEntry }
  | { readonly kind: 'problem'; readonly problem: ListProblem }
  /** The day for which the list says it was made, ISO 8601. */
  | { readonly kind: 'stated-date'; readonly date: string }
  /** The rows end on so many different days, though one source alone makes them: no file of one day does. */
  | { readonly kind: 'sums-up'; readonly days: number }
  /** Rows that are no entry and were not meant to be: counted, so that nothing is dropped in silence. */
  | { readonly kind: 'passed-over'; readonly what: string; readonly count: number };

export function problemItem(code: ListProblemCode, file: string, row: number, detail: string): ListItem {
  return { kind: 'problem', problem: { code, file, row, detail } };
}

/** One for all: entries have many fields that hold nothing. */
const NONE: readonly never[] = [];

/** An entry of which nothing but list, number and kind is known. */
export const bareEntry = (list: string, id: string, kind: ListEntry['kind']): ListEntry => ({
  list,
  id,
  kind,
  names: NONE,
  identifiers: NONE,
  birthDates: NONE,
  birthPlaces: NONE,
  gender: null,
  countries: NONE,
  addresses: NONE,
  programmes: NONE,
  links: NONE,
  terms: NONE,
  isSanctioned: true,
  topics: NONE,
  firstSeen: null,
  lastSeen: null,
  remarks: null,
});

/** Each value once, in order, without empty ones. */
export function unique(values: readonly (string | null | undefined)[]): readonly string[] {
  if (values.length === 0) return NONE;
  const distinct = new Set<string>();
  for (const value of values) distinct.add(value?.trim() ?? '');
  distinct.delete('');
  return [...distinct];
}
