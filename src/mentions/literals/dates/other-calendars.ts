import { dayEdtf, monthEdtf, ofJalali, yearEdtf } from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import { follows, type Scan } from '../scan.ts';
import { buddhist, yearOfEra } from './eras.ts';
import { fixed, type Moment, withoutYear } from './moment.ts';
import { matchAt } from './numeric-match.ts';
import { readDayOfMonth } from './parts.ts';

const HAN_DAY = /(?:(\d{1,4})\s?年\s?)?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号號])?/y;
const HAN_YEAR = /(\d{2,3})\s?年(?!\s?(?:来|來|间|間|前|后|後|内|內|以|多|半|期|制|级|級|\d|[一二三四五六七八九十]))/y;
const FOREIGN_YEAR = /(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?![\d./-])/y;
const FOREIGN_LAST = /(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\d./-])/y;

/** 2022年2月28日, 民國113年5月6日, 令和6年5月, 2月28日: Chinese and Japanese dates; a year that is not sure stays open. */
export function readHanDate(scan: Scan, at: number, frame: Frame): Moment | null {
  const found = matchAt(scan, at, HAN_DAY);
  const start = scan.pieces[at]?.start ?? 0;
  if (!found) return hanYear(scan, at, frame);
  const [written = '', month = 0, day = 0] = [found.groups[0], Number(found.groups[1]), Number(found.groups[2])];
  if (month < 1 || month > 12 || day > 31) return null;
  const yearless = day === 0 ? { month } : { month, day };
  const shape = day === 0 ? 'month' : 'day';
  // 令和元年5月1日: the year before is said in words.
  const isBehindYear = /年\s?$/u.test(scan.text.slice(Math.max(0, start - 2), start));
  if (written === '' && !isBehindYear)
    return { to: found.to, edtf: null, precision: shape, shape, relative: '', yearless };
  const year =
    written.length === 4 ? Number(written) : written === '' ? null : yearOfEra(scan, start, Number(written), frame);
  if (year === null) return withoutYear(found.to, yearless);
  if (day === 0) return fixed(found.to, monthEdtf(year, month), 'month', 'month-year');
  return fixed(found.to, dayEdtf({ year, month, day }), 'day', 'day');
}

function hanYear(scan: Scan, at: number, frame: Frame): Moment | null {
  const found = matchAt(scan, at, HAN_YEAR);
  const year = found && yearOfEra(scan, scan.pieces[at]?.start ?? 0, Number(found.groups[0]), frame);
  return found && year !== null ? fixed(found.to, yearEdtf(year), 'year', 'year') : null;
}

/** 1402/05/12 in a document that speaks of Iran, 5/3/2567 in one that counts Buddhist years. */
export function readForeignNumeric(scan: Scan, at: number, frame: Frame): Moment | null {
  const first = matchAt(scan, at, FOREIGN_YEAR);
  const last = first ? null : matchAt(scan, at, FOREIGN_LAST);
  const found = first ?? last;
  if (!found) return null;
  const [a = 0, month = 0, c = 0] = found.groups.map(Number);
  const [written, dayOfMonth] = first ? [a, c] : [c, a];
  if (frame.calendars.jalali && first && written >= 1300 && written < 1500) {
    const day = ofJalali(written, month, dayOfMonth);
    return day && fixed(found.to, dayEdtf(day), 'day', 'day');
  }
  const year = frame.calendars.buddhist ? buddhist(written) : null;
  // Which of two small numbers is the month stays open.
  const isSure = first !== null || a > 12 || a === month;
  if (year === null || month > 12 || dayOfMonth > 31 || !isSure) return null;
  return fixed(found.to, dayEdtf({ year, month, day: dayOfMonth }), 'day', 'day');
}

/** "12 Mordad 1402": months that only the Iranian calendar has. */
export function readJalaliDate(scan: Scan, at: number): Moment | null {
  const day = readDayOfMonth(scan, at);
  const month =
    day && follows(scan, day.to) ? scan.vocabulary.jalaliMonths.get(scan.pieces[day.to]?.lower ?? '') : undefined;
  if (!day || month === undefined) return null;
  const year = scan.pieces[day.to + 1];
  if (year?.kind !== 'number' || year.apart || !/^1[345][0-9][0-9]$/.test(year.text)) return null;
  const date = ofJalali(Number(year.text), month, day.value);
  return date && fixed(day.to + 2, dayEdtf(date), 'day', 'day');
}
