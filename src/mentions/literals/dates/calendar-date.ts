import { dayEdtf, intervalEdtf, isDay, monthEdtf } from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import { DASHES, follows, lookUp, type Scan, skipSign } from '../scan.ts';
import { readCountedYear } from './eras.ts';
import { readJoinedDate } from './joined.ts';
import { fixed, type Moment, withoutYear, type Yearless } from './moment.ts';
import { readJalaliDate } from './other-calendars.ts';
import { type Read, readDayOfMonth, readMonth, readYear, skipOf, skipWord } from './parts.ts';

/** Languages that put the month before the day. */
const MONTH_FIRST = new Set(['en', 'zh', 'lt']);

/** The month or day with a year added, that of its start; a span that goes over the new year ends in the next. `null` when there is no such day. */
export function withYear(yearless: Yearless, year: number): string | null {
  const { month, day, lastMonth = month, lastDay } = yearless;
  const lastYear = lastMonth < month ? year + 1 : year;
  if (day === undefined) return intervalEdtf(monthEdtf(year, month), monthEdtf(lastYear, lastMonth));
  const last = { year: lastYear, month: lastMonth, day: lastDay ?? day };
  if (!isDay({ year, month, day }) || !isDay(last)) return null;
  return intervalEdtf(dayEdtf({ year, month, day }), dayEdtf(last));
}

function moment(to: number, yearless: Yearless, year: number | null, weak: boolean): Moment | null {
  const precision = yearless.day === undefined ? 'month' : 'day';
  // 2000 has every day a year can have.
  if (year === null && withYear(yearless, 2000) === null) return null;
  if (year === null) return { to, edtf: null, precision, shape: precision, relative: '', yearless, weak };
  const edtf = withYear(yearless, year);
  return edtf === null ? null : fixed(to, edtf, precision, precision === 'day' ? 'day' : 'month-year');
}

/** A year behind a month or day, with the comma or "of" between. */
function readYearAfter(scan: Scan, at: number): Read | null {
  const direct = follows(scan, at) ? readYear(scan, at) : null;
  if (direct) return direct;
  const time = skipTime(scan, at);
  if (time > at) return follows(scan, time) ? readYear(scan, time) : null;
  const comma = scan.language === 'en' ? skipSign(scan, at, ',') : at;
  const start = comma > at ? comma : skipOf(scan, at);
  return start > at && follows(scan, start) ? readYear(scan, start) : null;
}

/** Piece behind a time of day and its zone ("11:00:09 EDT", "11:00 +0300"), which some logs set before the year. */
function skipTime(scan: Scan, at: number): number {
  const piece = scan.pieces[at];
  if (piece?.kind !== 'number' || piece.apart || !/^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?$/.test(piece.text))
    return at;
  const [zone, offset] = [scan.pieces[at + 1], scan.pieces[at + 2]];
  const isNamed = zone?.kind === 'word' && /^[A-Z]{2,5}$/.test(zone.text);
  const signAt = isNamed ? at + 2 : at + 1;
  const isOffset = /^[+\-−]$/.test(scan.pieces[signAt]?.text ?? '') && scan.pieces[signAt + 1]?.kind === 'number';
  if (isOffset && scan.pieces[signAt + 1]?.glued) return signAt + 2;
  return isNamed && offset ? at + 2 : at + 1;
}

/** A second day behind a first: "25-26", "5 and 6". */
function readLastDay(scan: Scan, first: Read): Read | null {
  const dash = skipSign(scan, first.to, DASHES);
  const joint = dash > first.to ? dash : skipWord(scan, first.to, 'and', 'to');
  const last = joint > first.to && follows(scan, joint) ? readDayOfMonth(scan, joint) : null;
  return last && last.value > first.value ? last : null;
}

function dayFirst(scan: Scan, at: number, frame: Frame): Moment | null {
  const first = readDayOfMonth(scan, at);
  if (!first) return null;
  const last = readLastDay(scan, first);
  for (const day of last ? [last, first] : [first]) {
    const monthAt = skipOf(scan, day.to);
    const month = follows(scan, monthAt) ? readMonth(scan, monthAt) : null;
    if (!month) continue;
    const yearless = { month: month.value, day: first.value, ...(day === last ? { lastDay: last.value } : {}) };
    return dated(scan, month.to, yearless, frame);
  }
  return null;
}

