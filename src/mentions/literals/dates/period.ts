import { halfYearEdtf, intervalEdtf, monthEdtf, quarterEdtf, seasonEdtf, yearEdtf } from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import { follows, lookUp, type Scan, skipSign } from '../scan.ts';
import { readCalendarDate } from './calendar-date.ts';
import { fixed, type Moment } from './moment.ts';
import { type Read, readOrdinal, readYear, skipOf, skipWord } from './parts.ts';
import { frameDate, readRelativeYear } from './relative.ts';

/** The year a period belongs to: stated, or relative to the document ("of the year", "last year"). */
interface YearTarget {
  readonly to: number;
  readonly year: number | null;
  readonly relative: string;
}

function readYearTarget(scan: Scan, at: number, frame: Frame, comma = ','): YearTarget | null {
  for (const start of [
    at,
    skipSign(scan, at, comma),
    skipOf(scan, at),
    skipWord(scan, skipWord(scan, at, 'of'), 'in'),
  ]) {
    if (!follows(scan, start)) continue;
    const year = readYear(scan, start);
    if (year) return { to: year.to, year: year.value, relative: '' };
    const relative = readRelativeYear(scan, start, frame);
    if (relative) return relative;
  }
  const start = skipOf(scan, at);
  const word =
    start > at || scan.pieces[at]?.kind === 'word'
      ? lookUp(scan, start, 'time-words', ([role]) => role === 'year')
      : null;
  if (!word || !follows(scan, start)) return null;
  return { to: word.to, year: frameDate(frame)?.year ?? null, relative: 'relative Y0' };
}

function periodOf(
  target: YearTarget,
  detail: string,
  precision: Moment['precision'],
  toEdtf: (year: number) => string,
): Moment {
  if (target.year !== null) return fixed(target.to, toEdtf(target.year), precision, 'part');
  return { to: target.to, edtf: null, precision, shape: 'part', relative: `${target.relative} ${detail}`.trim() };
}

/** "Q2", "H1", 上半年: one word for the part of the year. */
function readPartSign(
  scan: Scan,
  at: number,
): { readonly kind: 'quarter' | 'half'; readonly n: number; readonly to: number } | null {
  const found = lookUp(scan, at, 'time-words', ([role = '']) => /^(?:q[1-4]|h[12]|half[12])$/.test(role));
  const role = found?.fields[0] ?? '';
  return found ? { kind: role.startsWith('q') ? 'quarter' : 'half', n: Number(role.slice(-1)), to: found.to } : null;
}

/** "second quarter", "II квартал", "zweites Halbjahr". */
function readPartWords(scan: Scan, at: number): ReturnType<typeof readPartSign> {
  const ordinal = readOrdinal(scan, at);
  if (!ordinal || !follows(scan, ordinal.to)) return null;
  const quarter =
    lookUp(scan, ordinal.to, 'durations', ([unit]) => unit === 'Q') ??
    lookUp(scan, ordinal.to, 'time-words', ([role]) => role === 'q');
  if (quarter) return { kind: 'quarter', n: ordinal.value, to: quarter.to };
  const half = ordinal.value <= 2 ? lookUp(scan, ordinal.to, 'time-words', ([role]) => role === 'half') : null;
  return half ? { kind: 'half', n: ordinal.value, to: half.to } : null;
}

function readPartOfYear(scan: Scan, at: number, frame: Frame): Moment | null {
  const start = skipThe(scan, at);
  const part = readPartSign(scan, start) ?? readPartWords(scan, start);
  if (part) {
    const target = readYearTarget(scan, part.to, frame);
    return target ? partMoment(part, target) : null;
  }
  // "2024. aasta teises kvartalis", 2024年第二季度: the year comes first.
  const year = readYear(scan, at);
  const behind = year && follows(scan, year.to) ? (readPartSign(scan, year.to) ?? readPartWords(scan, year.to)) : null;
  return year && behind ? partMoment(behind, { to: behind.to, year: year.value, relative: '' }) : null;
}

