import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { doubtNumber, isScheme, schemeNamed } from './identifier-schemes.ts';

test.each([
  ['INN', 'inn'],
  ['Tax_ID', 'tax'],
  ['tax number', 'tax'],
  ['BIC', 'swift'],
  ['ИНН', 'inn'],
  ['Passport', 'passport'],
  ['crypto-XBT', 'crypto-xbt'],
])('%s is the scheme %s', (word, scheme) => {
  expect(schemeNamed(word)).toBe(scheme);
  expect(isScheme(scheme)).toBe(true);
});

test.each(['foo', 'constructor', 'crypto-', ''])('%j is no scheme', (word) =>
  expect(isScheme(schemeNamed(word))).toBe(false),
);

test('every scheme that readers of lists use may be named', () => {
  const remarks = readFileSync('data/screening/ofac-remarks.tsv', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t')[1] ?? '');
  const readers = readFileSync('src/screening/lists/ftm.ts', 'utf8');
  const properties = [...readers.matchAll(/^ {2}\['\w+', '([a-z-]+)'\],$/gm)].map(([, scheme = '']) => scheme);
  expect(properties.length).toBeGreaterThan(10);
  const schemes = [...remarks, ...properties].filter((scheme) => scheme !== '-' && scheme !== 'crypto');
  expect(schemes.filter((scheme) => !isScheme(scheme))).toEqual([]);
});

test.each([
  ['inn', '7700000009', null],
  ['inn', '7700000001', 'check digit'],
  ['inn', '77-AB', '10 or 12 digits'],
  ['imo', 'IMO 9074729', null],
  ['imo', '9074720', 'check digit'],
  ['passport', 'AB 123456', null],
  ['passport', 'A1', 'too short'],
  ['tax', '3849055', null],
])('%s %s: %s', (scheme, value, doubt) => {
  if (doubt === null) expect(doubtNumber(scheme, value)).toBeNull();
  else expect(doubtNumber(scheme, value)).toContain(doubt);
});
