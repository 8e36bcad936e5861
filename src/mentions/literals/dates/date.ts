import type { Precision } from '../../../model/index.ts';
import { endOf, intervalEdtf, startOf, yearEdtf } from '../../../text/index.ts';
import type { Candidate, Frame, Recogniser } from '../candidate.ts';
import { DASHES, follows, isCapitalised, lookUp, type Scan, skipSign } from '../scan.ts';
import { readCalendarDate, withYear } from './calendar-date.ts';
import type { Moment, Shape } from './moment.ts';
import { readNumericDate } from './numeric.ts';
import { skipWord } from './parts.ts';
import { readPeriod } from './period.ts';
import { readRelative } from './relative.ts';

/** A date in the text before its year is settled: `yearless` dates wait for the passage or the document to tell it. */
export interface DateCandidate extends Candidate {
  readonly kind: 'date';
  readonly moment: Moment;
  readonly frame: 'plain' | 'since' | 'until';
  /** The preposition is inside the span, so that the norm speaks of it too. */
  readonly framed: boolean;
  readonly textFrom: number;
}

function readMoment(scan: Scan, at: number, frame: Frame): Moment | null {
  const numeric = readNumericDate(scan, at, frame);
  if (numeric) return numeric;
  const moments = [readCalendarDate(scan, at, frame), readPeriod(scan, at, frame), readRelative(scan, at, frame)];
  return moments.reduce<Moment | null>(
    (best, moment) => (moment && moment.to > (best?.to ?? at) ? moment : best),
    null,
  );
}

/** The year stated at the other end of a range: one year on for an end, one back for a start, that would else go backwards over the new year. */
function borrowYear(end: Moment, other: Moment, isStart: boolean): string | null {
  if (end.edtf !== null || !end.yearless || other.edtf === null) return end.edtf;
  const edge = isStart ? endOf(other.edtf) : startOf(other.edtf);
  const year = Number(edge.slice(0, 4));
  const same = withYear(end.yearless, year);
  const isBackwards = same !== null && (isStart ? startOf(same) > edge : endOf(same) < edge);
  return isBackwards ? withYear(end.yearless, year + (isStart ? -1 : 1)) : same;
}

/** Both ends of a range as one moment; a year stated at one end holds for the other ("from 28 December to 3 January 2024"). */
function join(first: Moment, last: Moment): Moment | null {
  const from = borrowYear(first, last, true);
  const to = borrowYear(last, first, false);
  if (from !== null && to !== null) {
    if (startOf(from) > endOf(to)) return null;
    return {
      to: last.to,
      edtf: intervalEdtf(from, to),
      precision: first.precision,
      shape: shapeOf(first, last),
      relative: '',
    };
  }
  if (!first.yearless || !last.yearless) return null;
  const { month, day } = first.yearless;
  const yearless = {
    month,
    ...(day === undefined ? {} : { day }),
    lastMonth: last.yearless.month,
    ...(last.yearless.day === undefined ? {} : { lastDay: last.yearless.day }),
  };
  return { to: last.to, edtf: null, precision: first.precision, shape: first.shape, relative: '', yearless };
}

const shapeOf = (first: Moment, last: Moment): Shape => (first.shape === last.shape ? first.shape : 'part');

/** The second end of a range behind `first`, joined by one of `roles` or a dash. */
function readRange(scan: Scan, first: Moment, frame: Frame, roles: readonly string[]): Moment | null {
  const dash = roles.includes('to') ? skipSign(scan, first.to, DASHES) : first.to;
  const joint = dash > first.to ? dash : skipWord(scan, first.to, ...roles);
  if (joint === first.to || !follows(scan, joint)) return null;
  const last = readMoment(scan, joint, frame);
  return last && last.shape !== 'relative' && last.shape !== 'weekday' ? join(first, last) : null;
}

const OPENINGS: Readonly<Record<string, DateCandidate['frame']>> = {
  since: 'since',
  until: 'until',
  by: 'until',
  in: 'plain',
  on: 'plain',
};

/** Shapes that say little without their preposition, so that it belongs to the literal even inside a sentence. */
const TAKES_PREPOSITION: ReadonlySet<Shape> = new Set(['year', 'month', 'weekday', 'season', 'relative']);

/** "in 2023", "on Thursday", "на прошлой неделе"; not "on yesterday's", "in Saturday's". */
function takesPreposition(role: string, { shape, precision }: Moment): boolean {
  if (role !== 'in' && role !== 'on') return false;
  if (shape === 'relative') return precision !== 'day';
  return TAKES_PREPOSITION.has(shape) && (shape !== 'weekday' || role === 'on');
}

