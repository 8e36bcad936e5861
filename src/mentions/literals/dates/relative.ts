import {
  addDays,
  type Day,
  dayEdtf,
  monthEdtf,
  partsOf,
  quarterEdtf,
  seasonEdtf,
  weekdayOf,
  weekEdtf,
  yearEdtf,
} from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import { type CountedTime, readCountedTime } from '../duration.ts';
import { follows, lookUp, type Scan } from '../scan.ts';
import type { Moment } from './moment.ts';
import { readMonth, skipWord } from './parts.ts';

/** Year, month and day of the document as far as known. */
export function frameDate(frame: Frame): ReturnType<typeof partsOf> {
  return frame.published === null ? null : partsOf(frame.published);
}

function frameDay(frame: Frame): Day | null {
  const date = frameDate(frame);
  return date?.month !== undefined && date.day !== undefined
    ? { year: date.year, month: date.month, day: date.day }
    : null;
}

/** The calendar unit `steps` away from the document's own; `null` when its date is not known that closely. */
function unitAway(frame: Frame, unit: string, steps: number): string | null {
  const date = frameDate(frame);
  const day = frameDay(frame);
  if (unit === 'Y') return date ? yearEdtf(date.year + steps) : null;
  if (unit === 'M') return date?.month === undefined ? null : monthEdtf(date.year, date.month + steps);
  if (unit === 'W') return day ? weekEdtf(day, steps) : null;
  if (unit === 'D') return day ? dayEdtf(addDays(day, steps)) : null;
  if (unit === 'Q' && date?.month !== undefined) {
    const quarters = date.year * 4 + Math.floor((date.month - 1) / 3) + steps;
    return quarterEdtf(Math.floor(quarters / 4), (quarters % 4) + 1);
  }
  return null;
}

const PRECISION: Readonly<Record<string, Moment['precision']>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  Q: 'quarter',
};

function away(to: number, frame: Frame, unit: string, steps: number): Moment {
  const edtf = unitAway(frame, unit, steps);
  return { to, edtf, precision: PRECISION[unit] ?? 'unknown', shape: 'relative', relative: `relative ${unit}${steps}` };
}

const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** "this", "last", "next" at a piece, as steps, and the piece after. */
function readSteps(scan: Scan, at: number): { readonly steps: number; readonly to: number } | null {
  const word = lookUp(scan, at, 'time-words', ([role = '']) => role in STEPS);
  const steps = STEPS[word?.fields[0] ?? ''];
  return word && steps !== undefined && follows(scan, word.to) ? { steps, to: word.to } : null;
}

function readUnit(scan: Scan, at: number): { readonly unit: string; readonly to: number } | null {
  const found = lookUp(scan, at, 'durations', ([unit = '']) => unit in PRECISION);
  const unit = found?.fields[0];
  // "in the coming days" is no one day.
  if (scan.language === 'en' && scan.pieces[at]?.lower.endsWith('s')) return null;
  return found && unit !== undefined ? { unit, to: found.to } : null;
}

/** "last week", "earlier this year", "la semaine dernière". */
function readNamedUnit(scan: Scan, at: number, frame: Frame): Moment | null {
  const start = skipOpening(scan, at);
  const before = readSteps(scan, start);
  const unit = before ? readUnit(scan, before.to) : null;
  if (before && unit) return away(unit.to, frame, unit.unit, before.steps);
  const article = lookUp(scan, start, 'time-words', ([role]) => role === 'the');
  const bare = readUnit(scan, article && follows(scan, article.to) ? article.to : start);
  const behind =
    bare && follows(scan, bare.to)
      ? lookUp(scan, bare.to, 'time-words', ([role]) => role === 'last' || role === 'next')
      : null;
  const isRomance = ['fr', 'es', 'it', 'pt'].includes(scan.language);
  if (!bare || !behind || !isRomance) return null;
  return away(behind.to, frame, bare.unit, STEPS[behind.fields[0] ?? ''] ?? 0);
}

/** Piece after "earlier" or "later" before "this year". */
function skipOpening(scan: Scan, at: number): number {
  const word = lookUp(scan, at, 'time-words', ([role]) => role === 'earlier' || role === 'later');
  return word && follows(scan, word.to) ? word.to : at;
}

/** A weekday is the nearest past one, the document's own day included: news reports look back. */
function readWeekday(scan: Scan, at: number, frame: Frame): Moment | null {
  const before = readSteps(scan, at);
  const start = before?.to ?? at;
  const found = lookUp(scan, start, 'weekdays', ([, reading]) => reading !== 'short');
  if (!found || !/^\p{L}/u.test(scan.pieces[start]?.text ?? '') || found.fields[0] === undefined) return null;
  const weekday = Number(found.fields[0]);
  const day = frameDay(frame);
  const back = day ? (weekdayOf(day) - weekday + 7) % 7 : 0;
  const days = before?.steps === 1 ? 7 - back : before?.steps === -1 && back === 0 ? -7 : -back;
  const edtf = day ? dayEdtf(addDays(day, days)) : null;
  return { to: found.to, edtf, precision: 'day', shape: 'weekday', relative: `relative weekday ${weekday}` };
}

