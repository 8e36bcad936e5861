import { addDays, type Day } from './calendar.ts';

/** Years for which leap years come eight in 33 years, as the sky over Tehran has them since 1210. */
const FIRST = 1210;
const LAST = 1500;
const CYCLE = { years: 33, leaps: 8 };

/** 1 Farvardin 1400. */
const KNOWN = { year: 1400, newYear: { year: 2021, month: 3, day: 21 } };

/** Leap years from 1210 up to, not including, a year; within a cycle they are its years 1, 5, 9 ... 29. */
function leapsBefore(year: number): number {
  const years = year - FIRST;
  return Math.floor(years / CYCLE.years) * CYCLE.leaps + Math.floor(((years % CYCLE.years) + 3) / 4);
}

function newYearOf(year: number): Day {
  return addDays(KNOWN.newYear, 365 * (year - KNOWN.year) + leapsBefore(year) - leapsBefore(KNOWN.year));
}

/** The Gregorian day of a day in the Iranian solar calendar (1402, 5, 12 is 3 August 2023); `null` when there is none or its year is not between 1210 and 1500. */
export function ofJalali(year: number, month: number, day: number): Day | null {
  if (year < FIRST || year > LAST || month < 1 || month > 12 || day < 1) return null;
  const isLeap = leapsBefore(year + 1) > leapsBefore(year);
  const longest = month <= 6 ? 31 : month < 12 || isLeap ? 30 : 29;
  if (day > longest) return null;
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return addDays(newYearOf(year), before + day - 1);
}
