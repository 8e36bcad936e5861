import { expect, test } from 'vitest';
import { dayNumber, gap, isSince, readEdtf } from './calendar.ts';

test.each([
  [1970, 1, 1, 0],
  [1969, 12, 31, -1],
  [2000, 2, 29, 11_016],
  [2000, 3, 1, 11_017],
  [2024, 12, 31, 20_088],
  [1900, 3, 1, -25_508],
])('day number of %i-%i-%i', (year, month, day, expected) => {
  expect(dayNumber(year, month, day)).toBe(expected);
});

test.each([
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024-22', '2024-06-01', '2024-08-31'],
  ['2024-34', '2024-04-01', '2024-06-30'],
  ['202X', '2020-01-01', '2029-12-31'],
  ['2024-04/2024-06', '2024-04-01', '2024-06-30'],
])('%s is from %s to %s', (edtf, first, last) => {
  expect(readEdtf(edtf)).toEqual({ from: readEdtf(first)?.from, to: readEdtf(last)?.to });
});

test.each(['last summer', '2024-13', '2024/P8M', '', '2024-01/2024-02/2024-03'])('%s is no day', (edtf) => {
  expect(readEdtf(edtf)).toBeNull();
});

test('open ends, and the days between', () => {
  const since = readEdtf('2023-07/..');
  const until = readEdtf('../2023-05');
  expect(since && isSince(since)).toBe(true);
  expect(until && isSince(until)).toBe(false);
  expect(since && until && gap(since, until)).toBe(31);
  const [a, b] = [readEdtf('2024-01'), readEdtf('2024-01-15')];
  expect(a && b && gap(a, b)).toBe(0);
});
