import type { Lexicons, ListEntry } from '../../model/index.ts';
import { cellValues } from './csv-cell.ts';
import { readCsvRows } from './csv-rows.ts';
import { datasetIds, kindOfSchema } from './datasets.ts';
import { dayOf, listDate } from './dates.ts';
import { bareEntry, type ListFile, type ListItem, problemItem, unique } from './item.ts';
import { schemeByForm } from './numbers.ts';
import { distinctNames } from './ofac.ts';
import { isCutShort, malformed } from './row-trouble.ts';
import { sanctionCells } from './sanction-cell.ts';

/** One row: the text of a column, and the values of one that holds several. */
interface Row {
  readonly text: (column: string) => string;
  readonly values: (column: string) => readonly string[];
}

/**
 * Entries of OpenSanctions' simplified table (`targets.simple.csv`): one row a target. A target that several datasets list is one entry
 * of each; what the row says of its sanctions is given only to the list that it must be of. Its numbers come without a scheme; check
 * digits give it back where they can. With `list` every entry is of that list.
 */
export async function* readOpenSanctionsCsv(
  file: ListFile,
  list: string | null,
  lexicons: Lexicons,
): AsyncGenerator<ListItem> {
  const datasets = datasetIds(lexicons);
  const sanctionsOf = sanctionCells(lexicons);
  const seen = new Set<string>();
  const days = startDays();
  let columns: ReadonlyMap<string, number> | null = null;
  let before: readonly string[] = [];
  for await (const csv of readCsvRows(file.text)) {
    const { line, fields, broken } = csv;
    if (columns === null) {
      columns = new Map(fields.map((name, at) => [name.trim().toLowerCase(), at]));
      continue;
    }
    const row = rowOf(fields, columns);
    const id = row.text('id');
    if (broken !== null) yield malformed(csv, file.name, `${broken}: ${fields[0]}`);
    else if (fields.length < columns.size || isCutShort(csv, before))
      yield malformed(csv, file.name, `${fields.length} of ${columns.size} columns, the last "${fields.at(-1)}"`);
    else if (id === '') yield problemItem('row-without-id', file.name, line, 'the column id is empty');
    else if (row.text('name') === '') yield problemItem('row-without-name', file.name, line, `entry ${id} has no name`);
    else if (seen.has(id)) yield problemItem('entry-twice', file.name, line, `entry ${id} stands in the file already`);
    else {
      before = fields;
      seen.add(id);
      const sources = unique(row.values('dataset').map(datasets));
      days.add(row, sources);
      const entry = toEntry(id, row, { isMerged: sources.length > 1, isOwnList: list !== null });
      const cells = { sanctions: row.values('sanctions'), programmeIds: row.values('program_ids') };
      for (const own of sanctionsOf(cells, list === null ? sources : [list]))
        yield { kind: 'entry', entry: { ...entry, ...own } };
    }
  }
  yield* days.told();
}

function rowOf(fields: readonly string[], columns: ReadonlyMap<string, number>): Row {
  const text = (column: string): string => (fields[columns.get(column) ?? -1] ?? '').trim();
  return { text, values: (column) => cellValues(text(column)) };
}

/** The days a file names: its own, the latest; and whether it sums up earlier ones, as the rows of one source do not end on several days otherwise. */
function startDays() {
  let latest: string | null = null;
  const sources = new Set<string>();
  const ends = new Set<string>();
  return {
    add: (row: Row, own: readonly string[]): void => {
      const end = dayOf(row.text('last_seen'));
      latest = [latest, end, dayOf(row.text('last_change'))].reduce(later, null);
      for (const source of own) sources.add(source);
      if (end !== null) ends.add(end);
    },
    *told(): Generator<ListItem> {
      if (latest !== null) yield { kind: 'stated-date', date: latest };
      if (sources.size === 1 && ends.size > 1) yield { kind: 'sums-up', days: ends.size };
    },
  };
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

interface RowOf {
  /** Several sources stand behind the row, so that its days are those of any of them. */
  readonly isMerged: boolean;
  /** The caller takes the file as one list. */
  readonly isOwnList: boolean;
}

function toEntry(id: string, { text, values }: Row, { isMerged, isOwnList }: RowOf): ListEntry {
  return {
    ...bareEntry('', id, kindOfSchema(text('schema'))),
    names: distinctNames([
      { text: text('name'), kind: 'primary' },
      ...values('aliases').map((alias) => ({ text: alias, kind: 'alias' as const })),
    ]),
    identifiers: [
      ...values('identifiers').map((value) => ({ ...schemeByForm(value), country: null })),
      ...values('emails').map((value) => ({ scheme: 'email', value, country: null })),
      ...values('phones').map((value) => ({ scheme: 'phone', value, country: null })),
    ],
    birthDates: unique(values('birth_date').map(listDate)),
    countries: values('countries').map((code) => code.toUpperCase()),
    addresses: values('addresses'),
    firstSeen: isMerged && !isOwnList ? null : dayOf(text('first_seen')),
    lastSeen: isMerged && !isOwnList ? null : dayOf(text('last_seen')),
  };
}
