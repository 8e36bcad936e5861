import { expect, test } from 'vitest';
import { wordAmount, wordEdtf } from './quantity-words.ts';

test.each([
  ['2024-04-02', '2024-04-02'],
  ['2023-07/..', 'since 2023-07'],
  ['../2024', 'until 2024'],
  ['2024-04/2024-06', '2024-04 to 2024-06'],
  ['2031~', 'about 2031'],
  ['1970~/1972~', 'about 1970 to about 1972'],
  ['', ''],
])('%j is %j', (edtf, words) => expect(wordEdtf(edtf)).toBe(words));

test.each([
  ['=', '63', 'engines', '63 engines'],
  ['<=', '600', 'mi', 'up to 600 mi'],
  ['~', '600', 'km', 'about 600 km'],
  ['>=', '4', '', 'at least 4'],
] as const)('%s %s %s', (op, number, unit, words) => expect(wordAmount({ op, number, unit })).toBe(words));
