import type { Document, Lexicons } from '../../model/index.ts';
import { partsOf } from '../../text/index.ts';
import type { Frame } from './candidate.ts';
import { type DateCandidate, date, slashOrderOf } from './dates/index.ts';
import { lookUp, type Scan, scanOf, skipSign } from './scan.ts';
import { sharedCurrencies } from './shared-currencies.ts';

/** How far into a text a dateline or "Published on" is looked for, in code units. */
const TOP = 1500;
/** Pieces in a dateline's place: "Rostov-on-Don, Russia,". */
const LONGEST_PLACE = 8;

const UNKNOWN: Frame = {
  published: null,
  slashOrder: null,
  calendars: { minguo: false, buddhist: false, jalali: false },
  writesIso: false,
  currencyOf: (_, code) => code,
};

/** What may share a line with the date of a document: signs, a time of day and its zone. */
const BESIDE_DATE = /^(?:[^\p{L}]+|[ap]m|utc|gmt|[ecmp][sd]?t|msk|h|uhr|г)$/u;

/** A full date whose line is a dateline: alone, labelled ("Published: 2 March 2023") or before a dash ("KYIV, 2 March 2023 -"). */
function isDateline(scan: Scan, at: number, to: number): boolean {
  const start = lineStart(scan, at);
  let end = to;
  while (end < scan.pieces.length && !breaksLine(scan, end)) end += 1;
  const label = lookUp(scan, start, 'date-labels');
  if (label && skipSign(scan, label.to, ':') === at) return true;
  const others = [...scan.pieces.slice(start, at), ...scan.pieces.slice(to, end)];
  if (others.every(({ lower }) => BESIDE_DATE.test(lower))) return true;
  const after = scan.pieces[to]?.text ?? '';
  const opensWithPlace = /^\p{Lu}/u.test(scan.pieces[start]?.text ?? '') && scan.pieces[at - 1]?.text === ',';
  return opensWithPlace && at - start <= LONGEST_PLACE && (end === to || /^[-–—(:]$/.test(after));
}

function breaksLine(scan: Scan, at: number): boolean {
  const piece = scan.pieces[at];
  const before = scan.pieces[at - 1];
  return !piece || !before || scan.text.slice(before.end, piece.start).includes('\n');
}

function lineStart(scan: Scan, at: number): number {
  let start = at;
  while (start > 0 && !breaksLine(scan, start)) start -= 1;
  return start;
}

/**
 * The date of a document as EDTF (year, month or day): its metadata's, else that of a dateline near the top of its text;
 * `null` when neither says it. Dates told inside the text are not taken for the document's own.
 */
export function documentDate(
  document: Pick<Document, 'text' | 'language' | 'metadata'>,
  lexicons: Lexicons,
): string | null {
  const published = document.metadata.published;
  if (published !== null && partsOf(published)) return published.slice(0, 10);
  const scan = scanOf(document, { start: 0, end: Math.min(TOP, document.text.length) }, lexicons);
  for (let at = 0; at < scan.pieces.length; at += 1) {
    const found = date.find(scan, at, UNKNOWN) as DateCandidate | null;
    const edtf = found?.moment.precision === 'day' ? found.moment.edtf : null;
    if (!found || edtf === null || edtf.includes('/')) continue;
    if (found.moment.shape === 'day' && isDateline(scan, found.from, found.to)) return edtf;
    at = found.to - 1;
  }
  return null;
}

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{2,4}(?![\d/])/g;

/** Which way round a document writes 03/04/2023, when its other dates agree on one. */
function slashOrderIn(text: string): Frame['slashOrder'] {
  let order: Frame['slashOrder'] = null;
  for (const [, first, second] of text.matchAll(SLASHED)) {
    const here = slashOrderOf(Number(first), Number(second));
    if (here !== null && order !== null && here !== order) return null;
    order = here ?? order;
  }
  return order;
}

const CALENDARS = {
  minguo: /民國|民国\d|Minguo|Taiwanese calendar|R\.O\.C\./u,
  buddhist: /\bB\. ?E\.|\(BE\)|\bBE \d{4}\b|\b\d{4} BE\b|Buddhist (?:era|calendar)|พ\.ศ\./iu,
  jalali: /\bIran|Persian calendar|Jalali|Shamsi|ایران|تهران|هجری شمسی/u,
} as const;

const ISO = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/u;

/** What a document tells of its own date and habits. */
export function frameOf(document: Pick<Document, 'text' | 'language' | 'metadata'>, lexicons: Lexicons): Frame {
  const { text } = document;
  return {
    published: documentDate(document, lexicons),
    slashOrder: slashOrderIn(text),
    calendars: {
      minguo: CALENDARS.minguo.test(text),
      buddhist: CALENDARS.buddhist.test(text),
      jalali: CALENDARS.jalali.test(text),
    },
    writesIso: ISO.test(text),
    currencyOf: sharedCurrencies(text, lexicons),
  };
}
