import type { CountryOf } from './lists/countries.ts';
import type { Query } from './match/index.ts';
import { queryDate } from './query-date.ts';
import { identifierProblems, queryIdentifiers } from './query-identifiers.ts';
import { type QueryProblem, queryProblem } from './query-problem.ts';

const KINDS: Readonly<Record<string, Query['kind']>> = {
  person: 'person',
  individual: 'person',
  org: 'organization',
  organization: 'organization',
  organisation: 'organization',
  company: 'organization',
  entity: 'organization',
  legalentity: 'organization',
  publicbody: 'organization',
  vessel: 'vessel',
  ship: 'vessel',
  any: null,
  thing: null,
};

/** Columns that hold an identifier, and its scheme. */
const IDENTIFIER_COLUMNS: Readonly<Record<string, string>> = {
  tax_number: 'tax',
  tax_id: 'tax',
  inn: 'inn',
  ogrn: 'ogrn',
  registration_number: 'registration',
  imo: 'imo',
  mmsi: 'mmsi',
  lei: 'lei',
  uscc: 'uscc',
  passport: 'passport',
  id: 'id',
  id_number: 'id',
};

const BIRTH_COLUMNS = ['birth_date', 'date_of_birth', 'dob'];
const COUNTRY_COLUMNS = ['country', 'countries'];
const ALIAS_COLUMNS = ['aliases', 'alias'];

/** The columns of a table that are compared; others are left alone. */
export const QUERY_COLUMNS: readonly string[] = [
  'query',
  'schema',
  'gender',
  ...BIRTH_COLUMNS,
  ...COUNTRY_COLUMNS,
  ...ALIAS_COLUMNS,
  ...Object.keys(IDENTIFIER_COLUMNS),
];

/** How tables write that something is not known. */
const NOTHING: ReadonlySet<string> = new Set(['', '-', '–', '—', '?', 'n/a', 'unknown', 'null']);

export interface ReadRow {
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
}

/**
 * A query from a row of a table by its columns; only `query` must be there. Empty cells are unknown. What cannot be read is a problem
 * of the row and is not compared; the rest of the row is.
 */
export function queryOfRow(columns: readonly string[], cells: readonly string[], countryOf: CountryOf): ReadRow {
  const problems: QueryProblem[] = [];
  const cell = (name: string): string => {
    const text = (cells[columns.indexOf(name)] ?? '').trim();
    return name !== 'query' && NOTHING.has(text.toLowerCase()) ? '' : text;
  };
  const first = (names: readonly string[]): string => names.map(cell).find((value) => value !== '') ?? '';
  const numbers = Object.entries(IDENTIFIER_COLUMNS).flatMap(([column, scheme]) =>
    listed(cell(column)).map((value) => ({ scheme, value })),
  );
  const query: Query = {
    name: cell('query'),
    kind: readKind(cell('schema'), problems),
    aliases: listed(first(ALIAS_COLUMNS)),
    identifiers: numbers.flatMap(({ scheme, value }) => queryIdentifiers(scheme, value)),
    birthDate: readBirth(first(BIRTH_COLUMNS), problems),
    countries: listed(first(COUNTRY_COLUMNS)).flatMap((text) => readCountry(text, countryOf, problems)),
    gender: readGender(cell('gender'), problems),
  };
  problems.push(...numbers.flatMap(({ scheme, value }) => identifierProblems(scheme, value)));
  problems.push(...shapeProblems(columns, cells));
  return { query, problems };
}

const listed = (text: string): string[] =>
  text
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function readKind(word: string, problems: QueryProblem[]): Query['kind'] {
  const plain = word.toLowerCase().replaceAll(/[\s_-]/g, '');
  if (Object.hasOwn(KINDS, plain)) return KINDS[plain] ?? null;
  if (word !== '') {
    const detail = `“${word}” is no schema that clew knows (person, org, vessel): the name was compared with every kind.`;
    problems.push(queryProblem('schema-unknown', detail));
  }
  return null;
}

function readBirth(text: string, problems: QueryProblem[]): string | null {
  if (text === '') return null;
  const { edtf, doubt } = queryDate(text);
  if (doubt !== null) problems.push(queryProblem('date-unreadable', `${doubt}.`));
  return edtf;
}

function readCountry(text: string, countryOf: CountryOf, problems: QueryProblem[]): string[] {
  const code = countryOf(text);
  if (code !== null) return [code];
  const detail = `“${text}” is no country that clew knows (a name, or an ISO 3166 code of two letters): it was not compared.`;
  problems.push(queryProblem('country-unknown', detail));
  return [];
}

function readGender(text: string, problems: QueryProblem[]): NonNullable<Query['gender']> | null {
  const word = text.toLowerCase();
  if (word.startsWith('m')) return 'male';
  if (word.startsWith('f')) return 'female';
  if (word !== '') {
    problems.push(
      queryProblem('gender-unknown', `“${text}” is no gender that lists know (male, female): not compared.`),
    );
  }
  return null;
}

function shapeProblems(columns: readonly string[], cells: readonly string[]): QueryProblem[] {
  const problems: QueryProblem[] = [];
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    const detail = `the row has ${cells.length} cells, the header ${columns.length}: the last ones were left out.`;
    problems.push(queryProblem('row-malformed', detail));
  }
  if (cells.some((cell) => cell.includes('\uFFFD'))) {
    const detail =
      'the row holds bytes that are no UTF-8, so its names cannot be compared rightly: save the table as UTF-8.';
    problems.push(queryProblem('row-malformed', detail));
  }
  const name = (cells[columns.indexOf('query')] ?? '').trim();
  if (name !== '' && !/[\p{L}\p{N}]/u.test(name)) {
    problems.push(queryProblem('row-without-name', `“${name}” has no letter and no digit: nothing can be compared.`));
  }
  return problems;
}
