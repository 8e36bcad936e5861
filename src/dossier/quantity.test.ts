import { describe, expect, test } from 'vitest';
import { loadLexicons } from '../providers/index.ts';
import { groupDigits, sayTime, wordCountry, wordLanguage, wordTime, wordValue } from './quantity.ts';
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

test.each<[string, string | null, string, string]>([
  ['on 3 April 2031', '2031-04-03', 'en', 'on 3 April 2031'],
  ['2031-04-03', '2031-04-03', 'en', 'on 3 April 2031'],
  ['In the second quarter of 2031', '2031-04/2031-06', 'en', 'in the second quarter of 2031'],
  ['18 марта 2031 г.', '2031-03-18', 'ru', 'on 18 March 2031'],
  ['с 21 по 27 мая 2031 г.', '2031-05-21/2031-05-27', 'ru', 'from 21 May 2031 to 27 May 2031'],
  ['since mid-2031', '2031-07/..', 'en', 'since mid-2031'],
  ['mid-2031', '2031-05/2031-08', 'en', 'from May 2031 to August 2031 (“mid-2031”)'],
  ['on Wednesday', '2031-03-12', 'en', 'on 12 March 2031 (“on Wednesday”)'],
  ['in March', null, 'en', '(“in March”)'],
  ['весной 2031 года', '2031-21', 'ru', '(“весной 2031 года”)'],
])('sayTime %s', (text, edtf, language, said) => {
  expect(sayTime({ text, edtf, precision: 'unknown' }, language)).toBe(said);
});
