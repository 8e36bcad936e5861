import type { Query } from './match/index.ts';
import { queryIdentifiers } from './query-identifiers.ts';

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
};

/** The kind a word stands for ("org", "Company", "person"); `null` when it is unknown or empty: everything is compared. */
const kindOfWord = (word: string): Query['kind'] => KINDS[word.trim().toLowerCase()] ?? null;

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

/** A query from a row of a table by its columns; only `query` must be there. Empty cells are unknown. */
export function queryOfRow(columns: readonly string[], cells: readonly string[]): Query {
  const cell = (name: string): string => (cells[columns.indexOf(name)] ?? '').trim();
  const first = (...names: readonly string[]): string => names.map(cell).find((value) => value !== '') ?? '';
  const gender = cell('gender').toLowerCase();
  const birthDate = first('birth_date', 'date_of_birth', 'dob');
  const list = (text: string) =>
    text
      .split(/[;|]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return {
    name: cell('query'),
    kind: kindOfWord(cell('schema')),
    aliases: list(first('aliases', 'alias')),
    identifiers: Object.entries(IDENTIFIER_COLUMNS).flatMap(([column, scheme]) =>
      list(cell(column)).flatMap((value) => queryIdentifiers(scheme, value)),
    ),
    birthDate: birthDate === '' ? null : birthDate,
    countries: list(first('country', 'countries')).map((code) => code.toUpperCase()),
    gender: gender.startsWith('m') ? 'male' : gender.startsWith('f') ? 'female' : null,
  };
}