/** "last July", "this summer". */
function readNamedMonth(scan: Scan, at: number, frame: Frame): Moment | null {
  const before = readSteps(scan, skipOpening(scan, at));
  if (!before) return null;
  const date = frameDate(frame);
  const known = date?.month === undefined ? null : { year: date.year, month: date.month };
  const month = readMonth(scan, before.to);
  if (month) {
    const year = known && known.year + yearsAway(before.steps, month.value, known.month);
    const edtf = year === null ? null : monthEdtf(year, month.value);
    return {
      to: month.to,
      edtf,
      precision: 'month',
      shape: 'relative',
      relative: `relative --${String(month.value).padStart(2, '0')}`,
    };
  }
  const season = lookUp(scan, before.to, 'time-words', ([role = '']) => /^s[1-4]$/.test(role));
  if (!season) return null;
  const n = Number(season.fields[0]?.slice(1));
  const year = known && known.year + yearsAway(before.steps, n * 3 + 2, known.month);
  const edtf = year === null || n === 4 ? null : seasonEdtf(year, n);
  return { to: season.to, edtf, precision: 'season', shape: 'relative', relative: `relative S${n}` };
}

/** "last July" said in May is the year before, said in August this year's. */
function yearsAway(steps: number, month: number, now: number): number {
  if (steps < 0) return month < now ? 0 : -1;
  return steps > 0 && month <= now ? 1 : 0;
}

/** "2 days ago", "vor zwei Wochen", "il y a un an", "3 дня назад". */
function readAgo(scan: Scan, at: number, frame: Frame): Moment | null {
  const opening = lookUp(scan, at, 'time-words', ([role]) => role === 'ago-before');
  const start = opening && follows(scan, opening.to) ? opening.to : at;
  const counted = readCountedTime(scan, start) ?? readOneUnit(scan, start);
  if (!counted) return null;
  if (start > at) return ago(counted, counted.to, frame);
  const word = lookUp(scan, counted.to, 'time-words', ([role]) => role === 'ago');
  return word && follows(scan, counted.to) ? ago(counted, word.to, frame) : null;
}

/** "a year" ago, год назад: one unit without a number. */
function readOneUnit(scan: Scan, at: number): CountedTime | null {
  const article = lookUp(scan, at, 'time-words', ([role]) => role === 'a');
  const unit = readUnit(scan, article && follows(scan, article.to) ? article.to : at);
  return unit
    ? { from: at, to: unit.to, unit: unit.unit, number: '1', iso: `P1${unit.unit}`, upper: null, op: '=' }
    : null;
}

function ago(counted: CountedTime, to: number, frame: Frame): Moment {
  const steps = Number(counted.number);
  const isWhole = Number.isInteger(steps) && steps < 10000 && counted.op === '=' && counted.upper === null;
  const edtf = isWhole && counted.unit in PRECISION ? unitAway(frame, counted.unit, -steps) : null;
  return {
    to,
    edtf,
    precision: PRECISION[counted.unit] ?? 'unknown',
    shape: 'relative',
    relative: `relative ${counted.iso}`,
  };
}

function readWord(scan: Scan, at: number, frame: Frame): Moment | null {
  const found = lookUp(scan, at, 'relative-dates');
  const [unit, steps] = found?.fields ?? [];
  return found && unit !== undefined ? away(found.to, frame, unit, Number(steps ?? 0)) : null;
}

/** A time told from the document's own date: "last week", "on Thursday", "2 days ago", "yesterday"; or `null`. */
export function readRelative(scan: Scan, at: number, frame: Frame): Moment | null {
  return (
    readNamedUnit(scan, at, frame) ??
    readNamedMonth(scan, at, frame) ??
    readWeekday(scan, at, frame) ??
    readAgo(scan, at, frame) ??
    readWord(scan, at, frame)
  );
}

/** "this year", "last year", 去年 as the year of a period, or `null`. */
export function readRelativeYear(
  scan: Scan,
  at: number,
  frame: Frame,
): { readonly to: number; readonly year: number | null; readonly relative: string } | null {
  const found = readNamedUnit(scan, at, frame) ?? readWord(scan, skipWord(scan, at, 'the'), frame);
  if (found?.precision !== 'year') return null;
  return { to: found.to, year: found.edtf === null ? null : Number(found.edtf), relative: found.relative };
}
