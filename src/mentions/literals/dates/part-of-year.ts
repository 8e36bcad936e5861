import { halfYearEdtf, intervalEdtf, monthEdtf, quarterEdtf } from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import { readCountedTime } from '../duration.ts';
import { follows, lookUp, type Scan } from '../scan.ts';
import type { Moment } from './moment.ts';
import { readOrdinal, readYear, skipThe } from './parts.ts';
import { periodOf, readYearTarget } from './year-target.ts';

/** A quarter, a half or some months of a year that is still to be read. */
interface Part {
  readonly to: number;
  readonly precision: Moment['precision'];
  readonly detail: string;
  readonly toEdtf: (year: number) => string;
}

const quarter = (to: number, n: number): Part => ({
  to,
  precision: 'quarter',
  detail: `Q${n}`,
  toEdtf: (year) => quarterEdtf(year, n),
});

const half = (to: number, n: number): Part => ({
  to,
  precision: 'half-year',
  detail: `H${n}`,
  toEdtf: (year) => halfYearEdtf(year, n),
});

/** "Q2", "H1", 上半年: one word for the part of the year. */
function readSign(scan: Scan, at: number): Part | null {
  const found = lookUp(scan, at, 'time-words', ([role = '']) => /^(?:q[1-4]|h[12]|half[12])$/.test(role));
  const role = found?.fields[0] ?? '';
  if (!found) return null;
  const n = Number(role.slice(-1));
  return role.startsWith('q') ? quarter(found.to, n) : half(found.to, n);
}

/** "second quarter", "II квартал", "zweites Halbjahr". */
function readWords(scan: Scan, at: number): Part | null {
  const ordinal = readOrdinal(scan, at);
  if (!ordinal || !follows(scan, ordinal.to)) return null;
  const word =
    lookUp(scan, ordinal.to, 'durations', ([unit]) => unit === 'Q') ??
    lookUp(scan, ordinal.to, 'time-words', ([role]) => role === 'q');
  if (word) return quarter(word.to, ordinal.value);
  const halfWord = ordinal.value <= 2 ? lookUp(scan, ordinal.to, 'time-words', ([role]) => role === 'half') : null;
  return halfWord ? half(halfWord.to, ordinal.value) : null;
}

/** "the first six months", "последние три месяца". */
function readMonths(scan: Scan, at: number): Part | null {
  const ordinal = readOrdinal(scan, at);
  const last = lookUp(scan, at, 'time-words', ([role]) => role === 'last');
  const start = ordinal?.value === 1 ? ordinal.to : last?.to;
  const counted = start !== undefined && follows(scan, start) ? readCountedTime(scan, start) : null;
  const months = Number(counted?.number);
  if (counted?.unit !== 'M' || counted.op !== '=' || !Number.isInteger(months) || months < 1 || months > 11)
    return null;
  const first = ordinal?.value === 1 ? 1 : 13 - months;
  return {
    to: counted.to,
    precision: 'month',
    detail: `M${first}-${first + months - 1}`,
    toEdtf: (year) => intervalEdtf(monthEdtf(year, first), monthEdtf(year, first + months - 1)),
  };
}

/** A quarter, a half or some months of a year at a piece: "Q2 2024", "the first half of the year", "2024年第二季度"; or `null`. */
export function readPartOfYear(scan: Scan, at: number, frame: Frame): Moment | null {
  const start = skipThe(scan, at);
  const part = readSign(scan, start) ?? readWords(scan, start) ?? readMonths(scan, start);
  if (part) {
    const target = readYearTarget(scan, part.to, frame);
    return target ? periodOf(target, part.detail, part.precision, part.toEdtf) : null;
  }
  // "2024. aasta teises kvartalis", 2024年第二季度: the year comes first.
  const year = readYear(scan, at);
  const behind = year && follows(scan, year.to) ? (readSign(scan, year.to) ?? readWords(scan, year.to)) : null;
  if (!year || !behind) return null;
  return periodOf({ to: behind.to, year: year.value, relative: '' }, behind.detail, behind.precision, behind.toEdtf);
}