/** A day with the year behind it, of whatever calendar; without one it waits for the passage or the document to tell. */
function dated(scan: Scan, to: number, yearless: Yearless, frame: Frame): Moment | null {
  const year = readYearAfter(scan, to);
  if (year) return moment(year.to, yearless, year.value, false);
  const counted = readCountedYear(scan, to, frame);
  if (!counted) return moment(to, yearless, null, false);
  return counted.year === null ? withoutYear(counted.to, yearless) : moment(counted.to, yearless, counted.year, false);
}

function monthFirst(scan: Scan, at: number, frame: Frame): Moment | null {
  const month = readMonth(scan, at);
  const first = month && follows(scan, month.to) ? readDayOfMonth(scan, month.to) : null;
  if (!month || !first) return null;
  // "May 20 people" counts people; the day is followed by nothing, a sign, a year or small words.
  const last = readLastDay(scan, first);
  const yearless = { month: month.value, day: first.value, ...(last ? { lastDay: last.value } : {}) };
  const to = last?.to ?? first.to;
  const trimmed = scan.pieces[to - 1]?.text === '.' ? to - 1 : to;
  return dated(scan, trimmed, yearless, frame);
}

/** "2022. aasta veebruaris", "2022. gada 28. februārī": the year before its month or day. */
function yearFirst(scan: Scan, at: number, frame: Frame): Moment | null {
  const year = readYear(scan, at);
  if (!year || year.to === at + 1 || !follows(scan, year.to)) return null;
  const date = dayFirst(scan, year.to, frame);
  if (date?.yearless) return moment(date.to, date.yearless, year.value, false);
  const month = readMonth(scan, year.to);
  return month ? moment(month.to, { month: month.value }, year.value, false) : null;
}

/** A list of months in sequence ("May, June and July"), as its last month and the piece after it. */
function readLastMonth(scan: Scan, first: Read): Read {
  let last = first;
  for (;;) {
    const comma = skipSign(scan, last.to, ',');
    const joint = skipWord(scan, comma, 'and');
    const next = joint > last.to && follows(scan, joint) ? readMonth(scan, joint) : null;
    if (!next || next.value !== last.value + 1) return last;
    last = next;
  }
}

function monthAlone(scan: Scan, at: number): Moment | null {
  const month = readMonth(scan, at);
  if (!month) return null;
  const last = readLastMonth(scan, month);
  const yearless = { month: month.value, ...(last.to > month.to ? { lastMonth: last.value } : {}) };
  const year = readYearAfter(scan, last.to);
  if (year) return moment(year.to, yearless, year.value, false);
  if (month.reading === 'short' && last === month) return shortMonth(scan, month.to, yearless);
  return moment(last.to, yearless, null, month.reading === 'weak' && last === month);
}

/** "Jan-Mar 2023": a short month without a day counts only as the end of a range; "Jan" is also a name. */
function shortMonth(scan: Scan, to: number, yearless: Yearless): Moment | null {
  return DASHES.includes(scan.pieces[to]?.text ?? ' ') ? moment(to, yearless, null, true) : null;
}

/** A day, a month or a row of them at a piece, with or without its year: "28 February 2022", "Oct. 25-26", "May and June"; or `null`. */
export function readCalendarDate(scan: Scan, at: number, frame: Frame): Moment | null {
  const weekday = lookUp(scan, at, 'weekdays');
  if (weekday) {
    const start = skipWord(scan, skipSign(scan, weekday.to, ','), 'the', 'on');
    const date = follows(scan, start) ? readNamedDate(scan, start, frame) : null;
    return date?.precision === 'day' ? date : null;
  }
  return readNamedDate(scan, at, frame);
}

function readNamedDate(scan: Scan, at: number, frame: Frame): Moment | null {
  const joined = readJoinedDate(scan, at) ?? readJalaliDate(scan, at);
  if (joined) return joined;
  const named = dayFirst(scan, at, frame) ?? (MONTH_FIRST.has(scan.language) ? monthFirst(scan, at, frame) : null);
  return named ?? yearFirst(scan, at, frame) ?? monthAlone(scan, at);
}
