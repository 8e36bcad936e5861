import { intervalEdtf, monthEdtf, yearEdtf } from '../../../text/index.ts';
import type { Frame } from '../candidate.ts';
import { follows, isAlone, lookUp, type Scan, skipSign } from '../scan.ts';
import { readYearCount } from '../year-count.ts';
import { fixed, type Moment } from './moment.ts';
import { type Read, readYear, skipThe, skipWord } from './parts.ts';

/** "the 1990s", "1990-х", "les années 1990": a decade, as `199X`. */
export function readDecade(scan: Scan, at: number): Moment | null {
  const named = lookUp(scan, at, 'time-words', ([role]) => role === 'decade');
  const start = named && follows(scan, named.to) ? named.to : skipThe(scan, at);
  const piece = scan.pieces[start];
  if (piece?.kind !== 'number' || !/^(?:1[89]|20)\d0$/.test(piece.text)) return null;
  if (named) return fixed(start + 1, `${piece.text.slice(0, 3)}X`, 'decade', 'part');
  const hyphen = skipSign(scan, start + 1, '-');
  const suffix = scan.pieces[hyphen];
  if (!suffix?.glued || !/^(?:s|х|е|er|ers|те|ті|ih)$/.test(suffix.lower)) return null;
  const to = skipWord(scan, hyphen + 1, 'year');
  return fixed(to, `${piece.text.slice(0, 3)}X`, 'decade', 'part');
}

/** Years in a row: "2024 and 2025", "2020-23", "2022/23". */
export function readYears(scan: Scan, at: number, frame: Frame): Moment | null {
  const slashed = /^((?:19|20)\d\d)\/(\d\d|\d{4})$/.exec(scan.pieces[at]?.text ?? '');
  if (slashed) return yearSpan(at + 1, Number(slashed[1]), slashed[2] ?? '');
  const first = readYear(scan, at);
  if (!first) return null;
  const dash = scan.pieces[first.to];
  const short = scan.pieces[first.to + 1];
  if (dash && /^[-–‐‑]$/.test(dash.text) && dash.glued && short?.glued && /^\d\d$/.test(short.text)) {
    const isIso = dash.text === '-' && (frame.writesIso || isAlone(scan, at, first.to + 2));
    const span = yearSpan(first.to + 2, first.value, short.text, isIso);
    // "2023-44" is the number of something.
    return span;
  }
  if (first.to === at + 1 && readYearCount(scan, at) !== null) return null;
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

/** Two digits behind a dash close a span of years at most so long; a longer one is a number of something. */
const LONGEST_SPAN = 20;

/** "2020-23" and "2022/23" are years; "2023-05", whose second part cannot be a later year, is a month, and so is 2010-12 where the text writes ISO dates or it stands alone in a cell. */
function yearSpan(to: number, first: number, written: string, isIso = false): Moment | null {
  const last = written.length === 2 ? Math.floor(first / 100) * 100 + Number(written) : Number(written);
  const month = Number(written);
  const isMonth = isIso && month >= 1 && month <= 12;
  if (last > first && last <= first + LONGEST_SPAN && !isMonth)
    return fixed(to, intervalEdtf(yearEdtf(first), yearEdtf(last)), 'year', 'year');
  return month >= 1 && month <= 12 ? fixed(to, monthEdtf(first, month), 'month', 'month-year') : null;
}
