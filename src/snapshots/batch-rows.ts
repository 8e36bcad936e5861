import { createReadStream } from 'node:fs';
import { ClewError } from '../errors.ts';
import type { Lexicons } from '../model/index.ts';
import { listCountries, QUERY_COLUMNS, type Query, type QueryProblem, queryOfRow } from '../screening/index.ts';

/** A query of a table, with its line (from 1, the header is line 1) and what could not be read in it. */
export interface RowQuery extends Query {
  readonly row: number;
  readonly problems: readonly QueryProblem[];
}

/** Told while a table is read, of what has no answer of its own. */
export interface RowListener {
  /** A line that says something but has neither a name nor a number. */
  readonly onPassedOver: (row: number) => void;
  /** Columns that clew does not compare. */
  readonly onUnusedColumns: (columns: readonly string[]) => void;
}

/**
 * The queries of a tab-separated file with a header line; the column `query` must be there, `schema` and others may be.
 * `-` reads standard input. Lines without a query are passed over and told; what cannot be read in the others is a problem of theirs.
 */
export async function* readQueries(
  path: string,
  lexicons: Lexicons,
  { onPassedOver, onUnusedColumns }: RowListener,
): AsyncGenerator<RowQuery> {
  const countryOf = listCountries(lexicons);
  const stream = path === '-' ? process.stdin : createReadStream(path);
  const decoder = new TextDecoder('utf-8');
  let columns: readonly string[] | null = null;
  let held = '';
  let line = 0;
  const take = (text: string): RowQuery | null => {
    line++;
    const cells = text.replace(/\r$/, '').split('\t');
    if (columns === null) {
      columns = headerOf(cells, path);
      const unused = columns.filter((column) => column !== '' && !QUERY_COLUMNS.includes(column));
      if (unused.length > 0) onUnusedColumns(unused);
      return null;
    }
    const { query, problems } = queryOfRow(columns, cells, countryOf);
    if (query.name !== '' || (query.identifiers ?? []).length > 0) return { ...query, row: line, problems };
    if (text.trim() !== '') onPassedOver(line);
    return null;
  };
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      const lines = (held + decoder.decode(chunk, { stream: true })).split('\n');
      held = lines.pop() ?? '';
      for (const text of lines) {
        const query = take(text);
        if (query) yield query;
      }
    }
  } catch (cause) {
    if (cause instanceof ClewError) throw cause;
    throw new ClewError(
      'path-not-found',
      isAbsent(cause)
        ? `There is no file ${path}.`
        : `${path} cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
      {
        hint: 'Give a tab-separated file with the columns query and schema.',
        cause,
      },
    );
  }
  const last = held === '' ? null : take(held);
  if (last) yield last;
  if (columns === null) headerOf([], path);
}

const isAbsent = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

function headerOf(cells: readonly string[], path: string): readonly string[] {
  const columns = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  if (columns.includes('query')) return columns;
  const what = columns.length === 0 ? `${path} is empty` : `The first line of ${path} has no column called query`;
  throw new ClewError('usage', `${what}.`, {
    hint: 'A batch is a tab-separated file with a header line: query, schema, and if you have them birth_date, country, tax_number, imo, passport, id.',
  });
}
