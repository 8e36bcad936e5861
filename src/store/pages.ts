import type { SelectQueryBuilder, Simplify } from 'kysely';

const PAGE = 1000;

/**
 * Yields the rows of an ordered query a page at a time. `beyond` narrows the query to what follows a row.
 * A driver's own cursor would keep the only connection busy, and the caller could ask nothing else meanwhile.
 */
export async function* inPages<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  beyond: (query: SelectQueryBuilder<DB, TB, Row>, last: Simplify<Row>) => SelectQueryBuilder<DB, TB, Row>,
): AsyncGenerator<Simplify<Row>> {
  let page = query;
  for (;;) {
    const rows = await page.limit(PAGE).execute();
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    page = beyond(query, last);
  }
}
