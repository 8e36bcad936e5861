import type { Span } from '../model/index.ts';

/** The span without white space at both ends; an empty span at `span.start` when there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : { start: span.start, end: span.start };
}

/** Line spans under `span` without their line breaks (`\n`, `\r\n`, `\r`, U+2028, U+2029), empty lines included. */
export function lineSpans(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  const lines: Span[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    const code = text.charCodeAt(at);
    if (!isLineBreak(code)) continue;
    lines.push({ start, end: at });
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a && at + 1 < span.end) at++;
    start = at + 1;
  }
  lines.push({ start, end: span.end });
  return lines;
}

export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x0b || code === 0x0c;
}

/** White space as `\s` means it, by code unit. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Signs that open a list item, and numbering such as `3.`, `3)`, `(3)`, `a)`; the match ends before the item's own text. */
export const LIST_MARKER =
  /^[^\S\n]*(?:[•●▪▫◦‣⁃∙·■□►▶➤✓✔*–—-]|\(?\p{N}{1,3}[.)]|\(?\p{L}\))(?:[^\S\n]+|(?<=[•●▪▫◦‣])(?=\S))(?=\S)/u;

/**
 * Whether the break between two lines is only a wrap at `width` (the longest line around): the next line goes on in lower case,
 * or its first word would not have fitted on the line before.
 */
export function isWrap(text: string, before: Span, after: Span, width: number): boolean {
  const next = trimSpan(text, after);
  const last = trimSpan(text, before);
  if (next.start === next.end || last.start === last.end) return false;
  const head = text.slice(next.start, Math.min(next.end, next.start + 60));
  if (LIST_MARKER.test(head)) return false;
  const opens = /^["“„«‘'(]*(\p{Ll})/u.test(head);
  const length = last.end - last.start;
  if (opens) return length >= 25;
  const word = /^\S+/.exec(head)?.[0].length ?? 0;
  return length >= 40 && width <= 160 && length + 1 + word >= width * 0.9;
}
