import { intervalEdtf, monthEdtf, seasonEdtf } from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import { follows, lookUp, type Scan, skipSign } from '../scan.ts';
import { readCalendarDate, withYear } from './calendar-date.ts';
import { fixed, type Moment } from './moment.ts';
import { readNumericDate } from './numeric.ts';
import { readPartOfYear } from './part-of-year.ts';
import { readYear, skipOf, skipThe, skipWord } from './parts.ts';
import { frameDate, readRelativeYear } from './relative.ts';
import { periodOf, readYearTarget, type YearTarget } from './year-target.ts';
import { readDecade, readYears } from './years.ts';

const PARTS: Readonly<Record<string, (year: number) => string>> = {
  early: (year) => intervalEdtf(monthEdtf(year, 1), monthEdtf(year, 3)),
  mid: (year) => monthEdtf(year, 7),
  late: (year) => intervalEdtf(monthEdtf(year, 10), monthEdtf(year, 12)),
};

function readEarlyOrLate(scan: Scan, at: number, frame: Frame): Moment | null {
  const word = lookUp(scan, at, 'time-words', ([role = '']) => role in PARTS);
  const toEdtf = PARTS[word?.fields[0] ?? ''];
  if (!word || !toEdtf) return yearBeforePart(scan, at);
  const role = word.fields[0] ?? '';
  const starts = new Set([word.to, skipSign(scan, word.to, '-'), skipOf(scan, word.to)]);
  for (const start of starts) {
    if (!follows(scan, start)) continue;
    const date = readDecade(scan, start) ?? readCalendarDate(scan, start, frame);
    if (date && date.precision !== 'day') return { ...date, shape: date.yearless ? 'month' : 'part', weak: false };
    const target = readYearTarget(scan, start, frame, '');
    if (target) return periodOf(target, role, role === 'mid' ? 'half-year' : 'quarter', toEdtf);
  }
  return null;
}

/** 2024年底, "2024. aasta lõpus": the year before its part. */
function yearBeforePart(scan: Scan, at: number): Moment | null {
  const piece = scan.pieces[at];
  if (piece?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(piece.text)) return null;
  const year = readYear(scan, at);
  for (const place of new Set([at + 1, year?.to ?? at + 1])) {
    const word = follows(scan, place) ? lookUp(scan, place, 'time-words', ([role = '']) => role in PARTS) : null;
    const toEdtf = PARTS[word?.fields[0] ?? ''];
    const isHere = scan.language === 'zh' || scan.language === 'et';
    if (word && toEdtf && isHere) {
      const precision = word.fields[0] === 'mid' ? 'half-year' : 'quarter';
      return periodOf({ to: word.to, year: Number(piece.text), relative: '' }, '', precision, toEdtf);
    }
  }
  return null;
}

function readSeason(scan: Scan, at: number, frame: Frame): Moment | null {
  const start = skipThe(scan, at);
  const word = lookUp(scan, start, 'time-words', ([role = '']) => /^s[1-4]$/.test(role));
  if (!word) return null;
  const season = Number(word.fields[0]?.slice(1));
  const target = readYearTarget(scan, word.to, frame);
  if (target) return { ...periodOf(target, `S${season}`, 'season', (year) => seasonEdtf(year, season)), shape: 'part' };
  const date = frameDate(frame);
  // A document that says "in the summer" means the last one that had begun.
  const year = date?.month === undefined ? null : date.year - (season * 3 > date.month ? 1 : 0);
  const edtf = year === null || season === 4 ? null : seasonEdtf(year, season);
  return { to: word.to, edtf, precision: 'season', shape: 'season', relative: `relative S${season}`, weak: true };
}

/** "July last year", "12 июля прошлого года", 去年12月: a date whose year is told from the document's. */
function readInRelativeYear(scan: Scan, at: number, frame: Frame): Moment | null {
  const leading = readRelativeYear(scan, at, frame);
  const behind = leading && follows(scan, leading.to) ? readBehindYear(scan, leading.to, frame) : null;
  if (leading && behind) return inYear(behind, { ...leading, to: behind.to });
  const date = readCalendarDate(scan, at, frame);
  if (!date?.yearless) return null;
  const start = [date.to, skipOf(scan, date.to), skipWord(scan, date.to, 'in')].find(
    (place) => follows(scan, place) && readRelativeYear(scan, place, frame),
  );
  const target = start === undefined ? null : readRelativeYear(scan, start, frame);
  return target ? inYear(date, target) : null;
}

/** The date behind a relative year, in the languages that put the year first: 去年12月, "eelmise aasta juulis". */
function readBehindYear(scan: Scan, at: number, frame: Frame): Moment | null {
  return readNumericDate(scan, at, frame) ?? (scan.language === 'et' ? readCalendarDate(scan, at, frame) : null);
}

function inYear({ yearless, precision }: Moment, target: YearTarget): Moment | null {
  if (!yearless) return null;
  const edtf = target.year === null ? null : withYear(yearless, target.year);
  if (edtf !== null) return fixed(target.to, edtf, precision, 'part');
  const day = yearless.day === undefined ? '' : `-${String(yearless.day).padStart(2, '0')}`;
  const detail = `--${String(yearless.month).padStart(2, '0')}${day}`;
  return { to: target.to, edtf: null, precision, shape: 'part', relative: `${target.relative} ${detail}` };
}

/** A stretch of a year or of several at a piece: "late 2024", "the second quarter of 2024", "summer 2022", "2020-2023"; or `null`. */
export function readPeriod(scan: Scan, at: number, frame: Frame): Moment | null {
  return (
    readEarlyOrLate(scan, at, frame) ??
    readInRelativeYear(scan, at, frame) ??
    readPartOfYear(scan, at, frame) ??
    readSeason(scan, at, frame) ??
    readDecade(scan, at) ??
    readYears(scan, at, frame)
  );
}
