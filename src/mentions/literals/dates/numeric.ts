import { dayEdtf, isDay, monthEdtf, yearEdtf } from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import type { Scan } from '../scan.ts';
import { fixed, type Moment } from './moment.ts';

const ISO_DAY = /(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/y;
const YEAR_FIRST = /(\d{4})[./](\d{1,2})[./](\d{1,2})(?![\d./])/y;
const DOTTED = /(\d{1,2})\.[ \u00a0]?(\d{1,2})\.[ \u00a0]?(\d{4}|\d{2})(?![\d]|\.\d)/y;
const SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/y;
const DASHED = /(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])/y;
const MONTH_FIRST = /(0[1-9]|1[0-2])[./]((?:19|20)\d\d)(?![\d/]|\.\d)/y;
const CHINESE_DAY = /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号號])?/y;

function matchAt(
  scan: Scan,
  at: number,
  pattern: RegExp,
): { readonly groups: readonly string[]; readonly to: number } | null {
  const piece = scan.pieces[at];
  if (!piece) return null;
  pattern.lastIndex = piece.start;
  const match = pattern.exec(scan.text);
  if (!match) return null;
  const end = piece.start + match[0].length;
  let to = at;
  while ((scan.pieces[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to += 1;
  return scan.pieces[to - 1]?.end === end ? { groups: match.slice(1).map((group) => group ?? ''), to } : null;
}

/** Two-digit years are read as 1970 to 2069. */
function fullYear(written: string): number {
  const year = Number(written);
  return written.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

function day(to: number, year: number, month: number, dayOfMonth: number): Moment | null {
  const date = { year, month, day: dayOfMonth };
  return isDay(date) && year >= 1800 && year < 2100 ? fixed(to, dayEdtf(date), 'day', 'day') : null;
}

/** 03/04/2023: the numbers themselves, the document's other dates or its language decide; otherwise only the year is sure. */
function slashed(scan: Scan, at: number, frame: Frame): Moment | null {
  const found = matchAt(scan, at, SLASHED) ?? matchAt(scan, at, DASHED);
  if (!found) return null;
  const [first = 0, second = 0] = found.groups.map(Number);
  const year = fullYear(found.groups[2] ?? '');
  const order = slashOrderOf(first, second) ?? frame.slashOrder ?? (scan.language === 'en' ? null : 'day-first');
  if (order === null && first !== second) {
    return first >= 1 && second >= 1 && year >= 1900 ? fixed(found.to, yearEdtf(year), 'year', 'day') : null;
  }
  return order === 'month-first' ? day(found.to, year, first, second) : day(found.to, year, second, first);
}

/** Which of two numbers is the month, when only one of them can be. */
export function slashOrderOf(first: number, second: number): Frame['slashOrder'] {
  if (first > 12 && first <= 31 && second <= 12) return 'day-first';
  if (second > 12 && second <= 31 && first <= 12) return 'month-first';
  return null;
}

function chinese(scan: Scan, at: number): Moment | null {
  const found = matchAt(scan, at, CHINESE_DAY);
  if (!found) return null;
  const [year = '', month = '', dayOfMonth = ''] = found.groups;
  const n = Number(month);
  if (n < 1 || n > 12) return null;
  if (year === '') {
    const yearless = dayOfMonth === '' ? { month: n } : { month: n, day: Number(dayOfMonth) };
    const shape = dayOfMonth === '' ? 'month' : 'day';
    return { to: found.to, edtf: null, precision: shape, shape, relative: '', yearless };
  }
  if (dayOfMonth === '') return fixed(found.to, monthEdtf(Number(year), n), 'month', 'month-year');
  return day(found.to, Number(year), n, Number(dayOfMonth));
}

/** A date in digits at a piece: 2022-02-28, 28.02.2022, 02/28/2022, 2022年2月28日, 02.2022; or `null`. */
export function readNumericDate(scan: Scan, at: number, frame: Frame): Moment | null {
  const piece = scan.pieces[at];
  const before = scan.pieces[at - 1];
  if (piece?.kind !== 'number') return null;
  if (piece.glued && before && /[\p{L}\p{N}/\\.\-_]$/u.test(before.text) && !/\p{Script=Han}/u.test(before.text))
    return null;
  const yearFirst = matchAt(scan, at, ISO_DAY) ?? matchAt(scan, at, YEAR_FIRST);
  if (yearFirst) {
    const [year = 0, month = 0, dayOfMonth = 0] = yearFirst.groups.map(Number);
    return day(yearFirst.to, year, month, dayOfMonth);
  }
  const dotted = matchAt(scan, at, DOTTED);
  if (dotted && (dotted.groups[2]?.length === 4 || /^\d\d\.\d\d\.\d\d$/.test(piece.text))) {
    return day(dotted.to, fullYear(dotted.groups[2] ?? ''), Number(dotted.groups[1]), Number(dotted.groups[0]));
  }
  const month = matchAt(scan, at, MONTH_FIRST);
  if (month) return fixed(month.to, monthEdtf(Number(month.groups[1]), Number(month.groups[0])), 'month', 'month-year');
  return slashed(scan, at, frame) ?? chinese(scan, at);
}
