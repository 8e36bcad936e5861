import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dayEdtf,
  endOf,
  halfYearEdtf,
  intervalEdtf,
  isDay,
  monthEdtf,
  partsOf,
  quarterEdtf,
  seasonEdtf,
  startOf,
  weekdayOf,
  weekEdtf,
} from './calendar.ts';

test('there is a 29 February in leap years only', () => {
  expect([2020, 2000, 2023, 1900].map((year) => isDay({ year, month: 2, day: 29 }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(isDay({ year: 2023, month: 4, day: 31 })).toBe(false);
  expect(isDay({ year: 2023, month: 13, day: 1 })).toBe(false);
});

test('weekdays and weeks agree with the calendar', () => {
  expect(weekdayOf({ year: 2000, month: 1, day: 1 })).toBe(6);
  expect(weekEdtf({ year: 2021, month: 3, day: 3 }, -1)).toBe('2021-02-22/2021-02-28');
  expect(weekEdtf({ year: 2021, month: 3, day: 7 }, 0)).toBe('2021-03-01/2021-03-07');
});

test('periods of a year', () => {
  expect(quarterEdtf(2021, 2)).toBe('2021-04/2021-06');
  expect(halfYearEdtf(2021, 1)).toBe('2021-01/2021-06');
  expect(seasonEdtf(2021, 2)).toBe('2021-06/2021-08');
  expect(seasonEdtf(2021, 4)).toBe('2021-24');
  expect(monthEdtf(2021, 0)).toBe('2020-12');
  expect(monthEdtf(2021, 14)).toBe('2022-02');
});

test('intervals keep their outer ends', () => {
  expect(intervalEdtf('2020', '2023')).toBe('2020/2023');
  expect(intervalEdtf('2024-04/2024-06', '2024-07/2024-09')).toBe('2024-04/2024-09');
  expect(intervalEdtf('2023', '2023')).toBe('2023');
  expect([startOf('2024-04/2024-06'), endOf('2024-04/2024-06'), endOf('2023')]).toEqual(['2024-04', '2024-06', '2023']);
});

test('only dates that exist have parts', () => {
  expect(partsOf('2023-02-29')).toBeNull();
  expect(partsOf('2023-13')).toBeNull();
  expect(partsOf('2023/2024')).toBeNull();
  expect(partsOf('2023-02-28T10:00:00Z')).toEqual({ year: 2023, month: 2, day: 28 });
});

test('days added and taken away come back, one weekday on, and exist', () => {
  const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: -100000, max: 100000 }), (instant, days) => {
      const date = { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
      const there = addDays(date, days);
      expect(isDay(there)).toBe(true);
      expect(addDays(there, -days)).toEqual(date);
      expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1);
      expect(weekdayOf(date) % 7).toBe(instant.getUTCDay());
      expect(partsOf(dayEdtf(date))).toEqual(date);
    }),
  );
});
