import { describe, expect, test } from 'vitest';
import { loadLexicons } from '../providers/index.ts';
import { groupDigits, wordCountry, wordLanguage, wordTime, wordValue } from './quantity.ts';
import { wordingOf } from './wording.ts';

const wording = wordingOf(loadLexicons());

test.each([
  ['5', '5'],
  ['1984', '1984'],
  ['12345', '12,345'],
  ['5000000', '5,000,000'],
  ['-1234567.50', '-1,234,567.50'],
  ['1e6', '1e6'],
  ['', ''],
])('groupDigits %j', (number, expected) => {
  expect(groupDigits(number)).toBe(expected);
});

describe('wordValue', () => {
  test.each([
    [{ number: '2000', unit: 'km', op: '~' }, 'about 2000 km'],
    [{ number: '50', unit: 'kg', op: '=' }, '50 kg'],
    [{ number: '8', unit: 'per_month', op: '<=' }, 'up to 8 per month'],
    [
      {
        number: '5000000',
        unit: 'CNY',
        op: '>',
        currency: 'CNY',
        converted: { number: '700000', currency: 'USD', op: '~' },
      },
      'more than 5,000,000 CNY (converted in the text: about 700,000 USD)',
    ],
  ] as const)('%j', (value, expected) => {
    expect(wordValue(value, wording)).toBe(expected);
  });
});

test.each([
  [{ text: 'mid-2031', edtf: '2031-05/2031-08', precision: 'season' }, 'mid-2031 [2031-05/2031-08]'],
  [{ text: 'in 2031', edtf: '2031', precision: 'year' }, 'in 2031'],
  [{ text: 'some day', edtf: null, precision: 'unknown' }, 'some day'],
] as const)('wordTime %j', (time, expected) => {
  expect(wordTime(time)).toBe(expected);
});

test.each([
  [wordCountry('NO'), 'Norway (NO)'],
  [wordCountry('not a code'), 'not a code'],
  [wordLanguage('ru'), 'Russian (ru)'],
  [wordLanguage('und'), 'not determined'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