function partMoment(part: NonNullable<ReturnType<typeof readPartSign>>, target: YearTarget): Moment {
  return part.kind === 'quarter'
    ? periodOf(target, `Q${part.n}`, 'quarter', (year) => quarterEdtf(year, part.n))
    : periodOf(target, `H${part.n}`, 'half-year', (year) => halfYearEdtf(year, part.n));
}

/** An article may open a period, but only when it is not itself looked up as a preposition's tail. */
function skipThe(scan: Scan, at: number): number {
  const found = lookUp(scan, at, 'time-words', ([role]) => role === 'the');
  return found && follows(scan, found.to) ? found.to : at;
}

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
    const date = readDecade(scan, start) ?? readCalendarDate(scan, start);
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

/** "the 1990s", "1990-х": a decade, as `199X`. */
function readDecade(scan: Scan, at: number): Moment | null {
  const start = skipThe(scan, at);
  const piece = scan.pieces[start];
  if (piece?.kind !== 'number' || !/^(?:1[89]|20)\d0$/.test(piece.text)) return null;
  const hyphen = skipSign(scan, start + 1, '-');
  const suffix = scan.pieces[hyphen];
  if (!suffix?.glued || !/^(?:s|х|е|er|ers|те|ті|ih)$/.test(suffix.lower)) return null;
  const to = skipWord(scan, hyphen + 1, 'year');
  return fixed(to, `${piece.text.slice(0, 3)}X`, 'decade', 'part');
}

/** Years in a row: "2024 and 2025", "2020-23", "2022/23". */
function readYears(scan: Scan, at: number): Moment | null {
  const slashed = /^((?:19|20)\d\d)\/(\d\d|\d{4})$/.exec(scan.pieces[at]?.text ?? '');
  if (slashed) return yearSpan(at + 1, Number(slashed[1]), slashed[2] ?? '');
  const first = readYear(scan, at);
  if (!first) return null;
  const dash = scan.pieces[first.to];
  const short = scan.pieces[first.to + 1];
  if (dash && /^[-–‐‑]$/.test(dash.text) && dash.glued && short?.glued && /^\d\d$/.test(short.text)) {
    const span = yearSpan(first.to + 2, first.value, short.text);
    if (span) return span;
  }
  const last = readLastYear(scan, first);
  return fixed(last.to, intervalEdtf(yearEdtf(first.value), yearEdtf(last.value)), 'year', 'year');
}

/** The end of a row of years that "and" closes ("2020, 2021 and 2022"), or `first`: a comma alone opens a clause of its own. */
function readLastYear(scan: Scan, first: Read): Read {
  let last = first;
  for (;;) {
    const comma = skipSign(scan, last.to, ',');
    const joint = skipWord(scan, comma, 'and');
    const next = joint > last.to && follows(scan, joint) ? readYear(scan, joint) : null;
    if (!next || next.value !== last.value + 1) return first;
    last = next;
    if (joint > comma) return last;
  }
}

/** "2020-23" and "2022/23" are years; "2023-05", whose second part cannot be a later year, is a month. */
function yearSpan(to: number, first: number, written: string): Moment | null {
  const last = written.length === 2 ? Math.floor(first / 100) * 100 + Number(written) : Number(written);
  if (last > first && last < 2100) return fixed(to, intervalEdtf(yearEdtf(first), yearEdtf(last)), 'year', 'year');
  const month = Number(written);
  return month >= 1 && month <= 12 ? fixed(to, monthEdtf(first, month), 'month', 'month-year') : null;
}

/** A stretch of a year or of several at a piece: "late 2024", "the second quarter of 2024", "summer 2022", "2020-2023"; or `null`. */
export function readPeriod(scan: Scan, at: number, frame: Frame): Moment | null {
  return (
    readEarlyOrLate(scan, at, frame) ??
    readPartOfYear(scan, at, frame) ??
    readSeason(scan, at, frame) ??
    readDecade(scan, at) ??
    readYears(scan, at)
  );
}
