import { expect, test } from 'vitest';
import { queryDate } from './query-date.ts';

test.each([
  ['1947-09-14', '1947-09-14'],
  ['1947-09', '1947-09'],
  ['1947', '1947'],
  ['1947~', '1947~'],
  ['1947/1949', '1947/1949'],
  ['14.09.1947', '1947-09-14'],
  ['14/09/1947', '1947-09-14'],
  ['09/14/1947', '1947-09-14'],
  ['05/05/1947', '1947-05-05'],
  ['03.04.1947', '1947-04-03'],
  ['14 Sep 1947', '1947-09-14'],
  ['circa 1947', '1947~'],
])('%s is %s', (text, edtf) => expect(queryDate(text)).toEqual({ edtf, doubt: null }));

test('where day and month cannot be told apart only the year is used', () => {
  expect(queryDate('03/04/1947')).toEqual({
    edtf: '1947',
    doubt: '03/04/1947 may be 1947-04-03 or 1947-03-04: only the year was compared',
  });
});

test.each(['spring', '17424', '1947-02-30', '31/31/1947', '47-09-14', '1947/', ''])('%j is no date', (text) =>
  expect(queryDate(text)).toMatchObject({ edtf: null, doubt: expect.stringContaining('no date') }),
);
