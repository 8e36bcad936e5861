import { expect, test } from 'vitest';
import type { Value } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { agree, toQuantity } from './quantities.ts';
import { wordListsOf } from './word-lists.ts';

const lists = wordListsOf(loadLexicons());
const quantity = (text: string) => {
  const [, op = '=', number = '', unit = ''] = /^([<>=~]*)([\d.]+) ?(\S*)$/.exec(text) ?? [];
  return toQuantity({ number, unit, op: (op || '=') as Value['op'] }, lists);
};

test.each([
  ['>12 drones', '14 drones', true],
  ['<=20 kg', '25 kg', false],
  ['~800 km', '497 mi', true],
  ['~800 km', '480 km', false],
  ['30 per_month', '>5 per_day', false],
  ['>=6 visits', '>6 visits', true],
  ['<10 t', '>9000 kg', true],
  ['<8 t', '>9000 kg', false],
  ['60 ha', '0.6 km2', true],
])('%s and %s agree: %s', (left, right, expected) => {
  const [a, b] = [quantity(left), quantity(right)];
  expect(a && b && agree(a, b)).toBe(expected);
  expect(a && b && agree(b, a)).toBe(expected);
});

test('no number, no quantity', () => {
  expect(toQuantity({ number: '', unit: 'km', op: '=' }, lists)).toBeNull();
  expect(toQuantity({ number: 'several', unit: 'km', op: '=' }, lists)).toBeNull();
});
