import { expect, test } from 'vitest';
import { queryIdentifiers } from './query-identifiers.ts';
import { queryOfRow } from './query-row.ts';

test.each([
  ['tax_number', '7700000009', ['tax 7700000009', 'inn 7700000009']],
  ['tax', '7700000001', ['tax 7700000001']],
  ['company-number', '1027700000008', ['registration 1027700000008', 'ogrn 1027700000008']],
  ['INN', '7700000001', ['inn 7700000001']],
  ['bic', 'VESNRUMM', ['swift VESNRUMM']],
  ['id', 'AB 123', ['id AB 123']],
])('%s %s is looked for under its own and the shown scheme', (scheme, value, expected) => {
  expect(queryIdentifiers(scheme, value).map((one) => `${one.scheme} ${one.value}`)).toEqual(expected);
});

/** Two countries are enough here: what names them is tested with the lists. */
const countryOf = (name: string): string | null => ({ pa: 'PA', ru: 'RU', Russia: 'RU' })[name] ?? null;
const read = (columns: readonly string[], cells: readonly string[]) => queryOfRow(columns, cells, countryOf);
const codes = ({ problems }: ReturnType<typeof read>) => problems.map(({ code }) => code);

test('columns that are there are used, those that are not are unknown', () => {
  const columns = ['schema', 'query', 'birth_date', 'country', 'imo', 'gender', 'aliases', 'remarks'];
  const row = read(columns, ['vessel', ' Leshy ', '', 'pa;Russia', '9074729', 'F', 'Wood; Goblin', 'x']);
  expect(row.query).toEqual({
    name: 'Leshy',
    kind: 'vessel',
    aliases: ['Wood', 'Goblin'],
    identifiers: [{ scheme: 'imo', value: '9074729' }],
    birthDate: null,
    countries: ['PA', 'RU'],
    gender: 'female',
  });
  expect(row.problems).toEqual([]);
  expect(read(['query', 'schema'], ['Vesna'])).toMatchObject({
    query: { name: 'Vesna', kind: null, identifiers: [] },
    problems: [],
  });
});

test.each([
  ['person', 'person', []],
  ['org', 'organization', []],
  ['Company', 'organization', []],
  ['Public body', 'organization', []],
  ['vessel', 'vessel', []],
  ['', null, []],
  ['any', null, []],
  ['n/a', null, []],
  ['castle', null, ['schema-unknown']],
  ['constructor', null, ['schema-unknown']],
])('the schema %s is %s', (word, kind, expected) => {
  const row = read(['query', 'schema'], ['x', word]);
  expect([row.query.kind, codes(row)]).toEqual([kind, expected]);
});

test.each([
  [{ birth_date: '1947-09-14' }, { birthDate: '1947-09-14' }, []],
  [{ dob: '14.09.1947' }, { birthDate: '1947-09-14' }, []],
  [{ birth_date: 'spring' }, { birthDate: null }, ['date-unreadable']],
  [{ birth_date: '1947-02-30' }, { birthDate: null }, ['date-unreadable']],
  [{ country: 'Russia' }, { countries: ['RU'] }, []],
  [{ country: 'ru;Atlantis' }, { countries: ['RU'] }, ['country-unknown']],
  [{ gender: 'Male' }, { gender: 'male' }, []],
  [{ gender: 'x' }, { gender: null }, ['gender-unknown']],
  [{ inn: '7700000009' }, { identifiers: [{ scheme: 'inn', value: '7700000009' }] }, []],
  [{ inn: '770000' }, { identifiers: [{ scheme: 'inn', value: '770000' }] }, ['identifier-doubtful']],
  [{ imo: 'IMO 9074720' }, { identifiers: [{ scheme: 'imo', value: 'IMO 9074720' }] }, ['identifier-doubtful']],
  [{ passport: 'A1' }, { identifiers: [{ scheme: 'passport', value: 'A1' }] }, ['identifier-doubtful']],
])('%j: what cannot be read is a problem of the row, which is compared all the same', (given, query, expected) => {
  const row = read(['query', ...Object.keys(given)], ['Vesna', ...Object.values(given)]);
  expect(row.query).toMatchObject({ name: 'Vesna', ...query });
  expect(codes(row)).toEqual(expected);
});

test.each([
  [['Vesna', 'org', 'LLC'], ['row-malformed']],
  [['Vesna', 'org', ''], []],
  [['\uFFFD\uFFFDsna', 'org'], ['row-malformed']],
  [['???', 'org'], ['row-without-name']],
  [['1С', 'org'], []],
])('the row %j has %j', (cells, expected) => expect(codes(read(['query', 'schema'], cells))).toEqual(expected));
