import type { Document, Lexicons, Literal, Passage, Span } from '../../model/index.ts';
import { contentId } from '../../text/index.ts';
import type { Candidate, Frame, Recogniser } from './candidate.ts';
import { chooseLongest } from './choose.ts';
import { attachConversions } from './conversion.ts';
import { count } from './count.ts';
import { date, settleYears } from './dates/index.ts';
import { frameOf } from './document-date.ts';
import { duration } from './duration.ts';
import { factor } from './factor.ts';
import { identifier } from './identifier.ts';
import { measure } from './measure.ts';
import { currency, money } from './money.ts';
import { rate } from './rate.ts';
import { NO_ENTRIES, type Scan, scanOf } from './scan.ts';

/** Among candidates of one length the earlier kind wins: a year is no count. */
const RECOGNISERS: readonly Recogniser[] = [identifier, money, date, measure, duration, factor, rate, currency, count];

/** Text is scanned in stretches of at most this many code units, so that one endless line stays cheap. */
const LONGEST = 20_000;

interface Proposal extends Candidate {
  readonly by: Literal['by'];
}

/** Stretches of text to scan: the passages but boilerplate, or the lines of the whole text when it was not divided. */
function stretchesOf(document: Document, passages: readonly Passage[]): Span[] {
  const spans: Span[] =
    passages.length > 0
      ? passages.filter((passage) => passage.kind !== 'boilerplate')
      : [...document.text.matchAll(/[^\n]+(?:\n(?!\s)[^\n]+)*/g)].map(({ index, 0: text }) => ({
          start: index,
          end: index + text.length,
        }));
  return spans.flatMap((span) => cut(document.text, span));
}

/** Cuts an overlong span at white space, or where it must. */
function cut(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(' ', from + LONGEST);
    const to = space > from + LONGEST / 2 ? space : from + LONGEST;
    parts.push({ start: from, end: to });
    from = to;
  }
  parts.push({ start: from, end });
  return parts;
}

/** Whether a literal can begin at a piece: with digits or a word of some list. Most words of running text have neither. */
function canBegin(scan: Scan, at: number): boolean {
  const piece = scan.pieces[at];
  if (piece === undefined) return false;
  if (piece.kind === 'number' || scan.entries[at] !== NO_ENTRIES || /[0-9]/.test(piece.text)) return true;
  const next = scan.pieces[at + 1];
  return piece.kind === 'word' && next?.kind === 'number' && next.glued;
}

function findIn(scan: Scan, frame: Frame): Proposal[] {
  const found: Proposal[] = [];
  for (let at = 0; at < scan.pieces.length; at += 1) {
    if (!canBegin(scan, at)) continue;
    for (const { rule, find } of RECOGNISERS) {
      const candidate = find(scan, at, frame);
      if (candidate && candidate.to > candidate.from) found.push({ ...candidate, by: { rule } });
    }
  }
  return attachConversions(scan, settleYears(scan, chooseLongest(found), frame));
}

function toLiteral(document: Document, scan: Scan, { from, to, kind, norm, value, time, by }: Proposal): Literal[] {
  const start = scan.pieces[from]?.start;
  const end = scan.pieces[to - 1]?.end;
  if (start === undefined || end === undefined) return [];
  const text = document.text.slice(start, end);
  const id = contentId('l', document.id, start, end, kind);
  return [{ id, start, end, text, kind, norm, ...(value ? { value } : {}), ...(time ? { time } : {}), by }];
}

/**
 * Finds the dates, numbers, sums, measures, rates and identifiers of a document, sorted by start and without overlap.
 * Passages of boilerplate are left out; a document without passages is read whole. Never throws.
 */
export function findLiterals(document: Document, passages: readonly Passage[], lexicons: Lexicons): Literal[] {
  const frame = frameOf(document, lexicons);
  return stretchesOf(document, passages)
    .flatMap((span) => {
      const scan = scanOf(document, span, lexicons);
      return findIn(scan, frame).flatMap((proposal) => toLiteral(document, scan, proposal));
    })
    .sort((a, b) => a.start - b.start);
}
