import { expect, test } from 'vitest';
import { enumerateWords } from './enumeration.ts';

test.each([
  [[], ''],
  [['Karst'], 'Karst'],
  [['Karst', 'Nordwerk'], 'Karst and Nordwerk'],
  [['Karst', 'Nordwerk', 'Velm'], 'Karst, Nordwerk and Velm'],
  [['Karst, Inc.', 'Nordwerk'], 'Karst, Inc. and Nordwerk'],
  [['Karst, Inc.', 'Nordwerk', 'Velm'], 'Karst, Inc.; Nordwerk; and Velm'],
  [['1,000 pumps', '2,000 pumps', '3,000 pumps'], '1,000 pumps, 2,000 pumps and 3,000 pumps'],
])('%j', (items, expected) => expect(enumerateWords(items)).toBe(expected));

test('another word than "and"', () => expect(enumerateWords(['a', 'b', 'c'], 'or')).toBe('a, b or c'));
