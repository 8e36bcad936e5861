/**
 * Dates as EDTF (ISO 8601-2) strings in the Gregorian calendar: `2022`, `2022-02`, `2022-02-28`, `2024-04/2024-06`,
 * `2023-07/..` (open end), `../2025` (open start), `199X` (decade), `2022-24` (winter). No clock, no time zone.
 */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month (1 = January). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether there is such a day; years 1 to 9999. */
export function isDay({ year, month, day }: Day): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const yearEdtf = (year: number): string => pad(year, 4);

/** `2024-07`; a month outside 1..12 runs over into the years around. */
export function monthEdtf(year: number, month: number): string {
  const months = year * 12 + month - 1;
  return `${pad(Math.floor(months / 12), 4)}-${pad((((months % 12) + 12) % 12) + 1, 2)}`;
}

export const dayEdtf = ({ year, month, day }: Day): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** Days since 1 March of year 0 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  );
}

/** Days from one day to another; negative when it lies before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The day `days` later (earlier when negative). */
export function addDays(date: Day, days: number): Day {
  const n = dayNumber(date) + days;
  const era = Math.floor(n / 146097);
  const ofEra = n - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - Math.floor((153 * m + 2) / 5) + 1 };
}

/** 1 = Monday .. 7 = Sunday. */
export function weekdayOf(date: Day): number {
  return ((dayNumber(date) + 2) % 7) + 1;
}

/** Monday to Sunday of the week `weeks` after the one that holds `date`. */
export function weekEdtf(date: Day, weeks: number): string {
  const monday = addDays(date, 1 - weekdayOf(date) + 7 * weeks);
  return `${dayEdtf(monday)}/${dayEdtf(addDays(monday, 6))}`;
}

export const quarterEdtf = (year: number, quarter: number): string =>
  `${monthEdtf(year, quarter * 3 - 2)}/${monthEdtf(year, quarter * 3)}`;

export const halfYearEdtf = (year: number, half: number): string =>
  `${monthEdtf(year, half * 6 - 5)}/${monthEdtf(year, half * 6)}`;

/** Season 1 spring to 4 winter of the northern hemisphere. A winter lies in two years, so it keeps EDTF's own code 24. */
export const seasonEdtf = (year: number, season: number): string =>
  season === 4 ? `${yearEdtf(year)}-24` : `${monthEdtf(year, season * 3)}/${monthEdtf(year, season * 3 + 2)}`;

/** Start of an interval, or the date itself: `2024-04/2024-06` -> `2024-04`. */
export const startOf = (edtf: string): string => edtf.split('/')[0] ?? edtf;

/** End of an interval, or the date itself. */
export const endOf = (edtf: string): string => edtf.split('/').at(-1) ?? edtf;

/** From the start of one date to the end of the other; a single date when both are the same. */
export function intervalEdtf(from: string, to: string): string {
  const [start, end] = [startOf(from), endOf(to)];
  return start === end ? start : `${start}/${end}`;
}

/** Year, month and day as far as an EDTF date (no interval, no season) states them; `null` when it is none. */
export function partsOf(
  edtf: string,
): { readonly year: number; readonly month?: number; readonly day?: number } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(edtf);
  if (!match) return null;
  const [year, month, day] = match.slice(1, 4).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return null;
  if (month === undefined) return { year };
  if (day === undefined) return { year, month };
  return isDay({ year, month, day }) ? { year, month, day } : null;
}
