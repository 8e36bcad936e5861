import type { Lexicons, ListEntry } from '../../model/index.ts';
import { readCsvRows } from './csv-rows.ts';
import { datasetIds, kindOfSchema } from './datasets.ts';
import { dayOf, listDate } from './dates.ts';
import { bareEntry, type ListFile, type ListItem, problemItem, unique } from './item.ts';
import { schemeByForm } from './numbers.ts';
import { distinctNames } from './ofac.ts';

const parts = (field: string): readonly string[] => unique(field.split(';'));

/**
 * Entries of OpenSanctions' simplified table (`targets.simple.csv`): one row a target, several values parted by semicolons.
 * A target that several datasets list is one entry of each. Its numbers come without a scheme; check digits give it back
 * where they can. With `list` every entry is of that list.
 */
export async function* readOpenSanctionsCsv(
  file: ListFile,
  list: string | null,
  lexicons: Lexicons,
): AsyncGenerator<ListItem> {
  const idOf = datasetIds(lexicons);
  const seen = new Set<string>();
  let columns: ReadonlyMap<string, number> | null = null;
  let latest: string | null = null;
  for await (const { line, fields, broken } of readCsvRows(file.text)) {
    if (columns === null) {
      columns = new Map(fields.map((name, at) => [name.trim().toLowerCase(), at]));
      continue;
    }
    const known = columns;
    const field = (name: string): string => (fields[known.get(name) ?? -1] ?? '').trim();
    const id = field('id');
    if (broken !== null) yield problemItem('row-malformed', file.name, line, `${broken}: ${fields[0]}`);
    else if (fields.length < columns.size)
      yield problemItem('row-malformed', file.name, line, `${fields.length} of ${columns.size} columns`);
    else if (id === '') yield problemItem('row-without-id', file.name, line, 'the column id is empty');
    else if (field('name') === '') yield problemItem('row-without-name', file.name, line, `entry ${id} has no name`);
    else if (seen.has(id)) yield problemItem('entry-twice', file.name, line, `entry ${id} stands in the file already`);
    else {
      seen.add(id);
      const datasets = list === null ? parts(field('dataset')).map(idOf) : [list];
      const entry = toEntry(id, field);
      latest = [latest, entry.lastSeen, dayOf(field('last_change'))].reduce(later, null);
      for (const one of datasets.length === 0 ? ['opensanctions'] : datasets)
        yield { kind: 'entry', entry: { ...entry, list: one } };
    }
  }
  if (latest !== null) yield { kind: 'stated-date', date: latest };
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

function toEntry(id: string, field: (name: string) => string): ListEntry {
  return {
    ...bareEntry('', id, kindOfSchema(field('schema'))),
    names: distinctNames([
      { text: field('name'), kind: 'primary' },
      ...parts(field('aliases')).map((text) => ({ text, kind: 'alias' as const })),
    ]),
    identifiers: [
      ...parts(field('identifiers')).map((value) => ({ ...schemeByForm(value), country: null })),
      ...parts(field('emails')).map((value) => ({ scheme: 'email', value, country: null })),
      ...parts(field('phones')).map((value) => ({ scheme: 'phone', value, country: null })),
    ],
    birthDates: unique(parts(field('birth_date')).map(listDate)),
    countries: parts(field('countries')).map((code) => code.toUpperCase()),
    addresses: parts(field('addresses')),
    programmes: unique([...parts(field('sanctions')), ...parts(field('program_ids'))]),
    firstSeen: dayOf(field('first_seen')),
    lastSeen: dayOf(field('last_seen')),
  };
}