function candidate(from: number, textFrom: number, moment: Moment, kind: DateCandidate['frame']): DateCandidate {
  const framed = from === textFrom;
  return { from, to: moment.to, textFrom, framed, moment, frame: kind, kind: 'date', norm: '' };
}

function readBetween(scan: Scan, at: number, frame: Frame): DateCandidate | null {
  for (const [opening, joint] of [
    ['between', ['and']],
    ['from', ['to', 'until']],
    ['since', ['to', 'until']],
  ] as const) {
    const word = lookUp(scan, at, 'time-words', ([role]) => role === opening);
    const first = word && follows(scan, word.to) ? readMoment(scan, skipWord(scan, word.to, 'the'), frame) : null;
    const range = first ? readRange(scan, first, frame, joint) : null;
    if (range) return candidate(at, at, range, 'plain');
  }
  return null;
}

const isDayRange = ({ edtf, precision }: Moment): boolean => precision === 'day' && edtf?.includes('/') === true;

function readOpened(scan: Scan, at: number, frame: Frame): DateCandidate | null {
  let best: DateCandidate | null = null;
  for (const entry of scan.entries[at] ?? []) {
    const role = entry.fields[0] ?? '';
    const opened = OPENINGS[role];
    const start = at + entry.pieces.length;
    if (entry.list !== 'time-words' || opened === undefined || !follows(scan, start)) continue;
    const moment = readMoment(scan, start, frame);
    if (!moment) continue;
    const range = opened === 'plain' ? readRange(scan, moment, frame, ['to']) : null;
    const inside = isCapitalised(scan.pieces[at]) || takesPreposition(role, moment);
    // "с 1 по 15 марта" has its end in itself.
    const closed = opened === 'since' && (moment.yearless?.lastDay !== undefined || isDayRange(moment));
    const found = candidate(inside || closed ? at : start, at, range ?? moment, closed ? 'plain' : opened);
    // One word may open a date in two ways ("в": in a year, on a day); the one that belongs to it is meant.
    if (!best || (inside && best.from > at && opened === best.frame)) best = found;
  }
  return best;
}

/** Roles of words that only stand between the parts of a date; running text is full of them. */
const JOINING = new Set(['and', 'or', 'to', 'of', 'more', 'after']);

function canOpen(scan: Scan, at: number): boolean {
  if (scan.pieces[at]?.kind === 'number') return true;
  return (scan.entries[at] ?? []).some(({ list, fields: [role = ''] }) => list !== 'time-words' || !JOINING.has(role));
}

function find(scan: Scan, at: number, frame: Frame): DateCandidate | null {
  if (!canOpen(scan, at)) return null;
  const between = readBetween(scan, at, frame);
  if (between) return between;
  const opened = readOpened(scan, at, frame);
  if (opened) return opened;
  const moment = readMoment(scan, at, frame);
  if (!moment) return null;
  const range = readRange(scan, moment, frame, ['to']);
  return moment.weak && !range ? null : candidate(at, at, range ?? moment, 'plain');
}

const FRAMES: Readonly<Record<DateCandidate['frame'], (edtf: string) => string>> = {
  plain: (edtf) => edtf,
  since: (edtf) => `${startOf(edtf)}/..`,
  until: (edtf) => `../${endOf(edtf)}`,
};

/** Norm and time of a date, once its year is known (`edtf`) or known to stay open (`null`). */
export function settle(
  scan: Scan,
  date: DateCandidate,
  edtf: string | null,
): Required<Pick<Candidate, 'norm' | 'time'>> {
  const first = scan.pieces[date.textFrom];
  const last = scan.pieces[date.to - 1];
  const text = scan.text.slice(first?.start ?? 0, last?.end ?? 0);
  const framed = edtf === null ? null : FRAMES[date.frame](edtf);
  const norm = (date.framed ? framed : edtf) ?? (date.moment.relative || yearlessNorm(date.moment));
  const precision: Precision = date.moment.precision;
  return { norm, time: { text, edtf: framed, precision } };
}

function yearlessNorm({ yearless }: Moment): string {
  if (!yearless) return 'relative';
  const edtf = withYear(yearless, 2000) ?? yearEdtf(2000);
  return `relative ${edtf.replaceAll('2000-', '--')}`;
}

/** Finds dates, periods and times told from the document's date; see `Time` for their EDTF. */
export const date: Recogniser = { rule: 'literals/date', find };
