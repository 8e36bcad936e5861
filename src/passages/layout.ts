import type { PassageKind, Span } from '../model/index.ts';
import { isWrap, LIST_MARKER, lineSpans, type SentenceRules, trimSpan } from '../text/index.ts';
import type { Draft } from './draft.ts';

const HEADING_LONGEST = 120;
const HEADING_WORDS = 15;

/**
 * Divides a stretch of plain text by its layout: blank lines, wraps, list markers, table rows, quotation signs, headings.
 * The drafts are in order, do not overlap and cover every visible character.
 */
export function layOut(text: string, span: Span, rules: SentenceRules): Draft[] {
  const drafts: Draft[] = [];
  let group: Span[] = [];
  for (const line of lineSpans(text, span)) {
    const trimmed = trimSpan(text, line);
    if (trimmed.start < trimmed.end) group.push({ start: line.start, end: trimmed.end });
    else {
      for (const draft of layOutGroup(text, group, rules)) drafts.push(draft);
      group = [];
    }
  }
  for (const draft of layOutGroup(text, group, rules)) drafts.push(draft);
  return drafts;
}

/** Lines without a blank line between them. */
function layOutGroup(text: string, lines: readonly Span[], rules: SentenceRules): Draft[] {
  const width = lines.reduce((most, line) => Math.max(most, line.end - line.start), 0);
  const joined: { span: Span; lines: number }[] = [];
  let previous: Span | undefined;
  for (const line of lines) {
    const open = joined.at(-1);
    if (
      open &&
      previous &&
      !isTableRow(text, line) &&
      !isTableRow(text, previous) &&
      isWrap(text, previous, line, width)
    ) {
      joined[joined.length - 1] = { span: { start: open.span.start, end: line.end }, lines: open.lines + 1 };
    } else joined.push({ span: trimSpan(text, line), lines: 1 });
    previous = line;
  }
  return joined.map(({ span, lines: count }, index): Draft => {
    const body = bodyStart(text, span, rules);
    const next = joined[index + 1]?.span;
    const kind = shapeOf(text, span, { marked: body > span.start, count, alone: joined.length === 1, next });
    return { ...span, kind, place: '', body };
  });
}

/** The same for a span whose kind the reader knows already: only where its own text begins. */
export function bodyStart(text: string, span: Span, rules: SentenceRules): number {
  const head = text.slice(span.start, Math.min(span.end, span.start + 60));
  const sign = /^(?:#{1,6}[^\S\n]+|(?:>[^\S\n]?){1,8})/u.exec(head)?.[0] ?? LIST_MARKER.exec(head)?.[0];
  if (sign === undefined || sign.length >= span.end - span.start) return span.start;
  const word = /^[\p{L}\p{M}]+/u.exec(head.slice(sign.length))?.[0].toLowerCase() ?? '';
  if (/\p{N}\.\s*$/u.test(sign) && rules.afterOrdinal.has(word)) return span.start;
  return span.start + sign.length;
}

interface Shape {
  readonly marked: boolean;
  readonly count: number;
  readonly alone: boolean;
  readonly next: Span | undefined;
}

function shapeOf(text: string, span: Span, shape: Shape): PassageKind {
  const head = text.slice(span.start, Math.min(span.end, span.start + HEADING_LONGEST + 1));
  if (/^#{1,6}\s/.test(head)) return 'heading';
  if (head.startsWith('>')) return 'quotation';
  if (isTableRow(text, span)) return 'table-row';
  if (shape.marked) return 'list-item';
  if (isQuotation(text, span)) return 'quotation';
  return isHeading(text, span, shape) ? 'heading' : 'paragraph';
}

function isTableRow(text: string, span: Span): boolean {
  const line = text.slice(span.start, Math.min(span.end, span.start + 2000)).trim();
  return /\S\t+\s*\S/.test(line) || (line.split('|').length > 2 && /^\||\S\s*\|\s*\S/.test(line));
}

/** Wholly inside one pair of quotation marks. */
function isQuotation(text: string, span: Span): boolean {
  const open = text.charAt(span.start);
  const close = text.charAt(span.end - 1);
  if (!'“„«"「'.includes(open) || !'”“»"」'.includes(close) || span.end - span.start < 20) return false;
  const inner = text.slice(span.start + 1, Math.min(span.end - 1, span.start + 4000));
  return !inner.includes(close) && !inner.includes(open);
}

/** A short line without a final stop that stands alone or right above running text. */
function isHeading(text: string, span: Span, shape: Shape): boolean {
  const length = span.end - span.start;
  if (length > HEADING_LONGEST || shape.count > 2) return false;
  const line = text.slice(span.start, span.end);
  if (/[.,;…。，；、]["”’»)]?$/u.test(line) || !/^["“„«'(]*[\p{Lu}\p{Lo}\p{N}]/u.test(line)) return false;
  if (line.split(/\s+/u).length > HEADING_WORDS || !/\p{L}{2}/u.test(line)) return false;
  if (/\p{Script=Han}/u.test(line) && length > 40) return false;
  if (shape.alone) return true;
  if (shape.next === undefined) return false;
  const next = text.slice(shape.next.start, shape.next.end);
  return next.length > 1.5 * length && /[.!?。！？][”"»’)\]]?\s*$/u.test(next.slice(-8));
}
