import type { Lexicons, ListEntry, ListedKind, ListedLink, ListedName } from '../../model/index.ts';
import { type CountryOf, listCountries } from './countries.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { bareEntry, type ListFile, type ListItem, problemItem, unique } from './item.ts';
import { type Companion, emptied, readCompanions } from './ofac-companions.ts';
import { ofacIdentifiers, type ReadIdentifier } from './ofac-identifiers.ts';
import { readRemarks } from './ofac-remarks.ts';
import { isCutShort, malformed } from './row-trouble.ts';

/** The files OFAC publishes beside one another; only the first is needed. `dates` is a table of first_seen and last_seen by entry. */
export interface OfacFiles {
  /** At least one; several are read as one list, such as a list and the rows added to it later. */
  readonly primary: readonly ListFile[];
  readonly aliases: readonly ListFile[];
  readonly addresses: readonly ListFile[];
  readonly comments: readonly ListFile[];
  readonly dates: readonly ListFile[];
}

const KINDS: Readonly<Record<string, ListedKind>> = { individual: 'person', vessel: 'vessel', aircraft: 'aircraft' };
/** Columns that have no field of their own go in front of the remarks. */
const OTHER_COLUMNS: readonly (readonly [label: string, column: number])[] = [
  ['Title', 4],
  ['Vessel Type', 6],
  ['Tonnage', 7],
  ['Gross Registered Tonnage', 8],
];

/**
 * Entries of OFAC's SDN or consolidated list in its comma-separated form (no header, `-0-` for nothing), with aliases, addresses
 * and the overflow of remarks from its companion files. Companion rows of entries that the primary file does not have are named
 * as problems: they belong to another day's list.
 */
export async function* readOfac(files: OfacFiles, list: string, lexicons: Lexicons): AsyncGenerator<ListItem> {
  const countryOf = listCountries(lexicons);
  const identifierOf = ofacIdentifiers(lexicons, countryOf);
  const { companions, problems } = await readCompanions(files, countryOf);
  yield* problems;
  const seen = new Set<string>();
  for (const file of files.primary) {
    for await (const row of readCsvRows(file.text)) {
      const trouble = troubleWith(row, seen, file.name);
      if (trouble) {
        yield trouble;
        continue;
      }
      const id = emptied(row.fields[0]);
      seen.add(id);
      const { entry, unread } = toEntry(row, list, companions.get(id), { identifierOf, countryOf });
      for (const date of unread) yield problemItem('date-unreadable', file.name, row.line, `entry ${id}: ${date}`);
      yield { kind: 'entry', entry };
    }
  }
  yield* orphans(companions, seen, files);
}

interface Understanding {
  readonly identifierOf: ReadIdentifier;
  readonly countryOf: CountryOf;
}

function toEntry(row: CsvRow, list: string, more: Companion | undefined, understanding: Understanding) {
  const field = (at: number): string => emptied(row.fields[at]);
  const { countryOf } = understanding;
  const remarks = [field(11), ...(more?.comments ?? [])].join('');
  const said = readRemarks(remarks, understanding);
  const kind = KINDS[field(2).toLowerCase()] ?? 'organization';
  const callSign = field(5) === '' ? [] : [{ scheme: 'call-sign', value: field(5), country: null }];
  const owner: ListedLink[] = field(10) === '' ? [] : [{ relation: 'owned-by', name: field(10), entry: null }];
  // An organisation is at home where its numbers were issued and where it has its seat; a person is not.
  const seats = [...said.identifiers.map(({ country }) => country), ...(more?.countries ?? [])];
  const entry: ListEntry = {
    ...bareEntry(list, field(0), kind),
    names: distinctNames([{ text: field(1), kind: 'primary' }, ...(more?.names ?? []), ...said.names]),
    identifiers: [...said.identifiers, ...callSign],
    birthDates: said.birthDates,
    birthPlaces: said.birthPlaces,
    gender: said.gender,
    countries: unique([...said.countries, countryOf(field(9)), ...(kind === 'organization' ? seats : [])]),
    addresses: unique(more?.addresses ?? []),
    programmes: unique(field(3).split(/\]\s*\[/)),
    links: [...said.links, ...owner],
    firstSeen: more?.firstSeen ?? null,
    lastSeen: more?.lastSeen ?? null,
    remarks: remarksOf(field, remarks),
  };
  return { entry, unread: said.unread };
}

function troubleWith(row: CsvRow, seen: ReadonlySet<string>, file: string): ListItem | null {
  const { line, fields, broken } = row;
  if (broken !== null) return malformed(row, file, `${broken}: ${fields[0]}`);
  if (fields.length < 12 || isCutShort(row, [])) {
    return malformed(row, file, `${fields.length} of 12 columns: ${fields.join(',').slice(0, 80)}`);
  }
  const id = emptied(fields[0]);
  if (!/^\d+$/.test(id)) return problemItem('row-without-id', file, line, `"${id}" is no entry number`);
  if (seen.has(id))
    return problemItem('entry-twice', file, line, `entry ${id} stands in the file already; the first is kept`);
  return emptied(fields[1]) === '' ? problemItem('row-without-name', file, line, `entry ${id} has no name`) : null;
}

function remarksOf(field: (at: number) => string, remarks: string): string | null {
  const others = OTHER_COLUMNS.flatMap(([label, at]) => (field(at) === '' ? [] : [`${label}: ${field(at)}`]));
  const all = [...others, ...(remarks === '' ? [] : [remarks])].join('; ');
  return all === '' ? null : all;
}

/** Each spelling once; the first kind given to it stays. */
export function distinctNames(names: readonly ListedName[]): ListedName[] {
  if (names.length === 1) return names.filter(({ text }) => text !== '');
  const byText = new Map<string, ListedName>();
  for (const name of names) if (name.text !== '' && !byText.has(name.text)) byText.set(name.text, name);
  return [...byText.values()];
}

function* orphans(
  companions: ReadonlyMap<string, unknown>,
  seen: ReadonlySet<string>,
  files: OfacFiles,
): Generator<ListItem> {
  const lost = [...companions.keys()].filter((id) => !seen.has(id));
  if (lost.length === 0) return;
  const names = [files.aliases, files.addresses, files.comments, files.dates].flat().map(({ name }) => name);
  const detail = `${lost.length} entries have companion rows but no row in the list itself: ${lost.slice(0, 10).join(', ')}`;
  yield problemItem('companion-without-entry', names.join(', '), 0, `${detail}${lost.length > 10 ? ', ...' : ''}`);
}
