import { expect, test } from 'vitest';
import { dayOf, listDate } from './dates.ts';

test.each([
  ['14 Sep 1947', '1947-09-14'],
  ['01 January 1970', '1970-01-01'],
  ['Sep 1947', '1947-09'],
  ['1947', '1947'],
  ['1947-09-14', '1947-09-14'],
  ['28/09/1947', '1947-09-28'],
  ['circa 1956', '1956~'],
  ['circa 1970-1972', '1970~/1972~'],
  ['1962 to 1963', '1962/1963'],
  ['01 Jan 1960 to 31 Dec 1961', '1960-01-01/1961-12-31'],
  ['between 1962 and 1963', '1962/1963'],
  ['1984.', '1984'],
  ['31 Feb 1970', null],
  ['14 Foo 1947', null],
  ['unknown', null],
  ['', null],
])('listDate %s', (text, edtf) => expect(listDate(text)).toBe(edtf));

test.each([
  ['2021-08-18T00:00:00', '2021-08-18'],
  ['2021-08-18', '2021-08-18'],
  ['2021-13-18', null],
  ['', null],
  [null, null],
])('dayOf %s', (stamp, day) => expect(dayOf(stamp)).toBe(day));
