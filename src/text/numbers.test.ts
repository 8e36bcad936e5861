import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, multiplyDecimals, readDecimal } from './numbers.ts';

test.each([
  ['1,200', 'point', '1200'],
  ['1,200', 'comma', '1.2'],
  ['1.200', 'comma', '1200'],
  ['1.200', 'point', '1.2'],
  ['12.500,00', 'comma', '12500'],
  ['12.500,00', 'point', '12500'],
  ['12,500.75', 'comma', '12500.75'],
  ['12 500 000,50', 'comma', '12500000.5'],
  ['1’250’000', 'point', '1250000'],
  ['12,50,000', 'point', '1250000'],
  ['3.5', 'comma', '3.5'],
  ['0,500', 'point', '0.5'],
  ['007', 'point', '7'],
] as const)('%s in a language with a decimal %s is %s', (written, style, expected) => {
  expect(readDecimal(written, style)).toBe(expected);
});

test.each(['10:30', '1.2.3', '12/45', '', '5.', '1,23,4', 'x1'])('%s is no number', (written) => {
  expect(readDecimal(written, 'point')).toBeNull();
});

test('products are exact where floating point is not', () => {
  expect(multiplyDecimals('0.1', '0.2')).toBe('0.02');
  expect(multiplyDecimals('930', '1609.344')).toBe('1496689.92');
  expect(multiplyDecimals('9007199254740993', '1000')).toBe('9007199254740993000');
  expect(multiplyDecimals('1.5', '1000000')).toBe('1500000');
});

test('whole numbers multiply and compare as integers do', () => {
  const natural = fc.bigInt({ min: 0n, max: 10n ** 30n });
  fc.assert(
    fc.property(natural, natural, (a, b) => {
      expect(multiplyDecimals(String(a), String(b))).toBe(String(a * b));
      expect(Math.sign(compareDecimals(String(a), String(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test('a number written with separators is read back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (n) => {
      expect(readDecimal(n.toLocaleString('en-US'), 'point')).toBe(String(n));
      expect(readDecimal(n.toLocaleString('de-DE'), 'comma')).toBe(String(n));
    }),
  );
});
