import { expect, test } from 'vitest';
import { dayEdtf } from './calendar.ts';
import { ofJalali } from './jalali.ts';

const PERSIAN = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});
const DAY = 86_400_000;

test('agrees with the calendar of the system, new years and leap days among others', () => {
  let checked = 0;
  for (let time = Date.UTC(1930, 2, 15); time < Date.UTC(2070, 0, 1); time += 13 * DAY) {
    const parts = PERSIAN.formatToParts(time);
    const [year = 0, month = 0, day = 0] = ['year', 'month', 'day'].map((wanted) =>
      Number.parseInt(parts.find(({ type }) => type === wanted)?.value ?? '', 10),
    );
    const date = ofJalali(year, month, day);
    expect(date && dayEdtf(date)).toBe(new Date(time).toISOString().slice(0, 10));
    checked += 1;
  }
  expect(checked).toBeGreaterThan(3000);
});

test.each([
  [1399, 12, 30, '2021-03-20'],
  [1400, 12, 30, null],
  [1402, 13, 1, null],
  [1402, 7, 31, null],
  [1445, 9, 0, null],
  [999, 1, 1, null],
])('%i-%i-%i', (year, month, day, expected) => {
  const date = ofJalali(year, month, day);
  expect(date && dayEdtf(date)).toBe(expected);
});
