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

test('columns that are there are used, those that are not are unknown', () => {
  const columns = ['schema', 'query', 'birth_date', 'country', 'imo', 'gender', 'aliases', 'remarks'];
  expect(queryOfRow(columns, ['vessel', ' Leshy ', '', 'pa;ru', '9074729', 'F', 'Wood; Goblin', 'x'])).toEqual({
    name: 'Leshy',
    kind: 'vessel',
    aliases: ['Wood', 'Goblin'],
    identifiers: [{ scheme: 'imo', value: '9074729' }],
    birthDate: null,
    countries: ['PA', 'RU'],
    gender: 'female',
  });
  expect(queryOfRow(['query', 'schema'], ['Vesna'])).toMatchObject({ name: 'Vesna', kind: null, identifiers: [] });
});

test.each([
  ['person', 'person'],
  ['org', 'organization'],
  ['Company', 'organization'],
  ['vessel', 'vessel'],
  ['castle', null],
])('the schema %s is %s', (word, kind) => expect(queryOfRow(['query', 'schema'], ['x', word]).kind).toBe(kind));
