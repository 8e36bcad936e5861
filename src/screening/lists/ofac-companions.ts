import type { ListedName } from '../../model/index.ts';
import type { CountryOf } from './countries.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { dayOf } from './dates.ts';
import { type ListFile, type ListItem, problemItem } from './item.ts';
import { isCutShort, malformed } from './row-trouble.ts';

/** Files that stand beside the list itself. */
export type CompanionFiles = Readonly<Record<'aliases' | 'addresses' | 'comments' | 'dates', readonly ListFile[]>>;

/** What the companion files say of one entry. */
export interface Companion {
  readonly names: ListedName[];
  readonly addresses: string[];
  readonly countries: string[];
  readonly comments: string[];
  firstSeen: string | null;
  lastSeen: string | null;
}

const ALIAS_KINDS: Readonly<Record<string, ListedName['kind']>> = { aka: 'alias', fka: 'former', nka: 'alias' };

/** A field's text; OFAC writes `-0-` for nothing. */
export function emptied(field = ''): string {
  const text = field.trim();
  return text === '-0-' ? '' : text;
}

interface Gathering {
  readonly of: (id: string) => Companion;
  readonly problems: ListItem[];
}

/** Aliases, addresses, overflowing remarks and dates by entry number. */
export async function readCompanions(files: CompanionFiles, countryOf: CountryOf) {
  const companions = new Map<string, Companion>();
  const gathering: Gathering = {
    problems: [],
    of: (id) => {
      const known = companions.get(id);
      if (known) return known;
      const made = { names: [], addresses: [], countries: [], comments: [], firstSeen: null, lastSeen: null };
      companions.set(id, made);
      return made;
    },
  };
  await gather(files.aliases, 4, gathering, (companion, [, , kind = '', name = '']) => {
    if (name !== '') companion.names.push({ text: name, kind: ALIAS_KINDS[kind.toLowerCase()] ?? 'alias' });
  });
  await gather(files.addresses, 5, gathering, (companion, [, , street = '', city = '', country = '', note = '']) => {
    const address = [street, city, country, note].filter((part) => part !== '').join(', ');
    if (address !== '') companion.addresses.push(address);
    const code = country === '' ? null : countryOf(country);
    if (code !== null) companion.countries.push(code);
  });
  await gather(files.comments, 2, gathering, (companion, [, comment = '']) => {
    if (comment !== '') companion.comments.push(comment);
  });
  for (const file of files.dates) await readDates(file, gathering);
  return { companions: companions as ReadonlyMap<string, Companion>, problems: gathering.problems };
}

/** Rows of one file without a header, by the entry number in the first column. */
async function gather(
  files: readonly ListFile[],
  columns: number,
  { of, problems }: Gathering,
  add: (companion: Companion, fields: readonly string[]) => void,
): Promise<void> {
  for (const file of files) {
    for await (const row of readCsvRows(file.text)) {
      const trouble = troubleWith(row, columns, file.name);
      if (trouble) problems.push(trouble);
      else
        add(
          of(row.fields[0] ?? ''),
          row.fields.map((field) => emptied(field)),
        );
    }
  }
}

function troubleWith(row: CsvRow, columns: number, file: string): ListItem | null {
  const { line, fields, broken } = row;
  if (broken !== null) return malformed(row, file, `${broken}: ${fields[0]}`);
  if (!/^\d+$/.test(fields[0] ?? ''))
    return problemItem('row-without-id', file, line, `"${fields[0]}" is no entry number`);
  return fields.length < columns || isCutShort(row, [])
    ? malformed(row, file, `${fields.length} of ${columns} columns`)
    : null;
}

/** A table with a header: the entry number first, then among others `first_seen` and `last_seen`. */
async function readDates(file: ListFile, { of, problems }: Gathering): Promise<void> {
  let columns: readonly string[] | null = null;
  let before: readonly string[] = [];
  for await (const row of readCsvRows(file.text)) {
    const { fields, broken } = row;
    if (columns === null) {
      columns = fields;
      continue;
    }
    const [first, last] = [fields[columns.indexOf('first_seen')], fields[columns.indexOf('last_seen')]].map(dayOf);
    if (broken !== null || !/^\d+$/.test(fields[0] ?? '') || !first || !last || isCutShort(row, before)) {
      problems.push(malformed(row, file.name, broken ?? 'no entry number or no dates'));
      continue;
    }
    const companion = of(fields[0] ?? '');
    companion.firstSeen = first;
    companion.lastSeen = last;
    before = fields;
  }
}
