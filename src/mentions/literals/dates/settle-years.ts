import { partsOf, startOf } from '../../../text/index.ts';
import type { Candidate, Frame } from '../candidate.ts';
import type { Scan } from '../scan.ts';
import { withYear } from './calendar-date.ts';
import { type DateCandidate, settle } from './date.ts';
import type { Yearless } from './moment.ts';
import { frameDate } from './relative.ts';

const isDate = (candidate: Candidate): candidate is DateCandidate => candidate.kind === 'date';

/** A month, and perhaps a day, of a stated year. */
interface Anchor {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function anchorOf(edtf: string): Anchor | null {
  const parts = partsOf(startOf(edtf));
  return parts?.month === undefined ? null : { year: parts.year, month: parts.month, day: parts.day ?? 1 };
}

const isAfter = (date: Yearless, anchor: Omit<Anchor, 'year'>): boolean =>
  date.month > anchor.month || (date.month === anchor.month && (date.day ?? 31) >= anchor.day);

/**
 * A date without its year goes on from the date told before it in the same passage, when it is later in that year
 * ("On February 28, 2022 ... In May, June and July"). Otherwise it is the nearest past one for the document's date,
 * the nearest coming one behind "until" and "by". With neither it stays open.
 */
function yearOf(date: DateCandidate, yearless: Yearless, anchor: Anchor | null, frame: Frame): number | null {
  if (anchor && isAfter(yearless, anchor)) return anchor.year;
  const published = frameDate(frame);
  if (published?.month === undefined) return null;
  const now = { month: published.month, day: published.day ?? 31 };
  const isPast = yearless.month < now.month || (yearless.month === now.month && (yearless.day ?? 1) <= now.day);
  if (date.frame === 'until') return published.year + (isPast ? 1 : 0);
  return published.year - (isPast ? 0 : 1);
}

/** The literals of one scan, in order, with the years of their dates settled as far as passage and document tell them. */
export function settleYears<T extends Candidate>(scan: Scan, candidates: readonly T[], frame: Frame): T[] {
  let anchor: Anchor | null = null;
  return candidates.map((candidate) => {
    if (!isDate(candidate)) return candidate;
    const { edtf, yearless } = candidate.moment;
    const year = yearless ? yearOf(candidate, yearless, anchor, frame) : null;
    const settled = settle(scan, candidate, edtf ?? (yearless && year !== null ? withYear(yearless, year) : null));
    if (edtf !== null && candidate.moment.shape !== 'relative') anchor = anchorOf(edtf);
    return { ...candidate, ...settled };
  });
}
