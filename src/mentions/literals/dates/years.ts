import { intervalEdtf, monthEdtf, yearEdtf } from '../../../text/index.ts';
import { follows, lookUp, type Scan, skipSign } from '../scan.ts';
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
export function readYears(scan: Scan, at: number): Moment | null {
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
