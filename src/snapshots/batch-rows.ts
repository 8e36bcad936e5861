import { createReadStream } from 'node:fs';
import { ClewError } from '../errors.ts';
import { type Query, queryOfRow } from '../screening/index.ts';

/**
 * The queries of a tab-separated file with a header line; the column `query` must be there, `schema` and others may be.
 * `-` reads standard input. Lines without a query are passed over and counted by `onPassedOver`.
 */
export async function* readQueries(path: string, onPassedOver: (line: number) => void): AsyncGenerator<Query> {
  const stream = path === '-' ? process.stdin : createReadStream(path);
  const decoder = new TextDecoder('utf-8');
  let columns: readonly string[] | null = null;
  let held = '';
  let line = 0;
  const take = (text: string): Query | null => {
    line++;
    const cells = text.replace(/\r$/, '').split('\t');
    if (columns === null) {
      columns = headerOf(cells, path);
      return null;
    }
    const query = queryOfRow(columns, cells);
    if (query.name !== '' || (query.identifiers ?? []).length > 0) return query;
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
