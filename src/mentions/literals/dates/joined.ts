import { dayEdtf, isDay, monthEdtf } from '../../../text/index.ts';
import { isCapitalised, lookUp, type Scan } from '../scan.ts';
import { fixed, type Moment } from './moment.ts';
import { fullYear } from './numeric-match.ts';
import { readMonth } from './parts.ts';

const JOINTS = /^[-‐‑–/.]$/;

/** Piece behind a sign glued on both sides, or behind nothing where the next piece is glued itself ("26OCT2023"). */
function overJoint(scan: Scan, at: number): { readonly to: number; readonly joint: string } | null {
  const piece = scan.pieces[at];
  if (!piece?.glued) return null;
  if (!JOINTS.test(piece.text)) return { to: at, joint: '' };
  return scan.pieces[at + 1]?.glued ? { to: at + 1, joint: piece.text } : null;
}

const number = (scan: Scan, at: number, pattern: RegExp): string | null => {
  const piece = scan.pieces[at];
  return piece?.kind === 'number' && pattern.test(piece.text) ? piece.text : null;
};

/** A word or a joint glued behind makes a longer code of it: "26-Oct-2023-7". */
function isOpen(scan: Scan, to: number): boolean {
  const piece = scan.pieces[to];
  if (!piece?.glued) return false;
  if (piece.kind !== 'sign') return piece.text !== 'T';
  return /^[-‐‑/_]$/.test(piece.text) && scan.pieces[to + 1]?.glued === true;
}

function isGluedBefore(scan: Scan, at: number): boolean {
  const before = scan.pieces[at - 1];
  return scan.pieces[at]?.glued === true && before !== undefined && /[\p{L}\p{N}/\-_#]$/u.test(before.text);
}

function day(scan: Scan, to: number, parts: readonly [year: number, month: number, day: number]): Moment | null {
  const [year, month, dayOfMonth] = parts;
  const date = { year, month, day: dayOfMonth };
  return isDay(date) && year >= 1800 && year < 2100 && !isOpen(scan, to)
    ? fixed(to, dayEdtf(date), 'day', 'day')
    : null;
}

/** "26-Oct-2023", "19-Nov-12", "26OCT2023", "26/Oct/2023": day, month by name and year in one word. */
function dayFirst(scan: Scan, at: number): Moment | null {
  const dayOfMonth = number(scan, at, /^[0-3]?\d$/);
  const first = dayOfMonth === null ? null : overJoint(scan, at + 1);
  const month = first && readMonth(scan, first.to, true);
  const second = month && overJoint(scan, month.to);
  const year = second && number(scan, second.to, /^(?:\d{4}|\d{2})$/);
  if (!first || !month || !second || year === null || first.joint !== second.joint) return null;
  return day(scan, second.to + 1, [fullYear(year ?? ''), month.value, Number(dayOfMonth)]);
}

/** "2023-Oct-26". */
function yearFirst(scan: Scan, at: number): Moment | null {
  const year = number(scan, at, /^(?:1[89]|20)\d\d$/);
  const first = year === null ? null : overJoint(scan, at + 1);
  const month = first && readMonth(scan, first.to, true);
  const second = month && overJoint(scan, month.to);
  const dayOfMonth = second && number(scan, second.to, /^[0-3]?\d$/);
  if (!first || !month || !second || !dayOfMonth || first.joint !== second.joint) return null;
  return day(scan, second.to + 1, [Number(year), month.value, Number(dayOfMonth)]);
}

/** "Oct-2023", "OCT2023", "Oct-26-2023". */
function monthFirst(scan: Scan, at: number): Moment | null {
  const month = isCapitalised(scan.pieces[at]) ? readMonth(scan, at) : null;
  const first = month && overJoint(scan, month.to);
  if (!month || !first) return null;
  const year = number(scan, first.to, /^(?:19|20)\d\d$/);
  if (year !== null)
    return isOpen(scan, first.to + 1)
      ? null
      : fixed(first.to + 1, monthEdtf(Number(year), month.value), 'month', 'month-year');
  const dayOfMonth = number(scan, first.to, /^[0-3]?\d$/);
  const second = dayOfMonth === null || first.joint === '' ? null : overJoint(scan, first.to + 1);
  const last = second && number(scan, second.to, /^\d{4}$/);
  return second && last ? day(scan, second.to + 1, [Number(last), month.value, Number(dayOfMonth)]) : null;
}

/** "5 Jun 22", "5 Jun '22" with nothing of the sentence behind it: else the number may count what follows. */
function shortYear(scan: Scan, at: number): Moment | null {
  const dayOfMonth = number(scan, at, /^[0-3]?\d$/);
  const month = dayOfMonth !== null && !scan.pieces[at + 1]?.glued ? readMonth(scan, at + 1) : null;
  if (!month || scan.pieces[month.to]?.apart) return null;
  const isMarked = /^['’]$/.test(scan.pieces[month.to]?.text ?? '');
  const yearAt = isMarked ? month.to + 1 : month.to;
  const year = number(scan, yearAt, /^\d{2}$/);
  const next = scan.pieces[yearAt + 1];
  const isFree = !next || next.apart || (next.kind === 'sign' && /^[,;)|"\]]$/.test(next.text));
  if (year === null || (!isFree && !isMarked) || lookUp(scan, yearAt + 1, 'months')) return null;
  return day(scan, yearAt + 1, [fullYear(year), month.value, Number(dayOfMonth)]);
}

/** A date whose parts are joined without spaces, or that ends in a year of two digits; or `null`. */
export function readJoinedDate(scan: Scan, at: number): Moment | null {
  if (isGluedBefore(scan, at)) return null;
  return dayFirst(scan, at) ?? yearFirst(scan, at) ?? monthFirst(scan, at) ?? shortYear(scan, at);
}
