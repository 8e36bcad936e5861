import type { Frame } from '../candidate.ts';
import { follows, lookUp, type Scan, skipSign } from '../scan.ts';
import { fixed, type Moment } from './moment.ts';
import { readYear, skipOf, skipWord } from './parts.ts';
import { frameDate, readRelativeYear } from './relative.ts';

/** The year a period belongs to: stated, or relative to the document ("of the year", "last year"). */
export interface YearTarget {
  readonly to: number;
  readonly year: number | null;
  readonly relative: string;
}

/** The year behind a part of it; `comma` lists the signs that may stand between. */
export function readYearTarget(scan: Scan, at: number, frame: Frame, comma = ','): YearTarget | null {
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

/** A part of a target year; `detail` tells it where the year is not known. */
export function periodOf(
  target: YearTarget,
  detail: string,
  precision: Moment['precision'],
  toEdtf: (year: number) => string,
): Moment {
  if (target.year !== null) return fixed(target.to, toEdtf(target.year), precision, 'part');
  return { to: target.to, edtf: null, precision, shape: 'part', relative: `${target.relative} ${detail}`.trim() };
}
