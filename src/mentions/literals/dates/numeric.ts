import { dayEdtf, isDay, monthEdtf, partsOf, yearEdtf } from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import { isAlone, type Scan } from '../scan.ts';
import { fixed, type Moment } from './moment.ts';
import { fullYear, matchAt } from './numeric-match.ts';
import { readForeignNumeric, readHanDate } from './other-calendars.ts';
import { isNumbered } from './parts.ts';

const ISO_DAY = /(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/y;
const ISO_SPAN = /(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})(?![\d/-])/y;
const COMPACT = /((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/y;
const YEAR_FIRST = /(\d{4})[./](\d{1,2})[./](\d{1,2})(?![\d./])/y;
const DOTTED = /(\d{1,2})\.[ \u00a0]?(\d{1,2})\.[ \u00a0]?(\d{4}|\d{2})(?![\d]|\.\d)/y;
const SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/y;
const DASHED = /(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])/y;
const MONTH_FIRST = /(0[1-9]|1[0-2])[./]((?:19|20)\d\d)(?![\d/]|\.\d)/y;

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
    return first >= 1 && second >= 1 && year >= 1900 && year < 2100
      ? fixed(found.to, yearEdtf(year), 'year', 'day')
      : null;
  }
  return order === 'month-first' ? day(found.to, year, first, second) : day(found.to, year, second, first);
}

/** Which of two numbers is the month, when only one of them can be. */
export function slashOrderOf(first: number, second: number): Frame['slashOrder'] {
  if (first > 12 && first <= 31 && second <= 12) return 'day-first';
  if (second > 12 && second <= 31 && first <= 12) return 'month-first';
  return null;
}

/** 2023-10-26, 2023.10.26, 2023-10-26/2023-10-28, and 20231026 alone in its cell; `undefined` when no year opens. */
function readYearFirst(scan: Scan, at: number, frame: Frame): Moment | null | undefined {
  const span = matchAt(scan, at, ISO_SPAN);
  const [from = '', to = ''] = span?.groups ?? [];
  if (span && partsOf(from) && partsOf(to) && from <= to) return fixed(span.to, `${from}/${to}`, 'day', 'day');
  const compact = matchAt(scan, at, COMPACT);
  if (compact && isAlone(scan, at, compact.to)) {
    const [year = 0, month = 0, dayOfMonth = 0] = compact.groups.map(Number);
    return day(compact.to, year, month, dayOfMonth);
  }
  const yearFirst = matchAt(scan, at, ISO_DAY) ?? matchAt(scan, at, YEAR_FIRST);
  if (yearFirst) {
    const [year = 0, month = 0, dayOfMonth = 0] = yearFirst.groups.map(Number);
    return day(yearFirst.to, year, month, dayOfMonth) ?? readForeignNumeric(scan, at, frame);
  }
  return undefined;
}

/** A date in digits at a piece: 2022-02-28, 28.02.2022, 02/28/2022, 2022年2月28日, 02.2022; or `null`. */
export function readNumericDate(scan: Scan, at: number, frame: Frame): Moment | null {
  const piece = scan.pieces[at];
  const before = scan.pieces[at - 1];
  if (piece?.kind !== 'number') return null;
  if (piece.glued && before && /[\p{L}\p{N}/\\.\-_]$/u.test(before.text) && !/\p{Script=Han}/u.test(before.text))
    return null;
  if (isNumbered(scan, at)) return null;
  const yearFirst = readYearFirst(scan, at, frame);
  if (yearFirst !== undefined) return yearFirst;
  const dotted = matchAt(scan, at, DOTTED);
  if (dotted && (dotted.groups[2]?.length === 4 || /^\d\d\.\d\d\.\d\d$/.test(piece.text))) {
    return day(dotted.to, fullYear(dotted.groups[2] ?? ''), Number(dotted.groups[1]), Number(dotted.groups[0]));
  }
  const month = matchAt(scan, at, MONTH_FIRST);
  if (month) return fixed(month.to, monthEdtf(Number(month.groups[1]), Number(month.groups[0])), 'month', 'month-year');
  return slashed(scan, at, frame) ?? readForeignNumeric(scan, at, frame) ?? readHanDate(scan, at, frame);
}
