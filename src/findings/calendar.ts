/** Days from one far day to another, both included; `null` ends are open. Days count from 1970-01-01. */
export interface Interval {
  readonly from: number | null;
  readonly to: number | null;
}

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Day number of a proleptic Gregorian date, 1970-01-01 = 0 (Fliegel and Van Flandern's arithmetic, no Date needed). */
export function dayNumber(year: number, month: number, day: number): number {
  const leaps = (y: number): number => Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const isLeap = leaps(year) > leaps(year - 1);
  const inYear = (DAYS_BEFORE[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0) + day - 1;
  return (year - 1970) * 365 + leaps(year - 1) - leaps(1969) + inYear;
}

const lastDay = (year: number, month: number): number =>
  month === 12 ? dayNumber(year, 12, 31) : dayNumber(year, month + 1, 1) - 1;

/** EDTF level 1 seasons and the quarters and halves of level 2: first and last month. */
const SPANS: Readonly<Record<string, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 12],
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  40: [1, 6],
  41: [7, 12],
};

function readDate(text: string): Interval | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?$/.exec(text);
  if (!match) {
    const decade = /^(\d{3})X$/.exec(text);
    return decade
      ? { from: dayNumber(Number(decade[1]) * 10, 1, 1), to: dayNumber(Number(decade[1]) * 10 + 9, 12, 31) }
      : null;
  }
  const year = Number(match[1]);
  if (match[2] === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) };
  const span = SPANS[match[2]];
  if (span) return { from: dayNumber(year, span[0], 1), to: lastDay(year, span[1]) };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return { from: dayNumber(year, month, 1), to: lastDay(year, month) };
  const day = dayNumber(year, month, Number(match[3]));
  return { from: day, to: day };
}

/** The days an EDTF string covers: dates, seasons, quarters, halves, decades, intervals with open ends. `null` when it is none of these. */
export function readEdtf(edtf: string): Interval | null {
  const [left, right, more] = edtf.split('/');
  if (left === undefined || more !== undefined) return null;
  if (right === undefined) return readDate(left);
  const isOpen = (side: string): boolean => side === '..' || side === '';
  const from = isOpen(left) ? { from: null, to: null } : readDate(left);
  const to = isOpen(right) ? { from: null, to: null } : readDate(right);
  return from && to ? { from: from.from, to: to.to } : null;
}

/** Whether an interval has a start and no end: "since mid-2031". */
export const isSince = (interval: Interval): boolean => interval.from !== null && interval.to === null;

/** Days between two intervals that do not touch; 0 when they overlap. */
export function gap(a: Interval, b: Interval): number {
  const before = (x: Interval, y: Interval): number =>
    x.to !== null && y.from !== null && x.to < y.from ? y.from - x.to : 0;
  return Math.max(before(a, b), before(b, a));
}
