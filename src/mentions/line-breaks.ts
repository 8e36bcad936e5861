import type { Span } from '../model/index.ts';

/** A line longer than this was filled and wrapped; a shorter one ended because its writer ended it. */
const FILLED = 60;
const LABEL = /^[\p{L}\p{M}][\p{L}\p{M} .№/()-]{0,40}[:：]/u;

/** So many blanks are a gap between columns; justified lines have fewer. */
const COLUMNS = /[^\S\n]{3}/;

/**
 * Whether the gap between a word and the one that begins at `start` ends any name: a tab or a gap between columns, a line of a form, a new
 * line in another script.
 */
export function isBreak(text: string, previous: Span, start: number): boolean {
  if (start - previous.end < 1) return false;
  const gap = text.slice(previous.end, Math.min(start, previous.end + 40));
  if (gap.includes('\t') || COLUMNS.test(gap)) return true;
  if (!gap.includes('\n')) return false;
  if (scriptOf(text.slice(previous.start, previous.end)) !== scriptOf(text.slice(start, start + 8))) return true;
  const before = text.slice(Math.max(0, previous.end - 200), previous.end);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const after = text.slice(start, start + 200).split('\n', 1)[0] ?? '';
  if (LABEL.test(after)) return true;
  return LABEL.test(line) && line.length < FILLED;
}

function scriptOf(word: string): string {
  if (/^\p{Script=Latin}/u.test(word)) return 'latin';
  return /^\p{Script=Cyrillic}/u.test(word) ? 'cyrillic' : 'other';
}
